// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/framing/sseparser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// "name|data" a frame.
QList<QByteArray> texts(const std::vector<Frame> &frames)
{
    QList<QByteArray> lines;
    for (const Frame &frame : frames)
        lines += frame.event + '|' + frame.data;
    return lines;
}

/// The frames of a stream that arrives in pieces of the given sizes; the rest comes at once.
QList<QByteArray> parse(const QByteArray &stream, const QList<qsizetype> &sizes)
{
    SseParser parser;
    QList<QByteArray> lines;
    qsizetype at = 0;
    for (const qsizetype size : sizes) {
        lines += texts(parser.feed(QByteArrayView(stream).sliced(at, size)));
        at += size;
    }
    return lines + texts(parser.feed(QByteArrayView(stream).sliced(at)));
}

} // namespace

class SseParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frames_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QList<QByteArray>>("expected");
        const auto row = [](const char *name, const QByteArray &stream, const QList<QByteArray> &expected) {
            QTest::newRow(name) << stream << expected;
        };
        row("nothing", "", {});
        row("one", "data: x\n\n", {"|x"});
        row("no blank", "data:x\n\n", {"|x"});
        row("only one blank goes", "data:  x\n\n", {"| x"});
        row("several lines", "data: a\ndata: b\ndata\ndata: c\n\n", {"|a\nb\n\nc"});
        row("named", "event: ping\ndata: {}\n\ndata: y\n\n", {"ping|{}", "|y"});
        row("a name without data is nothing", "event: ping\n\ndata: y\n\n", {"|y"});
        row("empty data is an event", "data:\n\n", {"|"});
        row("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", {"|a", "|b"});
        row("CR", "data: a\r\rdata: b\r\r", {"|a", "|b"});
        row("mixed ends", "data: a\r\n\ndata: b\n\rdata: c\r\r\n", {"|a", "|b", "|c"});
        row("CR, then LF ends two lines no more than once", "data: a\r\ndata: b\r\n\r\n", {"|a\nb"});
        row("comments", ": OPENROUTER PROCESSING\n\n:\ndata: x\n: y\n\n", {"|x"});
        row("byte order mark",
            "\xEF\xBB\xBF"
            "data: x\n\ndata: y\n\n",
            {"|x", "|y"});
        row("a mark only counts in front",
            "data: x\n\n\xEF\xBB\xBF"
            "data: y\n\n",
            {"|x"});
        row("unknown fields", "id: 7\nretry: 10\nfoo: bar\nfoo\ndata: x\n\n", {"|x"});
        row("UTF-8", "data: gr\xC3\xBC\xC3\x9F \xE4\xBD\xA0 \xF0\x9F\x98\x80\n\n",
            {"|gr\xC3\xBC\xC3\x9F \xE4\xBD\xA0 \xF0\x9F\x98\x80"});
        row("colons", "data: {\"a\": \"b:c\"}\n\n", {"|{\"a\": \"b:c\"}"});
        row("an unfinished event is dropped", "data: a\n\ndata: b\n", {"|a"});
        row("an unfinished line is dropped", "data: a\n\ndata: b", {"|a"});
        row("a zero byte", QByteArray("data: a\0b\n\n", 11), {QByteArray("|a\0b", 4)});
    }
    void frames()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QList<QByteArray>, expected);
        QCOMPARE(parse(stream, {}), expected);
        for (qsizetype cut = 0; cut <= stream.size(); ++cut)
            QCOMPARE(parse(stream, {cut}), expected);
        QCOMPARE(parse(stream, QList<qsizetype>(stream.size(), 1)), expected);
    }

    void anyCutsGiveTheSame()
    {
        QByteArray stream;
        for (int i = 0; i < 200; ++i) {
            const QByteArray end = i % 3 == 0 ? "\r\n" : i % 3 == 1 ? "\n" : "\r";
            stream += "data: " + QByteArray::number(i) + end + end;
        }
        const QList<QByteArray> expected = parse(stream, {});
        QCOMPARE(expected.size(), 200);
        QRandomGenerator random(1);
        for (int round = 0; round < 100; ++round) {
            QList<qsizetype> sizes;
            for (qsizetype left = stream.size(); left > 0;) {
                sizes += std::min<qsizetype>(left, random.bounded(20));
                left -= sizes.constLast();
            }
            QCOMPARE(parse(stream, sizes), expected);
        }
    }

    void garbageHarmsNothing()
    {
        QRandomGenerator random(7);
        SseParser parser;
        std::size_t frames = 0;
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes(random.bounded(64), Qt::Uninitialized);
            for (char &byte : bytes)
                byte = static_cast<char>(random.bounded(256));
            frames += parser.feed(bytes).size();
        }
        QCOMPARE(frames, 0U); // no line of it says "data"
        QCOMPARE(texts(parser.feed("\n\ndata: x\n\n")), QList<QByteArray>{"|x"});
    }

    void endlessEventsAreNotKept()
    {
        SseParser parser;
        const QByteArray line = "data: " + QByteArray(1024 * 1024, 'x') + "\n";
        for (int i = 0; i < 20; ++i)
            QVERIFY(parser.feed(line).empty());
        QVERIFY(parser.hasOverflown());
        QVERIFY(parser.feed("\n\ndata: x\n\n").empty());
    }

    void commentsAreCountedAndNotKept()
    {
        SseParser parser;
        const QByteArray piece(1024 * 1024, 'x');
        QVERIFY(parser.feed(":").empty());
        for (int i = 0; i < 20; ++i)
            QVERIFY(parser.feed(piece).empty());
        QVERIFY(!parser.hasOverflown());
        QCOMPARE(parser.silent(), 20LL * 1024 * 1024 + 1);
        QCOMPARE(parser.told(), 0);
        QVERIFY(!parser.isInsideFrame());
        QCOMPARE(texts(parser.feed("\ndata: x\n\n")), QList<QByteArray>{"|x"});
        QCOMPARE(parser.told(), 7);
    }

    void blankLinesSayNothing()
    {
        SseParser parser;
        QVERIFY(parser.feed("\n\r\n\r\n").empty());
        QCOMPARE(parser.silent(), 3);
        QCOMPARE(parser.told(), 0);
        QCOMPARE(texts(parser.feed("data: x\n\n")), QList<QByteArray>{"|x"});
        QCOMPARE(parser.silent(), 3); // the one that ends an event says so
    }

    void insideAnEvent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("inside");
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("comment") << ": x\n"_ba << false;
        QTest::newRow("prose") << "Welcome!"_ba << false;
        QTest::newRow("part of a name") << "da"_ba << true;
        QTest::newRow("name") << "event: x"_ba << true;
        QTest::newRow("data") << "data: x\n"_ba << true;
        QTest::newRow("ended") << "data: x\n\n"_ba << false;
    }
    void insideAnEvent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, inside);
        SseParser parser;
        (void)parser.feed(bytes);
        QCOMPARE(parser.isInsideFrame(), inside);
    }

    void endlessLinesAreNotKept()
    {
        SseParser parser;
        const QByteArray piece(1024 * 1024, 'x');
        for (int i = 0; i < 20; ++i)
            (void)parser.feed(piece);
        QVERIFY(parser.hasOverflown());
        QVERIFY(parser.feed("\n\ndata: x\n\n").empty());
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::SseParserTest)
#include "tst_sseparser.moc"
