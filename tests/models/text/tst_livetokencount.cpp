// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/livetokencount.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestLiveTokenCount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsThere();
    void survivesWhatIsNotUtf8();
    void equalsAFullCountAfterAnyEdit_data();
    void equalsAFullCountAfterAnyEdit();
    void looksAtLittle();
};

void TestLiveTokenCount::countsWhatIsThere()
{
    LiveTokenCount live(BpeEncoding::load(u"o200k_base"_s).value());
    QCOMPARE(live.count(), 0);
    QCOMPARE(live.update({}), 0);
    QCOMPARE(live.update("Hello, world!"), 4);
    QCOMPARE(live.update("Hello, world!"), 4);
    QCOMPARE(live.update("Hello, worlds of wonder!"),
             BpeEncoding::load(u"o200k_base"_s).value()->count("Hello, worlds of wonder!"));
    QCOMPARE(live.update({}), 0);
    QCOMPARE(live.count(), 0);
}

void TestLiveTokenCount::survivesWhatIsNotUtf8()
{
    const auto encoding = BpeEncoding::load(u"o200k_base"_s).value();
    LiveTokenCount live(encoding);
    live.update("some words before");
    QCOMPARE(live.update("some \xff words"), encoding->count("some \xff words"));
    QCOMPARE(live.update("some words after"), encoding->count("some words after"));
    QCOMPARE(live.update("some words after all"), encoding->count("some words after all"));
}

void TestLiveTokenCount::equalsAFullCountAfterAnyEdit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed) {
        QTest::addRow("o200k %u", seed) << u"o200k_base"_s << seed;
        QTest::addRow("cl100k %u", seed) << u"cl100k_base"_s << seed;
    }
}

void TestLiveTokenCount::equalsAFullCountAfterAnyEdit()
{
    QFETCH(QString, name);
    QFETCH(quint32, seed);
    // Everything that makes a pattern look ahead: blanks, line ends, letters of all cases, marks, digits, half contractions.
    const QStringList atoms{u"a"_s,      u"B"_s,      u"the"_s,   u" the"_s, u" "_s,      u"  "_s,   u"     "_s,
                            u"\n"_s,     u"\r\n"_s,   u"\n\n "_s, u"\t"_s,   u"1"_s,      u"4567"_s, u"."_s,
                            u"!?"_s,     u"'"_s,      u"l"_s,     u"'s"_s,   u"'LL"_s,    u"/"_s,    u"ABC"_s,
                            u"\u01c5"_s, u"\u02b0"_s, u"漢字"_s,  u"é"_s,    u"\u0301"_s, u"😀"_s,   u"\u200d"_s,
                            u"Ж"_s,      u"\u00a0"_s, u"ß"_s,     u"="_s,    u"_"_s};
    QRandomGenerator random(seed);
    const auto some = [&](int most) {
        QString text;
        for (int n = random.bounded(most + 1); n > 0; --n)
            text += atoms[random.bounded(static_cast<int>(atoms.size()))];
        return text;
    };
    const auto encoding = BpeEncoding::load(name).value();
    LiveTokenCount live(encoding);
    QString text = some(200);
    for (int step = 0; step < 400; ++step) {
        const int at = random.bounded(static_cast<int>(text.size()) + 1);
        const int gone = random.bounded(std::min(12, static_cast<int>(text.size()) - at) + 1);
        QString edited = text;
        edited.replace(at, gone, some(3));
        // An edit may split a pair of surrogates, as it may in an editor.
        const QByteArray utf8 = edited.toUtf8();
        QVERIFY2(live.update(utf8) == encoding->count(utf8), utf8.toPercentEncoding().constData());
        text = QString::fromUtf8(utf8);
    }
}

void TestLiveTokenCount::looksAtLittle()
{
    // A hundred thousand tokens, a thousand keystrokes in the middle: by full counts this would be 0.5 GB to count.
    const auto encoding = BpeEncoding::load(u"o200k_base"_s).value();
    LiveTokenCount live(encoding);
    QByteArray text = QByteArray("The quick brown fox jumps over the lazy dog.\n").repeated(10000);
    const qsizetype before = live.update(text);
    QCOMPARE(before, encoding->count(text));
    const qsizetype middle = text.size() / 2;
    for (int i = 0; i < 1000; ++i) {
        text.insert(middle + i, i % 6 == 5 ? ' ' : 'x');
        live.update(text);
    }
    QCOMPARE(live.count(), encoding->count(text));
    text.remove(middle, 1000);
    QCOMPARE(live.update(text), before);
}

QTEST_GUILESS_MAIN(TestLiveTokenCount)
#include "tst_livetokencount.moc"
