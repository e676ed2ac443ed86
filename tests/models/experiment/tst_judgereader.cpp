// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/judgereader.h"

#include "models/core/provider.h"
#include "models/experiment/checkparts.h"
#include "models/experiment/experimentfile.h"
#include "tests/models/experiment/memoryfiles.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QByteArray judged = "# a comment that stays\n"
                          "prompts: [\"Name a {{ word }}.\"]\n"
                          "env: {OPENAI_BASE_URL: \"http://127.0.0.1:9/v1\"}\n"
                          "providers:\n"
                          "  - id: openai:chat:small\n"
                          "    label: small one\n"
                          "    config: {temperature: 0.3}\n"
                          "defaultTest:\n"
                          "  options:\n"
                          "    provider: openai:chat:judge\n"
                          "    rubricPrompt: \"Is {{ output }} {{ rubric }}?\"\n"
                          "  assert:\n"
                          "    - type: llm-rubric\n"
                          "      value: is a {{ word }}\n"
                          "tests:\n"
                          "  - vars: {word: lamp}\n"
                          "    assert:\n"
                          "      - type: g-eval\n"
                          "        value: [short, true]\n"
                          "        threshold: 0.6\n"
                          "        provider: {id: \"openai:chat:strict\", config: {temperature: 0, max_tokens: 50}}\n"
                          "      - type: factuality\n"
                          "        value: Lamps shine.\n"
                          "        provider: small one\n"
                          "      - type: not-llm-rubric\n"
                          "        value: is rude\n"
                          "        provider: {text: \"local:tempera-mini\", embedding: \"openai:embedding:x\"}\n"
                          "  - vars: {word: chair}\n"
                          "    options: {provider: {\"openai:chat:other\": {config: {seed: 7}}}}\n"
                          "    assert:\n"
                          "      - type: model-graded-closedqa\n"
                          "        value: names a chair\n"
                          "      - type: javascript\n"
                          "        value: output.length > 3\n";

LoadedExperiment loadedFrom(const QByteArray &text)
{
    const MemoryFiles files;
    Result<LoadedExperiment> loaded = readExperiment(text, u"dir/x.yaml"_s, files);
    if (!loaded)
        qFatal("%s", qPrintable(errorSentence(loaded.error())));
    return *loaded;
}

} // namespace

class JudgeReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoJudges()
    {
        const Experiment experiment = loadedFrom(judged).experiment;
        const Case &first = experiment.cases[0];
        const Case &second = experiment.cases[1];
        const auto judge = [&experiment](const Case &aCase, const CheckSpec &check) {
            const Result<Variant> found = judgeOf(experiment, aCase, check);
            return found
                       ? *found
                       : Variant{.label = found.error().detail, .endpoint = {}, .sampling = {}, .promptLabels = {}, .config = {}};
        };
        QCOMPARE(judge(first, experiment.defaultCase.checks[0]).endpoint.id, u"openai:chat:judge"_s);
        // The file's own address: nothing goes anywhere else.
        QCOMPARE(judge(first, experiment.defaultCase.checks[0]).endpoint.baseUrl, QUrl(u"http://127.0.0.1:9/v1"_s));
        const Variant strict = judge(first, first.checks[0]);
        QCOMPARE(strict.endpoint.id, u"openai:chat:strict"_s);
        QCOMPARE(strict.sampling.temperature, 0.0);
        QCOMPARE(strict.sampling.maxTokens, 50);
        QCOMPARE(judge(first, first.checks[1]), experiment.variants[0]); // by its label
        QCOMPARE(judge(first, first.checks[2]).endpoint.kind, EndpointKind::Local);
        QCOMPARE(judge(second, second.checks[0]).endpoint.id, u"openai:chat:other"_s);
        QCOMPARE(judge(second, second.checks[0]).sampling.seed, 7U);
        QCOMPARE(judge(second, experiment.defaultCase.checks[0]).endpoint.id, u"openai:chat:other"_s);

        QStringList ids;
        for (const Endpoint &endpoint : judgesOf(experiment))
            ids += endpoint.id;
        for (const QString &id : {u"openai:chat:judge"_s, u"openai:chat:strict"_s, u"local:tempera-mini"_s})
            QVERIFY2(ids.contains(id), qPrintable(ids.join(u' ')));
        QCOMPARE(ids.size(), QSet<QString>(ids.begin(), ids.end()).size());
    }

    /// Vectors come from who makes some: by id, under "embedding", else promptfoo's usual one; never from a chat.
    void whoMakesVectors()
    {
        Experiment experiment = loadedFrom(judged).experiment;
        CheckSpec check;
        check.type = u"not-similar:dot"_s;
        const auto id = [&] {
            const Result<Variant> found = judgeOf(experiment, experiment.cases[0], check);
            return found && found->endpoint.wire == openAiEmbeddingsWire ? found->endpoint.id : u"none"_s;
        };
        QCOMPARE(id(), u"openai:embedding:text-embedding-3-large"_s);
        // At the file's own address.
        QCOMPARE(judgeOf(experiment, experiment.cases[0], check)->endpoint.baseUrl, QUrl(u"http://127.0.0.1:9/v1"_s));
        experiment.defaultCase.other = {
            {u"options"_s, QJsonObject{{u"provider"_s, QJsonObject{{u"text"_s, u"openai:chat:judge"_s},
                                                                   {u"embedding"_s, u"openai:embedding:small"_s}}}}}};
        QCOMPARE(id(), u"openai:embedding:small"_s);
        CheckSpec rubric;
        rubric.type = u"llm-rubric"_s;
        QCOMPARE(judgeOf(experiment, experiment.cases[0], rubric)->endpoint.id, u"openai:chat:judge"_s);
        check.other = {{u"provider"_s, u"openai:chat:judge"_s}};
        QCOMPARE(id(), u"openai:embedding:small"_s);
        check.other = {{u"provider"_s, u"llama:embedding:e5"_s}};
        QCOMPARE(id(), u"llama:embedding:e5"_s);
        // A server that speaks OpenAI's chat has its embeddings beside that.
        check.other = {{u"provider"_s, QJsonObject{{u"embedding"_s, u"llama:e5"_s}}}};
        QCOMPARE(id(), u"llama:e5"_s);
        check.other = {{u"provider"_s, QJsonObject{{u"embedding"_s, u"anthropic:messages:m"_s}}}};
        QCOMPARE(id(), u"none"_s);
        QVERIFY(judgeOf(experiment, experiment.cases[0], check).error().detail.contains(u"anthropic:messages:m"_s));
    }

    /// Who moderates: what the check names, else who is named for it, else promptfoo's usual one; never a chat.
    void whoModerates()
    {
        Experiment experiment = loadedFrom(judged).experiment;
        CheckSpec check;
        check.type = u"not-moderation"_s;
        const auto id = [&] {
            const Result<Variant> found = judgeOf(experiment, experiment.cases[0], check);
            return found && found->endpoint.wire == openAiModerationWire ? found->endpoint.id : u"none"_s;
        };
        QCOMPARE(id(), u"openai:moderation"_s);
        const Endpoint usual = judgeOf(experiment, experiment.cases[0], check)->endpoint;
        QCOMPARE(usual.model, u"omni-moderation-latest"_s);
        QCOMPARE(usual.baseUrl, QUrl(u"http://127.0.0.1:9/v1"_s)); // the file's own address
        const auto forAll = [&experiment](const QJsonValue &provider) {
            experiment.defaultCase.other = {{u"options"_s, QJsonObject{{u"provider"_s, provider}}}};
        };
        forAll(QJsonObject{{u"text"_s, u"openai:chat:judge"_s}, {u"moderation"_s, u"openai:moderation:small"_s}});
        QCOMPARE(id(), u"openai:moderation:small"_s);
        CheckSpec rubric;
        rubric.type = u"llm-rubric"_s;
        QCOMPARE(judgeOf(experiment, experiment.cases[0], rubric)->endpoint.id, u"openai:chat:judge"_s);
        forAll(u"openai:moderation:other"_s);
        QCOMPARE(id(), u"openai:moderation:other"_s);
        check.other = {{u"provider"_s, u"openai:moderation:own"_s}};
        QCOMPARE(id(), u"openai:moderation:own"_s);
    }

    /// There is no usual one; none is not evaluated.
    void whoClassifies()
    {
        Experiment experiment = loadedFrom(judged).experiment;
        CheckSpec check;
        check.type = u"classifier"_s;
        const Result<Variant> nobody = judgeOf(experiment, experiment.cases[0], check);
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().kind, ErrorKind::ModelMissing);
        QVERIFY2(nobody.error().detail.contains(u"huggingface:text-classification:"_s), qPrintable(nobody.error().detail));
        const QString tone = u"huggingface:text-classification:org/tone"_s;
        experiment.defaultCase.other = {{u"options"_s, QJsonObject{{u"provider"_s, QJsonObject{{u"classification"_s, tone}}}}}};
        QCOMPARE(judgeOf(experiment, experiment.cases[0], check)->endpoint.id, tone);
        check.other = {{u"provider"_s, u"huggingface:text-classification:org/own"_s}};
        const Result<Variant> own = judgeOf(experiment, experiment.cases[0], check);
        QVERIFY(own);
        QCOMPARE(own->endpoint.model, u"org/own"_s);
        QCOMPARE(own->endpoint.wire, QString(classificationWire));
        check.other = {{u"provider"_s, u"openai:chat:judge"_s}};
        QCOMPARE(judgeOf(experiment, experiment.cases[0], check).error().kind, ErrorKind::ModelMissing);
    }

    /// What is meant and not known is not replaced by somebody else.
    void aModeratorThatIsNotKnown()
    {
        Experiment experiment = loadedFrom(judged).experiment;
        CheckSpec check;
        check.type = u"moderation"_s;
        const QString guard = u"replicate:moderation:meta/llama-guard-4-12b"_s;
        const auto verify = [&] {
            const Result<Variant> found = judgeOf(experiment, experiment.cases[0], check);
            return !found && found.error().kind == ErrorKind::ModelMissing && found.error().detail.contains(guard);
        };
        check.other = {{u"provider"_s, guard}};
        QVERIFY(verify());
        check.other = {};
        experiment.defaultCase.other = {{u"options"_s, QJsonObject{{u"provider"_s, guard}}}};
        QVERIFY(verify());
        check.other = {{u"provider"_s, u"openai:chat:judge"_s}};
        QVERIFY(!judgeOf(experiment, experiment.cases[0], check));
    }

    /// Who is asked may get a key, and is told before.
    void moderatorsAreAmongTheJudges()
    {
        Experiment experiment = loadedFrom(judged).experiment;
        CheckSpec check;
        check.type = u"moderation"_s;
        check.other = {{u"provider"_s, u"openai:chat:judge"_s}}; // which moderates nothing, and judges all the same
        experiment.cases[0].checks.prepend(check);
        check.other = {};
        experiment.cases[0].checks.prepend(check);
        QStringList ids;
        for (const Endpoint &endpoint : judgesOf(experiment))
            ids += endpoint.id;
        QVERIFY2(ids.contains(u"openai:moderation"_s) && ids.contains(u"openai:chat:judge"_s), qPrintable(ids.join(u' ')));
    }

    void whoSearches_data()
    {
        QTest::addColumn<QJsonValue>("provider");
        QTest::addColumn<bool>("searches");
        const auto with = [](const QString &id, const QJsonValue &tools) {
            return QJsonValue(QJsonObject{{u"id"_s, id}, {u"config"_s, QJsonObject{{u"tools"_s, tools}}}});
        };
        const auto typed = [](const QString &type) { return QJsonArray{QJsonObject{{u"type"_s, type}}}; };
        QTest::newRow("OpenAI") << with(u"openai:responses:m"_s, typed(u"web_search_preview"_s)) << true;
        QTest::newRow("OpenAI, another tool") << with(u"openai:responses:m"_s, typed(u"file_search"_s)) << false;
        QTest::newRow("OpenAI, none") << QJsonValue(u"openai:responses:m"_s) << false;
        QTest::newRow("chat") << with(u"openai:chat:m"_s, typed(u"web_search"_s)) << false;
        QTest::newRow("a chat that searches") << QJsonValue(u"openai:chat:gpt-4o-mini-search-preview"_s) << true;
        QTest::newRow("Anthropic") << with(u"anthropic:messages:m"_s, typed(u"web_search_20250305"_s)) << true;
        QTest::newRow("Gemini") << with(u"google:m"_s, QJsonArray{QJsonObject{{u"googleSearch"_s, QJsonObject()}}}) << true;
        QTest::newRow("Perplexity") << QJsonValue(u"perplexity:sonar"_s) << true;
        QTest::newRow("local") << QJsonValue(u"local:tempera-mini"_s) << false;
    }
    /// As promptfoo 0.123.1 sees it, but that nobody is asked who was not named.
    void whoSearches()
    {
        QFETCH(const QJsonValue, provider);
        QFETCH(const bool, searches);
        const Experiment experiment = loadedFrom(judged).experiment;
        CheckSpec check;
        check.type = u"search-rubric"_s;
        check.other = {{u"provider"_s, provider}};
        const Result<Variant> found = judgeOf(experiment, experiment.cases[0], check);
        QCOMPARE(found.has_value(), searches);
        if (!found)
            QCOMPARE(found.error().kind, ErrorKind::ModelMissing);
        check.type = u"llm-rubric"_s;
        QVERIFY(judgeOf(experiment, experiment.cases[0], check));
    }

    /// A judge's prompt in a file stands where its name is written: on a check, in a set, in options; and the name is written again.
    void promptsInFiles()
    {
        MemoryFiles files;
        files.files = {{u"dir/p.txt"_s, "Is {{ output }} {{ rubric }}?\n"},
                       {u"dir/p.json"_s, "[{\"role\": \"user\", \"content\": \"{{ output }}\"}]"},
                       {u"dir/p.yaml"_s, "- role: user\n  content: '{{ output }}'\n"}};
        const QByteArray text = "prompts: [x]\nproviders: [echo]\n"
                                "defaultTest:\n  options: {rubricPrompt: file://p.yaml}\n"
                                "tests:\n"
                                "  - options: {rubricPrompt: file://p.json, prefix: a}\n"
                                "    assert:\n"
                                "      - {type: llm-rubric, value: good, rubricPrompt: file://p.txt}\n"
                                "      - type: assert-set\n"
                                "        assert: [{type: llm-rubric, value: good, rubricPrompt: file://p.txt}]\n"
                                "      - {type: llm-rubric, value: good, rubricPrompt: [{role: user, content: Hm}]}\n";
        const Result<LoadedExperiment> loaded = readExperiment(text, u"dir/x.yaml"_s, files);
        QVERIFY2(loaded, loaded ? "" : qPrintable(errorSentence(loaded.error())));
        const Experiment &experiment = loaded->experiment;
        const auto prompt = [](const QJsonObject &map) { return map.value("rubricPrompt"_L1); };
        const auto ofOptions = [&prompt](const Case &aCase) {
            return prompt(aCase.other.value("options"_L1).toObject()).toString();
        };
        QCOMPARE(ofOptions(experiment.defaultCase), u"- role: user\n  content: '{{ output }}'\n"_s);
        QCOMPARE(ofOptions(experiment.cases[0]), u"[{\"role\": \"user\", \"content\": \"{{ output }}\"}]"_s);
        const Case first = experiment.cases[0];
        QCOMPARE(prompt(first.checks[0].other), QJsonValue(u"Is {{ output }} {{ rubric }}?\n"_s));
        QCOMPARE(prompt(checkParts(first.checks[1])[0].other), QJsonValue(u"Is {{ output }} {{ rubric }}?\n"_s));
        QCOMPARE(prompt(first.checks[2].other).toArray().size(), 1);
        QCOMPARE(writeExperiment(experiment, loaded->source.get()), text);

        QVERIFY(!readExperiment("prompts: [x]\nproviders: [echo]\ndefaultTest: {options: {rubricPrompt: file://nowhere.txt}}\n",
                                u"dir/x.yaml"_s, files));
        const Result<LoadedExperiment> made = readExperiment(
            "prompts: [x]\nproviders: [echo]\ndefaultTest: {options: {rubricPrompt: file://p.js}}\n", u"dir/x.yaml"_s, files);
        QVERIFY(made);
        QVERIFY(std::ranges::any_of(made->warnings, [](const Error &each) { return each.detail.contains(u"file://p.js"_s); }));
    }

    void nobodyJudges()
    {
        Experiment experiment = loadedFrom(judged).experiment;
        experiment.defaultCase.other = {};
        const CheckSpec check = experiment.defaultCase.checks[0];
        const Result<Variant> none = judgeOf(experiment, experiment.cases[0], check);
        QVERIFY(!none);
        QVERIFY2(none.error().detail.contains(u"defaultTest.options.provider"_s), qPrintable(none.error().detail));
        CheckSpec fromFile = check;
        fromFile.other = {{u"provider"_s, u"file://judge.yaml"_s}};
        QVERIFY(judgeOf(experiment, experiment.cases[0], fromFile).error().detail.contains(u"file://judge.yaml"_s));
    }

    /// What is carried out is not warned of, and comes back as it was.
    void roundTrip()
    {
        const LoadedExperiment loaded = loadedFrom(judged);
        QStringList warnings;
        for (const Error &warning : loaded.warnings)
            warnings += warning.detail;
        QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n')));
        QCOMPARE(writeExperiment(loaded.experiment, loaded.source.get()), judged);

        Experiment changed = loaded.experiment;
        changed.cases[0].checks[0].threshold = 0.9;
        const QByteArray written = writeExperiment(changed, loaded.source.get());
        QVERIFY2(written.contains("# a comment that stays"), written.constData());
        QCOMPARE(loadedFrom(written).experiment, changed);
        QCOMPARE(loadedFrom(writeExperiment(changed, nullptr)).experiment.cases, changed.cases);
    }

    void whatIsNotCarriedOutIsSaid()
    {
        QByteArray text = judged;
        text.replace("value: output.length > 3", "value: file://check.py");
        text.replace("type: factuality", "type: webhook");
        const LoadedExperiment loaded = loadedFrom(text);
        QCOMPARE(loaded.warnings.size(), 1);
        QVERIFY(std::ranges::all_of(loaded.warnings, [](const Error &warning) { return warning.line > 20; }));
    }
};

QTEST_GUILESS_MAIN(JudgeReaderTest)
#include "tst_judgereader.moc"
