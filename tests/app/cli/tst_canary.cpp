// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys from everywhere, thrown back by a server in every way: nothing of them is left in anything that the program writes: ledger,
// exports, settings, what is trusted, logs, and what it says. What the window writes is in tst_canarywindow.

#include "tests/support/scriptedserver.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QByteArray environmentKey = "sk-ENVCANARY12345678";
const QByteArray headerKey = "HEADERCANARY42";
const QByteArray queryKey = "QUERYCANARY42";
const QByteArray fileKey = "sk-FILECANARY12345678";

/// All that the request was sent with, as a server that is of no help tells it.
QByteArray echoOf(const ScriptedRequest &request)
{
    return "got " + request.path + " with " + request.headers.value("authorization") + " and "
           + request.headers.value("x-whatever") + " or " + request.headers.value("x-whatever").toBase64();
}

QByteArray jsonText(const QByteArray &text)
{
    const QByteArray object = QJsonDocument(QJsonObject{{u"t"_s, QString::fromUtf8(text)}}).toJson(QJsonDocument::Compact);
    return object.chopped(1).sliced(object.indexOf(':') + 1);
}

/// An answer in pieces of three characters, with the secrets in the model's name too.
ScriptedAnswer echoInPieces(const QByteArray &echo, ScriptedAnswer::Ending ending)
{
    QList<QByteArray> pieces;
    for (qsizetype at = 0; at < echo.size(); at += 3) {
        pieces += "data: {\"model\":" + jsonText(echo)
                  + ",\"choices\":[{\"index\":0,\"delta\":{\"content\":" + jsonText(echo.mid(at, 3)) + "}}]}\n\n";
    }
    if (ending == ScriptedAnswer::Ending::KeepAlive)
        pieces += "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    return ScriptedAnswer::stream(pieces, ending);
}

/// One that nobody listens at any more.
quint16 closedPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 1;
}

ScriptedAnswer refusal(int status, const QByteArray &body)
{
    return ScriptedAnswer::whole(status, body, {"Content-Type: application/json", "x-should-retry: false"});
}

using Handler = std::function<ScriptedAnswer(const ScriptedRequest &)>;

/// Success and every kind of failure, each with all secrets in it.
std::vector<Handler> waysToThrowBack()
{
    using Ending = ScriptedAnswer::Ending;
    std::vector<Handler> ways{
        [](const ScriptedRequest &r) { return echoInPieces(echoOf(r), Ending::KeepAlive); }, // success
        [](const ScriptedRequest &r) { return echoInPieces(echoOf(r), Ending::Cut); },
        [](const ScriptedRequest &r) { // a whole answer where a stream was asked for
            return ScriptedAnswer::whole(200, "{\"model\":" + jsonText(echoOf(r))
                                                  + R"(,"choices":[{"index":0,"finish_reason":"stop","message":{"content":)"
                                                  + jsonText(echoOf(r)) + ",\"reasoning_content\":" + jsonText(echoOf(r))
                                                  + "}}]}");
        },
        [](const ScriptedRequest &r) { return refusal(400, echoOf(r)); }, // no JSON
        [](const ScriptedRequest &r) { return ScriptedAnswer::whole(200, "{\"said\":" + jsonText(echoOf(r)) + "}"); },
        [](const ScriptedRequest &r) { // cut in a key where its head is told
            return ScriptedAnswer::whole(200, "{\"said\":" + jsonText(QByteArray(170, 'x') + echoOf(r)) + "}");
        },
        [](const ScriptedRequest &r) { // an error in a stream
            return ScriptedAnswer::stream({"data: {\"error\":{\"code\":400,\"message\":" + jsonText(echoOf(r)) + "}}\n\n"});
        },
        [](const ScriptedRequest &r) {
            return ScriptedAnswer::whole(307, {}, {"Location: https://u:" + headerKey + "@h.example" + r.path});
        },
    };
    for (const int status : {400, 401, 402, 403, 404, 422, 429, 500, 503}) {
        ways.push_back([status](const ScriptedRequest &r) {
            return refusal(status, "{\"error\":{\"message\":" + jsonText(echoOf(r)) + ",\"param\":" + jsonText(echoOf(r)) + "}}");
        });
    }
    // A secret where a long message is cut.
    for (const int before : {430, 460, 470, 480, 490, 497}) {
        ways.push_back([before](const ScriptedRequest &r) {
            return refusal(401, "{\"error\":{\"message\":" + jsonText(QByteArray(before, 'x') + echoOf(r)) + "}}");
        });
    }
    return ways;
}

/// "/7/v1/…": the way that a request asks for.
std::size_t kindOf(const ScriptedRequest &request)
{
    return request.path.split('/').value(1).toUInt();
}

} // namespace

class CanaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLeft();
    void nothingIsLeftOfWhatFails_data();
    void nothingIsLeftOfWhatFails();
    void aKeyInThePlaceOfItsNameIsRefused();

private:
    /// Standard output and error of the program in a sandbox of its own.
    [[nodiscard]] QByteArray tempera(const QTemporaryDir &folder, const QStringList &arguments) const;
    /// One that asks each of these servers, with secrets wherever they can stand.
    [[nodiscard]] static QByteArray experiment(const QList<QByteArray> &addresses);
    /// Runs an experiment with all reports, and asks for it afterwards; what was said.
    [[nodiscard]] QByteArray runAndAsk(const QTemporaryDir &folder, const QByteArray &experiment) const;
    /// Each file below a folder, and `said`, that holds any of the secrets; with what it holds.
    [[nodiscard]] static QStringList leaks(const QString &folder, const QByteArray &said);
};

QByteArray CanaryTest::tempera(const QTemporaryDir &folder, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &kind : {u"DATA"_s, u"CONFIG"_s, u"STATE"_s, u"CACHE"_s})
        environment.insert(u"XDG_%1_HOME"_s.arg(kind), folder.filePath(u"home/"_s + kind));
    environment.insert(u"BIRD_KEY"_s, QString::fromLatin1(environmentKey));
    environment.insert(u"TEMPERA_LANGUAGE"_s, u"en"_s);
    environment.insert(u"QT_LOGGING_RULES"_s, u"tempera.*=true"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(temperaProgram(), arguments);
    process.closeWriteChannel();
    // The server lives in this thread's event loop.
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000)) {
        process.kill();
        process.waitForFinished();
        return "it did not end";
    }
    return process.readAll();
}

QByteArray CanaryTest::runAndAsk(const QTemporaryDir &folder, const QByteArray &experiment) const
{
    QFile file(folder.filePath(u"experiment.yaml"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(experiment) != experiment.size())
        return "it could not be written";
    file.close();
    QStringList arguments{u"run"_s, file.fileName(), u"--allow-key"_s, u"BIRD_KEY=127.0.0.1"_s, u"--remember"_s};
    for (const QString &ending : {u"json"_s, u"jsonl"_s, u"csv"_s, u"html"_s, u"md"_s, u"xml"_s})
        arguments += {u"-o"_s, folder.filePath(u"report."_s + ending)};
    QByteArray said = tempera(folder, arguments);
    said += tempera(folder, {u"history"_s, u"show"_s});
    said += tempera(folder, {u"history"_s, u"show"_s, u"--json"_s});
    return said;
}

QByteArray CanaryTest::experiment(const QList<QByteArray> &addresses)
{
    QByteArray file = "# apiKey: " + fileKey + "\nprompts: [hello]\nproviders:\n" + "- https://someone:URLCANARY42@hook.example/"
                      + fileKey + "/in?token=URLCANARY43#URLCANARY44\n";
    for (const QByteArray &address : addresses) {
        file += "- id: openai:chat:some\n  config:\n    apiBaseUrl: " + address + "?api-key=" + queryKey
                + "\n    apiKeyEnvar: BIRD_KEY\n    headers: {X-Whatever: " + headerKey + "}\n    apiKey: |\n      " + fileKey
                + "\n    whatever: {password: " + fileKey + "}\n";
    }
    return file + "tests: [{vars: {x: 1}}]\n";
}

QStringList CanaryTest::leaks(const QString &folder, const QByteArray &said)
{
    QStringList found;
    const auto search = [&found](const QString &name, const QByteArray &bytes) {
        for (const QByteArray &part : {"CANARY"_ba, headerKey.toBase64().first(12)}) {
            if (const qsizetype at = bytes.indexOf(part); at >= 0)
                found += name + u": "_s
                         + QString::fromLatin1(bytes.sliced(qMax<qsizetype>(0, at - 60),
                                                            qMin<qsizetype>(120, bytes.size() - qMax<qsizetype>(0, at - 60))));
        }
    };
    search(u"what it said"_s, said);
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (files.fileName() == "experiment.yaml"_L1)
            continue;
        if (!file.open(QIODevice::ReadOnly))
            found += u"cannot be read: "_s + file.fileName();
        search(files.fileName(), file.readAll());
    }
    return found;
}

void CanaryTest::nothingIsLeft()
{
    const QTemporaryDir folder;
    ScriptedServer server;
    const std::vector<Handler> kinds = waysToThrowBack();
    server.handler = [&kinds](const ScriptedRequest &request) { return kinds.at(kindOf(request))(request); };
    QList<QByteArray> addresses;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        addresses += "http://127.0.0.1:" + QByteArray::number(server.baseUrl().port()) + '/' + QByteArray::number(i) + "/v1";
    QByteArray said = runAndAsk(folder, experiment(addresses));

    std::vector<int> asked(kinds.size()); // the secrets were sent to each of them, and thrown back
    for (const ScriptedRequest &request : server.requests()) {
        ++asked.at(kindOf(request));
        QCOMPARE(request.headers.value("x-whatever"), headerKey);
        QVERIFY(request.path.contains(queryKey));
    }
    QVERIFY2(std::ranges::find(asked, 0) == asked.end(), said);
    QVERIFY2(QFile::exists(folder.filePath(u"report.json"_s)), said);
    QVERIFY(QFile::exists(folder.filePath(u"home/DATA/tempera/ledger.db"_s)));
    QVERIFY(QFile::exists(folder.filePath(u"home/CONFIG/tempera/trust.json"_s)));

    said += tempera(folder, {u"run"_s, folder.filePath(u"experiment.yaml"_s), u"--json"_s}); // what is allowed is remembered
    said += tempera(folder, {u"history"_s, u"list"_s});
    said += tempera(folder, {u"models"_s, u"add"_s, builtInModel()});
    QVERIFY2(QFile::exists(folder.filePath(u"home/CONFIG/tempera/settings.json"_s)), said);
    const QStringList found = leaks(folder.path(), said);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

/// Where no answer comes, and where keys stand in names.
void CanaryTest::nothingIsLeftOfWhatFails_data()
{
    QTest::addColumn<QByteArray>("file"); // ADDRESS is the server's
    const auto row = [](const char *name, const QByteArray &file) { QTest::newRow(name) << file; };
    const QByteArray closed = "http://127.0.0.1:" + QByteArray::number(closedPort()) + "/v1";
    row("no connection", experiment({closed}));
    row("deadline passed", experiment({"ADDRESS"}) + "evaluateOptions: {timeoutMs: 300}\n");
    row("TLS that fails", experiment({"https://127.0.0.1:PORT/v1"}));
    row("no such host", experiment({"http://CANARYHOST@nowhere.invalid/v1"}));
    row("key as a file's name", experiment({closed}) + "defaultTest: {vars: {y: file://sk-FILECANARY12345678.txt}}\n");
    row("key as a prompt's name", "prompts: [file://prompts/sk-FILECANARY12345678.txt]\nproviders: [echo]\n");
    row("key as a data set's name", "prompts: [hi]\nproviders: [echo]\ntests: file://ghp_FILECANARY12345678.csv\n");
    row("key in the model's name",
        "prompts: [hi]\nproviders:\n- id: openai:chat:sk-FILECANARY12345678\n  config: {apiBaseUrl: ADDRESS, apiKeyEnvar: "
        "BIRD_KEY}\n- id: openai:chat:m?key=FILECANARY42\n  config: {apiBaseUrl: ADDRESS, apiKeyEnvar: BIRD_KEY}\n"
        "- sk-FILECANARY12345678\n- webhook?token=FILECANARY42\n");
    row("keys in every spelling",
        "description: sends HEADERCANARY42 and api_key=FILECANARY42\nenv: {WHATEVER: FILECANARY42}\nprompts: [hi]\nproviders:\n"
        "- id: openai:chat:m\n  label: with Bearer FILECANARY42\n  config:\n    apiBaseUrl: ADDRESS\n    apiKeyEnvar: BIRD_KEY\n"
        "    headers: {X-Api-Key: HEADERCANARY42, Cookie: 'session=FILECANARY42'}\n"
        "    passthrough: {clientSecret: FILECANARY42, refresh_token: FILECANARY43, passwd: FILECANARY44,\n"
        "      pairs: [{name: X-Api-Key, value: FILECANARY45}], args: [--api-key, FILECANARY46, --token=FILECANARY47]}\n"
        "tests: [{description: sends HEADERCANARY42 too, vars: {x: 1}}]\n");
}

void CanaryTest::nothingIsLeftOfWhatFails()
{
    QFETCH(QByteArray, file);
    const QTemporaryDir folder;
    ScriptedServer server;
    server.handler = [](const ScriptedRequest &) { return ScriptedAnswer::silence(); };
    const bool isAnswered = !file.contains("timeoutMs");
    if (isAnswered)
        server.handler = [](const ScriptedRequest &r) {
            return refusal(401, "{\"error\":{\"message\":" + jsonText(echoOf(r)) + "}}");
        };
    file.replace("ADDRESS", server.baseUrl().toEncoded()).replace("PORT", QByteArray::number(server.baseUrl().port()));
    const QByteArray said = runAndAsk(folder, file);
    QVERIFY2(!said.isEmpty() && !said.contains("did not end"), said);
    const QStringList found = leaks(folder.path(), said);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void CanaryTest::aKeyInThePlaceOfItsNameIsRefused()
{
    const QTemporaryDir folder;
    ScriptedServer server;
    QFile file(folder.filePath(u"experiment.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("prompts: [hello]\nproviders:\n- id: openai:chat:some\n  config: {apiBaseUrl: '" + server.baseUrl().toEncoded()
               + "',\n    apiKeyEnvar: " + fileKey + "}\n");
    file.close();
    const QByteArray said = tempera(folder, {u"run"_s, file.fileName(), u"-o"_s, folder.filePath(u"report.json"_s)});
    QVERIFY2(said.contains("apiKeyEnvar"), said);
    QVERIFY(server.requests().empty());
    const QStringList found = leaks(folder.path(), said);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(CanaryTest)
#include "tst_canary.moc"
