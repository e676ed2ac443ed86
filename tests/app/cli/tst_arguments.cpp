// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/arguments.h"

#include <QTest>

#include <clocale>

using namespace Qt::StringLiterals;
using namespace Tempera;

class ArgumentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void run();
    void parts();
    void race();
    void resume();
    void generate();
    void generateReadsInput_data();
    void generateReadsInput();
    void tokens();
    void cost();
    void lists();
    void numbersDoNotDependOnTheLocale();
    void refused_data();
    void refused();
    void help();
};

template<typename T>
static T parsed(const QStringList &words)
{
    const auto arguments = parseArguments(words, u"1.2"_s);
    if (!arguments) {
        qWarning().noquote() << arguments.error().text;
        return {};
    }
    return std::get<T>(*arguments);
}

void ArgumentsTest::run()
{
    const auto run =
        parsed<RunArguments>({u"run"_s, u"-o"_s, u"a.json"_s, u"x.yaml"_s, u"-o"_s, u"b.junit.xml"_s, u"-j"_s, u"8"_s,
                              u"--repeat"_s, u"3"_s, u"--no-ledger"_s, u"--max-cost"_s, u"0.0021"_s, u"--filter-pattern"_s,
                              u"^a|b$"_s, u"--strict"_s, u"--json"_s, u"--deadline"_s, u"1.5"_s});
    QCOMPARE(run.file, u"x.yaml"_s);
    QCOMPARE(run.outputs, (QStringList{u"a.json"_s, u"b.junit.xml"_s}));
    QCOMPARE(run.jobs, 8);
    QCOMPARE(run.repeat, 3);
    QCOMPARE(run.ledger, LedgerUse::Without);
    QCOMPARE(run.maxCost, Money::fromNano(2'100'000));
    QCOMPARE(run.deadline, std::chrono::milliseconds(1500));
    QCOMPARE(parsed<RunArguments>({u"run"_s, u"x.yaml"_s, u"--delay"_s, u"250"_s}).delay, std::chrono::milliseconds(250));
    QCOMPARE(run.filterPattern, u"^a|b$"_s);
    QVERIFY(run.strict);
    QCOMPARE(run.shape, OutputShape::Json);

    const auto bare = parsed<RunArguments>({u"run"_s, u"x.yaml"_s});
    QCOMPARE(bare.repeat, 0);
    QVERIFY(!bare.maxCost);
    QVERIFY(!bare.deadline);
    QVERIFY(!bare.delay);
    QVERIFY(!bare.watch);
    QVERIFY(parsed<RunArguments>({u"run"_s, u"x.yaml"_s, u"-w"_s}).watch);
    QVERIFY(!bare.strict);
    QCOMPARE(bare.ledger, LedgerUse::Kept);
    QCOMPARE(bare.cache, CacheUse::Settled);
    QCOMPARE(parsed<RunArguments>({u"run"_s, u"x.yaml"_s, u"--no-cache"_s}).cache, CacheUse::Never);
}

/// What of an experiment is run, with promptfoo's words.
void ArgumentsTest::parts()
{
    const auto run = parsed<RunArguments>({u"run"_s,      u"-c"_s,
                                           u"x.yaml"_s,   u"--filter-first-n"_s,
                                           u"3"_s,        u"--filter-sample"_s,
                                           u"2"_s,        u"--filter-sample-seed"_s,
                                           u"9"_s,        u"--filter-range"_s,
                                           u"1:5"_s,      u"--filter-providers"_s,
                                           u"mini"_s,     u"--filter-prompts"_s,
                                           u"^a"_s,       u"--filter-failing"_s,
                                           u"old.json"_s, u"--var"_s,
                                           u"a=1=2"_s,    u"--var"_s,
                                           u"b="_s,       u"--no-table"_s});
    QCOMPARE(run.file, u"x.yaml"_s);
    QCOMPARE(run.choice.firstCases, 3);
    QCOMPARE(run.choice.sampleCases, 2);
    QCOMPARE(run.choice.sampleSeed, 9u);
    QCOMPARE(run.choice.range, (CaseRange{1, 5}));
    const auto rangeOf = [](const QString &word) {
        return parsed<RunArguments>({u"run"_s, u"x.yaml"_s, u"--filter-range"_s, word}).choice.range;
    };
    QCOMPARE(rangeOf(u":2"_s), (CaseRange{0, 2}));
    QVERIFY(rangeOf(u"3:"_s)->from == 3 && rangeOf(u"3:"_s)->end > 1'000'000'000);
    QCOMPARE(run.choice.providers, u"mini"_s);
    QCOMPARE(run.choice.prompts, u"^a"_s);
    QCOMPARE(run.choice.failing, u"old.json"_s);
    QCOMPARE(run.choice.variables, (QList<std::pair<QString, QString>>{{u"a"_s, u"1=2"_s}, {u"b"_s, QString()}}));
    QCOMPARE(run.table, TableUse::Without);
    QCOMPARE(parsed<RunArguments>({u"run"_s, u"x.yaml"_s, u"--grader"_s, u"openai:chat:m"_s}).choice.grader, u"openai:chat:m"_s);
    const auto told =
        parsed<RunArguments>({u"run"_s, u"x.yaml"_s, u"--filter-metadata"_s, u"kind=a"_s, u"--filter-metadata"_s, u"env=p=q"_s,
                              u"--prompt-prefix"_s, u"Hello. "_s, u"--prompt-suffix"_s, u" Bye."_s, u"--description"_s,
                              u"Nightly"_s, u"--tag"_s, u"team=blue"_s, u"--tag"_s, u"level=2"_s});
    using Pairs = QList<std::pair<QString, QString>>;
    QCOMPARE(told.choice.metadata, (Pairs{{u"kind"_s, u"a"_s}, {u"env"_s, u"p=q"_s}}));
    QCOMPARE(told.choice.promptPrefix, u"Hello. "_s);
    QCOMPARE(told.choice.promptSuffix, u" Bye."_s);
    QCOMPARE(told.choice.description, u"Nightly"_s);
    QCOMPARE(told.choice.tags, (Pairs{{u"team"_s, u"blue"_s}, {u"level"_s, u"2"_s}}));
    const auto named = parsed<RunArguments>(
        {u"run"_s, u"x.yaml"_s, u"-p"_s, u"a.txt"_s, u"-p"_s, u"b.txt"_s, u"-r"_s, u"echo"_s, u"-t"_s, u"c.csv"_s});
    QCOMPARE(named.parts.prompts, (QStringList{u"a.txt"_s, u"b.txt"_s}));
    QCOMPARE(named.parts.providers, QStringList{u"echo"_s});
    QCOMPARE(named.parts.tests, u"c.csv"_s);
    QCOMPARE(parsed<ValidateArguments>({u"validate"_s, u"x.yaml"_s}).file, u"x.yaml"_s);
    QVERIFY(!parseArguments({u"validate"_s}, u"1.2"_s));
    const auto checked =
        parsed<ValidateArguments>({u"validate"_s, u"x.yaml"_s, u"-t"_s, u"c.csv"_s, u"--env-file"_s, u"a.env"_s});
    QCOMPARE(checked.parts.tests, u"c.csv"_s);
    QCOMPARE(checked.envFiles, QStringList{u"a.env"_s});
    const QStringList files{u"a.env"_s, u"b.env"_s};
    const QStringList options{u"--env-file"_s, u"a.env"_s, u"--env-path"_s, u"b.env"_s};
    QCOMPARE(parsed<RunArguments>(QStringList{u"run"_s, u"x.yaml"_s} + options).envFiles, files);
    QCOMPARE(parsed<GenerateArguments>(QStringList{u"generate"_s, u"hello"_s} + options).envFiles, files);
    QCOMPARE(parsed<BatchArguments>(QStringList{u"batch"_s, u"submit"_s, u"x.yaml"_s} + options).run.envFiles, files);
    for (const QString &wrong :
         {u"--filter-range=5:1"_s, u"--filter-range=x"_s, u"--filter-range=:"_s, u"--filter-range=2:2"_s, u"--var=a"_s,
          u"--filter-providers=("_s, u"--filter-metadata=kind"_s, u"--filter-metadata=kind="_s, u"--filter-metadata==a"_s,
          u"--tag=team"_s, u"--delay=-1"_s, u"--delay=soon"_s, u"--delay=1.5"_s})
        QVERIFY(!parseArguments({u"run"_s, u"x.yaml"_s, wrong}, u"1.2"_s));
}

void ArgumentsTest::race()
{
    QVERIFY(!parsed<RunArguments>({u"run"_s, u"x.yaml"_s}).race);
    QCOMPARE(parsed<RunArguments>({u"run"_s, u"x.yaml"_s, u"--race"_s}).race, std::optional(RaceSettings()));
    const auto strict = parsed<RunArguments>({u"run"_s, u"x.yaml"_s, u"--race-alpha"_s, u"0.01"_s, u"--race"_s});
    QCOMPARE(strict.race.value().alpha, 0.01);
    QVERIFY(strict.race.value().measure == ScoreMeasure::Passes);
    QVERIFY(parsed<RunArguments>({u"run"_s, u"x.yaml"_s, u"--race-scores"_s}).race.value().measure == ScoreMeasure::Score);
}

void ArgumentsTest::resume()
{
    QVERIFY(!parsed<RunArguments>({u"run"_s, u"x.yaml"_s}).resume);
    const auto newest = parsed<RunArguments>({u"run"_s, u"--resume"_s});
    QCOMPARE(newest.resume.value(), QString());
    QVERIFY(newest.file.isEmpty() && !newest.retryErrors);
    const auto ofFile = parsed<RunArguments>({u"run"_s, u"x.yaml"_s, u"--resume"_s, u"--retry-errors"_s, u"--json"_s});
    QCOMPARE(ofFile.resume.value(), QString());
    QCOMPARE(ofFile.file, u"x.yaml"_s);
    QVERIFY(ofFile.retryErrors);
    const auto before = parsed<RunArguments>({u"run"_s, u"--resume"_s, u"x.yaml"_s, u"-o"_s, u"a.json"_s});
    QCOMPARE(before.resume.value(), QString());
    QCOMPARE(before.file, u"x.yaml"_s);
    const auto named = parsed<RunArguments>({u"run"_s, u"--resume"_s, u"3F2a"_s, u"x.yaml"_s});
    QCOMPARE(named.resume.value(), u"3F2a"_s);
    QCOMPARE(named.file, u"x.yaml"_s);
    const auto alone = parsed<RunArguments>({u"run"_s, u"--resume=3f2a-1"_s});
    QCOMPARE(alone.resume.value(), u"3f2a-1"_s);
    QVERIFY(alone.file.isEmpty());
}

void ArgumentsTest::generate()
{
    const auto generate = parsed<GenerateArguments>({u"generate"_s,
                                                     u"-m"_s,
                                                     u"local:x.gguf"_s,
                                                     u"--system"_s,
                                                     u""_s,
                                                     u"--temperature"_s,
                                                     u"0"_s,
                                                     u"--top-k"_s,
                                                     u"40"_s,
                                                     u"--top-p"_s,
                                                     u"0.9"_s,
                                                     u"--min-p"_s,
                                                     u"0.05"_s,
                                                     u"--repeat-penalty"_s,
                                                     u"1.1"_s,
                                                     u"--seed"_s,
                                                     u"18446744073709551615"_s,
                                                     u"--max-tokens"_s,
                                                     u"7"_s,
                                                     u"--stop"_s,
                                                     u"a"_s,
                                                     u"--stop"_s,
                                                     u"-b"_s,
                                                     u"--raw"_s,
                                                     u"--strict"_s,
                                                     u"Hello, 灯"_s});
    QCOMPARE(generate.model, u"local:x.gguf"_s);
    QCOMPARE(generate.system, QString());
    QVERIFY(generate.system.has_value());
    QCOMPARE(generate.sampling.temperature, 0.0);
    QCOMPARE(generate.sampling.topK, 40);
    QCOMPARE(generate.sampling.topP, 0.9);
    QCOMPARE(generate.sampling.minP, 0.05);
    QCOMPARE(generate.sampling.repeatPenalty, 1.1);
    QCOMPARE(generate.sampling.seed, std::numeric_limits<std::uint64_t>::max());
    QCOMPARE(generate.sampling.maxTokens, 7);
    // −1 where that says "none".
    const auto none = parsed<GenerateArguments>(
        {u"generate"_s, u"--seed"_s, u"-1"_s, u"--top-k"_s, u"-1"_s, u"--max-tokens"_s, u"-1"_s, u"x"_s});
    QVERIFY(!none.sampling.seed);
    QCOMPARE(none.sampling.topK, -1);
    QCOMPARE(none.sampling.maxTokens, -1);
    QCOMPARE(generate.sampling.stop, (QStringList{u"a"_s, u"-b"_s}));
    QCOMPARE(generate.form, PromptForm::Continuation);
    QVERIFY(generate.strict);
    QCOMPARE(generate.prompt, u"Hello, 灯"_s);

    const auto rich = parsed<GenerateArguments>({u"generate"_s,
                                                 u"--typical-p"_s,
                                                 u"0.5"_s,
                                                 u"--top-n-sigma"_s,
                                                 u"1.5"_s,
                                                 u"--xtc-probability"_s,
                                                 u"0.25"_s,
                                                 u"--dry-multiplier"_s,
                                                 u"0.8"_s,
                                                 u"--dry-penalty-last-n"_s,
                                                 u"-1"_s,
                                                 u"--dry-sequence-breaker"_s,
                                                 u":"_s,
                                                 u"--mirostat"_s,
                                                 u"2"_s,
                                                 u"--dynatemp-range"_s,
                                                 u"0.5"_s,
                                                 u"--frequency-penalty"_s,
                                                 u"-0.5"_s,
                                                 u"--samplers"_s,
                                                 u"top_k;temperature"_s,
                                                 u"--logit-bias"_s,
                                                 u"7=-2"_s,
                                                 u"--logit-bias"_s,
                                                 u"a=b=never"_s,
                                                 u"--grammar-file"_s,
                                                 u"g.gbnf"_s,
                                                 u"--json-schema"_s,
                                                 u"s.json"_s});
    QCOMPARE(rich.sampling.typicalP, 0.5);
    QCOMPARE(rich.sampling.topNSigma, 1.5);
    QCOMPARE(rich.sampling.xtcProbability, 0.25);
    QCOMPARE(rich.sampling.dryMultiplier, 0.8);
    QCOMPARE(rich.sampling.dryPenaltyLastN, -1);
    QCOMPARE(rich.sampling.drySequenceBreakers, QStringList{u":"_s});
    QCOMPARE(rich.sampling.mirostat, 2);
    QCOMPARE(rich.sampling.dynatempRange, 0.5);
    QCOMPARE(rich.sampling.frequencyPenalty, -0.5);
    QCOMPARE(rich.sampling.samplers, (QList{SamplerKind::TopK, SamplerKind::Temperature}));
    QCOMPARE(rich.sampling.logitBias,
             (QList{LogitBias{7, {}, -2}, LogitBias{-1, u"a=b"_s, -std::numeric_limits<double>::infinity()}}));
    QCOMPARE(rich.grammarFile, u"g.gbnf"_s);
    QCOMPARE(rich.schemaFile, u"s.json"_s);

    const auto bare = parsed<GenerateArguments>({u"generate"_s, u"--"_s, u"--seed"_s});
    QCOMPARE(bare.model, u"local:tempera-mini"_s);
    QCOMPARE(bare.sampling, SamplingSettings{}); // an unset parameter is never sent
    QCOMPARE(bare.prompt, u"--seed"_s);
    QCOMPARE(bare.form, PromptForm::Chat);
}

void ArgumentsTest::generateReadsInput_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList{u"generate"_s};
    QTest::newRow("dash") << QStringList{u"generate"_s, u"-"_s};
}

void ArgumentsTest::generateReadsInput()
{
    QFETCH(QStringList, words);
    QVERIFY(!parsed<GenerateArguments>(words).prompt);
}

void ArgumentsTest::tokens()
{
    const auto tokens = parsed<TokensArguments>({u"tokens"_s, u"-t"_s, u"gpt-4o"_s, u"--ids"_s, u"f.txt"_s});
    QCOMPARE(tokens.target, u"gpt-4o"_s);
    QCOMPARE(tokens.output, TokenOutput::Ids);
    QCOMPARE(tokens.file, u"f.txt"_s);
    QCOMPARE(parsed<TokensArguments>({u"tokens"_s}).target, u"o200k_base"_s);
}

void ArgumentsTest::cost()
{
    const auto cost = parsed<CostArguments>({u"cost"_s, u"-m"_s, u"a"_s, u"b"_s, u"-m"_s, u"c"_s, u"--input-tokens"_s, u"10"_s,
                                             u"--output-tokens"_s, u"0"_s, u"--requests"_s, u"1000"_s});
    QCOMPARE(cost.models, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(cost.inputTokens, 10);
    QCOMPARE(cost.outputTokens, 0);
    QCOMPARE(cost.requests, 1000);
    QCOMPARE(parsed<CostArguments>({u"cost"_s, u"-m"_s, u"a"_s, u"--input"_s, u"-"_s}).inputFile, u"-"_s);
}

void ArgumentsTest::lists()
{
    QCOMPARE(parsed<ModelsArguments>({u"models"_s, u"list"_s, u"--json"_s}).shape, OutputShape::Json);
    QCOMPARE(parsed<ModelsArguments>({u"models"_s}).shape, OutputShape::People);
    const auto model = parsed<ModelArguments>({u"models"_s, u"show"_s, u"mini"_s, u"--json"_s});
    QCOMPARE(model.verb, ModelVerb::Show);
    QCOMPARE(model.model, u"mini"_s);
    QCOMPARE(model.shape, OutputShape::Json);
    QCOMPARE(parsed<ModelArguments>({u"models"_s, u"add"_s, u"/m/x.gguf"_s}).verb, ModelVerb::Add);
    QCOMPARE(parsed<ModelArguments>({u"models"_s, u"remove"_s, u"x"_s}).verb, ModelVerb::Remove);
    QCOMPARE(parsed<HistoryListArguments>({u"history"_s, u"list"_s, u"-n"_s, u"3"_s}).limit, 3);
    parsed<HistorySetAsideArguments>({u"history"_s, u"set-aside"_s});
    const auto show = parsed<HistoryShowArguments>({u"history"_s, u"show"_s, u"0a1b"_s, u"-o"_s, u"x.md"_s});
    QCOMPARE(show.run, u"0a1b"_s);
    QCOMPARE(show.outputs, QStringList{u"x.md"_s});
    QCOMPARE(show.table, TableUse::Shown);
    const auto exported = parsed<HistoryShowArguments>({u"export"_s, u"0a1b"_s, u"-o"_s, u"x.csv"_s});
    QCOMPARE(exported.run, u"0a1b"_s);
    QCOMPARE(exported.outputs, QStringList{u"x.csv"_s});
    QCOMPARE(exported.table, TableUse::Without);
    QCOMPARE(exported.shape, OutputShape::People);
    QCOMPARE(parsed<HistoryShowArguments>({u"export"_s}).shape, OutputShape::Json);
}

void ArgumentsTest::numbersDoNotDependOnTheLocale()
{
    const QByteArray before = std::setlocale(LC_NUMERIC, nullptr);
    const bool changed = std::setlocale(LC_NUMERIC, "de_DE.UTF-8") != nullptr;
    QCOMPARE(parsed<GenerateArguments>({u"generate"_s, u"--top-p"_s, u"0.25"_s}).sampling.topP, 0.25);
    std::setlocale(LC_NUMERIC, before.constData());
    if (!changed)
        qInfo("no German locale here; only the C one was tried");
}

void ArgumentsTest::refused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const QString &words, const QString &cause) {
        QTest::newRow(name) << words.split(u' ', Qt::SkipEmptyParts) << cause;
    };
    row("nothing", u""_s, u"subcommand"_s);
    row("unknown command", u"fly"_s, u"fly"_s);
    row("unknown option", u"run x.yaml --fast"_s, u"--fast"_s);
    row("no file", u"run"_s, u"FILE"_s);
    row("resume what is no run", u"run x.yaml --resume lamps"_s, u"lamps"_s);
    row("resume without the ledger", u"run x.yaml --resume --no-ledger"_s, u"--resume"_s);
    row("retry errors of a new run", u"run x.yaml --retry-errors"_s, u"--resume"_s);
    row("race with chance 0", u"run x.yaml --race-alpha 0"_s, u"--race-alpha"_s);
    row("race with chance 1", u"run x.yaml --race-alpha 1"_s, u"--race-alpha"_s);
    row("race with no chance", u"run x.yaml --race-alpha few"_s, u"--race-alpha"_s);
    row("race of a run that goes on", u"run x.yaml --resume --race"_s, u"--race"_s);
    row("watching a run that goes on", u"run x.yaml --resume --watch"_s, u"--watch"_s);
    row("two files", u"run a b"_s, u"b"_s);
    row("unknown ending", u"run x.yaml -o x.docx"_s, u".jsonl"_s);
    row("no ending", u"run x.yaml -o out"_s, u"out"_s);
    row("jobs 0", u"run x.yaml -j 0"_s, u"from 1"_s);
    row("jobs word", u"run x.yaml -j many"_s, u"whole number"_s);
    row("jobs too many", u"run x.yaml -j 99999999999"_s, u"whole number"_s);
    row("negative cost", u"run x.yaml --max-cost -1"_s, u"--max-cost"_s);
    row("cost that is no number", u"run x.yaml --max-cost nan"_s, u"--max-cost"_s);
    row("negative deadline", u"run x.yaml --deadline -1"_s, u"--deadline"_s);
    row("deadline that is no number", u"generate --deadline nan hello"_s, u"--deadline"_s);
    row("endless deadline", u"run x.yaml --deadline inf"_s, u"--deadline"_s);
    row("bad pattern", u"run x.yaml --filter-pattern ("_s, u"--filter-pattern"_s);
    row("negative temperature", u"generate --temperature -1 hi"_s, u"from 0"_s);
    row("temperature nan", u"generate --temperature nan hi"_s, u"from 0"_s);
    row("top-p 2", u"generate --top-p 2 hi"_s, u"0 to 1"_s);
    row("top-k 1.5", u"generate --top-k 1.5 hi"_s, u"whole number"_s);
    row("negative seed", u"generate --seed -2 hi"_s, u"whole number"_s);
    row("max tokens 0", u"generate --max-tokens 0 hi"_s, u"from 1"_s);
    row("mirostat 3", u"generate --mirostat 3 hi"_s, u"0 to 2"_s);
    row("unknown sampler", u"generate --samplers top_q hi"_s, u"top_q"_s);
    row("bias without number", u"generate --logit-bias 7 hi"_s, u"--logit-bias"_s);
    row("bias that is no number", u"generate --logit-bias 7=x hi"_s, u"--logit-bias"_s);
    row("two prompts", u"generate a b"_s, u"b"_s);
    row("cost without model", u"cost --input-tokens 1"_s, u"--model"_s);
    row("cost without input", u"cost -m a"_s, u"input"_s);
    row("cost with both inputs", u"cost -m a --input f --input-tokens 1"_s, u"input"_s);
    row("history alone", u"history"_s, u"subcommand"_s);
    row("models fly", u"models fly"_s, u"fly"_s);
}

void ArgumentsTest::refused()
{
    QFETCH(QStringList, words);
    QFETCH(QString, cause);
    const auto arguments = parseArguments(words, u"1.2"_s);
    QVERIFY(!arguments);
    QCOMPARE(arguments.error().code, ExitCode::Usage);
    QVERIFY2(arguments.error().text.contains(cause), qPrintable(arguments.error().text));
    QVERIFY(arguments.error().text.endsWith(u'\n'));
}

void ArgumentsTest::help()
{
    const auto version = parseArguments({u"--version"_s}, u"1.2"_s);
    QVERIFY(!version);
    QCOMPARE(version.error().code, ExitCode::Passed);
    QCOMPARE(version.error().text, u"tempera 1.2\n"_s);
    const auto all = parseArguments({u"--help"_s}, u"1.2"_s);
    QCOMPARE(all.error().code, ExitCode::Passed);
    for (const QString &command : commandNames()) {
        QVERIFY(all.error().text.contains(command));
        const auto one = parseArguments({command, u"--help"_s}, u"1.2"_s);
        QCOMPARE(one.error().code, ExitCode::Passed);
        QVERIFY(one.error().text.contains(command));
    }
}

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "tst_arguments.moc"
