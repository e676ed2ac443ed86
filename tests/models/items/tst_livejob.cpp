// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/jobchart.h"
#include "models/items/advicemodel.h"
#include "models/items/costtrackermodel.h"
#include "models/items/experimentedits.h"
#include "models/items/jobtablemodel.h"
#include "models/items/livejob.h"
#include "tests/support/fakepromptcounter.h"
#include "tests/support/handbackground.h"
#include "tests/support/sanitized.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A dollar for a million tokens in, ten for a million out; a batch at half price; a smaller model at a tenth.
Catalog jobPrices()
{
    const Result<Catalog> catalog = Catalog::fromJson(
        R"({"as_of": "2026-01-01", "source": "test", "providers": {"openai": {"title": "OpenAI",
            "hosts": ["api.openai.com"], "families": [{"prefix": "priced", "encoding": "o200k_base"}],
            "models": {"priced": {"title": "Priced", "context": 1000, "max_output": 100, "price": {"input": 1, "output": 10}},
                       "small": {"title": "Small", "context": 1000, "max_output": 100,
                                 "price": {"input": 0.1, "output": 1}}}}}})",
        u"prices.json"_s);
    return catalog.value_or(Catalog());
}

Experiment jobOf(int cases)
{
    Experiment experiment = Edits::blank(endpointFromId(u"openai:chat:priced"_s));
    experiment.prompts[0].messages[0].text = u"Say {{ word }} twice"_s;
    experiment.variants[0].sampling.maxTokens = 50;
    experiment.cases.clear();
    for (int i = 0; i < cases; ++i) {
        experiment.cases += Case{};
        Edits::setVariable(experiment.cases.last(), u"word"_s, u"w%1"_s.arg(i));
    }
    return experiment;
}

/// The textbook's model: $0.002 for 1,000 tokens, in and out.
JobPart textbookPart(std::int64_t inputTokens, std::int64_t cap)
{
    JobPart part{.title = u"book"_s, .sign = variantMark(0), .model = {}, .terms = {}, .counted = {}};
    part.model.model = u"book"_s;
    part.model.price.inputPerMillion = Money::fromDollars(2);
    part.model.price.outputPerMillion = Money::fromDollars(2);
    part.counted.counts = JobCounts::uniform(inputTokens, 10'000);
    part.requests = 10'000;
    part.cap = cap;
    return part;
}

} // namespace

class TestLiveJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsCounted();
    void nobodyLooksNothingIsCounted();
    void countingIsStoppedAndDrawnFrom();
    void localModelsCountForThemselves();
    void whatCannotBePlannedSaysSo();
    void theTextbooksJob();
    void wishesChangeTheFigures();
    void figuresComeAtOnce();
    void stepsAreSortedByAmount();
    void theHistogramHoldsAllRequests();
    void modelsKeepTheirWord();
};

void TestLiveJob::everyCellIsCounted()
{
    const Catalog catalog = jobPrices();
    LiveJob job(&catalog, nullptr, nullptr);
    job.setActive(true);
    job.update(jobOf(30));
    QTRY_COMPARE(job.cells(), 30);
    QTRY_VERIFY(!job.isCounting());
    QCOMPARE(job.counted(), 30);
    QCOMPARE(job.cases(), 30);
    QCOMPARE(job.parts().size(), 1);
    const JobPart &part = job.parts().first();
    QCOMPARE(part.counted.counts.requests(), 30);
    QCOMPARE(part.cap, 50);
    QVERIFY(part.counted.counts.least() > 5);
    QVERIFY(part.counted.facts.constantTokens > 0);
    QCOMPARE(job.rows().size(), 1); // there is no sum of one
    const Cost standard = job.rows().first().standard.known();
    QCOMPARE(standard.low(), moneyForTokens(Money::fromDollars(1), part.counted.counts.total()));
    QCOMPARE(standard.high(), standard.low() + moneyForTokens(Money::fromDollars(10), 30 * 50));
}

void TestLiveJob::nobodyLooksNothingIsCounted()
{
    const Catalog catalog = jobPrices();
    HandBackground background;
    LiveJob job(&catalog, nullptr, &background);
    job.update(jobOf(3));
    QCOMPARE(background.waiting(), 0);
    QVERIFY(!job.isCounting());
    job.setActive(true);
    QCOMPARE(background.waiting(), 1);
    QVERIFY(job.isCounting());
    QTRY_VERIFY_WITH_TIMEOUT((background.workOff(), !job.isCounting()), 5000);
    QCOMPARE(job.rows().size(), 1);
}

void TestLiveJob::countingIsStoppedAndDrawnFrom()
{
    const Catalog catalog = jobPrices();
    FakePromptCounter counter;
    counter.hold(); // the first one is not answered
    Experiment experiment = jobOf(40);
    experiment.variants[0].endpoint = endpointFromId(u"local:tempera-mini"_s);
    LiveJob job(&catalog, &counter, nullptr);
    job.setActive(true);
    job.update(experiment);
    QTRY_VERIFY(!counter.readings.empty());
    QVERIFY(job.isCounting());
    job.stop();
    QVERIFY(!job.isCounting());
    QVERIFY(job.isStopped());
    QCOMPARE(job.rows().size(), 1);
    counter.release(); // too late
    QVERIFY(!job.isCounting());
    job.restart();
    QTRY_VERIFY(!job.isCounting());
    QCOMPARE(job.counted(), 40);
    QCOMPARE(job.parts().first().counted.counts.requests(), 40);
}

void TestLiveJob::localModelsCountForThemselves()
{
    const Catalog catalog = jobPrices();
    FakePromptCounter counter;
    counter.factor = 7;
    Experiment experiment = jobOf(5);
    experiment.variants << experiment.variants.first();
    experiment.variants[1].endpoint = endpointFromId(u"local:tempera-mini"_s);
    LiveJob job(&catalog, &counter, nullptr);
    job.setActive(true);
    job.update(experiment);
    QTRY_COMPARE(job.rows().size(), 3);                     // and the sum
    QCOMPARE(static_cast<int>(counter.readings.size()), 5); // only those of the local model
    QCOMPARE(job.parts().at(1).counted.counts.exactness(), Exactness::Exact);
    QVERIFY(job.rows().at(1).standard.known().isKnown()); // it is the machine's own
    QCOMPARE(job.rows().at(1).standard.known().high(), Money());
    QCOMPARE(job.rows().last().requests, 10);
    QVERIFY(job.rows().last().letter.isEmpty());
}

void TestLiveJob::whatCannotBePlannedSaysSo()
{
    const Catalog catalog = jobPrices();
    Experiment broken = jobOf(3);
    broken.prompts[0].messages[0].text = u"{% if %}"_s;
    LiveJob job(&catalog, nullptr, nullptr);
    job.setActive(true);
    job.update(broken);
    QTRY_VERIFY(job.problem());
    QVERIFY(job.rows().isEmpty()); // and not $0.00
}

/// 10,000 documents of 500 tokens, 200 out, at $0.002 for 1,000: $14; 200 in and 100 out: $6.
void TestLiveJob::theTextbooksJob()
{
    JobWish wish;
    const auto cost = [&wish](const JobPart &part) { return jobRows({part}, wish, 10'000, 4).first().standard.known(); };
    QCOMPARE(cost(textbookPart(500, 200)).high(), Money::fromDollars(14));
    QCOMPARE(cost(textbookPart(500, 200)).low(), Money::fromDollars(10)); // without any output
    QCOMPARE(cost(textbookPart(200, 100)).high(), Money::fromDollars(6));
    JobPart answered = textbookPart(500, 200);
    answered.answers = {{500, 200}, {500, 200}, {500, 200}};
    answered.medianTime = std::chrono::seconds(2);
    const JobRow row = jobRows({answered}, wish, 10'000, 4).first();
    QCOMPARE(row.standard.known().low(), Money::fromDollars(14)); // all alike
    QCOMPARE(row.standard.known().high(), Money::fromDollars(14));
    QCOMPARE(row.perThousand.known().high(), Money::fromDollars(1.4));
    QCOMPARE(row.time, std::chrono::microseconds(std::chrono::seconds(5000)));
}

void TestLiveJob::wishesChangeTheFigures()
{
    const JobPart part = textbookPart(500, 200);
    JobWish wish;
    wish.documents = 1000;
    QCOMPARE(jobRows({part}, wish, 10'000, 4).first().standard.known().high(), Money::fromDollars(1.4));
    QCOMPARE(jobRows({part}, wish, 10'000, 4).first().requests, 1000);
    wish = {};
    wish.cap = 100;
    QCOMPARE(jobRows({part}, wish, 10'000, 4).first().standard.known().high(), Money::fromDollars(12));
    wish = {};
    wish.model = part.model;
    wish.model->encoding = u"another"_s;
    wish.model->price.inputPerMillion = Money::fromDollars(1);
    wish.model->price.outputPerMillion = Money::fromDollars(1);
    const JobRow other = jobRows({part}, wish, 10'000, 4).first();
    QCOMPARE(other.standard.known().high(), Money::fromDollars(7));
    QCOMPARE(other.exactness, Exactness::Estimate); // its tokens are those of another tokenizer
    wish = {};
    wish.requestsPerMinute = 600;
    QCOMPARE(jobRows({part}, wish, 10'000, 4).first().time, std::chrono::microseconds(std::chrono::seconds(1000)));
    wish = {};
    wish.asBatch = true;
    const JobRow batch = jobRows({part}, wish, 10'000, 4).first();
    QVERIFY(batch.isWithinDay);
    QVERIFY(!batch.batch.known().isKnown()); // it has no price for one, which is not that it is free
    wish = {};
    JobPart open = part;
    open.cap.reset();
    QVERIFY(!jobRows({open}, wish, 10'000, 4).first().standard.known().isKnown());
    QVERIFY(jobOutputText(open, wish).contains(u"nothing limits it"_s));
}

/// A key in a box must not be felt: 16 ms for 10,000 documents of as many lengths.
void TestLiveJob::figuresComeAtOnce()
{
    JobPart part = textbookPart(500, 200);
    std::vector<std::int64_t> lengths;
    for (int i = 0; i < 10'000; ++i)
        lengths.push_back(100 + i);
    part.counted.counts = JobCounts(lengths, Exactness::Exact);
    JobWish wish;
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 5; ++round) { // whatever else the machine does
        wish.cap = 100 + round;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(jobRows({part}, wish, 10'000, 4).size(), 1);
        best = std::min(best, timer.elapsed());
    }
    QVERIFY2(best <= (isSanitized ? 400 : 16), qPrintable(QString::number(best)));
}

void TestLiveJob::stepsAreSortedByAmount()
{
    const Catalog catalog = jobPrices();
    LiveJob job(&catalog, nullptr, nullptr);
    job.setActive(true);
    job.update(jobOf(20));
    QTRY_COMPARE(job.parts().size(), 1);
    QSignalSpy advised(&job, &LiveJob::adviceChanged);
    job.adviseOn(0);
    QVERIFY(advised.count() > 0);
    QVERIFY(!job.advice().isEmpty());
    QVERIFY(std::ranges::is_sorted(job.advice(), std::ranges::greater(), [](const Advice &each) { return each.saves.middle(); }));
    QVERIFY(std::ranges::any_of(job.advice(), [](const Advice &each) {
        return each.kind == AdviceKind::SmallerModel && each.model.contains(u"small"_s, Qt::CaseInsensitive);
    }));
    job.adviseOn(-1);
    QVERIFY(job.advice().isEmpty());
}

void TestLiveJob::theHistogramHoldsAllRequests()
{
    std::vector<std::int64_t> lengths;
    for (int i = 0; i < 500; ++i)
        lengths.push_back(i % 100 * 10);
    const JobCounts counts(lengths);
    const ChartData chart =
        jobChart(counts, {.title = u"warm"_s, .sign = variantMark(1), .contextTokens = 900, .tiers = {50'000}});
    QCOMPARE(chart.series.size(), 1);
    double requests = 0;
    for (const ChartMark &mark : chart.series.first().marks) {
        requests += mark.y;
        QCOMPARE(mark.fields.size(), chart.heads.size());
        QVERIFY(mark.x > chart.x.low && mark.x < chart.x.high);
    }
    QCOMPARE(requests, 500.0);
    QStringList lines;
    for (const ChartLine &line : chart.lines)
        lines += line.title;
    QCOMPARE(lines.size(), 3); // the bound of the price lies far beyond
    QVERIFY(chart.note.contains(u"900"_s));
    QVERIFY(!jobChart({}, {.title = {}}).empty.isEmpty());
}

void TestLiveJob::modelsKeepTheirWord()
{
    JobTableModel rows;
    const QAbstractItemModelTester rowsTester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(rows.rowCount(), 0);
    JobPart open = textbookPart(500, 200);
    open.cap.reset();
    rows.setRows(jobRows({textbookPart(500, 200), open}, {}, 10'000, 4));
    QCOMPARE(rows.rowCount(), 3);
    QCOMPARE(rows.index(0, JobTableModel::Standard).data().toString(), u"$10.00–$14.00"_s);
    QCOMPARE(rows.index(1, JobTableModel::Standard).data().toString(), u"unknown"_s);
    QVERIFY(!rows.index(1, JobTableModel::Standard).data(Qt::ToolTipRole).toString().isEmpty());
    QVERIFY(rows.index(2, JobTableModel::Standard).data().toString().contains(u"unknown"_s));
    rows.setRows(jobRows({textbookPart(500, 100), open}, {}, 10'000, 4)); // the same rows
    QCOMPARE(rows.index(0, JobTableModel::Standard).data().toString(), u"$10.00–$12.00"_s);
    rows.setRows({});

    AdviceModel advice;
    const QAbstractItemModelTester adviceTester(&advice, QAbstractItemModelTester::FailureReportingMode::QtTest);
    advice.setAdvice({{.kind = AdviceKind::Batch, .tokens = 3, .saves = Cost::exact(Money::fromDollars(2)), .share = 0.5}});
    QCOMPARE(advice.index(0, AdviceModel::Saves).data().toString(), u"$2.00"_s);
    QCOMPARE(advice.index(0, AdviceModel::Share).data().toString(), u"50 %"_s);
    QVERIFY(advice.index(0, AdviceModel::Step).data().toString().contains(u"batch"_s));

    CostTrackerModel tracker;
    const QAbstractItemModelTester trackerTester(&tracker, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SpendingRow spent;
    spent.cells = 2;
    spent.inputTokens = 1200;
    spent.outputTokens = 300;
    spent.cost = Money::fromDollars(0.02);
    tracker.setSpent(CostTrackerModel::Always, spent);
    QCOMPARE(tracker.index(CostTrackerModel::Always, CostTrackerModel::Total).data().toString(), u"1,500"_s);
    QCOMPARE(tracker.index(CostTrackerModel::Always, CostTrackerModel::Cost).data().toString(), u"$0.020"_s);
    QCOMPARE(costTrackerText(CostTrackerModel::Today, spent), u"Today: 1,200 tokens in + 300 out = 1,500, $0.020"_s);
}

QTEST_GUILESS_MAIN(TestLiveJob)
#include "tst_livejob.moc"
