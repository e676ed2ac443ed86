// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/valuetext.h"
#include "models/items/experimentedits.h"
#include "models/session/resultlookup.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment sample()
{
    Experiment experiment = Edits::blank(endpointFromId(u"local:a"_s));
    experiment.variants += experiment.variants.first();
    experiment.variants[0].label = u"one"_s;
    experiment.variants[1].label = u"two"_s;
    experiment.cases += Case{};
    Edits::setVariable(experiment.cases[0], u"x"_s, u"first"_s);
    Edits::setVariable(experiment.cases[1], u"x"_s, u"second"_s);
    return experiment;
}

/// One cell for each case and variant.
CellKeys cellsOf(const Experiment &experiment)
{
    CellKeys cells;
    for (int i = 0; i < experiment.cases.size(); ++i) {
        for (int j = 0; j < experiment.variants.size(); ++j) {
            cells.push_back({i, 0, j, 0});
        }
    }
    return cells;
}

} // namespace

class TestExperimentEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBlankExperimentCanBeRun();
    void variantsAreNamedApart();
    void promptsAreNamedApart();
    void theLastPromptStays();
    void variantsFollowTheNameOfTheirPrompt();
    void wrongIndexesChangeNothing();
    void numbersStayNumbers();
    void resultsAreFoundAgain();
    void changesMakeResultsOutdated();
    void resultsMoveAlong();
    void whatIsNewHasNoResult();
    void placesAreNoIdentity();
    void aChangedCaseKeepsItsResult();
};

void TestExperimentEdits::aBlankExperimentCanBeRun()
{
    const Experiment blank = Edits::blank(endpointFromId(u"echo"_s));
    QCOMPARE(blank.prompts.size(), 1);
    QCOMPARE(blank.prompts.first().messages.size(), 1);
    QCOMPARE(blank.variants.size(), 1);
    QCOMPARE(blank.cases.size(), 1);
}

void TestExperimentEdits::variantsAreNamedApart()
{
    Experiment experiment = sample();
    experiment = Edits::duplicateVariant(experiment, 0);
    QCOMPARE(experiment.variants.at(1).title(), u"one 2"_s);
    experiment = Edits::duplicateVariant(experiment, 1);
    QCOMPARE(experiment.variants.at(2).title(), u"one 3"_s);
    experiment.variants[0].label = u"mini T 0.2"_s;
    QCOMPARE(Edits::freeVariantName(experiment, u"mini T 0.2"_s), u"mini T 0.2 2"_s);
    const Variant again = experiment.variants.last();
    experiment = Edits::addVariant(experiment, again);
    QCOMPARE(experiment.variants.last().title(), u"two 2"_s);
}

void TestExperimentEdits::promptsAreNamedApart()
{
    Experiment experiment = sample();
    experiment.prompts[0].other.insert("id"_L1, u"first"_s);
    experiment = Edits::duplicatePrompt(experiment, 0);
    QCOMPARE(experiment.prompts.size(), 2);
    QCOMPARE(experiment.prompts.at(1).label, QString()); // named by its text, as the original
    QCOMPARE(experiment.prompts.at(1).messages, experiment.prompts.at(0).messages);
    QVERIFY(!experiment.prompts.at(1).other.contains("id"_L1));
    experiment = Edits::renamePrompt(experiment, 0, u"short"_s);
    experiment = Edits::duplicatePrompt(experiment, 0);
    QCOMPARE(experiment.prompts.at(1).label, u"short 2"_s);
    experiment = Edits::duplicatePrompt(experiment, 1);
    QCOMPARE(experiment.prompts.at(2).label, u"short 3"_s);
    experiment = Edits::movePrompt(experiment, 0, 3);
    QCOMPARE(experiment.prompts.at(3).label, u"short"_s);
}

void TestExperimentEdits::theLastPromptStays()
{
    Experiment experiment = Edits::addPrompt(sample());
    QCOMPARE(experiment.prompts.size(), 2);
    QCOMPARE(experiment.prompts.at(1).messages, (Messages{Message{Role::User, QString()}}));
    experiment = Edits::removePrompt(experiment, 0);
    QCOMPARE(experiment.prompts.size(), 1);
    QCOMPARE(Edits::removePrompt(experiment, 0), experiment);
}

void TestExperimentEdits::variantsFollowTheNameOfTheirPrompt()
{
    Experiment experiment = Edits::renamePrompt(sample(), 0, u"short"_s);
    experiment = Edits::renamePrompt(Edits::addPrompt(experiment), 1, u"long"_s);
    experiment.variants[0].promptLabels = {u"long"_s, u"short"_s};
    experiment = Edits::renamePrompt(experiment, 0, u"terse"_s);
    QCOMPARE(experiment.variants.at(0).promptLabels, (QStringList{u"long"_s, u"terse"_s}));
    QCOMPARE(experiment.variants.at(1).promptLabels, QStringList());
    // Where another one has the name still, they are run with that.
    experiment = Edits::renamePrompt(experiment, 1, u"terse"_s);
    experiment = Edits::renamePrompt(experiment, 0, u"other"_s);
    QCOMPARE(experiment.variants.at(0).promptLabels, (QStringList{u"terse"_s, u"terse"_s}));
}

void TestExperimentEdits::wrongIndexesChangeNothing()
{
    QCOMPARE(Edits::duplicatePrompt(sample(), 7), sample());
    QCOMPARE(Edits::removePrompt(sample(), -1), sample());
    QCOMPARE(Edits::movePrompt(sample(), 0, 1), sample());
    QCOMPARE(Edits::renamePrompt(sample(), 1, u"x"_s), sample());
    const Experiment experiment = sample();
    for (const int index : {-1, 2, 99}) {
        QCOMPARE(Edits::duplicateVariant(experiment, index), experiment);
        QCOMPARE(Edits::removeVariant(experiment, index), experiment);
        QCOMPARE(Edits::moveVariant(experiment, 0, index), experiment);
    }
}

void TestExperimentEdits::numbersStayNumbers()
{
    Case aCase;
    aCase.variables += Variable{u"n"_s, QJsonValue(3)};
    QCOMPARE(valueText(Edits::variable(aCase, u"n"_s)), u"3"_s);
    Edits::setVariable(aCase, u"n"_s, u"3"_s);
    QVERIFY(aCase.variables.first().value.isDouble());
    Edits::setVariable(aCase, u"n"_s, u"four"_s);
    QCOMPARE(aCase.variables.first().value.toString(), u"four"_s);
    QCOMPARE(valueText(QJsonValue(QJsonObject{{u"a"_s, true}})), u"{\"a\":true}"_s);
    QCOMPARE(valueText(QJsonValue::Undefined), QString());
    QVERIFY(Edits::variable(aCase, u"gone"_s).isUndefined());
}

void TestExperimentEdits::resultsAreFoundAgain()
{
    const Experiment ran = sample();
    const ResultLookup lookup(ran, ran, cellsOf(ran));
    for (int i = 0; i < 2; ++i) {
        for (int j = 0; j < 2; ++j) {
            const ResultLookup::Found found = lookup.find({i, 0, j, 0});
            QCOMPARE(found.cell, i * 2 + j);
            QVERIFY(!found.outdated);
        }
    }
    QCOMPARE(lookup.find({0, 0, 0, 1}).cell, -1);
    QCOMPARE(lookup.find({9, 9, 9, 9}).cell, -1);
    QCOMPARE(ResultLookup().find({}).cell, -1);
}

void TestExperimentEdits::changesMakeResultsOutdated()
{
    const Experiment ran = sample();
    Experiment now = ran;
    now.variants[1].sampling.temperature = 1.9;
    const ResultLookup turned(now, ran, cellsOf(ran));
    QVERIFY(!turned.find({0, 0, 0, 0}).outdated);
    QCOMPARE(turned.find({0, 0, 1, 0}).cell, 1);
    QVERIFY(turned.find({0, 0, 1, 0}).outdated);
    now = ran;
    now.prompts[0].messages[0].text += u"!"_s;
    QVERIFY(ResultLookup(now, ran, cellsOf(ran)).find({1, 0, 0, 0}).outdated);
    now = ran;
    now.variants[0].endpoint = endpointFromId(u"local:b"_s);
    QVERIFY2(ResultLookup(now, ran, cellsOf(ran)).find({0, 0, 0, 0}).cell < 0, "another model's answer is not its own");
    now = ran;
    now.variants[0].endpoint.modelPath = u"/elsewhere"_s;
    QVERIFY(!ResultLookup(now, ran, cellsOf(ran)).find({0, 0, 0, 0}).outdated);
}

void TestExperimentEdits::resultsMoveAlong()
{
    const Experiment ran = sample();
    Experiment now = Edits::moveVariant(ran, 0, 1);
    std::swap(now.cases[0], now.cases[1]);
    const ResultLookup lookup(now, ran, cellsOf(ran));
    QCOMPARE(lookup.find({0, 0, 0, 0}).cell, 3);
    QVERIFY(!lookup.find({0, 0, 0, 0}).outdated);
    QCOMPARE(lookup.find({1, 0, 1, 0}).cell, 0);
}

void TestExperimentEdits::whatIsNewHasNoResult()
{
    const Experiment ran = sample();
    const Experiment now = Edits::duplicateVariant(ran, 0);
    const ResultLookup lookup(now, ran, cellsOf(ran));
    QCOMPARE(lookup.find({0, 0, 0, 0}).cell, 0);
    QCOMPARE(lookup.find({0, 0, 1, 0}).cell, -1);
    QCOMPARE(lookup.find({0, 0, 2, 0}).cell, 1);
}

/// Another case at the same place is another case, however it came there.
void TestExperimentEdits::placesAreNoIdentity()
{
    const Experiment ran = sample();
    Experiment other = ran;
    other.cases[0].description = u"Elsewhere"_s;
    other.cases[0].variables = {{u"x"_s, u"something else"_s}};
    QCOMPARE(ResultLookup(other, ran, cellsOf(ran)).find({0, 0, 0, 0}).cell, -1);

    ResultLookup lookup(ran, ran, cellsOf(ran));
    Experiment now = ran;
    now.cases.removeAt(0);
    lookup.follow(now);
    QCOMPARE(lookup.find({0, 0, 0, 0}).cell, 2);
    now.cases[0].variables = {{u"x"_s, u"typed over"_s}};
    lookup.follow(now);
    QCOMPARE(lookup.find({0, 0, 0, 0}).cell, 2);
    QVERIFY(lookup.find({0, 0, 0, 0}).outdated);
    QVERIFY(!lookup.placeOf({0, 0, 0, 0}));
    QCOMPARE(lookup.placeOf({1, 0, 1, 0}), std::optional(CellKey{0, 0, 1, 0}));

    // Rows that are pasted over all of them are others.
    now.cases.changeEach([](Case &each) { each.variables = {{u"x"_s, u"pasted"_s}}; });
    now.cases += Case{.description = {}, .variables = {{u"x"_s, u"one more"_s}}, .checks = {}, .threshold = {}, .other = {}};
    lookup.follow(now);
    QCOMPARE(lookup.find({1, 0, 0, 0}).cell, -1);
}

void TestExperimentEdits::aChangedCaseKeepsItsResult()
{
    const Experiment ran = sample();
    ResultLookup lookup(ran, ran, cellsOf(ran));
    Experiment now = ran;
    now.cases[1].description.clear();
    now.cases[1].variables = {{u"x"_s, u"B"_s}};
    lookup.follow(now);
    now.cases[1].variables = {{u"x"_s, u"Be"_s}};
    lookup.follow(now);
    QCOMPARE(lookup.find({1, 0, 0, 0}).cell, 2);
    QVERIFY(lookup.find({1, 0, 0, 0}).outdated);
    QVERIFY(!lookup.find({0, 0, 0, 0}).outdated);
    QCOMPARE(lookup.caseChanges(), (ListChanges{1, 0, 0}));
    lookup.follow(ran);
    QVERIFY(!lookup.find({1, 0, 0, 0}).outdated);
    QVERIFY(!lookup.caseChanges().any());
}

QTEST_GUILESS_MAIN(TestExperimentEdits)
#include "tst_experimentedits.moc"
