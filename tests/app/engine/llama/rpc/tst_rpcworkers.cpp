// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"
#include "app/engine/llama/rpc/rpcrelay.h"
#include "tests/app/engine/llama/recordingsink.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testpaths.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A real worker of llama.cpp, on a free port of the loopback.
class RpcServer
{
public:
    RpcServer()
    {
        QTcpServer free;
        if (free.listen(QHostAddress::LocalHost))
            m_port = free.serverPort();
    }
    ~RpcServer() { stop(); }

    static QString program() { return llamaProgram(u"ggml-rpc-server"_s); }
    [[nodiscard]] QString address() const { return u"127.0.0.1:%1"_s.arg(m_port); }

    [[nodiscard]] bool start()
    {
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(program(), {u"-H"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port), u"-t"_s, u"1"_s});
        return m_process.waitForStarted() && QTest::qWaitFor([this] { return RpcRelay::connect(address()).has_value(); }, 30'000);
    }
    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished();
    }
    /// It goes on to exist, but does nothing more.
    void freeze() const { ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP); }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

GenerationRequest request(int maxTokens)
{
    GenerationRequest request;
    request.endpoint.kind = EndpointKind::Local;
    request.endpoint.modelPath = builtInModel();
    request.form = PromptForm::Continuation;
    request.messages = {{Role::User, u"Once upon a time"_s}};
    request.sampling.temperature = 0;
    request.sampling.maxTokens = maxTokens;
    return request;
}

RecordingSink answer(Backend &backend, const GenerationRequest &request)
{
    RecordingSink sink;
    const auto job = backend.start(request, {}, sink.sink());
    if (!sink.waitForEnd())
        qWarning("no end came");
    return sink;
}

bool hasText(const GenerationBatch &events)
{
    return std::ranges::any_of(events,
                               [](const GenerationEvent &event) { return std::holds_alternative<Event::TextDelta>(event); });
}

} // namespace

/// llama.cpp keeps what it learns of a server for good: some hundred bytes for each time that a model is spread anew.
extern "C" const char *__lsan_default_suppressions() // NOLINT: the name is the sanitizer's
{
    return "leak:ggml_backend_rpc_add_server\nleak:ggml_backend_rpc_buffer_type\n";
}

class TestRpcWorkers : public QObject
{
    Q_OBJECT

    RpcServer m_server;
    LlamaSettings m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo(RpcServer::program()).isExecutable())
            QSKIP("ggml-rpc-server is not built");
        m_settings.threads = 1;
        m_settings.rpcWorkers = {m_server.address()};
    }
    void init() { QVERIFY(m_server.start()); }
    void cleanup() { m_server.stop(); }

    void aWorkerSaysWhatThisMachineSays()
    {
        LlamaSettings here;
        here.threads = 1;
        const auto alone = makeLlamaBackend(here);
        const auto spread = makeLlamaBackend(m_settings);
        const RecordingSink expected = answer(*alone, request(40));
        const RecordingSink actual = answer(*spread, request(40));
        QVERIFY2(actual.finished(), qPrintable(actual.error() ? actual.error()->detail : QString()));
        QVERIFY(!expected.text().isEmpty());
        QCOMPARE(actual.text(), expected.text());
        GenerationRequest strict = request(40);
        strict.strict = true;
        QCOMPARE(answer(*spread, strict).text(), answer(*alone, strict).text());
    }

    void twoModelsUseOneWorker()
    {
        QTemporaryDir folder;
        const QString other = folder.filePath(u"other.gguf"_s);
        QVERIFY(QFile::copy(request(1).endpoint.modelPath, other));
        const auto backend = makeLlamaBackend(m_settings);
        const RecordingSink first = answer(*backend, request(10));
        GenerationRequest second = request(10);
        second.endpoint.modelPath = other;
        const RecordingSink both = answer(*backend, second);
        QVERIFY2(both.finished(), qPrintable(both.error() ? both.error()->detail : QString()));
        QCOMPARE(both.text(), first.text());
    }

    void theMemoryOfWorkersCounts()
    {
        LlamaSettings settings = m_settings;
        settings.availableMemory = [] { return std::int64_t{500'000}; };
        settings.contextTokens = 64; // what is kept of the text is checked by itself
        settings.nSequences = 1;
        const auto backend = makeLlamaBackend(settings);
        const RecordingSink sink = answer(*backend, request(5));
        const QString detail = sink.error() ? sink.error()->detail : QString();
        QVERIFY2(!detail.contains(u"weights"_s), qPrintable(detail));
    }

    /// The program lives on, says why, and uses the worker again when it is back.
    void aWorkerThatDiesEndsAnswersAndNothingElse()
    {
        const auto backend = makeLlamaBackend(m_settings);
        std::vector<RecordingSink> sinks(3);
        std::vector<std::unique_ptr<BackendJob>> jobs;
        for (RecordingSink &sink : sinks) {
            GenerationRequest each = request(400);
            each.sampling.temperature = 1.5;
            each.sampling.seed = jobs.size();
            each.messages.first().text += QString::number(jobs.size());
            jobs.push_back(backend->start(each, {}, sink.sink()));
        }
        QVERIFY(sinks[0].waitUntil(hasText));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"has gone"_s));
        m_server.stop();
        int failed = 0;
        for (const RecordingSink &sink : sinks) {
            QVERIFY(sink.waitForEnd());
            if (!sink.error())
                continue; // it had ended before
            ++failed;
            QCOMPARE(sink.error()->kind, ErrorKind::Network);
            QCOMPARE(sink.error()->place, m_server.address());
        }
        QVERIFY(failed > 0);
        jobs.clear();
        const RecordingSink refused = answer(*backend, request(5));
        QVERIFY(refused.error());
        QCOMPARE(refused.error()->kind, ErrorKind::Network);
        QVERIFY(m_server.start());
        const RecordingSink back = answer(*backend, request(5));
        QVERIFY2(back.finished(), qPrintable(back.error() ? back.error()->detail : QString()));
        QVERIFY(!back.text().isEmpty());
    }

    void aFrozenWorkerDoesNotHoldUpTheEnd()
    {
        auto backend = makeLlamaBackend(m_settings);
        const RecordingSink sink;
        auto job = backend->start(request(400), {}, sink.sink());
        QVERIFY(sink.waitUntil(hasText));
        m_server.freeze();
        job.reset();
        backend.reset(); // would hang here
        QCOMPARE(sink.ends(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRpcWorkers)
#include "tst_rpcworkers.moc"
