// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/providerscript.h"

#include "models/experiment/plan.h"
#include "models/experiment/promptrenderer.h"
#include "models/experiment/reading/judgereader.h"
#include "tests/models/experiment/experimenttext.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::FileTesting;

namespace {

const QByteArray source = "module.exports = class { callApi(p) { return { output: p }; } };";

MemoryFiles scriptFiles()
{
    MemoryFiles files;
    files.files = {{u"dir/p.js"_s, source}, {u"dir/sub/q.mjs"_s, "export const ask = (p) => p;"}};
    return files;
}

QJsonObject optionsOf(const Endpoint &endpoint)
{
    return QJsonDocument::fromJson(endpoint.body.value(u"options"_s)).object();
}

} // namespace

class TestProviderScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsProviders()
    {
        const LoadedExperiment loaded = mustRead("prompts: [x]\nenv: {MODE: dark}\nproviders:\n  - file://p.js\n"
                                                 "  - {id: 'file://sub/q.mjs:ask', label: other, config: {temperature: 0.5, "
                                                 "mode: 'so {{ env.MODE }}', list: [1, '{{ env.MODE }}']}}\n"
                                                 "  - 'file://p.js': {config: {a: 1}}\n",
                                                 scriptFiles());
        QVERIFY2(loaded.warnings.isEmpty(), qPrintable(loaded.warnings.value(0).detail));
        const QList<Variant> &variants = loaded.experiment.variants;
        QCOMPARE(variants.size(), 3);
        QCOMPARE(variants[0].endpoint.kind, EndpointKind::Script);
        QCOMPARE(variants[0].endpoint.script, QString::fromUtf8(source));
        QCOMPARE(variants[0].endpoint.model, u"p.js"_s);
        QCOMPARE(variants[1].endpoint.script, u"export const ask = (p) => p;"_s);
        QCOMPARE(variants[1].title(), u"other"_s);
        // All of the config is the script's.
        QVERIFY(!variants[1].sampling.temperature);
        QCOMPARE(variants[1].config.value("temperature"_L1), QJsonValue(0.5));
        const QJsonObject options = optionsOf(askedEndpoint(loaded.experiment, variants[1]));
        QCOMPARE(options.value("id"_L1), QJsonValue(u"file://sub/q.mjs:ask"_s));
        QCOMPARE(options.value("label"_L1), QJsonValue(u"other"_s));
        QCOMPARE(options.value("config"_L1)["mode"_L1], QJsonValue(u"so dark"_s));
        QCOMPARE(options.value("config"_L1)["list"_L1], QJsonValue(QJsonArray{1, u"dark"_s}));
        QCOMPARE(optionsOf(askedEndpoint(loaded.experiment, variants[2])).value("config"_L1)["a"_L1], QJsonValue(1));
    }

    /// What decides the answer is in what equal requests have in common: the file and the config.
    void anotherFileIsAnotherRequest()
    {
        const auto keyOf = [](const QByteArray &script, const QByteArray &config) {
            MemoryFiles files;
            files.files = {{u"dir/p.js"_s, script}};
            const Experiment experiment =
                mustRead("prompts: [x]\nproviders: [{id: 'file://p.js', config: " + config + "}]\n", files).experiment;
            GenerationRequest request;
            request.endpoint = askedEndpoint(experiment, experiment.variants.constFirst());
            return requestKey(request);
        };
        const QByteArray one = keyOf(source, "{a: 1}");
        QCOMPARE(keyOf(source, "{a: 1}"), one);
        QVERIFY(keyOf(source + " ", "{a: 1}") != one);
        QVERIFY(keyOf(source, "{a: 2}") != one);
    }

    void cellsHaveWhatTheScriptGets()
    {
        const Experiment experiment = mustRead("prompts: [{raw: 'Say {{ n }}', label: say}]\nproviders: ['file://p.js', echo]\n"
                                               "tests: [{description: d, vars: {n: 7}, metadata: {m: 1}}]\n",
                                               scriptFiles())
                                          .experiment;
        const auto templates = TemplateEngine::create();
        const Result<Plan> plan = Plan::of(experiment, **templates, {});
        QVERIFY(plan);
        PromptRenderer renderer(experiment, **templates);
        Cell cell = plan->cell(plan->key(0));
        renderer.render(cell);
        const QJsonObject context = cell.request.context;
        QCOMPARE(context.value("vars"_L1)["n"_L1], QJsonValue(7));
        QCOMPARE(context.value("prompt"_L1)["label"_L1], QJsonValue(u"say"_s));
        QCOMPARE(context.value("test"_L1)["description"_L1], QJsonValue(u"d"_s));
        QCOMPARE(context.value("test"_L1)["metadata"_L1]["m"_L1], QJsonValue(1));
        QCOMPARE(cell.request.endpoint.script, QString::fromUtf8(source));
        // A fallback or a judge of any cell may be a script; where there is none, nothing is made for it.
        Cell echo = plan->cell(plan->key(1));
        renderer.render(echo);
        QCOMPARE(echo.request.context, context);
        const Experiment plain = mustRead("prompts: [x]\nproviders: [echo]\n").experiment;
        const Result<Plan> other = Plan::of(plain, **templates, {});
        QVERIFY(other);
        PromptRenderer plainly(plain, **templates);
        Cell without = other->cell(other->key(0));
        plainly.render(without);
        QVERIFY(without.request.context.isEmpty());
    }

    void readsJudges()
    {
        const Experiment experiment =
            mustRead("prompts: [x]\nproviders: [{id: 'file://p.js', label: mine}]\n"
                     "defaultTest: {options: {provider: 'file://sub/q.mjs:ask'}}\n"
                     "tests:\n"
                     "  - assert:\n"
                     "      - {type: llm-rubric, value: good}\n"
                     "      - {type: llm-rubric, value: good, provider: {id: 'file://p.js', config: {a: 1}}}\n"
                     "      - {type: llm-rubric, value: good, provider: {'file://p.js': {config: {a: 2}}}}\n"
                     "      - {type: llm-rubric, value: good, provider: {text: 'file://p.js'}}\n"
                     "      - {type: llm-rubric, value: good, provider: mine}\n"
                     "      - {type: llm-rubric, value: good, provider: 'file://judge.py'}\n",
                     scriptFiles())
                .experiment;
        const Case aCase = experiment.cases.value(0);
        const auto judge = [&](qsizetype check) { return judgeOf(experiment, aCase, aCase.checks.at(check)); };
        QCOMPARE(judge(0)->endpoint.script, u"export const ask = (p) => p;"_s);
        for (const qsizetype check : {1, 2, 3, 4}) {
            QVERIFY2(judge(check).has_value(), qPrintable(QString::number(check)));
            QCOMPARE(judge(check)->endpoint.script, QString::fromUtf8(source));
            QVERIFY(!optionsOf(judge(check)->endpoint).isEmpty());
        }
        QCOMPARE(optionsOf(judge(1)->endpoint).value("config"_L1)["a"_L1], QJsonValue(1));
        QCOMPARE(optionsOf(judge(2)->endpoint).value("config"_L1)["a"_L1], QJsonValue(2));
        QVERIFY(!judge(5).has_value());
    }

    void fallbacksAreRead()
    {
        const Experiment experiment = mustRead("prompts: [x]\nproviders:\n  - id: openai:chat:m\n    config:\n"
                                               "      fallback: ['file://p.js', {id: 'file://sub/q.mjs:ask', config: {a: 1}}]\n",
                                               scriptFiles())
                                          .experiment;
        const auto templates = TemplateEngine::create();
        const Result<Plan> plan = Plan::of(experiment, **templates, {});
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
        const QList<GenerationRequest> next = plan->fallbacks(plan->key(0)).next;
        QCOMPARE(next.size(), 2);
        QCOMPARE(next.at(0).endpoint.script, QString::fromUtf8(source));
        QCOMPARE(next.at(1).endpoint.script, u"export const ask = (p) => p;"_s);
        QCOMPARE(optionsOf(next.at(1).endpoint).value("config"_L1)["a"_L1], QJsonValue(1));
    }

    void otherLanguagesAreNotRun()
    {
        const LoadedExperiment loaded = mustRead("prompts: [x]\nproviders: ['file://p.py', 'file://p.ts']\n", scriptFiles());
        QCOMPARE(loaded.experiment.variants.at(0).endpoint.kind, EndpointKind::Unknown);
        QCOMPARE(loaded.experiment.variants.at(1).endpoint.kind, EndpointKind::Unknown);
        QCOMPARE(loaded.warnings.size(), 2);
    }

    void aFileElsewhereIsRefused()
    {
        MemoryFiles files;
        files.files = {{u"other/p.js"_s, source}};
        const QByteArray text = "prompts: [x]\nproviders: ['file://../other/p.js']\n";
        const LoadedExperiment refused = mustRead(text, files);
        QCOMPARE(refused.refused.size(), 1);
        QVERIFY(refused.refused.constFirst().isNeeded);
        QVERIFY(refused.experiment.variants.constFirst().endpoint.script.isEmpty());
        const Result<LoadedExperiment> allowed = readExperiment(text, u"dir/x.yaml"_s, files, {u"other"_s});
        QVERIFY(allowed);
        QCOMPARE(allowed->experiment.variants.constFirst().endpoint.script, QString::fromUtf8(source));
    }

    void aFileThatIsNotThereIsAnError()
    {
        const Result<LoadedExperiment> loaded = read("prompts: [x]\nproviders: ['file://gone.js']\n");
        QVERIFY(!loaded);
        QVERIFY2(loaded.error().detail.contains("gone.js"_L1), qPrintable(loaded.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestProviderScript)
#include "tst_providerscript.moc"
