// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/framing/lineframing.h"
#include "app/engine/http/framing/wholeframing.h"

#include <QTest>

namespace Tempera {
namespace {

QList<QByteArray> lineTexts(const std::vector<Frame> &frames)
{
    QList<QByteArray> lines;
    for (const Frame &frame : frames)
        lines += frame.data;
    return lines;
}

/// The lines of a body that arrives in pieces of one size.
QList<QByteArray> linesOf(const QByteArray &body, qsizetype size)
{
    LineFraming framing;
    QList<QByteArray> lines;
    for (qsizetype at = 0; at < body.size(); at += size)
        lines += lineTexts(framing.feed(QByteArrayView(body).sliced(at, std::min(size, body.size() - at))));
    return lines + lineTexts(framing.end());
}

} // namespace

class LineFramingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QList<QByteArray>>("expected");
        const auto row = [](const char *name, const QByteArray &body, const QList<QByteArray> &expected) {
            QTest::newRow(name) << body << expected;
        };
        row("nothing", "", {});
        row("one", "{\"a\":1}\n", {"{\"a\":1}"});
        row("no end", "{\"a\":1}", {"{\"a\":1}"});
        row("cut", "{}\n{\"a\":", {"{}"});
        row("CRLF", "{}\r\n{}\r\n", {"{}", "{}"});
        row("blank lines", "\n\n{}\n \n{}\n\n", {"{}", "{}"});
        row("letters of several bytes", "{\"ä\":\"你\"}\n", {"{\"ä\":\"你\"}"});
    }
    void lines()
    {
        QFETCH(QByteArray, body);
        QFETCH(QList<QByteArray>, expected);
        for (const qsizetype size : {1, 2, 3, 1000})
            QCOMPARE(linesOf(body, size), expected);
    }

    void whatSaysNothingIsCounted()
    {
        LineFraming framing;
        QVERIFY(lineTexts(framing.feed("\n\n\r\n")).isEmpty());
        QCOMPARE(framing.told(), 0);
        QCOMPARE(framing.silent(), 4);
        QVERIFY(!framing.isInsideFrame());
        QCOMPARE(lineTexts(framing.feed("{}\n{")), QList<QByteArray>{"{}"});
        QCOMPARE(framing.told(), 4);
        QVERIFY(framing.isInsideFrame());
    }

    void aLineWithoutEndOverflows()
    {
        LineFraming framing;
        const QByteArray block(1024 * 1024, 'x');
        for (int i = 0; i < 17; ++i)
            QVERIFY(framing.feed(block).empty());
        QVERIFY(framing.hasOverflown());
        QVERIFY(framing.feed("\n{}\n").empty());
        QVERIFY(framing.end().empty());
    }

    void theFirstCharacterDecides()
    {
        QVERIFY(LineFraming().isStream('{'));
        QVERIFY(!LineFraming().isStream('['));
        QVERIFY(!LineFraming().isStream('<'));
        QVERIFY(!WholeFraming().isStream('{'));
        QVERIFY(!WholeFraming().isStream('d'));
    }
};

} // namespace Tempera

QTEST_APPLESS_MAIN(Tempera::LineFramingTest)
#include "tst_lineframing.moc"
