// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/contentdecoding.h"

#include <QTest>

#include <zlib.h>

using namespace Tempera;

namespace {

/// A member of gzip (31), or a zlib stream (15).
QByteArray packed(const QByteArray &bytes, int format = 31)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, format, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 64, '\0');
    QByteArray in = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

class TestContentDecoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *encoding, const QByteArray &body, const QByteArray &text) {
            QTest::newRow(name) << QByteArray(encoding) << body << text;
        };
        row("plain", "", "abc", "abc");
        row("identity", "identity", "abc", "abc");
        row("mark", "", "\xEF\xBB\xBF{}", "{}");
        row("one mark only", "", "\xEF\xBB\xBF\xEF\xBB\xBF", "\xEF\xBB\xBF");
        row("half a mark", "", "\xEF\xBB{}", "\xEF\xBB{}");
        row("gzip", "gzip", packed("abc"), "abc");
        row("gzip unsaid", "", packed("abc"), "abc");
        row("zlib", "deflate", packed("abc", 15), "abc");
        row("mark inside", "gzip", packed("\xEF\xBB\xBF{}"), "{}");
        row("two members", "gzip", packed("abc") + packed("def"), "abcdef");
        row("an empty member between", "gzip", packed("abc") + packed("") + packed("def"), "abcdef");
        row("large members", "gzip", packed(QByteArray(300'000, 'a')) + packed(QByteArray(70'000, 'b')),
            QByteArray(300'000, 'a') + QByteArray(70'000, 'b'));
        row("zeros behind", "gzip", packed("abc") + QByteArray(20, '\0'), "abc");
        row("words behind", "gzip", packed("abc") + "and more", "abc");
    }
    void bodies()
    {
        QFETCH(const QByteArray, encoding);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, text);
        for (qsizetype cut = 0; cut <= body.size(); ++cut) { // the network may cut it anywhere
            ContentDecoding decoding;
            QByteArray all;
            for (const QByteArray &piece : {body.first(cut), body.sliced(cut)}) {
                const Result<QByteArray> unpacked = decoding.feed(encoding, piece);
                QVERIFY2(unpacked, qPrintable(QString::number(cut)));
                all += *unpacked;
            }
            QVERIFY2(all == text, qPrintable(QString::number(cut)));
        }
    }

    void faults()
    {
        QVERIFY(!ContentDecoding().feed("br", "abc"));
        QVERIFY(!ContentDecoding().feed("gzip", "abc, and no head of gzip"));
        QByteArray broken = packed(QByteArray(1000, 'a') + QByteArray("bcd"));
        broken[12] = static_cast<char>(~broken[12]);
        QVERIFY(!ContentDecoding().feed("gzip", broken));
        QVERIFY(!ContentDecoding().feed("gzip", packed(QByteArray(40'000'000, 'a')))); // a bomb
    }
};

QTEST_GUILESS_MAIN(TestContentDecoding)
#include "tst_contentdecoding.moc"
