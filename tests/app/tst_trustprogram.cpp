// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// An experiment from anyone against the built program: which keys reach a server, and which files its prompts.

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

#include <memory>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

struct TrustOutcome {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

const QByteArray canary = "CANARY-4711";

} // namespace

class TestTrustProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aForeignKeyStaysHere();
    void theNameOfAKeyIsNoWord();
    void theUserAllowsAKey();
    void anotherMachineIsRefusedBeforeAnythingIsSent();
    void theWordIsRememberedWhereItIsAskedTo();
    void theAddressOfTheEnvironmentIsTheUsersWord();
    void theAddressOfTheFilesOwnEnvironmentIsNot();
    void aRedirectCarriesNoKey();
    void foreignFilesAreNotRead_data();
    void foreignFilesAreNotRead();
    void onlyTheCellsThatNeedTheFileFail();
    void theUserAllowsAFolder();
    void aPipeIsNeverRead();
    void wrongWords();

private:
    void serve(QTcpServer &server, const QByteArray &answer);
    [[nodiscard]] TrustOutcome run(const QStringList &arguments);
    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QString experimentFor(const QByteArray &config, const QByteArray &more = {}) const;
    [[nodiscard]] QByteArray port() const { return QByteArray::number(m_server->serverPort()); }
    [[nodiscard]] QByteArray ledger() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTcpServer> m_server;
    QByteArray m_heard; ///< All that came to any server.
    QProcessEnvironment m_environment;
};

void TestTrustProgram::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"own"_s));
    m_environment = QProcessEnvironment::systemEnvironment();
    for (const char *folder : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        m_environment.insert(QString::fromLatin1(folder), m_folder->filePath(u"home"_s));
    m_environment.insert(u"AWS_SECRET_ACCESS_KEY"_s, QString::fromLatin1(canary));
    m_environment.insert(u"OPENAI_API_KEY"_s, u"sk-"_s + QString::fromLatin1(canary));
    for (const char *proxy : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
        m_environment.remove(QString::fromLatin1(proxy));
    m_heard.clear();
    m_server = std::make_unique<QTcpServer>();
    const QByteArray body = R"({"choices":[{"message":{"role":"assistant","content":"fine"},"finish_reason":"stop"}]})";
    serve(*m_server, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                         + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

/// Answers each request with these bytes.
void TestTrustProgram::serve(QTcpServer &server, const QByteArray &answer)
{
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [this, &server, answer] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            auto request = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, request, answer] {
                const QByteArray bytes = socket->readAll();
                m_heard += bytes;
                *request += bytes;
                const qsizetype end = request->indexOf("\r\n\r\n");
                const qsizetype length = request->toLower().indexOf("content-length: ");
                if (end < 0 || length < 0)
                    return;
                const qsizetype lineEnd = request->indexOf('\r', length);
                const auto size = request->sliced(length + 16, lineEnd - length - 16).toLongLong();
                if (request->size() < end + 4 + size)
                    return;
                socket->write(answer);
                socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

TrustOutcome TestTrustProgram::run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(temperaProgram(), QStringList{u"run"_s} + arguments);
    process.closeWriteChannel();
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TestTrustProgram::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return file.fileName();
}

QString TestTrustProgram::experimentFor(const QByteArray &config, const QByteArray &more) const
{
    return write(u"own/e.yaml"_s, "prompts: [hello]\nproviders:\n  - {id: 'openai:chat:m', config: {" + config + "}}\n" + more);
}

QByteArray TestTrustProgram::ledger() const
{
    QByteArray all;
    for (const QString &name : {u"ledger.db"_s, u"ledger.db-wal"_s}) {
        QFile file(m_folder->filePath(u"home/tempera/"_s + name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

void TestTrustProgram::aForeignKeyStaysHere()
{
    const QString file = experimentFor("apiBaseUrl: 'http://127.0.0.1:" + port() + "/v1', apiKeyEnvar: AWS_SECRET_ACCESS_KEY");
    const TrustOutcome outcome = run({file});
    QVERIFY2(m_heard.contains("POST /v1/chat/completions"), outcome.err); // the work itself goes on
    QVERIFY2(!m_heard.contains(canary), m_heard);
    QCOMPARE(outcome.exitCode, 0);
    const QByteArray advice = "--allow-key AWS_SECRET_ACCESS_KEY=127.0.0.1:" + port();
    QCOMPARE(outcome.err.count(advice), 1);
    QVERIFY(!ledger().contains(canary));
}

/// The provider's usual key goes to no other host either.
void TestTrustProgram::theNameOfAKeyIsNoWord()
{
    const TrustOutcome outcome = run({experimentFor("apiBaseUrl: 'http://localhost:" + port() + "/v1'")});
    QVERIFY(m_heard.contains("POST "));
    QVERIFY2(!m_heard.contains(canary), m_heard);
    QVERIFY2(outcome.err.contains("--allow-key OPENAI_API_KEY=localhost:" + port()), outcome.err);
}

void TestTrustProgram::theUserAllowsAKey()
{
    const QString file = experimentFor("apiBaseUrl: 'http://127.0.0.1:" + port() + "/v1'");
    const TrustOutcome outcome = run({file, u"--allow-key"_s, u"OPENAI_API_KEY=127.0.0.1:%1"_s.arg(m_server->serverPort())});
    QVERIFY2(m_heard.contains("Bearer sk-" + canary), outcome.err);
    QVERIFY2(!outcome.err.contains("--allow-key"), outcome.err);
    QCOMPARE(outcome.exitCode, 0);
    m_heard.clear();
    (void)run({file}); // it was for once
    QVERIFY(m_heard.contains("POST "));
    QVERIFY2(!m_heard.contains(canary), m_heard);
}

void TestTrustProgram::anotherMachineIsRefusedBeforeAnythingIsSent()
{
    // A proxy that would take anything shows that nothing is even tried.
    m_environment.insert(u"http_proxy"_s, u"http://127.0.0.1:%1"_s.arg(m_server->serverPort()));
    const QString file = write(u"own/e.yaml"_s, "prompts: [hello]\nproviders:\n  - echo\n"
                                                "  - {id: 'openai:chat:m', config: {apiBaseUrl: 'http://llm.example/v1'}}\n");
    const TrustOutcome outcome = run({file, u"-o"_s, m_folder->filePath(u"out.json"_s)});
    QVERIFY2(m_heard.isEmpty(), m_heard);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("--allow-key OPENAI_API_KEY=http://llm.example"), outcome.err);
    QFile report(m_folder->filePath(u"out.json"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray written = report.readAll();
    QVERIFY2(written.contains("--allow-key OPENAI_API_KEY=http://llm.example"), written); // the cell says it too
    QVERIFY2(written.contains("\"success\": true"), written);                             // the other one went on
    QVERIFY(!written.contains(canary));
}

void TestTrustProgram::theWordIsRememberedWhereItIsAskedTo()
{
    const QString file = experimentFor("apiBaseUrl: 'http://127.0.0.1:" + port() + "/v1'");
    (void)run({file, u"--allow-key"_s, u"OPENAI_API_KEY=127.0.0.1"_s, u"--remember"_s});
    m_heard.clear();
    (void)run({file});
    QVERIFY2(m_heard.contains("Bearer sk-" + canary), m_heard);
    // For this experiment and this host alone.
    m_heard.clear();
    QVERIFY(QFile::copy(file, m_folder->filePath(u"own/other.yaml"_s)));
    (void)run({m_folder->filePath(u"own/other.yaml"_s)});
    (void)run({experimentFor("apiBaseUrl: 'http://localhost:" + port() + "/v1'")});
    QCOMPARE(m_heard.count("POST "), 2);
    QVERIFY2(!m_heard.contains(canary), m_heard);
    QFile kept(m_folder->filePath(u"home/tempera/trust.json"_s));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(!kept.readAll().contains(canary));
}

void TestTrustProgram::theAddressOfTheEnvironmentIsTheUsersWord()
{
    m_environment.insert(u"OPENAI_BASE_URL"_s, u"http://127.0.0.1:%1/v1"_s.arg(m_server->serverPort()));
    const TrustOutcome outcome = run(
        {write(u"own/e.yaml"_s, "prompts: [hello]\nproviders: ['openai:chat:m']\n"), u"-o"_s, m_folder->filePath(u"o.json"_s)});
    QVERIFY2(m_heard.contains("Bearer sk-" + canary), outcome.err);
    QFile report(m_folder->filePath(u"o.json"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().contains("\"apiBaseUrlFrom\": \"OPENAI_BASE_URL\""));
    QVERIFY(ledger().contains("OPENAI_BASE_URL"));
    // But for no other key.
    m_heard.clear();
    (void)run({experimentFor("apiKeyEnvar: AWS_SECRET_ACCESS_KEY")});
    QVERIFY(m_heard.contains("POST "));
    QVERIFY2(!m_heard.contains(canary), m_heard);
}

void TestTrustProgram::theAddressOfTheFilesOwnEnvironmentIsNot()
{
    for (const QByteArray &more : {"env: {OPENAI_BASE_URL: 'http://127.0.0.1:" + port() + "/v1'}\n",
                                   "env: {OPENAI_API_BASE: 'http://127.0.0.1:" + port() + "/v1'}\n"}) {
        m_heard.clear();
        (void)run({experimentFor({}, more)});
        QVERIFY(m_heard.contains("POST "));
        QVERIFY2(!m_heard.contains(canary), m_heard);
    }
}

void TestTrustProgram::aRedirectCarriesNoKey()
{
    QTcpServer redirecting;
    serve(redirecting, "HTTP/1.1 307 Elsewhere\r\nLocation: http://127.0.0.1:" + port()
                           + "/stolen/v1/chat/completions\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    const QString file = experimentFor("apiBaseUrl: 'http://127.0.0.1:" + QByteArray::number(redirecting.serverPort()) + "/v1'");
    (void)run({file, u"--allow-key"_s, u"OPENAI_API_KEY=127.0.0.1:%1"_s.arg(redirecting.serverPort())});
    QCOMPARE(m_heard.count("Bearer sk-" + canary), 1);
    QVERIFY2(!m_heard.contains("/stolen"), m_heard);
}

void TestTrustProgram::foreignFilesAreNotRead_data()
{
    // Each names %1, and %2 is what has to be said about it.
    QTest::addColumn<QByteArray>("experiment");
    QTest::addColumn<int>("line");
    const QByteArray providers = "providers: [echo]\n";
    QTest::newRow("prompt") << providers + "prompts: ['file://%1.txt']\n" << 2;
    QTest::newRow("prompt, without its scheme") << providers + "prompts: ['%1.txt']\n" << 2;
    QTest::newRow("prompt with a label") << providers + "prompts:\n  - {id: 'file://%1.txt', label: a}\n" << 3;
    QTest::newRow("prompts as a map") << providers + "prompts: {'%1.txt': a}\n" << 2;
    QTest::newRow("variable") << providers + "prompts: ['{{ x }}']\ntests:\n  - vars: {x: 'file://%1.txt'}\n" << 4;
    QTest::newRow("variables") << providers + "prompts: ['{{ x }}']\ntests:\n  - vars: 'file://%1.yaml'\n" << 4;
    QTest::newRow("default variable") << providers + "prompts: ['{{ x }}']\ndefaultTest:\n  vars: {x: 'file://%1.json'}\n" << 4;
    QTest::newRow("default test") << providers + "prompts: ['{{ x }}']\ndefaultTest: 'file://%1.yaml'\n" << 3;
    QTest::newRow("tests") << providers + "prompts: ['{{ x }}']\ntests: 'file://%1.csv'\n" << 3;
    QTest::newRow("tests in a list") << providers + "prompts: ['{{ x }}']\ntests:\n  - 'file://%1.jsonl'\n" << 4;
    QTest::newRow("check") << providers + "prompts: [a]\ntests:\n  - assert:\n      - {type: equals, value: 'file://%1.txt'}\n"
                           << 5;
    QTest::newRow("schema of a check")
        << providers + "prompts: [a]\ntests:\n  - assert:\n      - {type: is-json, value: 'file://%1.json'}\n"
        << 5;
    QTest::newRow("provider") << QByteArray("prompts: [a]\nproviders: ['file://%1.yaml']\n") << 2;
    QTest::newRow("grammar") << QByteArray("prompts: [a]\nproviders:\n  - {id: 'local:tempera-mini', config: {grammar: "
                                           "'file://%1.gbnf'}}\n")
                             << 3;
    QTest::newRow("schema") << QByteArray("prompts: [a]\nproviders:\n  - {id: 'local:tempera-mini', config: {json_schema: "
                                          "'file://%1.json'}}\n")
                            << 3;
}

/// By its path, by "..", through a link to the file and through a link to its folder.
void TestTrustProgram::foreignFilesAreNotRead()
{
    QFETCH(QByteArray, experiment);
    QFETCH(int, line);
    QVERIFY(QDir(m_folder->path()).mkpath(u"foreign"_s));
    for (const char *ending : {"txt", "yaml", "json", "csv", "jsonl", "gbnf"}) {
        const QString name = u"foreign/f."_s + QLatin1StringView(ending);
        QVERIFY(!write(name, canary).isEmpty());
        QVERIFY(QFile::link(m_folder->filePath(name), m_folder->filePath(u"own/link."_s + QLatin1StringView(ending))));
    }
    QVERIFY(QFile::link(m_folder->filePath(u"foreign"_s), m_folder->filePath(u"own/linked"_s)));
    const QString real = QDir(m_folder->path()).canonicalPath() + u"/foreign"_s;
    const QByteArrayList ways{m_folder->filePath(u"foreign/f"_s).toUtf8(), "../foreign/f", "./../own/../foreign/f", "link",
                              "linked/f"};
    for (const QByteArray &way : ways) {
        QByteArray text = experiment;
        const QString file = write(u"own/e.yaml"_s, text.replace("%1", way));
        const TrustOutcome outcome = run({file, u"-o"_s, m_folder->filePath(u"out.json"_s)});
        QVERIFY2(outcome.exitCode == 1 || outcome.exitCode == 2, outcome.out + outcome.err);
        const QByteArray place = file.toUtf8() + ':' + QByteArray::number(line) + ':';
        QVERIFY2(outcome.err.contains(place), place + " is not in " + outcome.err);
        QVERIFY2(outcome.err.contains("--allow-files " + real.toUtf8()), way + ' ' + outcome.err);
        QVERIFY2(!outcome.err.contains(canary) && !outcome.out.contains(canary), outcome.out + outcome.err);
        QVERIFY(!ledger().contains(canary));
    }
}

void TestTrustProgram::onlyTheCellsThatNeedTheFileFail()
{
    const QString file = write(u"own/e.yaml"_s, "prompts: ['{{ file }}']\nproviders: [echo]\ntests:\n"
                                                "  - vars: {file: 'file:///proc/self/environ'}\n"
                                                "  - vars: {file: 'file:///etc/passwd'}\n"
                                                "  - vars: {file: harmless}\n");
    const TrustOutcome outcome = run({file, u"-o"_s, m_folder->filePath(u"out.json"_s)});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("e.yaml:4:") && outcome.err.contains("--allow-files /proc/"), outcome.err);
    QVERIFY2(outcome.err.contains("e.yaml:5:") && outcome.err.contains("--allow-files /etc"), outcome.err);
    QVERIFY2(outcome.out.contains("harmless"), outcome.out);
    QFile report(m_folder->filePath(u"out.json"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QJsonObject stats =
        QJsonDocument::fromJson(report.readAll()).object().value("results"_L1).toObject().value("stats"_L1).toObject();
    QCOMPARE(stats.value("errors"_L1).toInt(), 2);
    QVERIFY(!ledger().contains("root:"));
    QVERIFY(!ledger().contains(canary));
    // A word for everything is none for the system's own.
    const TrustOutcome allowed = run({file, u"--allow-files"_s, u"/"_s});
    QVERIFY2(allowed.out.contains("root:"), allowed.out);
    QVERIFY2(allowed.err.contains("--allow-files /proc/"), allowed.err);
    QVERIFY(!allowed.out.contains(canary));
}

void TestTrustProgram::theUserAllowsAFolder()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"shared/deep"_s));
    QVERIFY(!write(u"shared/deep/p.txt"_s, "say whale").isEmpty());
    const QString file = write(u"own/e.yaml"_s, "prompts: ['file://../shared/deep/p.txt']\nproviders: [echo]\n");
    QCOMPARE(run({file}).exitCode, 1);
    const QString shared = m_folder->filePath(u"own/../shared"_s);
    const TrustOutcome once = run({file, u"--allow-files"_s, shared});
    QVERIFY2(once.out.contains("say whale"), once.out + once.err);
    QCOMPARE(run({file}).exitCode, 1);
    QCOMPARE(run({file, u"--allow-files"_s, shared, u"--remember"_s}).exitCode, 0);
    QCOMPARE(run({file}).exitCode, 0);
    QVERIFY(QFile::copy(file, m_folder->filePath(u"own/other.yaml"_s)));
    QCOMPARE(run({m_folder->filePath(u"own/other.yaml"_s)}).exitCode, 1);
}

void TestTrustProgram::aPipeIsNeverRead()
{
    const QString pipe = m_folder->filePath(u"own/pipe.txt"_s);
    QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    for (const QByteArray &what : QByteArrayList{"pipe.txt", "/dev/zero", "/dev/stdin", "."}) {
        const QString file =
            write(u"own/e.yaml"_s, "prompts: ['{{ x }}']\nproviders: [echo]\ntests:\n  - vars: {x: 'file://" + what + "'}\n");
        const TrustOutcome outcome = run({file, u"--allow-files"_s, u"/dev"_s, u"--allow-files"_s, u"/proc"_s});
        QVERIFY2(outcome.exitCode == 1, what + ' ' + outcome.out + outcome.err);
        QVERIFY2(outcome.err.contains("e.yaml:4:"), outcome.err);
    }
}

void TestTrustProgram::wrongWords()
{
    const QString file = experimentFor({});
    for (const QString &word : {u"OPENAI_API_KEY"_s, u"=llm.example"_s, u"OPENAI_API_KEY=ftp://llm.example"_s}) {
        const TrustOutcome outcome = run({file, u"--allow-key"_s, word});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("OPENAI_API_KEY=llm.example.com"), outcome.err);
    }
}

QTEST_GUILESS_MAIN(TestTrustProgram)
#include "tst_trustprogram.moc"
