// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/effecttablemodel.h"
#include "models/items/labelqualitymodel.h"
#include "models/items/labelstablemodel.h"
#include "models/items/sharetext.h"

#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment experiment(int cases)
{
    Experiment experiment;
    experiment.prompts = {Prompt{{}, {Message{Role::User, u"{{ text }}"_s}}, {}}};
    Variant variant;
    variant.endpoint = endpointFromId(u"local:mini"_s);
    experiment.variants = {variant};
    for (int i = 0; i < cases; ++i) {
        Case row;
        row.variables = {{u"text"_s, QString::number(i)}};
        experiment.cases += row;
    }
    return experiment;
}

} // namespace

class TestLabelModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percents_data();
    void percents();
    void factors();
    void otherLabelsMakeOtherColumns();
    void decisionsThatTheModelWouldNotMakeSaySo();
    void unknownLabelsHaveNoAccuracy();
    void effects();

private:
    FakeEngine m_engine;
    FakeClock m_clock;
    Catalog m_catalog = Catalog::builtIn();
};

void TestLabelModels::percents_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << u"0 %"_s;
    QTest::newRow("one") << 1.0 << u"100.0 %"_s;
    QTest::newRow("nearly one") << 0.99999 << u"> 99.9 %"_s;
    QTest::newRow("half") << 0.5 << u"50.0 %"_s;
    QTest::newRow("small") << 0.000123 << u"0.012 %"_s;
    QTest::newRow("tiny") << 1e-12 << u"< 0.0001 %"_s;
}

void TestLabelModels::percents()
{
    QFETCH(double, share);
    QFETCH(QString, text);
    QCOMPARE(ShareText::percent(share), text);
}

void TestLabelModels::factors()
{
    QCOMPARE(ShareText::factor(0), u"="_s);
    QCOMPARE(ShareText::factor(std::log(2.4)), u"×2.40"_s);
    QCOMPARE(ShareText::factor(-std::log(12)), u"÷12.0"_s);
    QCOMPARE(ShareText::factor(std::log(345.6)), u"×346"_s);
    QCOMPARE(ShareText::factor(-std::log(2e9)), u"÷2e+09"_s);
    QCOMPARE(ShareText::percent(std::optional<double>()), u"–"_s);
    QCOMPARE(ShareText::number(0.5), u"0.500"_s);
}

void TestLabelModels::otherLabelsMakeOtherColumns()
{
    m_engine = {};
    ExperimentDocument document;
    document.reset({.experiment = experiment(3), .warnings = {}, .source = {}}, {});
    LabelStudy study({&m_engine, nullptr, &m_clock, &m_catalog, [](const QString &model) -> Result<QString> { return model; }});
    LabelsTableModel rows(study, document);
    LabelQualityModel qualities(study);
    const QAbstractItemModelTester rowsTester(&rows);
    const QAbstractItemModelTester qualityTester(&qualities);
    QCOMPARE(rows.rowCount(), 0);
    QVERIFY(study.start(document.experiment(), {u"a"_s, u"b"_s}, LabelSpelling::Exact));
    QCOMPARE(rows.rowCount(), 3);
    QCOMPARE(rows.columnCount(), LabelsTableModel::FirstLabelColumn + 4);
    QCOMPARE(rows.headerData(LabelsTableModel::FirstLabelColumn + 1, Qt::Horizontal, Qt::DisplayRole).toString(), u"b"_s);
    QCOMPARE(qualities.rowCount(), 2);
    QCOMPARE(qualities.columnCount(), LabelQualityModel::FirstGivenColumn + 2);
    QVERIFY(study.start(document.experiment(), {u"a"_s, u"b"_s, u"c"_s}, LabelSpelling::Exact));
    QCOMPARE(rows.columnCount(), LabelsTableModel::FirstLabelColumn + 5);
    QCOMPARE(qualities.rowCount(), 3);

    std::vector<ScoredText> texts(6);
    for (ScoredText &text : texts)
        text.logProbability = std::log(0.1);
    texts[0].logProbability = std::log(0.3);
    texts[0].complete = false;
    QSignalSpy changed(&rows, &QAbstractItemModel::dataChanged);
    m_engine.deliver(m_engine.count() - 3, {Event::Scored{texts}, Event::Finished{}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(rows.index(0, LabelsTableModel::FirstLabelColumn).data(LabelsTableModel::ShareRole).toDouble(), 0.5);
    QVERIFY(rows.index(0, LabelsTableModel::FirstLabelColumn).data(LabelsTableModel::BestRole).toBool());
    QVERIFY(!rows.index(0, LabelsTableModel::FirstLabelColumn + 1).data(LabelsTableModel::BestRole).toBool());
    QVERIFY(!rows.index(1, LabelsTableModel::FirstLabelColumn).data(LabelsTableModel::ShareRole).isValid());
    QVERIFY(rows.index(0, rows.decisionColumn()).data().toString().contains(u"lower bounds"_s));
    QVERIFY(rows.index(0, LabelsTableModel::FirstLabelColumn).data(Qt::ToolTipRole).toString().contains(u"40.0 %"_s));
    rows.setThreshold(0.6);
    QCOMPARE(rows.index(0, 0).data(LabelsTableModel::DecisionRole).toInt(), -1);

    Experiment fewer = experiment(1);
    document.edit(std::move(fewer), u"fewer"_s);
    QVERIFY(!rows.index(0, 0).data(LabelsTableModel::StaleRole).toBool());
    QVERIFY(rows.index(2, 0).data(LabelsTableModel::StaleRole).toBool());
}

/// Shares say nothing of how much they are shares of: that has to be said beside the decision.
void TestLabelModels::decisionsThatTheModelWouldNotMakeSaySo()
{
    m_engine = {};
    ExperimentDocument document;
    document.reset({.experiment = experiment(2), .warnings = {}, .source = {}}, {});
    LabelStudy study({&m_engine, nullptr, &m_clock, &m_catalog, [](const QString &model) -> Result<QString> { return model; }});
    const LabelsTableModel rows(study, document);
    const LabelQualityModel qualities(study);
    QVERIFY(study.start(document.experiment(), {u"a"_s, u"b"_s}, LabelSpelling::Exact));
    std::vector<ScoredText> texts(4);
    const auto deliver = [&](int row, double all) {
        for (std::size_t i = 0; i < texts.size(); ++i)
            texts[i].logProbability = std::log(all * (i == 0 ? 0.4 : 0.2));
        m_engine.deliver(m_engine.count() - 2 + row, {Event::Scored{texts}, Event::Finished{}});
    };
    deliver(0, 0.001);
    deliver(1, 0.9);
    QTRY_VERIFY(!study.isRunning());
    const QModelIndex forced = rows.index(0, rows.decisionColumn());
    QCOMPARE(forced.data().toString(), u"a (more likely none of them)"_s);
    QVERIFY2(forced.data(Qt::ToolTipRole).toString().contains(u"99.9 %"_s), qPrintable(forced.data(Qt::ToolTipRole).toString()));
    QCOMPARE(rows.index(1, rows.decisionColumn()).data().toString(), u"a"_s);
    QCOMPARE(study.forced(0), 1);
    QVERIFY2(qualities.summary().contains(u"in 1 the model prefers"_s), qPrintable(qualities.summary()));
}

void TestLabelModels::unknownLabelsHaveNoAccuracy()
{
    m_engine = {};
    LabelStudy study({&m_engine, nullptr, &m_clock, &m_catalog, [](const QString &model) -> Result<QString> { return model; }});
    LabelQualityModel qualities(study);
    QCOMPARE(qualities.summary(), QString());
    QVERIFY(study.start(experiment(1), {u"a"_s, u"b"_s}, LabelSpelling::Exact));
    std::vector<ScoredText> texts(4);
    m_engine.deliver(0, {Event::Scored{texts}, Event::Finished{}});
    QTRY_VERIFY(!study.isRunning());
    QVERIFY2(qualities.summary().contains(u"no case says"_s), qPrintable(qualities.summary()));
    QVERIFY(!qualities.summary().contains(u"accuracy"_s));
    QCOMPARE(qualities.index(0, LabelQualityModel::PrecisionColumn).data().toString(), u"–"_s);
}

void TestLabelModels::effects()
{
    EffectTableModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.summary(), QString());
    AnswerEffect effect;
    effect.tokens = {{"Paris", std::log(0.5), std::log(0.25)}, {"", std::log(0.1), std::log(0.1)}};
    effect.before = std::log(0.05);
    effect.after = std::log(0.025);
    model.setEffect(effect);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.tokenSentence(0), u"«Paris»: 50.0 % → 25.0 % (÷2.00)"_s);
    QVERIFY(model.tokenSentence(1).contains(u"(end)"_s));
    QCOMPARE(model.tokenSentence(2), QString());
    QCOMPARE(model.index(0, EffectTableModel::ChangeColumn).data().toString(), u"-0.693"_s);
    QVERIFY2(model.summary().contains(u"−"_s) || model.summary().contains(u"-3.00 → -3.69"_s), qPrintable(model.summary()));
    model.setEffect(std::nullopt);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestLabelModels)

#include "tst_labelmodels.moc"
