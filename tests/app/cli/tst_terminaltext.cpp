// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/terminaltext.h"
#include "tests/app/cli/capturedstream.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TerminalTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void width_data();
    void width();
    void safe_data();
    void safe();
    void wraps_data();
    void wraps();
    void wrappedLinesFit();
    void aLongLine_data();
    void aLongLine();
    void clips();
    void paints();
    void colourRules_data();
    void colourRules();
};

void TerminalTextTest::width_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cells");
    QTest::newRow("empty") << u""_s << 0;
    QTest::newRow("latin") << u"lamp"_s << 4;
    QTest::newRow("umlaut") << u"schön"_s << 5;
    QTest::newRow("combining") << u"e\u0301clair"_s << 6;
    QTest::newRow("chinese") << u"好灯"_s << 4;
    QTest::newRow("full width") << u"Ａ（"_s << 4;
    QTest::newRow("half width kana") << u"ｱ"_s << 1;
    QTest::newRow("hangul") << u"한글"_s << 4;
    QTest::newRow("jamo cluster") << u"\u1112\u1161\u11ab"_s << 2;
    QTest::newRow("emoji") << u"👍"_s << 2;
    QTest::newRow("emoji with skin tone") << u"👍🏽"_s << 2;
    QTest::newRow("family") << u"👨‍👩‍👧"_s << 2;
    QTest::newRow("flag") << u"🇩🇪"_s << 2;
    QTest::newRow("heart as text") << u"\u2764"_s << 1;
    QTest::newRow("heart as emoji") << u"\u2764\ufe0f"_s << 2;
    QTest::newRow("beyond the BMP") << u"𠀀"_s << 2;
    QTest::newRow("zero width") << u"a\u200bb"_s << 2;
    QTest::newRow("marks of verdicts") << u"✓✗"_s << 2;
    QTest::newRow("box") << u"│─"_s << 2;
}

void TerminalTextTest::width()
{
    QFETCH(QString, text);
    QFETCH(int, cells);
    QCOMPARE(displayWidth(text), cells);
}

void TerminalTextTest::safe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"a\nb"_s << u"a\nb"_s;
    QTest::newRow("colour") << u"\x1b[31mred"_s << u"␛[31mred"_s;
    QTest::newRow("window title") << u"\x1b]0;x\a"_s << u"␛]0;x␇"_s;
    QTest::newRow("C1 sequence") << u"\u009b31m"_s << u"\ufffd31m"_s;
    QTest::newRow("carriage return") << u"all\rno"_s << u"all␍no"_s;
    QTest::newRow("windows line") << u"a\r\nb"_s << u"a\nb"_s;
    QTest::newRow("backspace and delete") << u"a\b\x7f"_s << u"a␈␡"_s;
    QTest::newRow("tab") << u"a\tb"_s << u"a    b"_s;
    QTest::newRow("override") << u"a\u202eb\u2066"_s << u"a\ufffdb\ufffd"_s;
    QTest::newRow("nul") << QString(QChar(0)) << u"␀"_s;
}

void TerminalTextTest::safe()
{
    QFETCH(QString, text);
    QFETCH(QString, safe);
    QCOMPARE(terminalSafe(text), safe);
}

void TerminalTextTest::wraps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cells");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("empty") << u""_s << 5 << QStringList{u""_s};
    QTest::newRow("fits") << u"lamp"_s << 4 << QStringList{u"lamp"_s};
    QTest::newRow("words") << u"a nice lamp"_s << 6 << QStringList{u"a nice"_s, u"lamp"_s};
    QTest::newRow("several blanks") << u"aa    bb"_s << 3 << QStringList{u"aa"_s, u"bb"_s};
    QTest::newRow("long word") << u"abcdefgh"_s << 3 << QStringList{u"abc"_s, u"def"_s, u"gh"_s};
    QTest::newRow("word then long word") << u"xy abcdefgh"_s << 5 << QStringList{u"xy"_s, u"abcde"_s, u"fgh"_s};
    QTest::newRow("line feeds") << u"a\n\nb"_s << 5 << QStringList{u"a"_s, u""_s, u"b"_s};
    QTest::newRow("chinese") << u"这盏灯很好"_s << 5 << QStringList{u"这盏"_s, u"灯很"_s, u"好"_s};
    QTest::newRow("no closing sign at a start") << u"这盏，好"_s << 5 << QStringList{u"这"_s, u"盏，"_s, u"好"_s};
    QTest::newRow("emoji stay whole") << u"👍🏽👍🏽"_s << 3 << QStringList{u"👍🏽"_s, u"👍🏽"_s};
}

void TerminalTextTest::wraps()
{
    QFETCH(QString, text);
    QFETCH(int, cells);
    QFETCH(QStringList, lines);
    QCOMPARE(wrapped(text, cells), lines);
}

void TerminalTextTest::wrappedLinesFit()
{
    const QString text =
        u"Ein Satz mit Wörtern, 这盏灯很好，但是太亮了。 👨‍👩‍👧 e\u0301 https://example.org/a/very/long/path end"_s;
    for (int width = 2; width < 60; ++width) {
        QString letters;
        for (const QString &line : wrapped(text, width)) {
            QVERIFY2(displayWidth(line) <= width, qPrintable(line));
            letters += line;
        }
        QCOMPARE(letters.remove(u' '), QString(text).remove(u' ')); // nothing is lost
    }
}

void TerminalTextTest::aLongLine_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("unitsPerLine");
    QTest::newRow("no break anywhere") << u"a"_s << 60 << 60;
    QTest::newRow("words") << u"lamp "_s << 60 << 12;
    QTest::newRow("chinese") << u"灯"_s << 61 << 30;
    QTest::newRow("combining marks") << u"e\u0301"_s << 60 << 60;
    QTest::newRow("emoji") << u"👍🏽"_s << 60 << 30;
}

/// A megabyte without a line feed, as documents in a CSV have it: measured again for each of its lines it would take hours.
void TerminalTextTest::aLongLine()
{
    QFETCH(QString, unit);
    QFETCH(int, width);
    QFETCH(int, unitsPerLine);
    const int units = 1'000'000 / int(unit.toUtf8().size());
    const QStringList lines = wrapped(unit.repeated(units), width);
    QCOMPARE(lines.size(), (units + unitsPerLine - 1) / unitsPerLine);
    QCOMPARE(lines.first(), unit.repeated(unitsPerLine).trimmed());
}

void TerminalTextTest::clips()
{
    QCOMPARE(clipped(u"lamp"_s, 4), u"lamp"_s);
    QCOMPARE(clipped(u"lamps"_s, 4), u"lam…"_s);
    QCOMPARE(clipped(u"好灯好"_s, 4), u"好…"_s);
}

void TerminalTextTest::paints()
{
    CapturedStream stream;
    const SpanLine line{{u"ok"_s, Ink::Good}, {u"好"_s, Ink::Plain}};
    QCOMPARE(painted(line, stream, 6), u"ok好  "_s);
    stream.colour = true;
    QCOMPARE(painted(line, stream, 6), u"\x1b[32mok\x1b[0m好  "_s);
    QCOMPARE(painted(u""_s, Ink::Bad, stream), QString());
}

void TerminalTextTest::colourRules_data()
{
    QTest::addColumn<StreamKind>("kind");
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<bool>("wanted");
    QTest::newRow("terminal") << StreamKind::Terminal << QStringList{u"TERM"_s, u"xterm"_s} << true;
    QTest::newRow("pipe") << StreamKind::Other << QStringList{} << false;
    QTest::newRow("NO_COLOR") << StreamKind::Terminal << QStringList{u"NO_COLOR"_s, u"1"_s} << false;
    QTest::newRow("NO_COLOR empty") << StreamKind::Terminal << QStringList{u"NO_COLOR"_s, u""_s} << true;
    QTest::newRow("dumb") << StreamKind::Terminal << QStringList{u"TERM"_s, u"dumb"_s} << false;
    QTest::newRow("forced") << StreamKind::Other << QStringList{u"CLICOLOR_FORCE"_s, u"1"_s} << true;
    QTest::newRow("not forced") << StreamKind::Other << QStringList{u"CLICOLOR_FORCE"_s, u"0"_s} << false;
    QTest::newRow("NO_COLOR wins") << StreamKind::Terminal << QStringList{u"CLICOLOR_FORCE"_s, u"1"_s, u"NO_COLOR"_s, u"1"_s}
                                   << false;
}

void TerminalTextTest::colourRules()
{
    QFETCH(StreamKind, kind);
    QFETCH(QStringList, variables);
    QFETCH(bool, wanted);
    QProcessEnvironment environment;
    for (qsizetype i = 0; i + 1 < variables.size(); i += 2)
        environment.insert(variables.at(i), variables.at(i + 1));
    QCOMPARE(coloursWanted(kind, environment), wanted);
}

QTEST_GUILESS_MAIN(TerminalTextTest)
#include "tst_terminaltext.moc"
