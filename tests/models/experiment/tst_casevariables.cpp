// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/casevariables.h"
#include "tests/models/experiment/experimenttext.h"
#include "tests/support/plannedcells.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::FileTesting;

namespace {

/// What the cells of an experiment ask, or why not.
QStringList asked(const QByteArray &text, const MemoryFiles &files = {})
{
    const auto templates = TemplateEngine::create();
    const auto cells = plannedCells(mustRead(text, files).experiment, **templates);
    QStringList texts;
    for (const Cell &cell : *cells) {
        const bool failed = cell.state == CellState::Failed;
        texts += failed ? u"error: "_s + cell.error->detail : messagesText(cell.request.messages);
    }
    return texts;
}

} // namespace

class CaseVariablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void references()
    {
        QCOMPARE(scriptReference(u"file://a/b.js"_s), (ScriptReference{u"file://a/b.js"_s, {}, true}));
        QCOMPARE(scriptReference(u"file://a.mjs:one"_s), (ScriptReference{u"file://a.mjs"_s, u"one"_s, true}));
        QVERIFY(!scriptReference(u"file://a.py:one"_s)->isRun);
        QVERIFY(!scriptReference(u"file://a.txt"_s));
        QVERIFY(!scriptReference(u"a.js"_s));
    }

    void transformedValues()
    {
        const QStringList texts = asked("prompts: ['{{ a }} {{ b }}']\nproviders: [echo]\ntests:\n"
                                        "  - {vars: {a: x}, options: {transformVars: '({b: vars.a + 1})'}}\n"
                                        "  - {vars: {a: x, b: y}}\n"
                                        "  - {vars: {a: x}, options: {transformVars: '5'}}\n");
        QCOMPARE(texts.first(2), (QStringList{u"x x1"_s, u"x y"_s}));
        QVERIFY(texts.at(2).startsWith("error: "_L1));
    }

    /// What is not the case's own stays with what was asked: checks are carried out with it.
    void madeValuesStay()
    {
        MemoryFiles files;
        files.files = {{u"dir/v.js"_s, "module.exports = (name, prompt, vars) => ({ output: name + vars.n });"}};
        const Experiment experiment =
            mustRead("prompts: ['{{ t }}{{ m }}']\nproviders: [echo]\ntests:\n"
                     "  - {vars: {n: 3, t: 'file://v.js'}, options: {transformVars: '({n: 4, m: 5})'}}\n"
                     "  - {vars: {n: 3, t: a, m: b}}\n",
                     files)
                .experiment;
        const auto templates = TemplateEngine::create();
        const auto cells = plannedCells(experiment, **templates);
        QCOMPARE(cells->at(0).request.values, (QJsonObject{{u"m"_s, 5}, {u"n"_s, 4}, {u"t"_s, u"t4"_s}}));
        QCOMPARE(variablesToJson(askedVariables(experiment, cells->at(0).request)), cells->at(0).request.values);
        QVERIFY(cells->at(1).request.values.isEmpty());
        QCOMPARE(askedVariables(experiment, cells->at(1).request), experiment.cases.at(1).variables);
    }

    void valuesAndPromptsOfScripts()
    {
        MemoryFiles files;
        files.files = {
            {u"dir/v.js"_s, "module.exports = (name, prompt, vars, provider) => ({ output: name + vars.n + provider.id });"},
            {u"dir/bad.js"_s, "module.exports = () => ({ error: 'no such town' });"},
            {u"dir/p.js"_s, "module.exports = { ask: ({ vars }) => 'Ask ' + vars.n + ' {{ n }}' };"}};
        QCOMPARE(asked("prompts: ['{{ t }}']\nproviders: [echo]\ntests: [{vars: {n: 3, t: 'file://v.js'}}]\n", files),
                 QStringList{u"t3echo"_s});
        QVERIFY(asked("prompts: ['{{ t }}']\nproviders: [echo]\ntests: [{vars: {t: 'file://bad.js'}}]\n", files)
                    .constFirst()
                    .contains("no such town"_L1));
        QCOMPARE(asked("prompts: ['file://p.js:ask']\nproviders: [echo]\ntests: [{vars: {n: 3}}]\n", files),
                 QStringList{u"Ask 3 3"_s});
    }

    /// Nothing of a script is written into the file.
    void scriptsStayInTheirFiles()
    {
        MemoryFiles files;
        files.files = {{u"dir/p.js"_s, "module.exports = () => 'x';"}};
        const QByteArray text = "# mine\nprompts: ['file://p.js', \"other\"]\nproviders: [echo]\n";
        LoadedExperiment loaded = mustRead(text, files);
        QCOMPARE(loaded.experiment.scripts.size(), 1);
        QCOMPARE(writeExperiment(loaded.experiment, loaded.source.get()), text);
        loaded.experiment.prompts[1].messages[0].text = u"changed"_s;
        const QByteArray changed = writeExperiment(loaded.experiment, loaded.source.get());
        QVERIFY2(changed.contains("file://p.js") && changed.contains("changed"), changed.constData());
    }

    void filtersOfTheExperiment()
    {
        MemoryFiles files;
        files.files = {{u"dir/f.js"_s, "module.exports = (text, end) => text + end;"}};
        QCOMPARE(asked("prompts: [\"{{ t | add('!') }}\"]\nproviders: [echo]\nnunjucksFilters: {add: ./f.js}\n"
                       "tests: [{vars: {t: x}}]\n",
                       files),
                 QStringList{u"x!"_s});
    }

    /// What nobody can be asked is shown all the same; why it failed stays.
    void theTextOfWhatCannotBeAsked()
    {
        const Experiment experiment =
            mustRead(
                "prompts: ['{{ n }}', '{{ n | nothing }}']\nproviders: [echo]\ntests: [{vars: {n: 3}, options: {transformVars: '({n: 4})'}}]\n")
                .experiment;
        const auto templates = TemplateEngine::create();
        PromptRenderer renderer(experiment, **templates);
        for (int prompt = 0; prompt < 2; ++prompt) {
            Cell cell;
            cell.request.key = {0, prompt, 0, 0};
            cell.state = CellState::Failed;
            cell.error = failure(ErrorKind::ModelMissing, u"not known"_s).error();
            renderer.render(cell);
            QCOMPARE(cell.state, CellState::Failed);
            QCOMPARE(cell.error->detail, u"not known"_s);
            QCOMPARE(messagesText(cell.request.messages), prompt == 0 ? u"4"_s : QString());
            QCOMPARE(cell.request.values, prompt == 0 ? (QJsonObject{{u"n"_s, 4}}) : QJsonObject());
        }
        Cell done;
        done.state = CellState::Done;
        renderer.render(done);
        QVERIFY(done.request.messages.isEmpty());
    }

    void earlierAnswers()
    {
        const Experiment experiment =
            mustRead("prompts: ['{% for c in _conversation %}{{ c.output }} {% endfor %}{{ q }} {{ kept }}']\nproviders: [echo]\n"
                     "tests: [{vars: {q: a}, options: {storeOutputAs: kept}}, {vars: {q: b}}]\n")
                .experiment;
        QVERIFY(needsOrder(experiment));
        const auto templates = TemplateEngine::create();
        PromptRenderer renderer(experiment, **templates);
        const auto plan = Plan::of(experiment, **templates, {});
        QVERIFY(plan.has_value());
        Cell cell = plan->cell({1, 0, 0, 0});
        renderer.render(cell, {QJsonArray{QJsonObject{{u"output"_s, u"A"_s}}}, QJsonObject{{u"kept"_s, u"K"_s}}});
        QCOMPARE(messagesText(cell.request.messages), u"A b K"_s);
        Cell first = plan->cell({0, 0, 0, 0});
        renderer.render(first, {});
        QCOMPARE(messagesText(first.request.messages), u"a "_s);
        QVERIFY(!needsOrder(mustRead("prompts: [x]\nproviders: [echo]\n").experiment));
    }
};

QTEST_GUILESS_MAIN(CaseVariablesTest)
#include "tst_casevariables.moc"
