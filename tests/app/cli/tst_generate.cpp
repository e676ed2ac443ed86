// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliharness.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

class GenerateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void streamsTheText();
    void theRequest();
    void promptFromInput_data();
    void promptFromInput();
    void hostileTextOnATerminal();
    void hostileTextInAPipe();
    void splitSurrogates();
    void jsonShape();
    void unknownIsNull();
    void progressOnATerminalOnly();
    void retriesAreTold();
    void waitsAreTold();
    void failedRequest();
    void unknownModel_data();
    void unknownModel();
    void refusedParameter();
    void interrupted();
    void showRequest_data();
    void showRequest();
    void showRequestOfThisProcess();
};

void GenerateTest::showRequest_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("alone") << u"--show-request"_s
                           << u"POST https://api.example/v1\nx-api-key: ••••••••\n\n{\n  \"model\": \"gpt-4o\"\n}\n"_s;
    QTest::newRow("wire") << u"--show-request=wire"_s << u"POST "_s;
    QTest::newRow("curl") << u"--show-request=curl"_s << u"curl "_s;
    QTest::newRow("python") << u"--show-request=python"_s << u"import os\n"_s;
    QTest::newRow("javascript") << u"--show-request=javascript"_s << u"const response"_s;
    QTest::newRow("unknown") << u"--show-request=perl"_s << QString();
}

/// Nothing is sent.
void GenerateTest::showRequest()
{
    QFETCH(QString, option);
    QFETCH(QString, beginning);
    CliHarness cli;
    cli.showRequest = [](const GenerationRequest &request, QObject *, const std::function<void(Result<ShownRequest>)> &callback) {
        callback(ShownRequest{.way = ShownRequest::Way::Network,
                              .method = u"POST"_s,
                              .url = {ShownPiece{u"https://api.example/v1"_s, {}}},
                              .headers = {{u"x-api-key"_s, {ShownPiece{{}, u"A_KEY"_s}}}},
                              .body = "{\"model\":\"" + request.endpoint.model.toUtf8() + "\"}"});
    };
    QCOMPARE(cli.run({u"generate"_s, u"-m"_s, u"openai:chat:gpt-4o"_s, option, u"Hello"_s}), beginning.isEmpty() ? 2 : 0);
    QVERIFY2(cli.out.text().startsWith(beginning), qPrintable(cli.out.text()));
    QCOMPARE(cli.engine.count(), 0);
}

void GenerateTest::showRequestOfThisProcess()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"generate"_s, u"--show-request"_s, u"--temperature"_s, u"0.5"_s, u"Hello"_s}), 0);
    QVERIFY2(cli.out.text().contains(u"\"answered_in\": \"this process\""_s), qPrintable(cli.out.text()));
    QVERIFY(cli.out.text().contains(u"\"temperature\": 0.5"_s));
    CliHarness curl;
    QCOMPARE(curl.run({u"generate"_s, u"--show-request=curl"_s, u"Hello"_s}), 2);
    QVERIFY(curl.out.bytes.isEmpty() && !curl.err.bytes.isEmpty());
    QCOMPARE(cli.engine.count() + curl.engine.count(), 0);
}

void GenerateTest::streamsTheText()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"The capital of France is"_s});
    QCOMPARE(cli.engine.count(), 1);
    cli.engine.started(0, u"tempera-mini"_s);
    cli.engine.text(0, u"Par"_s);
    QCOMPARE(cli.out.text(), u"Par"_s); // at once
    cli.engine.text(0, u"is"_s);
    QVERIFY(!cli.code);
    cli.engine.finish(0);
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.out.text(), u"Paris\n"_s);
    QVERIFY(cli.err.bytes.isEmpty());
}

void GenerateTest::theRequest()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"-m"_s, u"tempera-mini"_s, u"--system"_s, u"Be brief."_s, u"--temperature"_s, u"0"_s, u"--raw"_s,
               u"--strict"_s, u"--seed"_s, u"7"_s, u"Hello"_s});
    QCOMPARE(cli.engine.count(), 1);
    const GenerationRequest &request = cli.engine.at(0).request;
    QCOMPARE(request.endpoint.kind, EndpointKind::Local);
    QCOMPARE(request.endpoint.modelPath, u"/models/tempera-mini.gguf"_s);
    QCOMPARE(request.form, PromptForm::Continuation);
    QVERIFY(request.strict);
    QCOMPARE(request.sampling.temperature, 0.0);
    QCOMPARE(request.sampling.seed, 7u);
    QVERIFY(!request.sampling.topK);
    QCOMPARE(request.messages, (Messages{{Role::System, u"Be brief."_s}, {Role::User, u"Hello"_s}}));

    CliHarness remote;
    remote.start({u"generate"_s, u"-m"_s, u"openai:chat:gpt-4o"_s, u"Hello"_s});
    QCOMPARE(remote.engine.at(0).request.endpoint.kind, EndpointKind::Remote);
    QCOMPARE(remote.engine.at(0).request.form, PromptForm::Chat);
}

void GenerateTest::promptFromInput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("prompt");
    QTest::newRow("as it is") << QByteArray("hi") << u"hi"_s;
    QTest::newRow("line feed of the shell") << QByteArray("hi\nyou\n") << u"hi\nyou"_s;
    QTest::newRow("windows") << QByteArray("hi\r\n") << u"hi"_s;
    QTest::newRow("empty") << QByteArray() << QString();
}

void GenerateTest::promptFromInput()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, prompt);
    CliHarness cli;
    cli.input = input;
    cli.start({u"generate"_s, u"-"_s});
    QCOMPARE(cli.engine.at(0).request.messages.first().text, prompt);
}

void GenerateTest::hostileTextOnATerminal()
{
    CliHarness cli;
    cli.out.terminal = true;
    cli.start({u"generate"_s, u"x"_s});
    cli.engine.answer(0, u"\x1b]0;owned\a\x1b[2J\u009b1m灯"_s);
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.out.text(), u"␛]0;owned␇␛[2J\ufffd1m灯\n"_s);
}

void GenerateTest::hostileTextInAPipe()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"x"_s});
    cli.engine.answer(0, u"a\x1b[31m\tb\n"_s);
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.out.bytes, QByteArray("a\x1b[31m\tb\n")); // data stays data
}

void GenerateTest::splitSurrogates()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"x"_s});
    const QString smile = u"😀"_s;
    cli.engine.started(0);
    cli.engine.text(0, smile.first(1));
    cli.engine.text(0, smile.last(1));
    cli.engine.finish(0);
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.out.text(), smile + u'\n');
}

void GenerateTest::jsonShape()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"-m"_s, u"openai:chat:gpt-4o"_s, u"--json"_s, u"x"_s});
    Event::Finished finished;
    finished.reason = FinishReason::Length;
    finished.usage.inputTokens = 1000;
    finished.usage.outputTokens = 10;
    finished.timings.firstToken = 12500us;
    finished.timings.total = 1s;
    finished.timings.tokensPerSecond = 9.5;
    finished.seed = 42;
    cli.engine.deliver(0,
                       {Event::Started{u"gpt-4o-2024"_s}, Event::ReasoningDelta{u"hm"_s}, Event::TextDelta{u"a\nb"_s}, finished});
    QCOMPARE(cli.exitCode(), 0);
    const QJsonObject json = QJsonDocument::fromJson(cli.out.bytes).object();
    QCOMPARE(json.value(u"text"_s).toString(), u"a\nb"_s);
    QCOMPARE(json.value(u"reasoning"_s).toString(), u"hm"_s);
    QCOMPARE(json.value(u"finish_reason"_s).toString(), u"length"_s);
    QCOMPARE(json.value(u"usage"_s).toObject().value(u"input_tokens"_s).toInt(), 1000);
    QCOMPARE(json.value(u"usage"_s).toObject().value(u"output_tokens"_s).toInt(), 10);
    QVERIFY(json.value(u"usage"_s).toObject().value(u"cached_input_tokens"_s).isNull());
    QCOMPARE(json.value(u"timings"_s).toObject().value(u"first_token_ms"_s).toDouble(), 12.5);
    QCOMPARE(json.value(u"timings"_s).toObject().value(u"total_ms"_s).toDouble(), 1000.0);
    QCOMPARE(json.value(u"timings"_s).toObject().value(u"tokens_per_second"_s).toDouble(), 9.5);
    QCOMPARE(json.value(u"cost"_s).toDouble(), 0.0026);
    QCOMPARE(json.value(u"seed"_s).toInt(), 42);
    QCOMPARE(json.value(u"model"_s).toString(), u"gpt-4o-2024"_s);
}

void GenerateTest::unknownIsNull()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"-m"_s, u"openai:chat:gpt-4o"_s, u"--json"_s, u"x"_s});
    cli.engine.answer(0, u"a"_s); // no usage was told
    QCOMPARE(cli.exitCode(), 0);
    const QJsonObject json = QJsonDocument::fromJson(cli.out.bytes).object();
    QVERIFY(json.value(u"cost"_s).isNull());
    QVERIFY(json.value(u"seed"_s).isNull());
    QVERIFY(json.value(u"usage"_s).toObject().value(u"output_tokens"_s).isNull());

    CliHarness local;
    local.start({u"generate"_s, u"--json"_s, u"x"_s});
    local.engine.answer(0, u"a"_s, {.inputTokens = 3, .cachedInputTokens = {}, .outputTokens = 1, .reasoningTokens = {}});
    QCOMPARE(local.exitCode(), 0);
    QCOMPARE(QJsonDocument::fromJson(local.out.bytes).object().value(u"cost"_s).toDouble(-1), 0.0); // known: it is free
}

void GenerateTest::progressOnATerminalOnly()
{
    for (const bool terminal : {false, true}) {
        CliHarness cli;
        cli.err.terminal = terminal;
        cli.start({u"generate"_s, u"x"_s});
        cli.engine.deliver(0, {Event::Loading{0.5}});
        QCOMPARE(cli.err.text().contains(u"50 %"_s), terminal);
        cli.engine.answer(0, u"a"_s);
        QCOMPARE(cli.exitCode(), 0);
        QCOMPARE(cli.err.text().endsWith(u"\r\x1b[2K"_s), terminal); // wiped before the answer
        QCOMPARE(cli.out.text(), u"a\n"_s);
    }
}

void GenerateTest::retriesAreTold()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"x"_s});
    cli.engine.deliver(0, {Event::Retrying{1, 1500ms, failure(ErrorKind::RateLimited, u"slow down"_s).error()}});
    cli.engine.answer(0, u"a"_s);
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(cli.err.text().contains(u"slow down"_s));
    QVERIFY(cli.err.text().contains(u"1.5 s"_s));
}

void GenerateTest::waitsAreTold()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"x"_s});
    cli.engine.deliver(0, {Event::Queued{}});
    QCOMPARE(cli.err.text(), QString());
    cli.engine.deliver(0, {Event::Queued{WaitCause::RateLimit, 2500ms}});
    QVERIFY(cli.err.text().contains(u"limit"_s));
    QVERIFY(cli.err.text().contains(u"2.5 s"_s));
    cli.engine.deliver(0, {Event::Queued{WaitCause::Outage, 1000ms}});
    QVERIFY(cli.err.text().contains(u"down"_s));
    QVERIFY(cli.err.text().contains(u"1.0 s"_s));
    cli.engine.answer(0, u"a"_s);
    QCOMPARE(cli.exitCode(), 0);
}

void GenerateTest::failedRequest()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"x"_s});
    cli.engine.started(0);
    cli.engine.text(0, u"The half"_s);
    cli.engine.fail(0, failure(ErrorKind::Interrupted, u"connection\x1b[31m reset"_s, u"https://example.org"_s).error());
    QCOMPARE(cli.exitCode(), 1);
    QCOMPARE(cli.out.text(), u"The half\n"_s); // what came is kept
    QVERIFY(cli.err.text().contains(u"https://example.org"_s));
    QVERIFY(cli.err.text().contains(u"reset"_s));
    QVERIFY(!cli.err.text().contains(u'\x1b'));
    QCOMPARE(cli.err.text().count(u'\n'), 1);
}

void GenerateTest::unknownModel_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("code");
    QTest::newRow("no such file") << u"local:gone"_s << 1;
    QTest::newRow("no such provider") << u"quux:x"_s << 2;
    QTest::newRow("no prefix") << u"quux"_s << 2;
}

void GenerateTest::unknownModel()
{
    QFETCH(QString, model);
    QFETCH(int, code);
    CliHarness cli;
    QCOMPARE(cli.run({u"generate"_s, u"-m"_s, model, u"x"_s}), code);
    QCOMPARE(cli.engine.count(), 0);
    QVERIFY2(cli.err.text().contains(model), qPrintable(cli.err.text()));
    QCOMPARE(cli.err.text().count(u'\n'), 1);
}

void GenerateTest::refusedParameter()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"generate"_s, u"-m"_s, u"openai:chat:o9"_s, u"--temperature"_s, u"0.5"_s, u"x"_s}), 2);
    QCOMPARE(cli.engine.count(), 0);
    QVERIFY2(cli.err.text().contains(u"temperature"_s), qPrintable(cli.err.text()));

    CliHarness unset;
    unset.start({u"generate"_s, u"-m"_s, u"openai:chat:o9"_s, u"x"_s});
    QCOMPARE(unset.engine.count(), 1);
}

void GenerateTest::interrupted()
{
    CliHarness cli;
    cli.start({u"generate"_s, u"x"_s});
    cli.engine.started(0);
    cli.engine.text(0, u"So far"_s);
    std::raise(SIGINT);
    QTRY_COMPARE(cli.engine.cancels(), 1);
    cli.engine.finishCancelled(0);
    QCOMPARE(cli.exitCode(), 130);
    QCOMPARE(cli.out.text(), u"So far\n"_s);
}

QTEST_GUILESS_MAIN(GenerateTest)
#include "tst_generate.moc"
