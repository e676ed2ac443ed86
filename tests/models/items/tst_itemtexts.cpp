// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/celltext.h"
#include "models/items/stoptext.h"
#include "models/items/tableimport.h"
#include "models/text/displaytext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

class TestItemTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data();
    void durations();
    void footersSayWhatIsKnown();
    void originsSayWhatIsKnown();
    void anUnknownCostIsSaid();
    void statesAreToldApart();
    void firstLines();
    void stopsComeBack_data();
    void stopsComeBack();
    void typedStops();
    void tables_data();
    void tables();
};

void TestItemTexts::durations_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0 ms"_s;
    QTest::newRow("short") << qint64(120'400) << u"120 ms"_s;
    QTest::newRow("just under a second") << qint64(999'600) << u"1.00 s"_s;
    QTest::newRow("seconds") << qint64(1'240'000) << u"1.24 s"_s;
    QTest::newRow("many seconds") << qint64(42'000'000) << u"42.0 s"_s;
    QTest::newRow("a minute") << qint64(59'990'000) << u"1 min 0 s"_s;
    QTest::newRow("minutes") << qint64(125'000'000) << u"2 min 5 s"_s;
    QTest::newRow("hours") << qint64(7'500'000'000) << u"2 h 5 min"_s;
}

void TestItemTexts::durations()
{
    QFETCH(qint64, microseconds);
    QTEST(CellText::duration(std::chrono::microseconds(microseconds)), "text");
}

void TestItemTexts::originsSayWhatIsKnown()
{
    Cell cell;
    QCOMPARE(CellText::origin(cell), QString());
    cell.model = u"mini\u202e"_s;
    cell.seed = 7;
    cell.modelHash = "ab12";
    cell.reproducibility = Reproducibility::Strict;
    const QStringList lines = CellText::origin(cell).split(u'\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(0), u"Answered by "_s + DisplayText::of(cell.model));
    QCOMPARE(lines.at(1), u"Seed 7"_s);
    QVERIFY(lines.at(2).endsWith(u": ab12"_s));
    QVERIFY(lines.at(3).startsWith(u"Strict"_s));
    cell.reproducibility = Reproducibility::Fast;
    QVERIFY(CellText::origin(cell).contains(u"\nFast"_s));
    QVERIFY2(CellText::origin(cell).contains(u"may give another answer"_s), "only strict mode promises the same text");
    // A seed is no promise of a server.
    cell.reproducibility = Reproducibility::Unknown;
    QCOMPARE(CellText::origin(cell).split(u'\n').size(), 3);
    cell.request.endpoint.kind = EndpointKind::Remote;
    QVERIFY(CellText::origin(cell).endsWith(u"is up to the server."_s));
    cell.seed.reset();
    QCOMPARE(CellText::origin(cell).split(u'\n').size(), 2);
    cell.timings.gaps = TextGaps(std::chrono::milliseconds(20), std::chrono::milliseconds(50), std::chrono::seconds(2));
    cell.timings.bytes = 12'300;
    QCOMPARE(CellText::origin(cell).split(u'\n').size(), 4);
    QVERIFY2(CellText::origin(cell).contains(
                 u"Between pieces of text: 20 ms mostly, 95 % within 50 ms, 2.00 s at most\nReceived: 12.3 kB"_s),
             qPrintable(CellText::origin(cell)));
}

void TestItemTexts::footersSayWhatIsKnown()
{
    Cell cell;
    cell.state = CellState::Done;
    cell.timings.firstToken = 120ms;
    cell.timings.tokensPerSecond = 48.26;
    cell.usage.inputTokens = 1200;
    cell.usage.outputTokens = 48;
    cell.cost = Money::fromDollars(0.0021);
    cell.retries = 2;
    QCOMPARE(CellText::footer(cell), u"first token 120 ms · 48.3 tokens/s · 1,200 → 48 tokens · $0.0021 · attempts: 3"_s);
    cell.usage = {};
    cell.usage.outputTokens = 5;
    cell.usage.exactness = Exactness::Estimate;
    cell.retries = 0;
    QVERIFY2(CellText::footer(cell).contains(u"≈? → 5 tokens"_s), qPrintable(CellText::footer(cell)));
}

void TestItemTexts::anUnknownCostIsSaid()
{
    Cell cell;
    QCOMPARE(CellText::footer(cell), QString());
    cell.state = CellState::Done;
    QCOMPARE(CellText::footer(cell), u"cost unknown"_s);
    cell.cost = Money();
    QVERIFY(CellText::footer(cell).startsWith(u"$0"_s));
}

void TestItemTexts::statesAreToldApart()
{
    Cell cell;
    QStringList seen;
    for (const CellState state :
         {CellState::Planned, CellState::Queued, CellState::Loading, CellState::Streaming, CellState::Retrying, CellState::Done,
          CellState::Failed, CellState::Cancelled, CellState::NotNeeded}) {
        cell.state = state;
        QVERIFY(!CellText::state(cell).isEmpty());
        QVERIFY(!seen.contains(CellText::state(cell)));
        seen += CellText::state(cell);
    }
    cell.state = CellState::Loading;
    cell.loadingFraction = 0.404;
    QCOMPARE(CellText::state(cell), u"Loading the model, 40 %"_s);
    cell.grade =
        Grade{Outcome::Fail,
              0.5,
              {Verdict{.type = u"a"_s, .outcome = Outcome::Pass, .score = 1, .weight = 1, .metric = {}, .reason = {}},
               Verdict{.type = u"b"_s, .outcome = Outcome::NotEvaluated, .score = 0, .weight = 1, .metric = {}, .reason = {}}}};
    QCOMPARE(CellText::grade(summaryOf(cell)), u"1 of 2 checks passed"_s);
}

void TestItemTexts::firstLines()
{
    QCOMPARE(firstLine(u"one line", 20), u"one line"_s);
    QCOMPARE(firstLine(u"\n  one\ntwo", 20), u"one…"_s);
    QCOMPARE(firstLine(u"abcdefgh", 3), u"abc…"_s);
    QCOMPARE(firstLine(u"a😀b", 2), u"a…"_s);
    QCOMPARE(firstLine(u"", 5), QString());
}

void TestItemTexts::stopsComeBack_data()
{
    QTest::addColumn<QStringList>("stops");
    QTest::newRow("none") << QStringList{};
    QTest::newRow("one") << QStringList{u"END"_s};
    QTest::newRow("line ends") << QStringList{u"\n\n"_s, u"\r"_s, u"\t"_s};
    QTest::newRow("commas") << QStringList{u"a,b"_s, u"\\n"_s};
    QTest::newRow("blanks") << QStringList{u" "_s, u" a b "_s, u"  "_s};
}

void TestItemTexts::stopsComeBack()
{
    QFETCH(QStringList, stops);
    QCOMPARE(stopsFromText(stopsToText(stops)), stops);
}

void TestItemTexts::typedStops()
{
    QCOMPARE(stopsFromText(u" a , , b\\"_s), (QStringList{u"a"_s, u"b\\"_s}));
    QCOMPARE(stopsFromText(u"\\n\\n,User:"_s), (QStringList{u"\n\n"_s, u"User:"_s}));
}

void TestItemTexts::tables_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QStringList>>("rows");
    using Rows = QList<QStringList>;
    QTest::newRow("tabs") << u"a\tb\n1\t2\n"_s << Rows{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("commas") << u"a,b\r\n1,\r\n"_s << Rows{{u"a"_s, u"b"_s}, {u"1"_s, QString()}};
    QTest::newRow("quotes") << u"\"a, \"\"b\"\"\nc\",d"_s << Rows{{u"a, \"b\"\nc"_s, u"d"_s}};
    QTest::newRow("commas in tabs") << u"a, b\tc"_s << Rows{{u"a, b"_s, u"c"_s}};
    QTest::newRow("empty lines") << u"\n\n a \n\n"_s << Rows{{u" a "_s}};
    QTest::newRow("nothing") << QString() << Rows{};
    QTest::newRow("open quote") << u"\"a,1\nb,2"_s << Rows{{u"\"a"_s, u"1"_s}, {u"b"_s, u"2"_s}};
    QTest::newRow("open quote in one cell") << u"5 ft 3\"\t\"x\n6 ft\ty"_s
                                            << Rows{{u"5 ft 3\""_s, u"\"x"_s}, {u"6 ft"_s, u"y"_s}};
    QTest::newRow("text behind a quote") << u"\"a\" b,c"_s << Rows{{u"a b"_s, u"c"_s}};
    QTest::newRow("only separators") << u"a\tb\n\t\n"_s << Rows{{u"a"_s, u"b"_s}};
}

void TestItemTexts::tables()
{
    QFETCH(QString, text);
    QTEST(rowsFromText(text), "rows");
}

QTEST_GUILESS_MAIN(TestItemTexts)
#include "tst_itemtexts.moc"
