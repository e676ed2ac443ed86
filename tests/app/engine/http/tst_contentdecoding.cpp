// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/contentdecoding.h"
#include "tests/support/packedbytes.h"

#include <QTest>

using namespace Tempera;

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
        row("gzip", "gzip", packedBytes("abc"), "abc");
        row("gzip unsaid", "", packedBytes("abc"), "abc");
        row("zlib", "deflate", packedBytes("abc", 15), "abc");
        row("mark inside", "gzip", packedBytes("\xEF\xBB\xBF{}"), "{}");
        row("two members", "gzip", packedBytes("abc") + packedBytes("def"), "abcdef");
        row("an empty member between", "gzip", packedBytes("abc") + packedBytes("") + packedBytes("def"), "abcdef");
        row("large members", "gzip", packedBytes(QByteArray(300'000, 'a')) + packedBytes(QByteArray(70'000, 'b')),
            QByteArray(300'000, 'a') + QByteArray(70'000, 'b'));
        row("zeros behind", "gzip", packedBytes("abc") + QByteArray(20, '\0'), "abc");
        row("words behind", "gzip", packedBytes("abc") + "and more", "abc");
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
        QByteArray broken = packedBytes(QByteArray(1000, 'a') + QByteArray("bcd"));
        broken[12] = static_cast<char>(~broken[12]);
        QVERIFY(!ContentDecoding().feed("gzip", broken));
        QVERIFY(!ContentDecoding().feed("gzip", packedBytes(QByteArray(40'000'000, 'a')))); // a bomb
    }
};

QTEST_GUILESS_MAIN(TestContentDecoding)
#include "tst_contentdecoding.moc"
