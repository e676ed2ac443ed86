// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/labelstudy.h"

#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/handbackground.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Variant variant(const QString &id, double temperature)
{
    Variant variant;
    variant.endpoint = endpointFromId(id);
    variant.sampling.temperature = temperature;
    return variant;
}

Case row(const QString &text, const QString &expected)
{
    Case row;
    row.variables = {{u"text"_s, text}};
    CheckSpec check;
    check.type = u"icontains"_s;
    check.value = expected;
    row.checks = {check};
    return row;
}

/// Two variants of one local model, one of another; two cases.
Experiment experiment()
{
    Experiment experiment;
    experiment.prompts = {Prompt{{}, {Message{Role::User, u"Is it good or bad? {{ text }}"_s}}, {}}};
    experiment.variants = {variant(u"local:mini"_s, 0.2), variant(u"local:mini"_s, 0.9), variant(u"local:other"_s, 0)};
    experiment.cases = {row(u"Fine!"_s, u"good"_s), row(u"Awful."_s, u"bad"_s)};
    experiment.repeat = 5;
    return experiment;
}

const QStringList labels{u"good"_s, u"bad"_s};

/// Scores for the texts "good", " good", "bad", " bad".
GenerationBatch scores(double good, double bad)
{
    std::vector<ScoredText> texts(4);
    texts[0].logProbability = std::log(good);
    texts[1].logProbability = std::log(0.0);
    texts[2].logProbability = std::log(bad);
    texts[3].logProbability = std::log(0.0);
    return {Event::Scored{texts}, Event::Finished{}};
}

} // namespace

class TestLabelStudy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variantsOfOneModelShare();
    void resultsAndMetrics();
    void staleRows();
    void refusals();
    void aBrokenTemplateFailsItsRowsOnly();
    void nothingIsRenderedOnTheCallersThread();
    void itIsStoppedWhilePromptsAreRendered();
    void theNewestStartCounts();

private:
    [[nodiscard]] SessionContext context(Background *background = nullptr)
    {
        SessionContext context{&m_engine, nullptr, &m_clock, &m_catalog,
                               [](const QString &model) -> Result<QString> { return QString(u"/models/"_s + model); }};
        context.background = background;
        return context;
    }
    FakeEngine m_engine;
    FakeClock m_clock;
    Catalog m_catalog = Catalog::builtIn();
};

void TestLabelStudy::variantsOfOneModelShare()
{
    m_engine = {};
    LabelStudy study(context());
    QSignalSpy planned(&study, &LabelStudy::planned);
    QVERIFY(study.start(experiment(), labels, LabelSpelling::Exact));
    QCOMPARE(planned.size(), 1);
    QCOMPARE(study.models().size(), 2);
    QCOMPARE(study.models().at(0).variants, (QList<int>{0, 1}));
    QCOMPARE(study.models().at(0).title, u"local:mini"_s);
    QCOMPARE(study.rows().size(), 4); // two cases, two models, no repeats
    QCOMPARE(m_engine.count(), 4);
    const GenerationRequest request = m_engine.at(0).request;
    QCOMPARE(request.messages.at(0).text, u"Is it good or bad? Fine!"_s);
    QCOMPARE(request.score.size(), 4U);
    QVERIFY(request.score.at(0).everySpelling);
    QCOMPARE(request.sampling, SamplingSettings());
    QCOMPARE(study.rows().at(0).expected, 0);
    QCOMPARE(study.rows().at(3).expected, 1);
}

void TestLabelStudy::resultsAndMetrics()
{
    m_engine = {};
    LabelStudy study(context());
    QSignalSpy finished(&study, &LabelStudy::finished);
    QVERIFY(study.start(experiment(), labels, LabelSpelling::Exact));
    QVERIFY(!study.result(0));
    m_engine.deliver(0, scores(0.6, 0.2)); // first case, mini
    m_engine.fail(1, failure(ErrorKind::ModelBroken, u"broken"_s).error());
    m_engine.deliver(2, scores(0.3, 0.1)); // second case, mini: wrong
    m_engine.deliver(3, scores(0.1, 0.9));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(study.result(0));
    QVERIFY(qAbs(study.result(0)->shares[0] - 0.75) < 1e-12);
    QVERIFY(qAbs(study.result(0)->rest - 0.2) < 1e-12);
    QVERIFY(!study.result(1));
    QCOMPARE(study.cell(1).error->kind, ErrorKind::ModelBroken);
    QCOMPARE(study.classified(0).size(), 2U);
    QCOMPARE(study.classified(1).size(), 1U);
    QCOMPARE(*atThreshold(study.classified(0), 2, 0).accuracy(), 0.5);
    QCOMPARE(*atThreshold(study.classified(1), 2, 0).accuracy(), 1.0);
}

void TestLabelStudy::staleRows()
{
    m_engine = {};
    LabelStudy study(context());
    QVERIFY(study.start(experiment(), labels, LabelSpelling::Exact));
    Experiment now = experiment();
    now.variants[0].sampling.temperature = 1.5;
    now.cases[0].checks.clear();
    QVERIFY2(!study.isStale(0, now), "neither sampling nor checks change a probability");
    now.cases[1].variables[0].value = u"Great."_s;
    QVERIFY(!study.isStale(0, now));
    QVERIFY(study.isStale(2, now));
    now = experiment();
    now.prompts[0].messages[0].text += u" Answer in one word."_s;
    QVERIFY(study.isStale(0, now));
    now = experiment();
    now.variants.removeLast();
    QVERIFY(!study.isStale(0, now));
    QVERIFY(study.isStale(1, now));
    QVERIFY(study.isStale(0, Experiment()));
}

void TestLabelStudy::refusals()
{
    m_engine = {};
    LabelStudy study(context());
    QCOMPARE(study.start(experiment(), {u"one"_s}, LabelSpelling::Exact).error().kind, ErrorKind::Usage);
    QCOMPARE(study.start(Experiment(), labels, LabelSpelling::Exact).error().kind, ErrorKind::Usage);
    QCOMPARE(m_engine.count(), 0);
    QVERIFY(study.rows().isEmpty());
}

void TestLabelStudy::aBrokenTemplateFailsItsRowsOnly()
{
    m_engine = {};
    LabelStudy study(context());
    QSignalSpy finished(&study, &LabelStudy::finished);
    Experiment broken = experiment();
    broken.variants = {variant(u"local:mini"_s, 0)};
    for (Variable &variable : broken.cases[0].variables)
        variable.value = QJsonValue(QJsonValue::Undefined); // its file may not be read
    QVERIFY(study.start(broken, labels, LabelSpelling::Exact));
    QCOMPARE(m_engine.count(), 1);
    m_engine.deliver(0, scores(0.5, 0.5));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(study.cell(0).error->kind, ErrorKind::Template);
    QVERIFY(study.result(1));
}

void TestLabelStudy::nothingIsRenderedOnTheCallersThread()
{
    m_engine = {};
    HandBackground background;
    LabelStudy study(context(&background));
    QSignalSpy planned(&study, &LabelStudy::planned);
    QSignalSpy refused(&study, &LabelStudy::refused);
    QSignalSpy finished(&study, &LabelStudy::finished);
    QVERIFY(study.start(experiment(), labels, LabelSpelling::Exact));
    QVERIFY(study.isRunning());
    QVERIFY(study.progress().isPreparing);
    QVERIFY(study.rows().isEmpty());
    background.workOff();
    QCOMPARE(planned.size(), 1);
    QCOMPARE(study.rows().size(), 4);
    QCOMPARE(study.rows().at(3).expected, 1);
    QCOMPARE(m_engine.count(), 4);
    QVERIFY(!study.progress().isPreparing);
    for (int i = 0; i < 4; ++i)
        m_engine.deliver(i, scores(0.5, 0.5));
    QTRY_COMPARE(finished.size(), 1);

    // What is wrong with all of it comes later too, and the rows stay as they were.
    QVERIFY(study.start(Experiment(), labels, LabelSpelling::Exact));
    QVERIFY(refused.isEmpty());
    background.workOff();
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.at(0).at(0).value<Error>().kind, ErrorKind::Usage);
    QVERIFY(!study.isRunning());
    QCOMPARE(study.rows().size(), 4);
}

void TestLabelStudy::itIsStoppedWhilePromptsAreRendered()
{
    m_engine = {};
    HandBackground background;
    LabelStudy study(context(&background));
    QSignalSpy planned(&study, &LabelStudy::planned);
    QSignalSpy finished(&study, &LabelStudy::finished);
    QVERIFY(study.start(experiment(), labels, LabelSpelling::Exact));
    study.stop();
    QVERIFY(!study.isRunning());
    QCOMPARE(finished.size(), 1);
    background.workOff();
    QCOMPARE(m_engine.count(), 0);
    QVERIFY(planned.isEmpty());
    QVERIFY(study.rows().isEmpty());
}

void TestLabelStudy::theNewestStartCounts()
{
    m_engine = {};
    HandBackground background;
    LabelStudy study(context(&background));
    QSignalSpy planned(&study, &LabelStudy::planned);
    QVERIFY(study.start(experiment(), {u"old"_s, u"older"_s}, LabelSpelling::Exact));
    QVERIFY(study.start(experiment(), labels, LabelSpelling::Exact));
    background.workOff();
    QCOMPARE(planned.size(), 1);
    QCOMPARE(study.labels(), labels);
    QCOMPARE(m_engine.count(), 4);
    QVERIFY(study.start(experiment(), labels, LabelSpelling::Exact));
    study.clear(); // another experiment is looked at
    background.workOff();
    QVERIFY(study.rows().isEmpty());
    QCOMPARE(m_engine.count(), 4);
}

QTEST_GUILESS_MAIN(TestLabelStudy)

#include "tst_labelstudy.moc"
