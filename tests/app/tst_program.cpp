// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The built program as its user meets it: real processes, the built-in model, files and exit codes.

#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

struct Outcome {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generateKnowsACapital();
    void theSameSeedGivesTheSameText();
    void differentSeedsDiffer();
    void generateAsJson();
    void tokensAndCost();
    void theSampleRunsAndIsExported();
    void promptfoosFlags();
    void aRunThatIsWatched();
    void aBrokenFileIsToldWithItsPlace();
    void whatCannotBeReachedDoesNotStopTheOthers();
    void aKeyIsNeverShown();
    void aCorruptModelIsToldByName();
    void aFileThatIsNoModelIsListedWithItsReason();
    void aModelThatIsCutOffWhileItRuns();
    void minusOneKeepsNoFileFromRunning();
    void wrongUse();
    void itSpeaksTheUsersLanguage();
    void whoAsksForTheEndGetsWhatIsDone_data();
    void whoAsksForTheEndGetsWhatIsDone();
    void aHangUpThatIsIgnoredStaysIgnored();
    void theWindowEndsInOrderToo();

private:
    [[nodiscard]] Outcome tempera(const QStringList &arguments, const QByteArray &input = {});
    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const;

    /// An experiment of two variants, the second of which asks a server on this port.
    [[nodiscard]] QString writeSlow(quint16 port);

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

Outcome TestProgram::tempera(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(temperaProgram(), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TestProgram::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return file.fileName();
}

QString TestProgram::writeSlow(quint16 port)
{
    m_environment.insert(u"SOME_KEY"_s, u"sk-test"_s);
    return write(u"slow.yaml"_s,
                 "prompts: [hello]\nproviders:\n  - echo\n  - id: openai:chat:some\n    config: {apiBaseUrl: 'http://127.0.0.1:"
                     + QByteArray::number(port) + "/v1', apiKeyEnvar: SOME_KEY}\n");
}

void TestProgram::generateKnowsACapital()
{
    const Outcome outcome = tempera({u"generate"_s, u"--temperature"_s, u"0"_s, u"The capital of France is"_s});
    QVERIFY2(outcome.out.contains("Paris"), outcome.out + outcome.err);
    QCOMPARE(outcome.exitCode, 0);
    // From standard input too.
    QVERIFY(tempera({u"generate"_s, u"--temperature"_s, u"0"_s, u"-"_s}, "The capital of France is").out.contains("Paris"));
}

void TestProgram::theSameSeedGivesTheSameText()
{
    const QStringList arguments{u"generate"_s, u"--temperature"_s, u"1"_s,  u"--seed"_s,
                                u"7"_s,        u"--max-tokens"_s,  u"60"_s, u"Tell a short story about a fox."_s};
    const Outcome first = tempera(arguments);
    const Outcome second = tempera(arguments);
    QVERIFY(first.out.size() > 40);
    QCOMPARE(first.out, second.out);
}

void TestProgram::differentSeedsDiffer()
{
    QSet<QByteArray> texts;
    for (int seed = 1; seed <= 4; ++seed) {
        texts.insert(tempera({u"generate"_s, u"--temperature"_s, u"1"_s, u"--seed"_s, QString::number(seed), u"--max-tokens"_s,
                              u"60"_s, u"Tell a short story about a fox."_s})
                         .out);
    }
    QVERIFY(texts.size() >= 3);
}

void TestProgram::generateAsJson()
{
    const Outcome outcome =
        tempera({u"generate"_s, u"--json"_s, u"--temperature"_s, u"0"_s, u"--seed"_s, u"5"_s, u"The capital of France is"_s});
    const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
    QVERIFY2(json.value(u"text"_s).toString().contains(u"Paris"_s), outcome.out);
    QCOMPARE(json.value(u"finish_reason"_s).toString(), u"stop"_s);
    QVERIFY(json.value(u"usage"_s)[u"input_tokens"_s].toInt() > 0);
    QVERIFY(json.value(u"usage"_s)[u"output_tokens"_s].toInt() > 0);
    QVERIFY(json.value(u"timings"_s)[u"first_token_ms"_s].isDouble());
    QCOMPARE(json.value(u"cost"_s).toDouble(-1), 0.0);
    QVERIFY(json.contains(u"model"_s));
}

void TestProgram::tokensAndCost()
{
    // As tiktoken says.
    QCOMPARE(tempera({u"tokens"_s, u"-t"_s, u"o200k_base"_s, u"--ids"_s, u"-"_s}, "hello world").out.simplified(), "24912 2375");
    const Outcome known = tempera({u"cost"_s, u"-m"_s, u"openai:chat:gpt-4o"_s, u"--input-tokens"_s, u"1000"_s,
                                   u"--output-tokens"_s, u"100"_s, u"--json"_s});
    QCOMPARE(known.exitCode, 0);
    QVERIFY(known.out.contains("gpt-4o"));
    const Outcome unknown = tempera({u"cost"_s, u"-m"_s, u"openai:chat:no-such-model"_s, u"--input-tokens"_s, u"1000"_s});
    QVERIFY2(unknown.out.contains("unknown"), unknown.out);
}

void TestProgram::theSampleRunsAndIsExported()
{
    const QString json = m_folder.filePath(u"out.json"_s);
    const QString html = m_folder.filePath(u"out.html"_s);
    const QString xml = m_folder.filePath(u"out.xml"_s);
    const Outcome outcome =
        tempera({u"run"_s, sourcePath(u"resources/samples/first-start.yaml"_s), u"-o"_s, json, u"-o"_s, html, u"-o"_s, xml});
    // One check of the sample fails on purpose.
    QCOMPARE(outcome.exitCode, 100);
    QVERIFY(outcome.out.contains("positive"));

    QFile file(json);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray results = QJsonDocument::fromJson(file.readAll())[u"results"_s][u"results"_s].toArray();
    QVERIFY(results.size() > 3);
    for (const QJsonValue &result : results)
        QVERIFY(!result[u"response"_s][u"output"_s].toString().isEmpty());

    QFile page(html);
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().contains("</html>"));

    QFile junit(xml);
    QVERIFY(junit.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&junit);
    int testCases = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == "testcase"_L1)
            ++testCases;
    }
    QVERIFY(!reader.hasError());
    QCOMPARE(testCases, results.size());
}

void TestProgram::promptfoosFlags()
{
    const QString env = write(u"flags.env"_s, "PROGRAM_WORD=owl # no key\n");
    const QString path =
        write(u"flags.yaml"_s, "prompts: ['{{ env.PROGRAM_WORD }} {{ n }}']\nproviders: [echo]\ntests:\n"
                               "  - {vars: {n: 1}, metadata: {kind: a}}\n  - {vars: {n: 2}, metadata: {kind: b}}\n");
    const Outcome run =
        tempera({u"run"_s, path, u"--json"_s, u"--env-file"_s, env, u"--filter-metadata"_s, u"kind=b"_s, u"--delay"_s, u"1"_s,
                 u"--prompt-suffix"_s, u"!"_s, u"--tag"_s, u"build=7"_s, u"--description"_s, u"Owls"_s});
    QVERIFY2(run.exitCode == 0, run.err);
    const QJsonObject json = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(json.value(u"config"_s).toObject().value(u"description"_s).toString(), u"Owls"_s);
    QCOMPARE(json.value(u"config"_s).toObject().value(u"tags"_s).toObject().value(u"build"_s).toString(), u"7"_s);
    const QJsonArray results = json.value(u"results"_s).toObject().value(u"results"_s).toArray();
    QCOMPARE(results.size(), 1);
    QCOMPARE(results[0].toObject().value(u"response"_s).toObject().value(u"output"_s).toString(), u"owl 2!"_s);

    const Outcome stored = tempera({u"export"_s, json.value(u"evalId"_s).toString()});
    QVERIFY2(stored.exitCode == 0, stored.err);
    QCOMPARE(QJsonDocument::fromJson(stored.out).object().value(u"evalId"_s), json.value(u"evalId"_s));
}

void TestProgram::aRunThatIsWatched()
{
    const QString path = write(u"watched.yaml"_s, "prompts: [an owl]\nproviders: [echo]\n");
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(temperaProgram(), {u"run"_s, path, u"--watch"_s, u"--no-ledger"_s});
    QByteArray told;
    const auto waits = [&](int times) {
        return QTest::qWaitFor(
            [&] {
                told += process.readAllStandardError();
                return told.count("Waiting for a change") == times;
            },
            30'000);
    };
    QVERIFY2(waits(1), told);
    QVERIFY(!write(u"watched.yaml"_s, "prompts: [another bird]\nproviders: [echo]\n").isEmpty());
    QVERIFY2(waits(2), told);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 130);
    const QByteArray out = process.readAllStandardOutput();
    QVERIFY2(out.contains("an owl") && out.contains("another bird"), out);
}

void TestProgram::aBrokenFileIsToldWithItsPlace()
{
    const QString path = write(u"broken.yaml"_s, "prompts:\n  - hello\nproviders: [echo\ntests: x: y\n");
    const Outcome outcome = tempera({u"run"_s, path});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("broken.yaml:"), outcome.err);
    QCOMPARE(outcome.err.trimmed().count('\n'), 0);

    const Outcome missing = tempera({u"run"_s, m_folder.filePath(u"nothing.yaml"_s)});
    QCOMPARE(missing.exitCode, 2);
    QVERIFY(missing.err.contains("nothing.yaml"));
}

void TestProgram::whatCannotBeReachedDoesNotStopTheOthers()
{
    QTcpServer closed; // A port that was free a moment ago: nobody listens.
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QByteArray port = QByteArray::number(closed.serverPort());
    closed.close();
    const QString path = write(u"mixed.yaml"_s, "prompts: ['Say {{ word }}']\n"
                                                "providers:\n"
                                                "  - echo\n"
                                                "  - id: openai:chat:some\n"
                                                "    config: {apiBaseUrl: 'http://127.0.0.1:"
                                                    + port
                                                    + "/v1', apiKeyEnvar: SOME_KEY}\n"
                                                      "  - local:no-such-model\n"
                                                      "  - magic:wand\n"
                                                      "tests:\n"
                                                      "  - vars: {word: yes}\n"
                                                      "  - vars: {}\n");
    m_environment.insert(u"SOME_KEY"_s, u"sk-test"_s);
    const QString json = m_folder.filePath(u"mixed.json"_s);
    const Outcome outcome = tempera({u"run"_s, path, u"-o"_s, json});
    QCOMPARE(outcome.exitCode, 1);
    QFile file(json);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int answered = 0;
    int failed = 0;
    for (const QJsonValue &result : QJsonDocument::fromJson(file.readAll())[u"results"_s][u"results"_s].toArray()) {
        if (result[u"error"_s].toString().isEmpty())
            ++answered;
        else
            ++failed;
    }
    QCOMPARE(answered, 2); // echo, with the word and with nothing in its place
    QCOMPARE(failed, 6);
}

void TestProgram::aKeyIsNeverShown()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    m_environment.insert(u"SOME_KEY"_s, u"sk-do-not-show-me"_s);
    const QString path =
        write(u"key.yaml"_s, "prompts: [hello]\nproviders:\n  - id: openai:chat:some\n    config: {apiBaseUrl: 'http://127.0.0.1:"
                                 + QByteArray::number(server.serverPort()) + "/v1', apiKeyEnvar: SOME_KEY}\n");
    const QString json = m_folder.filePath(u"key.json"_s);

    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(temperaProgram(), {u"run"_s, path, u"--allow-key"_s, u"SOME_KEY=127.0.0.1"_s, u"-o"_s, json});
    QVERIFY(server.waitForNewConnection(20'000));
    QTcpSocket *socket = server.nextPendingConnection();
    QByteArray request;
    while (!request.contains("sk-do-not-show-me") && socket->waitForReadyRead(10'000))
        request += socket->readAll();
    QVERIFY(request.contains("Bearer sk-do-not-show-me"));
    const QByteArray body = R"({"error":{"message":"Incorrect API key provided: sk-do-not-show-me","code":"invalid_api_key"}})";
    socket->write("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->waitForBytesWritten();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 1);
    const QByteArray shown = process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY(shown.size() > 0);
    QVERIFY2(!shown.contains("do-not-show-me"), shown);

    QDir home(qEnvironmentVariable("XDG_DATA_HOME"));
    QStringList files{json};
    for (const QFileInfo &info : QDir(home.filePath(u"tempera"_s)).entryInfoList(QDir::Files))
        files.append(info.absoluteFilePath());
    QVERIFY(files.size() > 1);
    for (const QString &name : std::as_const(files)) {
        QFile file(name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        QVERIFY2(!file.readAll().contains("do-not-show-me"), qPrintable(name));
    }
}

void TestProgram::aCorruptModelIsToldByName()
{
    const QString model = write(u"corrupt.gguf"_s, "GGUF\x03\0\0\0 and then nothing that a model would have"_ba);
    const Outcome outcome = tempera({u"generate"_s, u"-m"_s, u"local:"_s + model, u"hello"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("corrupt.gguf"), outcome.err);
}

void TestProgram::aFileThatIsNoModelIsListedWithItsReason()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"data/tempera/models"_s));
    QVERIFY(!write(u"data/tempera/models/page.gguf"_s, "<!doctype html>").isEmpty());
    const QProcessEnvironment before = m_environment;
    m_environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s));
    const Outcome table = tempera({u"models"_s, u"list"_s});
    const Outcome asJson = tempera({u"models"_s, u"list"_s, u"--json"_s});
    m_environment = before;
    QCOMPARE(table.exitCode, 0);
    for (const QByteArray &line : table.out.split('\n')) {
        if (line.contains("local:"))
            QCOMPARE(line.contains("this is not a GGUF file"), line.contains("local:page"));
    }
    QVERIFY2(table.out.contains("this is not a GGUF file"), table.out);
    bool told = false;
    for (const QJsonValue &model : QJsonDocument::fromJson(asJson.out).object().value(u"local"_s).toArray()) {
        const QJsonValue problem = model.toObject().value(u"problem"_s);
        QCOMPARE(problem.isNull(), model.toObject().value(u"id"_s) != "local:page"_L1);
        told = told || problem.toString().contains(u"GGUF"_s);
    }
    QVERIFY(told);
}

/// Its file is mapped: what is missing of it must end its cells, not the program.
void TestProgram::aModelThatIsCutOffWhileItRuns()
{
    const QString model = m_folder.filePath(u"cut.gguf"_s);
    QVERIFY(QFile::copy(builtInModel(), model));
    QVERIFY(QFile::setPermissions(model, QFile::ReadOwner | QFile::WriteOwner));
    const QString path = write(u"cut.yaml"_s, "prompts: ['Tell a story.']\nproviders:\n  - echo\n  - id: 'local:" + model.toUtf8()
                                                  + "'\n    config: {max_tokens: 40}\n"
                                                    "evaluateOptions: {repeat: 400, maxConcurrency: 2}\n");
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(temperaProgram(), {u"run"_s, path, u"--json"_s});
    const auto stored = [this] {
        const Outcome list = tempera({u"history"_s, u"list"_s, u"--json"_s, u"--limit"_s, u"1"_s});
        const QJsonDocument json = QJsonDocument::fromJson(list.out);
        return json[u"runs"_s][0][u"planned_cells"_s].toInt() == 800 ? json[u"runs"_s][0][u"stored_cells"_s].toInt() : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(stored() > 4, 60'000); // both have answered
    QVERIFY(QFile::resize(model, 500'000));
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    const QJsonObject stats = QJsonDocument::fromJson(process.readAllStandardOutput())[u"results"_s][u"stats"_s].toObject();
    QVERIFY(stats.value(u"successes"_s).toInt() >= 400); // those of the other variant
    QVERIFY(stats.value(u"errors"_s).toInt() > 0);
}

void TestProgram::minusOneKeepsNoFileFromRunning()
{
    const QString file =
        write(u"none.yaml"_s, "prompts: [\"Hi\"]\nproviders:\n"
                              "  - {id: local:tempera-mini, config: {top_k: -1, temperature: 0.5, max_tokens: 8}}\n"
                              "  - {id: local:tempera-mini, config: {seed: -1, max_tokens: 8}}\n"
                              "  - {id: local:tempera-mini, config: {num_predict: -1}}\ntests:\n  - vars: {}\n");
    const Outcome outcome = tempera({u"run"_s, file});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(!outcome.err.contains("must be"), outcome.err);
}

void TestProgram::wrongUse()
{
    QCOMPARE(tempera({u"generate"_s, u"--no-such-option"_s}).exitCode, 2);
    QCOMPARE(tempera({u"generate"_s, u"--temperature"_s, u"hot"_s, u"x"_s}).exitCode, 2);
    QCOMPARE(tempera({u"run"_s}).exitCode, 2);
    QCOMPARE(tempera({u"--help"_s}).exitCode, 0);
    QVERIFY(tempera({u"--version"_s}).out.contains("0.1"));
}

void TestProgram::itSpeaksTheUsersLanguage()
{
    const QStringList arguments{u"generate"_s, u"-m"_s, u"local:no-such-model"_s, u"x"_s};
    const QProcessEnvironment english = m_environment;
    QVERIFY(tempera(arguments).err.contains("There is no such model."));
    m_environment.insert(u"TEMPERA_LANGUAGE"_s, u"de:en"_s);
    QVERIFY(tempera(arguments).err.contains("Modell"));
    m_environment.insert(u"TEMPERA_LANGUAGE"_s, u"zh_CN.UTF-8"_s);
    QVERIFY(tempera(arguments).err.contains("模型"));
    m_environment = english;
}

void TestProgram::whoAsksForTheEndGetsWhatIsDone_data()
{
    QTest::addColumn<int>("signal");
    for (const auto &[name, signal] : {std::pair("INT", SIGINT), {"TERM", SIGTERM}, {"HUP", SIGHUP}, {"QUIT", SIGQUIT}})
        QTest::newRow(name) << signal;
}

void TestProgram::whoAsksForTheEndGetsWhatIsDone()
{
    QFETCH(int, signal);
    // The second cell waits for a server that never answers; the first is done at once.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString path = writeSlow(server.serverPort());
    const QString json = m_folder.filePath(u"slow.json"_s);
    QFile::remove(json);
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(temperaProgram(), {u"run"_s, path, u"-o"_s, json});
    QVERIFY(server.waitForNewConnection(20'000));
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 128 + signal);
    QFile file(json);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("hello"));
    const Outcome list = tempera({u"history"_s, u"list"_s, u"--json"_s, u"--limit"_s, u"1"_s});
    QCOMPARE(QJsonDocument::fromJson(list.out)[u"runs"_s][0][u"state"_s].toString(), u"stopped"_s);
}

void TestProgram::aHangUpThatIsIgnoredStaysIgnored()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString path = writeSlow(server.serverPort());
    QProcess process; // as under nohup
    process.setProcessEnvironment(m_environment);
    process.start(u"/bin/sh"_s, {u"-c"_s, u"trap '' HUP; exec \"$0\" run \"$1\""_s, temperaProgram(), path});
    QVERIFY(server.waitForNewConnection(20'000));
    const auto id = static_cast<pid_t>(process.processId());
    QCOMPARE(::kill(id, SIGHUP), 0);
    QCOMPARE(::kill(id, SIGTERM), 0); // signals that both wait are delivered the lower number first
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 128 + SIGTERM);
}

void TestProgram::theWindowEndsInOrderToo()
{
    const QTemporaryDir home;
    QProcessEnvironment environment = m_environment;
    environment.insert(u"XDG_DATA_HOME"_s, home.path());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(temperaProgram(), {});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(home.filePath(u"tempera/ledger.db"_s)), 30'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGTERM), 0);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 128 + SIGTERM);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
