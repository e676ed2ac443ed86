// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandwords.h"
#include "tests/app/cli/cliharness.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

class CommandLineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsACommand();
    void helpGoesToOutput();
    void usageGoesToErrors();
    void finishedComesFromTheEventLoop();

    void tokensOfAFile();
    void tokensByModel();
    void tokensOfALocalModel();
    void tokenIds();
    void tokensThatCannotBe_data();
    void tokensThatCannotBe();

    void costTable();
    void costJson();
    void costOfAText();
    void costOfAMissingFile();
    void costOfAFolder();
    void costOfADataSet();
    void costOfAnExperiment();
    void costWithAPilot();
    void costOfWhatIsMisspelled();
    void spending();

    void modelsList();
    void modelsListOfABrokenFile();
    void modelsShow();
    void modelsAddAndRemove();
    void modelsJson();

    void historyEmpty();
    void historyOfAFault();
    void historyUnknownRun();
};

static QJsonObject json(const CliHarness &cli)
{
    return QJsonDocument::fromJson(cli.out.bytes).object();
}

void CommandLineTest::whatIsACommand()
{
    QVERIFY(isCommandWord("run"));
    QVERIFY(isCommandWord("history"));
    QVERIFY(isCommandWord("--help"));
    QVERIFY(isCommandWord("--version"));
    QVERIFY(!isCommandWord(""));
    QVERIFY(!isCommandWord("--shots"));
    QVERIFY(!isCommandWord("experiment.yaml"));
}

void CommandLineTest::helpGoesToOutput()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"--version"_s}), 0);
    QCOMPARE(cli.out.text(), u"tempera 0.1.0\n"_s);
    QVERIFY(cli.err.bytes.isEmpty());
}

void CommandLineTest::usageGoesToErrors()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"generate"_s, u"--fast"_s}), 2);
    QVERIFY(cli.out.bytes.isEmpty());
    QVERIFY(cli.err.text().contains(u"--fast"_s));
}

void CommandLineTest::finishedComesFromTheEventLoop()
{
    CliHarness cli;
    cli.start({u"models"_s, u"list"_s});
    QVERIFY(!cli.code); // main() is not in exec() yet
    QCOMPARE(cli.exitCode(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(cli.finishedCount, 1);
}

void CommandLineTest::tokensOfAFile()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"tokens"_s, cli.file(u"t.txt"_s, "hello world")}), 0);
    QCOMPARE(cli.out.text(), u"2\n"_s);
    QVERIFY(cli.err.text().contains(u"o200k_base, exact"_s));
}

void CommandLineTest::tokensByModel()
{
    CliHarness cli;
    cli.input = "hello world";
    QCOMPARE(cli.run({u"tokens"_s, u"-t"_s, u"gpt-3.5-turbo"_s}), 0);
    QCOMPARE(cli.out.text(), u"2\n"_s);
    QVERIFY(cli.err.text().contains(u"cl100k_base, exact"_s));

    CliHarness unpublished;
    unpublished.input = "hello world";
    QCOMPARE(unpublished.run({u"tokens"_s, u"-t"_s, u"ollama:some-model"_s, u"-"_s}), 0);
    QVERIFY(unpublished.err.text().contains(u"estimate"_s));
}

void CommandLineTest::tokensOfALocalModel()
{
    CliHarness cli;
    cli.input = "three small words";
    QCOMPARE(cli.run({u"tokens"_s, u"-t"_s, u"tempera-mini"_s}), 0); // the prefix may be left out
    QCOMPARE(cli.out.text(), u"3\n"_s);
    QCOMPARE(cli.engine.tokenCounts(), 1);
}

void CommandLineTest::tokenIds()
{
    CliHarness cli;
    cli.input = "hello world";
    QCOMPARE(cli.run({u"tokens"_s, u"-t"_s, u"cl100k_base"_s, u"--ids"_s}), 0);
    QCOMPARE(cli.out.text(), u"15339 1917\n"_s); // tiktoken's
}

void CommandLineTest::tokensThatCannotBe_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("missing file") << QStringList{u"tokens"_s, u"/nowhere/t.txt"_s} << 2;
    QTest::newRow("unknown tokenizer") << QStringList{u"tokens"_s, u"-t"_s, u"quux"_s} << 2;
    QTest::newRow("missing model") << QStringList{u"tokens"_s, u"-t"_s, u"local:gone"_s} << 1;
    QTest::newRow("ids of a local model") << QStringList{u"tokens"_s, u"-t"_s, u"local:tempera-mini"_s, u"--ids"_s} << 2;
    QTest::newRow("ids of an unpublished one") << QStringList{u"tokens"_s, u"-t"_s, u"llama:x"_s, u"--ids"_s} << 2;
}

void CommandLineTest::tokensThatCannotBe()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    CliHarness cli;
    QCOMPARE(cli.run(words), code);
    QVERIFY(cli.out.bytes.isEmpty());
    QCOMPARE(cli.err.text().count(u'\n'), 1);
}

void CommandLineTest::costTable()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"cost"_s, u"-m"_s, u"gpt-4o"_s, u"-m"_s, u"openai:chat:o9"_s, u"-m"_s, u"local:tempera-mini"_s,
                      u"--input-tokens"_s, u"1000000"_s, u"--output-tokens"_s, u"2000"_s, u"--requests"_s, u"10"_s}),
             0);
    const QStringList lines = cli.out.text().split(u'\n');
    // The cheapest first, what is unknown last. 10 × (1,000,000 × $2.50 + 2,000 × $10) / 10⁶; a batch is half of it.
    QVERIFY2(lines.at(1).startsWith(u"local:tempera-mini "_s) && lines.at(1).contains(u" $0.00 "_s), qPrintable(cli.out.text()));
    QVERIFY2(lines.at(2).startsWith(u"gpt-4o "_s) && lines.at(2).endsWith(u" $12.60"_s), qPrintable(cli.out.text()));
    QVERIFY(lines.at(2).contains(u" $25.20 "_s) && lines.at(2).contains(u"2026-11-10"_s));
    QVERIFY(lines.at(2).contains(u" $2,520"_s) || lines.at(2).contains(u" $2520"_s)); // for a thousand
    QVERIFY(lines.at(3).startsWith(u"openai:chat:o9 "_s) && lines.at(3).contains(u"unknown"_s));
    QVERIFY(cli.err.text().contains(u"openai:chat:o9"_s)); // says that it is unknown
    QCOMPARE(cli.engine.count(), 0);
}

void CommandLineTest::costJson()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"cost"_s, u"-m"_s, u"openai:chat:gpt-4o"_s, u"nobody:x"_s, u"--input-tokens"_s, u"1000"_s, u"--json"_s}),
             0);
    const QJsonArray models = json(cli).value(u"models"_s).toArray();
    QCOMPARE(models.size(), 2);
    const QJsonObject known = models.at(0).toObject();
    QCOMPARE(known.value(u"cost"_s).toDouble(), 0.0025);
    QVERIFY(known.value(u"output_tokens"_s).isNull());
    QCOMPARE(known.value(u"price_as_of"_s).toString(), u"2026-11-10"_s);
    const QJsonObject unknown = models.at(1).toObject();
    QVERIFY(unknown.value(u"cost"_s).isNull());
    QVERIFY(unknown.value(u"cost_per_request"_s).isNull());
}

void CommandLineTest::costOfAText()
{
    CliHarness cli;
    cli.input = "hello world and more";
    QCOMPARE(
        cli.run({u"cost"_s, u"-m"_s, u"gpt-4o"_s, u"local:tempera-mini"_s, u"ollama:x"_s, u"--input"_s, u"-"_s, u"--json"_s}), 0);
    const QJsonArray models = json(cli).value(u"models"_s).toArray();
    QHash<QString, QJsonObject> byName;
    for (const QJsonValue &model : models)
        byName.insert(model.toObject().value(u"model"_s).toString(), model.toObject());
    QCOMPARE(byName[u"gpt-4o"_s].value(u"input_tokens"_s).toInt(), 4);
    QVERIFY(byName[u"gpt-4o"_s].value(u"input_tokens_exact"_s).toBool());
    QCOMPARE(byName[u"local:tempera-mini"_s].value(u"input_tokens"_s).toInt(), 4);
    QVERIFY(!byName[u"ollama:x"_s].value(u"input_tokens_exact"_s).toBool());
    QCOMPARE(models.last().toObject().value(u"model"_s).toString(), u"gpt-4o"_s); // the others are free
    QCOMPARE(cli.engine.tokenCounts(), 1);
}

void CommandLineTest::costOfAMissingFile()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"cost"_s, u"-m"_s, u"gpt-4o"_s, u"--input"_s, u"/nowhere.txt"_s}), 2);
    QVERIFY(cli.err.text().contains(u"/nowhere.txt"_s));
}

/// Each file is a document; with a prompt before it.
void CommandLineTest::costOfAFolder()
{
    CliHarness cli;
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(u"a.txt"_s, "hello world"));
    QVERIFY(write(u"b.txt"_s, "hello world hello world"));
    const QStringList asked{u"cost"_s, u"-m"_s, u"gpt-4o"_s, u"--input"_s, folder.path(), u"--json"_s};
    QCOMPARE(cli.run(asked), 0);
    const QJsonObject model = json(cli).value(u"models"_s).toArray().at(0).toObject();
    QCOMPARE(model.value(u"requests"_s).toInt(), 2);
    QCOMPARE(model.value(u"input"_s).toObject().value(u"total"_s).toInt(), 2 + 4);
    QCOMPARE(model.value(u"cost"_s).toDouble(), 6 * 2.5e-6);
    QVERIFY(write(u"c.txt"_s, "\xc3\x28")); // no text
    CliHarness broken;
    QVERIFY(broken.run(asked) != 0);
    QVERIFY(broken.err.text().contains(u"c.txt"_s));
}

void CommandLineTest::costOfADataSet()
{
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(u"d.csv"_s, "id,text\n1,hello world\n2,hello\n"));
    QVERIFY(write(u"d.jsonl"_s, "{\"id\": 1, \"text\": \"hello world\"}\n\n{\"id\": 2, \"text\": \"hello\"}\n"));
    QVERIFY(write(u"p.txt"_s, "hello {{ document }} world"));
    for (const QString &name : {u"d.csv"_s, u"d.jsonl"_s}) {
        CliHarness cli;
        QCOMPARE(cli.run({u"cost"_s, u"-m"_s, u"gpt-4o"_s, u"--input"_s, folder.filePath(name), u"--field"_s, u"text"_s,
                          u"--max-tokens"_s, u"10"_s, u"--json"_s}),
                 0);
        const QJsonObject model = json(cli).value(u"models"_s).toArray().at(0).toObject();
        QCOMPARE(model.value(u"input"_s).toObject().value(u"total"_s).toInt(), 3);
        QVERIFY(model.value(u"cost"_s).isNull()); // how long the answers are is open
        const QJsonObject standard = model.value(u"standard"_s).toObject();
        QCOMPARE(standard.value(u"low"_s).toDouble(), 3 * 2.5e-6);
        QCOMPARE(standard.value(u"high"_s).toDouble(), 3 * 2.5e-6 + 20 * 1e-5);
        CliHarness without;
        QCOMPARE(without.run({u"cost"_s, u"-m"_s, u"gpt-4o"_s, u"--input"_s, folder.filePath(name)}), 2);
        QVERIFY(without.err.text().contains(u"--field"_s) && without.err.text().contains(u"text"_s));
        CliHarness wrong;
        QCOMPARE(wrong.run({u"cost"_s, u"-m"_s, u"gpt-4o"_s, u"--input"_s, folder.filePath(name), u"--field"_s, u"words"_s}), 2);
        QVERIFY(wrong.err.text().contains(u"words"_s));
    }
    CliHarness prompted;
    QCOMPARE(prompted.run({u"cost"_s, u"-m"_s, u"gpt-4o"_s, u"--input"_s, folder.filePath(u"d.csv"_s), u"--field"_s, u"text"_s,
                           u"--prompt"_s, folder.filePath(u"p.txt"_s), u"--json"_s}),
             0);
    const QJsonObject model = json(prompted).value(u"models"_s).toArray().at(0).toObject();
    QVERIFY(model.value(u"input"_s).toObject().value(u"total"_s).toInt() >= 3 + 4);
}

/// Its variants are the models, with their own limits; other models may be named instead.
void CommandLineTest::costOfAnExperiment()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"e.yaml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("prompts: ['Say {{ word }}']\nproviders:\n  - id: openai:chat:gpt-4o-mini\n    config: {max_tokens: 5}\n"
               "  - id: openai:chat:gpt-4o\n    config: {max_tokens: 5}\ntests:\n  - vars: {word: a}\n  - vars: {word: b}\n");
    file.close();
    CliHarness cli;
    QCOMPARE(cli.run({u"cost"_s, u"--input"_s, path, u"--json"_s}), 0);
    const QJsonArray models = json(cli).value(u"models"_s).toArray();
    QCOMPARE(models.size(), 2);
    QCOMPARE(models.at(0).toObject().value(u"model"_s).toString(), u"openai:chat:gpt-4o-mini"_s);
    QCOMPARE(models.at(0).toObject().value(u"requests"_s).toInt(), 2);
    const QJsonObject dear = models.at(1).toObject().value(u"standard"_s).toObject();
    QVERIFY(std::abs(dear.value(u"high"_s).toDouble() - dear.value(u"low"_s).toDouble() - 2 * 5 * 1e-5) < 1e-12);
    CliHarness other;
    QCOMPARE(other.run({u"cost"_s, u"-m"_s, u"gpt-5-nano"_s, u"--input"_s, path, u"--json"_s}), 0);
    QCOMPARE(json(other).value(u"models"_s).toArray().size(), 1);
}

/// A sample is really asked; the whole job's cost is an interval around what its answers say.
void CommandLineTest::costWithAPilot()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"d.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("text\n");
    for (int i = 0; i < 40; ++i)
        file.write("hello world\n");
    file.close();
    CliHarness cli;
    cli.start({u"cost"_s, u"-m"_s, u"openai:chat:gpt-4o"_s, u"--input"_s, file.fileName(), u"--pilot"_s, u"6"_s, u"--json"_s});
    for (int i = 0; i < 6; ++i) {
        QVERIFY(cli.awaitGenerations(i + 1));
        Usage usage;
        usage.inputTokens = 2;
        usage.outputTokens = 8 + i;
        cli.engine.answer(i, u"answer"_s, usage);
    }
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.engine.count(), 6);
    const QJsonObject standard = json(cli).value(u"models"_s).toArray().at(0).toObject().value(u"standard"_s).toObject();
    const double input = 40 * 2 * 2.5e-6;
    QVERIFY(standard.value(u"low"_s).toDouble() > input + 40 * 8 * 1e-5);
    QVERIFY(standard.value(u"low"_s).toDouble() < input + 40 * 10.5 * 1e-5);
    QVERIFY(standard.value(u"high"_s).toDouble() > input + 40 * 10.5 * 1e-5);
    QVERIFY(standard.value(u"high"_s).toDouble() < input + 40 * 13 * 1e-5);
    QCOMPARE(CliHarness().run({u"cost"_s, u"-m"_s, u"gpt-4o"_s, u"--input-tokens"_s, u"5"_s, u"--pilot"_s, u"6"_s}), 2);
}

void CommandLineTest::costOfWhatIsMisspelled()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"cost"_s, u"-m"_s, u"openai:chat:gpt-4o-minu"_s, u"--input-tokens"_s, u"10"_s}), 0);
    QVERIFY(cli.out.text().contains(u"unknown"_s));
    QVERIFY(!cli.out.text().contains(u"$0.00"_s));
    QVERIFY2(cli.err.text().contains(u"gpt-4o-mini?"_s), qPrintable(cli.err.text()));
}

/// A store that keeps no sums says so.
void CommandLineTest::spending()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"spend"_s}), 1);
    QVERIFY(!cli.err.text().isEmpty());
    QCOMPARE(CliHarness().run({u"spend"_s, u"--since"_s, u"yesterday-ish"_s}), 2);
    QCOMPARE(CliHarness().run({u"spend"_s, u"--by"_s, u"moon"_s}), 2);
}

void CommandLineTest::modelsList()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"models"_s, u"list"_s}), 0);
    QVERIFY(cli.out.text().contains(u"local:tempera-mini"_s));
    QVERIFY(cli.out.text().contains(u"11.5 MB"_s));
    QVERIFY(cli.out.text().contains(u"128,000"_s));
    const QStringList lines = cli.out.text().split(u'\n');
    const auto o9 = std::ranges::find_if(lines, [](const QString &line) { return line.contains(u" o9 "_s); });
    QVERIFY(o9 != lines.end());
    QCOMPARE(o9->count(u"unknown"_s), 2);
}

void CommandLineTest::modelsListOfABrokenFile()
{
    CliHarness whole;
    QCOMPARE(whole.run({u"models"_s, u"list"_s}), 0);
    QVERIFY(!whole.out.text().contains(u"cannot be used"_s));
    CliHarness cli;
    cli.brokenModel = true;
    QCOMPARE(cli.run({u"models"_s, u"list"_s}), 0);
    for (const QString &line : cli.out.text().split(u'\n')) {
        if (line.contains(u"local:"_s))
            QCOMPARE(line.contains(u"this is not a GGUF file"_s), line.contains(u"local:page"_s));
    }
    QVERIFY(cli.out.text().contains(u"this is not a GGUF file"_s));
    CliHarness asJson;
    asJson.brokenModel = true;
    QCOMPARE(asJson.run({u"models"_s, u"list"_s, u"--json"_s}), 0);
    const QJsonArray locals = json(asJson).value(u"local"_s).toArray();
    QCOMPARE(locals.size(), 2);
    QVERIFY(locals.at(0).toObject().value(u"problem"_s).isNull());
    QCOMPARE(locals.at(1).toObject().value(u"problem"_s).toString(), u"this is not a GGUF file"_s);
}

void CommandLineTest::modelsShow()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"models"_s, u"show"_s, u"local:tempera-mini"_s}), 0);
    QVERIFY(cli.out.text().contains(u"Q8_0"_s));
    QVERIFY(cli.out.text().contains(u"c0ffee"_s));
    CliHarness asJson;
    QCOMPARE(asJson.run({u"models"_s, u"show"_s, u"tempera-mini"_s, u"--json"_s}), 0);
    QCOMPARE(json(asJson).value(u"architecture"_s).toString(), u"llama"_s);
    QCOMPARE(json(asJson).value(u"sha256"_s).toString(), u"c0ffee"_s);
    QVERIFY(json(asJson).value(u"license"_s).isNull());
    CliHarness missing;
    QCOMPARE(missing.run({u"models"_s, u"show"_s, u"nothing"_s}), 2);
    QVERIFY(missing.err.text().contains(u"nothing"_s));
    QVERIFY(missing.out.bytes.isEmpty());
}

void CommandLineTest::modelsAddAndRemove()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"models"_s, u"add"_s, u"/m/new.gguf"_s}), 0);
    QCOMPARE(cli.library, QStringList{u"/m/new.gguf"_s});
    QVERIFY(cli.err.text().contains(u"/m/new.gguf"_s));
    QVERIFY(cli.out.bytes.isEmpty());
    QCOMPARE(cli.run({u"models"_s, u"remove"_s, u"/m/new.gguf"_s}), 0);
    QVERIFY(cli.library.isEmpty());
    QCOMPARE(cli.run({u"models"_s, u"remove"_s, u"/m/new.gguf"_s}), 2);
    QCOMPARE(cli.run({u"models"_s, u"add"_s}), 2);
}

void CommandLineTest::modelsJson()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"models"_s, u"list"_s, u"--json"_s}), 0);
    QCOMPARE(json(cli).value(u"local"_s).toArray().at(0).toObject().value(u"bytes"_s).toInt(), 11'500'000);
    const QJsonArray hosted = json(cli).value(u"hosted"_s).toArray();
    QCOMPARE(hosted.size(), 3);
    for (const QJsonValue &value : hosted) {
        const QJsonObject model = value.toObject();
        if (model.value(u"model"_s).toString() == "o9"_L1) {
            QVERIFY(model.value(u"input_price_per_million"_s).isNull());
            QVERIFY(model.value(u"context_tokens"_s).isNull());
            QCOMPARE(model.value(u"refused_parameters"_s).toArray().at(0).toString(), u"temperature"_s);
        } else {
            const bool isSmall = model.value(u"model"_s).toString() == "gpt-4o-mini"_L1;
            QCOMPARE(model.value(u"input_price_per_million"_s).toDouble(), isSmall ? 0.15 : 2.5);
        }
    }
}

void CommandLineTest::historyEmpty()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"history"_s, u"list"_s}), 0);
    QVERIFY(cli.out.bytes.isEmpty());
    QVERIFY(cli.err.text().contains(u"no runs"_s));
    CliHarness asJson;
    QCOMPARE(asJson.run({u"history"_s, u"list"_s, u"--json"_s}), 0);
    QVERIFY(json(asJson).value(u"runs"_s).isArray());
}

void CommandLineTest::historyOfAFault()
{
    CliHarness cli;
    cli.ledger.fault = failure(ErrorKind::Storage, u"disk full"_s, u"ledger.db"_s).error();
    QCOMPARE(cli.run({u"history"_s, u"list"_s}), 1);
    QVERIFY(cli.err.text().contains(u"disk full"_s));
}

void CommandLineTest::historyUnknownRun()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"history"_s, u"show"_s}), 2);
    QCOMPARE(cli.run({u"history"_s, u"show"_s, u"beef"_s, u"-o"_s, u"x.json"_s}), 2);
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
