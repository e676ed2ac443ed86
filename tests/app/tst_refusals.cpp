// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/experimentfile.h"
#include "models/items/celltext.h"
#include "tests/app/cli/cliharness.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/parameters/parametereditor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

enum class Answer { Taken, Refused };

/// One parameter of one model, and whether the model takes it.
struct RefusalRow {
    const char *model;
    const char *parameter;
    const char *yaml;   ///< In a provider's config.
    const char *option; ///< Of `generate`.
    Answer answer;
};

/// A reasoning model, a model with a refusal of its own, wires without a parameter, what generates nothing, and what the
/// user's own catalog says of a server.
constexpr RefusalRow refusalRows[]{
    {"openai:chat:gpt-5", "temperature", "0.5", "--temperature=0.5", Answer::Refused},
    {"openai:chat:gpt-5", "top_p", "0.5", "--top-p=0.5", Answer::Refused},
    {"openai:chat:gpt-5", "frequency_penalty", "0.5", "--frequency-penalty=0.5", Answer::Refused},
    {"openai:chat:gpt-5", "presence_penalty", "0.5", "--presence-penalty=0.5", Answer::Refused},
    {"openai:chat:gpt-5", "logit_bias", "[[5, 1]]", "--logit-bias=5=1", Answer::Refused},
    {"openai:chat:gpt-5", "seed", "7", "--seed=7", Answer::Taken},
    {"openai:chat:gpt-5", "max_tokens", "64", "--max-tokens=64", Answer::Taken},
    {"openai:chat:o3", "stop", "[END]", "--stop=END", Answer::Refused},
    {"openai:chat:gpt-4o", "stop", "[END]", "--stop=END", Answer::Taken},
    {"openai:chat:gpt-4o", "temperature", "0.5", "--temperature=0.5", Answer::Taken},
    {"openai:chat:gpt-4o", "top_k", "5", "--top-k=5", Answer::Refused},
    {"openai:chat:gpt-4o", "min_p", "0.1", "--min-p=0.1", Answer::Refused},
    {"openai:chat:gpt-4o", "repeat_penalty", "1.1", "--repeat-penalty=1.1", Answer::Refused},
    {"openai:chat:gpt-4o", "typical_p", "0.9", "--typical-p=0.9", Answer::Refused},
    {"openai:chat:gpt-4o", "mirostat", "2", "--mirostat=2", Answer::Refused},
    {"openai:chat:gpt-4o", "samplers", "[top_k, temperature]", "--samplers=top_k;temperature", Answer::Refused},
    {"openrouter:openai/gpt-5", "temperature", "0.5", "--temperature=0.5", Answer::Refused},
    {"openrouter:qwen/qwen3-8b", "top_k", "5", "--top-k=5", Answer::Taken},
    {"openrouter:qwen/qwen3-8b", "typical_p", "0.9", "--typical-p=0.9", Answer::Refused},
    {"ollama:chat:qwen3", "temperature", "0.5", "--temperature=0.5", Answer::Taken},
    {"ollama:chat:qwen3", "top_k", "5", "--top-k=5", Answer::Taken},
    {"ollama:chat:qwen3", "logit_bias", "[[5, 1]]", "--logit-bias=5=1", Answer::Refused},
    {"anthropic:messages:claude-sonnet-4-5", "temperature", "0.5", "--temperature=0.5", Answer::Taken},
    {"anthropic:messages:claude-opus-4-8", "temperature", "0.5", "--temperature=0.5", Answer::Refused},
    {"anthropic:messages:claude-opus-4-8", "top_p", "0.5", "--top-p=0.5", Answer::Refused},
    {"google:gemini-2.5-pro", "top_k", "5", "--top-k=5", Answer::Taken},
    {"openai:responses:gpt-4.1", "seed", "7", "--seed=7", Answer::Refused},
    {"llama:qwen3", "top_k", "5", "--top-k=5", Answer::Taken},
    {"llama:shy", "top_k", "5", "--top-k=5", Answer::Refused},
    {"llama:shy", "temperature", "0.5", "--temperature=0.5", Answer::Taken},
    {"local:tempera-mini", "mirostat", "2", "--mirostat=2", Answer::Taken},
    {"echo", "temperature", "0.5", "--temperature=0.5", Answer::Refused},
    {"echo", "max_tokens", "64", "--max-tokens=64", Answer::Refused},
};

/// The built-in catalog under what a user says of a model of the house.
Catalog userCatalog()
{
    Catalog catalog = Catalog::builtIn();
    catalog.overlay(
        Catalog::fromJson(R"({"providers": {"self-hosted": {"models": {"shy": {"refuses": ["top_k"]}}}}})", u"own.json"_s)
            .value());
    return catalog;
}

QByteArray experimentText(const RefusalRow &row)
{
    return QByteArrayLiteral("prompts: ['Say hello']\nproviders:\n  - id: '") + row.model + "'\n    config: { " + row.parameter
           + ": " + row.yaml + " }\n";
}

const RefusalRow &currentRow()
{
    const QByteArray tag = QTest::currentDataTag();
    for (const RefusalRow &row : refusalRows) {
        if (tag == QByteArray(row.model) + ' ' + row.parameter)
            return row;
    }
    Q_UNREACHABLE();
}

} // namespace

/// What the capability record says holds for every way in which a request can be made: `run`, `generate` and the window.
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generate_data() { rows(); }
    /// A person who asks for it is told at once, and nothing is sent.
    void generate()
    {
        const RefusalRow &row = currentRow();
        CliHarness cli;
        cli.catalog = userCatalog();
        cli.start({u"generate"_s, u"-m"_s, QString::fromLatin1(row.model), QString::fromLatin1(row.option), u"x"_s});
        if (row.answer == Answer::Taken) {
            QCOMPARE(cli.engine.count(), 1);
            QVERIFY(cli.engine.at(0).request.sampling.isSet(parameter()));
            return;
        }
        QCOMPARE(cli.exitCode(), 2);
        QCOMPARE(cli.engine.count(), 0);
        if (qstrcmp(row.model, "echo") != 0)
            QVERIFY2(cli.err.text().contains(QLatin1StringView(row.parameter)), qPrintable(cli.err.text()));
        QVERIFY(!cli.err.text().isEmpty());
    }

    void run_data() { rows(); }
    /// An experiment runs without it; standard error and each result say so.
    void run()
    {
        const RefusalRow &row = currentRow();
        const bool isRefused = row.answer == Answer::Refused;
        CliHarness cli;
        cli.catalog = userCatalog();
        cli.start({u"run"_s, cli.file(u"x.yaml"_s, experimentText(row)), u"--json"_s});
        QVERIFY(cli.awaitGenerations(1));
        const GenerationRequest &sent = cli.engine.at(0).request;
        QCOMPARE(sent.sampling.isSet(parameter()), !isRefused);
        QCOMPARE(sent.leftOut, isRefused ? QList<Parameter>{parameter()} : QList<Parameter>());
        cli.engine.answer(0, u"hello"_s);
        QCOMPARE(cli.exitCode(), 0);
        QCOMPARE(cli.err.text().contains(QString::fromLatin1(row.parameter) + u" is not sent."_s), isRefused);

        const QJsonObject result = QJsonDocument::fromJson(cli.out.bytes)["results"_L1]["results"_L1][0].toObject();
        QVERIFY(!result.isEmpty());
        const QJsonArray notes = result["tempera"_L1]["notes"_L1].toArray();
        QCOMPARE(notes.size(), isRefused ? 1 : 0);
        if (isRefused) {
            QCOMPARE(notes.at(0)["kind"_L1].toString(), u"parameter-not-sent"_s);
            QCOMPARE(notes.at(0)["detail"_L1].toString(), QString::fromLatin1(row.parameter));
        }
        QCOMPARE(cli.ledger.runs.first().cells.front().notes.size(), isRefused ? 1 : 0);
    }

    void window_data() { rows(); }
    /// Its control is off and says why; a run from the window leaves it out, and the answer says so.
    void window()
    {
        const RefusalRow &row = currentRow();
        const bool isRefused = row.answer == Answer::Refused;
        WindowFixture f;
        f.catalog = userCatalog();
        Experiment experiment = WindowFixture::experiment();
        experiment.variants = {experiment.variants.constFirst()};
        experiment.cases = {experiment.cases.constFirst()};
        experiment.variants[0].endpoint = endpointFromId(QString::fromLatin1(row.model));
        experiment.variants[0].sampling = samplingOf(row);
        QVERIFY(experiment.variants[0].sampling.isSet(parameter()));
        QVERIFY(f.start(experiment));
        SamplingPanel *panel = f.window->inspector()->sampling();
        panel->showMore(true);
        ParameterEditor *editor = panel->editor(parameter());
        QVERIFY(editor);
        QCOMPARE(editor->findChild<QWidget *>(u"value"_s)->isEnabled(), !isRefused);
        const QString reason = f.catalog.providerFor(experiment.variants[0].endpoint).capabilities.refused.value(parameter());
        QCOMPARE(reason.isEmpty(), !isRefused);
        const QList<QLabel *> labels = editor->findChildren<QLabel *>();
        const bool isTold =
            std::ranges::any_of(labels, [&](const QLabel *label) { return !reason.isEmpty() && label->text().contains(reason); });
        QCOMPARE(isTold, isRefused);

        f.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.engine.count(), 1);
        QCOMPARE(f.engine.at(0).request.sampling.isSet(parameter()), !isRefused);
        f.engine.answer(0, u"hello"_s);
        Cell shown;
        shown.request = f.engine.at(0).request;
        shown.apply(Event::Finished{});
        QCOMPARE(CellText::origin(shown).contains(QLatin1StringView(row.parameter)), isRefused);
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("row");
        for (const RefusalRow &row : refusalRows)
            QTest::newRow((QByteArray(row.model) + ' ' + row.parameter).constData()) << 0;
    }
    static Parameter parameter() { return parameterFromName(QString::fromLatin1(currentRow().parameter)).value(); }
    /// As a file has it.
    static SamplingSettings samplingOf(const RefusalRow &row)
    {
        DiskFiles files;
        const Result<LoadedExperiment> loaded = readExperiment(experimentText(row), u"x.yaml"_s, files, {});
        return loaded ? loaded->experiment.variants.constFirst().sampling : SamplingSettings();
    }
};

TEMPERA_WINDOW_TEST(TestRefusals)
#include "tst_refusals.moc"
