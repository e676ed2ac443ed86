// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/experimentedits.h"
#include "models/items/liveestimate.h"
#include "tests/support/fakepromptcounter.h"
#include "tests/support/handbackground.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Catalog prices()
{
    const Result<Catalog> catalog = Catalog::fromJson(
        R"({"as_of": "2026-01-01", "source": "test", "providers": {"openai": {"title": "OpenAI",
            "hosts": ["api.openai.com"], "models": {"priced": {"title": "Priced",
            "context": 1000, "max_output": 100, "price": {"input": 1, "output": 10}}}}}})",
        u"prices.json"_s);
    return catalog.value_or(Catalog());
}

Experiment sample(int cases)
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

} // namespace

class TestLiveEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsCellsTokensAndMoney();
    void scalesUpFromAFewCases();
    void editsAreGathered();
    void unknownPricesAreSaid();
    void aBrokenTemplateIsTold();
    void eachModelCountsForItself();
    void whatIsEditedMeanwhileIsPlannedOnce();
    void aLateCountIsOfNoUse();
    void anEditWaitsForOneCountAtMost();
    void manyRepeatsAreScaledUp();
    void whatDoesNotRenderHasNoPrice_data();
    void whatDoesNotRenderHasNoPrice();
};

void TestLiveEstimate::countsCellsTokensAndMoney()
{
    FakePromptCounter counter;
    counter.exactness = Exactness::Estimate;
    const Catalog catalog = prices();
    LiveEstimate estimate(&catalog, &counter, nullptr);
    QCOMPARE(estimate.text(), u"Nothing to run yet"_s);
    QSignalSpy changed(&estimate, &LiveEstimate::changed);
    Experiment experiment = sample(3);
    experiment.repeat = 2;
    estimate.update(experiment);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(estimate.cells(), 6);
    QCOMPARE(std::ssize(counter.readings), 3);
    // Three words and the framing of a message, six times.
    QCOMPARE(estimate.total().inputTokens, 6 * (3 + 4));
    QCOMPARE(estimate.total().maxOutput, 6 * 50);
    QCOMPARE(estimate.total().low, moneyForTokens(Money::fromDollars(1), 7) * 6);
    QVERIFY(estimate.total().high > estimate.total().low);
    QCOMPARE(estimate.variants().size(), 1);
    QCOMPARE(estimate.variants().first(), estimate.total());
    QVERIFY2(estimate.text().startsWith(u"3 × 2 = 6 cells | ≈ $"_s), qPrintable(estimate.text()));
    QVERIFY2(estimate.text().endsWith(u" | ≈42 tokens in · ≤ 300 out"_s), qPrintable(estimate.text()));
}

void TestLiveEstimate::scalesUpFromAFewCases()
{
    FakePromptCounter counter;
    counter.exactness = Exactness::Estimate;
    const Catalog catalog = prices();
    LiveEstimate estimate(&catalog, &counter, nullptr);
    QSignalSpy changed(&estimate, &LiveEstimate::changed);
    estimate.update(sample(LiveEstimate::renderedCases * 5));
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(estimate.cells(), LiveEstimate::renderedCases * 5);
    QCOMPARE(std::ssize(counter.readings), LiveEstimate::renderedCases);
    QCOMPARE(estimate.total().inputTokens, LiveEstimate::renderedCases * 5 * 7);
    QCOMPARE(estimate.total().exactness, Exactness::Estimate);
}

void TestLiveEstimate::editsAreGathered()
{
    FakePromptCounter counter;
    counter.exactness = Exactness::Estimate;
    const Catalog catalog = prices();
    LiveEstimate estimate(&catalog, &counter, nullptr);
    QSignalSpy changed(&estimate, &LiveEstimate::changed);
    for (int i = 0; i < 50; ++i)
        estimate.update(sample(2));
    QTRY_COMPARE(changed.count(), 1);
    estimate.update(sample(2));
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(std::ssize(counter.readings), 2); // what was counted once is known
}

void TestLiveEstimate::unknownPricesAreSaid()
{
    FakePromptCounter counter;
    counter.exactness = Exactness::Estimate;
    const Catalog catalog = prices();
    LiveEstimate estimate(&catalog, &counter, nullptr);
    QSignalSpy changed(&estimate, &LiveEstimate::changed);
    Experiment experiment = sample(1);
    experiment.variants[0].endpoint = endpointFromId(u"openai:chat:never-heard-of"_s);
    estimate.update(experiment);
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(!estimate.total().low);
    QVERIFY2(estimate.text().contains(u"unknown"_s), qPrintable(estimate.text()));
}

void TestLiveEstimate::aBrokenTemplateIsTold()
{
    FakePromptCounter counter;
    counter.exactness = Exactness::Estimate;
    const Catalog catalog = prices();
    LiveEstimate estimate(&catalog, &counter, nullptr);
    QSignalSpy changed(&estimate, &LiveEstimate::changed);
    Experiment experiment = sample(1);
    experiment.prompts[0].messages[0].text = u"{% if %}"_s;
    estimate.update(experiment);
    QTRY_VERIFY(changed.count() >= 1);
    QVERIFY(estimate.problem());
    experiment = sample(1);
    estimate.update(experiment);
    QTRY_VERIFY(!estimate.problem());
}

void TestLiveEstimate::eachModelCountsForItself()
{
    FakePromptCounter counter;
    const Catalog catalog = prices();
    LiveEstimate estimate(&catalog, &counter, nullptr);
    QSignalSpy changed(&estimate, &LiveEstimate::changed);
    Experiment experiment = sample(2);
    experiment.variants += experiment.variants.constFirst(); // the same model once more
    experiment.variants += experiment.variants.constFirst();
    experiment.variants[2].endpoint = endpointFromId(u"local:mini"_s);
    estimate.update(experiment);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(std::ssize(counter.readings), 2 * 2);
    QCOMPARE(estimate.total().exactness, Exactness::Exact);
    QVERIFY2(estimate.text().contains(u"| 42 tokens in"_s), qPrintable(estimate.text()));
}

void TestLiveEstimate::whatIsEditedMeanwhileIsPlannedOnce()
{
    FakePromptCounter counter;
    HandBackground background;
    const Catalog catalog = prices();
    LiveEstimate estimate(&catalog, &counter, &background);
    QSignalSpy changed(&estimate, &LiveEstimate::changed);
    estimate.update(sample(1));
    QTRY_COMPARE(background.waiting(), 1);
    for (int cases = 2; cases < 6; ++cases)
        estimate.update(sample(cases));
    background.workOff();
    QTRY_VERIFY(background.waiting() == 1 || estimate.cells() == 5);
    background.workOff();
    QTRY_COMPARE(estimate.cells(), 5);
    QCOMPARE(estimate.total().inputTokens, 5 * 7);
}

void TestLiveEstimate::aLateCountIsOfNoUse()
{
    FakePromptCounter counter;
    const Catalog catalog = prices();
    LiveEstimate estimate(&catalog, &counter, nullptr);
    QSignalSpy changed(&estimate, &LiveEstimate::changed);
    counter.hold();
    estimate.update(sample(1));
    QTRY_COMPARE(std::ssize(counter.readings), 1);
    QCOMPARE(estimate.text(), u"1 cell | counting tokens…"_s);
    Experiment longer = sample(1);
    longer.prompts[0].messages[0].text = u"Say {{ word }} and say it once more"_s;
    estimate.update(longer);
    QTRY_COMPARE(std::ssize(counter.readings), 2);
    counter.release();
    QCOMPARE(estimate.total().inputTokens, 7 + 4);
    QVERIFY2(estimate.text().contains(u"| 11 tokens in"_s), qPrintable(estimate.text()));
}

void TestLiveEstimate::anEditWaitsForOneCountAtMost()
{
    FakePromptCounter counter;
    const Catalog catalog = prices();
    LiveEstimate estimate(&catalog, &counter, nullptr);
    counter.hold();
    estimate.update(sample(30));
    QTRY_COMPARE(std::ssize(counter.readings), 1); // the others are not asked for before it is there
    Experiment edited = sample(30);
    edited.prompts[0].messages[0].text = u"Now say {{ word }}"_s;
    estimate.update(edited);
    QTRY_COMPARE(std::ssize(counter.readings), 2);
    counter.release();
    QCOMPARE(std::ssize(counter.readings), 1 + 30); // those of before are of no use any more
    for (std::size_t i = 1; i < counter.readings.size(); ++i)
        QVERIFY(counter.readings[i].constFirst().text.startsWith(u"Now"_s));
    QCOMPARE(estimate.total().inputTokens, 30 * (3 + 4));
    QCOMPARE(estimate.total().exactness, Exactness::Exact);
}

void TestLiveEstimate::manyRepeatsAreScaledUp()
{
    FakePromptCounter counter;
    const Catalog catalog = prices();
    LiveEstimate estimate(&catalog, &counter, nullptr);
    QSignalSpy changed(&estimate, &LiveEstimate::changed);
    Experiment experiment = sample(LiveEstimate::renderedCases);
    experiment.repeat = 1000;
    estimate.update(experiment);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(estimate.cells(), LiveEstimate::renderedCases * 1000);
    QCOMPARE(estimate.total().inputTokens, LiveEstimate::renderedCases * 1000 * 7);
    QVERIFY(std::ssize(counter.readings) < LiveEstimate::renderedCases);
    QCOMPARE(estimate.total().exactness, Exactness::Estimate);
}

void TestLiveEstimate::whatDoesNotRenderHasNoPrice_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("not closed") << u"Say {{ word"_s << u"prompt 1, line 1, column 5"_s;
    QTest::newRow("not closed on its line") << u"Say\n{{ word\ntwice"_s << u"prompt 1, line 3, column 1"_s;
    QTest::newRow("block not closed") << u"{% if word %}Say"_s << u"prompt 1"_s;
    QTest::newRow("no such filter") << u"Say {{ word | uper }}"_s << u"uper"_s;
}

void TestLiveEstimate::whatDoesNotRenderHasNoPrice()
{
    QFETCH(QString, text);
    QFETCH(QString, why);
    FakePromptCounter counter;
    counter.exactness = Exactness::Estimate;
    const Catalog catalog = prices();
    LiveEstimate estimate(&catalog, &counter, nullptr);
    QSignalSpy changed(&estimate, &LiveEstimate::changed);
    Experiment experiment = sample(2);
    experiment.prompts[0].messages[0].text = text;
    estimate.update(experiment);
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY2(estimate.text().contains(why), qPrintable(estimate.text()));
    QVERIFY2(!estimate.text().contains(u'$'), qPrintable(estimate.text()));
    QVERIFY2(!estimate.text().contains(u"tokens"_s), qPrintable(estimate.text()));
    QCOMPARE(estimate.variants().constFirst().requests, 0);
}

QTEST_GUILESS_MAIN(TestLiveEstimate)
#include "tst_liveestimate.moc"
