// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The built program against a server that speaks its APIs.

#include "tests/support/builtprogram.h"
#include "tests/support/goldenfile.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testpaths.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

ScriptedAnswer streamOf(const QString &file, const QByteArray &type = "text/event-stream")
{
    return ScriptedAnswer::whole(200, testData(u"codecs/"_s + file + u".stream.txt"_s), {"Content-Type: " + type});
}

/// The server is in this thread, so the wait must not block it.
ProgramEnd runBeside(const BuiltProgram &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(program.environment);
    QSignalSpy ended(&process, &QProcess::finished);
    process.start(temperaProgram(), arguments);
    process.closeWriteChannel();
    if (!ended.wait(60'000))
        return {};
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class ProgramWiresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generate_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("keyVariable");
        QTest::addColumn<QByteArray>("header");
        const auto row = [](const char *id, const char *file, const char *variable, const char *key, const char *header) {
            QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(file) << QString::fromLatin1(variable)
                              << QString::fromLatin1(key) << QByteArray(header);
        };
        row("openai:responses:gpt-4.1", "responses/responses", "OPENAI_BASE_URL", "OPENAI_API_KEY", "authorization");
        row("anthropic:messages:claude-sonnet-4-5", "anthropic/anthropic", "ANTHROPIC_BASE_URL", "ANTHROPIC_API_KEY",
            "x-api-key");
        row("google:gemini-2.5-pro", "gemini/gemini", "GOOGLE_GEMINI_BASE_URL", "GEMINI_API_KEY", "x-goog-api-key");
        row("google:gemini-2.5-flash", "gemini/gemini", "GOOGLE_API_BASE_URL", "GOOGLE_API_KEY", "x-goog-api-key");
        row("azureopenai:chat:mine", "openai/openai", "AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_API_KEY", "api-key");
        row("ollama:chat:qwen3", "ollama/ollama", "OLLAMA_BASE_URL", "", "");
        row("llama:completion:mini", "llamacpp/completion", "LLAMA_BASE_URL", "", "");
    }
    /// The address is the user's own word, so the key goes there.
    void generate()
    {
        QFETCH(QString, id);
        QFETCH(QString, file);
        QFETCH(QString, variable);
        QFETCH(QString, keyVariable);
        QFETCH(QByteArray, header);
        ScriptedServer server;
        server.enqueue(streamOf(file, file.startsWith(u"ollama"_s) ? "application/x-ndjson" : "text/event-stream"));
        BuiltProgram program;
        program.environment.insert(variable, server.baseUrl().toString());
        if (!keyVariable.isEmpty())
            program.environment.insert(keyVariable, u"sk-test-1"_s);
        const ProgramEnd end = runBeside(program, {u"generate"_s, u"-m"_s, id, u"--json"_s, u"hello"_s});
        QVERIFY2(end.exitCode == 0, end.err.constData());
        QCOMPARE(QJsonDocument::fromJson(end.out).object().value(u"text"_s).toString(), u"Grüße, 你好 😀\n\"end\""_s);
        QCOMPARE(server.requests().size(), 1u);
        if (!header.isEmpty())
            QVERIFY(server.requests().front().headers.value(header).endsWith("sk-test-1"));
    }

    /// An equal request is answered from the ledger, unless every answer is to be asked for, or another one is wanted each
    /// time.
    void theCache()
    {
        ScriptedServer server;
        server.handler = [](const ScriptedRequest &) { return streamOf(u"anthropic/anthropic"_s); };
        const BuiltProgram program;
        const auto file = [&](const QString &name, const QByteArray &settings) {
            return program.write(name, "prompts: ['Say {{ n }}']\nproviders:\n  - id: anthropic:messages:claude-sonnet-4-5\n"
                                       "    config: {apiBaseUrl: '"
                                           + server.baseUrl().toString().toUtf8() + "', " + settings
                                           + "}\ntests:\n  - vars: {n: 1}\n  - vars: {n: 2}\n");
        };
        const QString settled = file(u"settled.yaml"_s, "temperature: 0");
        const QString result = program.path(u"out.json"_s);
        const auto asked = [&](const QStringList &arguments) {
            const std::size_t before = server.requests().size();
            const ProgramEnd end = runBeside(program, QStringList{u"run"_s, u"-o"_s, result} + arguments);
            if (end.exitCode != 0)
                qWarning("%s", end.err.constData());
            return end.exitCode == 0 ? static_cast<int>(server.requests().size() - before) : -1;
        };
        QCOMPARE(asked({settled, u"--repeat"_s, u"2"_s}), 4); // repeats are samples of their own
        QVERIFY(!program.read(u"out.json"_s).contains("from-cache"));
        QCOMPARE(asked({settled, u"--repeat"_s, u"2"_s}), 0);
        QCOMPARE(program.read(u"out.json"_s).count("from-cache"), 4);
        QCOMPARE(asked({settled, u"--no-cache"_s}), 2);
        QCOMPARE(asked({settled, u"--no-ledger"_s}), 2);
        QCOMPARE(asked({settled}), 0);
        const QString open = file(u"open.yaml"_s, "temperature: 0.7");
        QCOMPARE(asked({open}), 2);
        QCOMPARE(asked({open}), 2);
    }
};

QTEST_GUILESS_MAIN(ProgramWiresTest)
#include "tst_programwires.moc"
