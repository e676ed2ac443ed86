// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/pastanswers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

CellSummary finishedCell(int variant, std::chrono::microseconds time, std::optional<std::int64_t> output = {},
                         CellState state = CellState::Done)
{
    CellSummary cell;
    cell.key.variantIndex = variant;
    cell.state = state;
    cell.totalTime = std::optional<std::int64_t>(time.count());
    cell.outputTokens = output;
    return cell;
}

Experiment variants(int count)
{
    Experiment experiment;
    for (int i = 0; i < count; ++i)
        experiment.variants +=
            Variant{.label = u"v%1"_s.arg(i), .endpoint = {}, .sampling = {}, .promptLabels = {}, .config = {}};
    return experiment;
}

} // namespace

class TestPastAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mediansAndMeansOfWhatAnswered();
    void whatNobodyCountedIsUnknown();
    void manyCellsAreSampledEvenly();
    void times_data();
    void times();
    void aDelayComesBetween();
};

void TestPastAnswers::mediansAndMeansOfWhatAnswered()
{
    const Experiment ran = variants(3);
    const CellTable cells{finishedCell(0, 1s, 10), finishedCell(0, 90s, 30),
                          finishedCell(0, 3s, 20), finishedCell(1, 5s, {}, CellState::Failed),
                          finishedCell(2, 7s, 4),  finishedCell(9, 1s, 1)}; // of a variant that is not there
    const QList<PastAnswers> past = pastAnswers(cells, ran);
    QCOMPARE(past.size(), 2);
    QCOMPARE(past.at(0).variant, ran.variants.at(0));
    QCOMPARE(past.at(0).medianTime, 3s);
    QCOMPARE(past.at(0).meanOutput, 20.0);
    QCOMPARE(past.at(1).variant, ran.variants.at(2));
    QCOMPARE(past.at(1).medianTime, 7s);
}

void TestPastAnswers::whatNobodyCountedIsUnknown()
{
    QVERIFY(pastAnswers({}, variants(2)).isEmpty());
    const QList<PastAnswers> past = pastAnswers({finishedCell(0, 2s)}, variants(1));
    QCOMPARE(past.size(), 1);
    QVERIFY(!past.at(0).meanOutput);
}

/// Variants take turns, and the later half of the cells took longer: neither must be missed.
void TestPastAnswers::manyCellsAreSampledEvenly()
{
    constexpr int all = 100'000;
    CellTable cells;
    for (int i = 0; i < all; ++i)
        cells.push_back(finishedCell(i % 4, 1s, i < all / 2 ? 10 : 30));
    const QList<PastAnswers> past = pastAnswers(cells, variants(4));
    QCOMPARE(past.size(), 4);
    for (const PastAnswers &each : past)
        QVERIFY2(qAbs(*each.meanOutput - 20) < 1, qPrintable(QString::number(*each.meanOutput)));
}

void TestPastAnswers::times_data()
{
    QTest::addColumn<QList<qint64>>("requests");
    QTest::addColumn<QList<qint64>>("seconds"); // −1 = unknown
    QTest::addColumn<int>("atOnce");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("one after the other") << QList<qint64>{10} << QList<qint64>{3} << 1 << qint64(30);
    QTest::newRow("four at once") << QList<qint64>{10, 10} << QList<qint64>{3, 5} << 4 << qint64(20);
    QTest::newRow("no more at once than there are") << QList<qint64>{2} << QList<qint64>{6} << 100 << qint64(6);
    QTest::newRow("never less than the longest") << QList<qint64>{1, 3} << QList<qint64>{20, 1} << 4 << qint64(20);
    QTest::newRow("unknown") << QList<qint64>{10, 1} << QList<qint64>{3, -1} << 4 << qint64(-1);
    QTest::newRow("unknown, but not asked") << QList<qint64>{8, 0} << QList<qint64>{3, -1} << 4 << qint64(6);
    QTest::newRow("nothing to ask") << QList<qint64>{0} << QList<qint64>{3} << 4 << qint64(-1);
}

void TestPastAnswers::times()
{
    QFETCH(QList<qint64>, requests);
    QFETCH(QList<qint64>, seconds);
    QFETCH(int, atOnce);
    QFETCH(qint64, expected);
    QList<RequestTimes> kinds;
    for (qsizetype i = 0; i < requests.size(); ++i)
        kinds += RequestTimes{requests.at(i),
                              seconds.at(i) < 0 ? std::nullopt : std::optional<std::chrono::microseconds>(seconds.at(i) * 1s)};
    const auto time = likelyRunTime(kinds, atOnce);
    QCOMPARE(time ? time->count() / 1'000'000 : -1, expected);
}

void TestPastAnswers::aDelayComesBetween()
{
    const QList<RequestTimes> kinds{{3, std::chrono::microseconds(2s)}, {1, std::chrono::microseconds(4s)}};
    QCOMPARE(likelyRunTime(kinds, 4, 500ms), std::chrono::microseconds(11'500ms));
    QCOMPARE(likelyRunTime(kinds, 1), std::chrono::microseconds(10s));
    QVERIFY(!likelyRunTime({}, 4, 500ms));
}

QTEST_GUILESS_MAIN(TestPastAnswers)
#include "tst_pastanswers.moc"
