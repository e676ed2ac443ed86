// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A double of each batch API, played with its real bytes.

#include "app/engine/http/batch/batchclient.h"

#include "tests/support/goldenfile.h"
#include "tests/support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

const Secret clientKey("sk-canary-0123456789");

struct ClientRig {
    ScriptedServer server;
    SystemClock clock;
    BatchClient client{clock};
    QObject guard;

    [[nodiscard]] BatchOrder order(const QString &id, int count) const
    {
        BatchOrder order;
        for (int i = 0; i < count; ++i) {
            GenerationRequest request;
            request.key = {i, 0, 0, 0};
            request.endpoint = endpointFromId(id, [](const QString &) { return QString(); });
            request.endpoint.baseUrl = server.baseUrl();
            request.messages = {{Role::User, u"case %1"_s.arg(i)}};
            order.requests.push_back(request);
        }
        return order;
    }

    [[nodiscard]] static BatchRecord recordFor(const BatchOrder &order)
    {
        BatchRecord record;
        record.run = QUuid(u"11111111-2222-3333-4444-555555555555"_s);
        record.endpoint = order.requests.front().endpoint;
        return record;
    }

    [[nodiscard]] Result<BatchRecord> submitted(const BatchOrder &order)
    {
        std::optional<Result<BatchRecord>> told;
        client.submit(order, recordFor(order), clientKey, &guard, [&told](const Result<BatchRecord> &record) { told = record; });
        return waited(told);
    }
    [[nodiscard]] Result<BatchRecord> refreshed(const BatchRecord &record)
    {
        std::optional<Result<BatchRecord>> told;
        client.refresh(record, clientKey, &guard, [&told](const Result<BatchRecord> &known) { told = known; });
        return waited(told);
    }
    [[nodiscard]] Result<BatchRecord> cancelled(const BatchRecord &record)
    {
        std::optional<Result<BatchRecord>> told;
        client.cancel(record, clientKey, &guard, [&told](const Result<BatchRecord> &known) { told = known; });
        return waited(told);
    }
    [[nodiscard]] Result<BatchResults> fetched(const BatchRecord &record)
    {
        std::optional<Result<BatchResults>> told;
        client.fetch(record, clientKey, &guard, [&told](const Result<BatchResults> &results) { told = results; });
        return waited(told);
    }

    template<typename T>
    [[nodiscard]] static Result<T> waited(const std::optional<Result<T>> &told)
    {
        if (!QTest::qWaitFor([&told] { return told.has_value(); }, 60'000))
            return failure(ErrorKind::Internal, u"no answer came"_s);
        return *told;
    }
};

ScriptedAnswer jsonAnswer(const QByteArray &json)
{
    return ScriptedAnswer::whole(200, json);
}

} // namespace

class BatchClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openAi()
    {
        ClientRig rig;
        rig.server.enqueue(jsonAnswer("{\"id\":\"file-in\",\"object\":\"file\",\"purpose\":\"batch\"}"));
        rig.server.enqueue(
            jsonAnswer("{\"id\":\"batch_1\",\"object\":\"batch\",\"status\":\"validating\",\"output_file_id\":null}"));
        const Result<BatchRecord> sent = rig.submitted(rig.order(u"openai:chat:gpt-4o"_s, 3));
        QVERIFY2(sent, qPrintable(sent ? QString() : errorSentence(sent.error())));
        QCOMPARE(sent->id, u"batch_1"_s);
        QCOMPARE(sent->input, u"file-in"_s);
        QCOMPARE(sent->state, BatchState::Queued);
        QCOMPARE(rig.server.requests().size(), 2u);
        const ScriptedRequest &upload = rig.server.requests().at(0);
        QCOMPARE(upload.path, QByteArray("/v1/files"));
        QCOMPARE(upload.headers.value("authorization"), "Bearer " + clientKey.reveal());
        QCOMPARE(upload.body.count("\"custom_id\""), 3);
        QCOMPARE(upload.body.count("/v1/chat/completions"), 3);
        QVERIFY(!upload.body.contains(clientKey.reveal()));
        QCOMPARE(rig.server.requests().at(1).path, QByteArray("/v1/batches"));

        rig.server.enqueue(jsonAnswer(
            "{\"id\":\"batch_1\",\"status\":\"in_progress\",\"request_counts\":{\"total\":3,\"completed\":1,\"failed\":0}}"));
        QCOMPARE(rig.refreshed(*sent)->counts, (BatchCounts{3, 1, 0}));
        rig.server.enqueue(jsonAnswer(
            "{\"id\":\"batch_1\",\"status\":\"expired\",\"output_file_id\":\"file-out\",\"error_file_id\":\"file-err\"}"));
        const Result<BatchRecord> over = rig.refreshed(*sent);
        QCOMPARE(over->state, BatchState::Expired);

        const QByteArray lines = testData(u"codecs/batch/output.jsonl"_s);
        const QList<QByteArray> jsonl{"Content-Type: application/octet-stream"};
        rig.server.enqueue(ScriptedAnswer::whole(200, lines, jsonl));
        rig.server.enqueue(ScriptedAnswer::whole(
            200, "{\"custom_id\":\"late\",\"response\":null,\"error\":{\"code\":\"batch_expired\",\"message\":\"too late\"}}",
            jsonl));
        const Result<BatchResults> results = rig.fetched(*over);
        QVERIFY2(results, qPrintable(results ? QString() : errorSentence(results.error())));
        QCOMPARE(results->items.size(), 6u);
        QCOMPARE(results->faults.size(), 3);
        QCOMPARE(results->items.back().outcome, BatchOutcome::Expired);
        QCOMPARE(rig.server.requests().back().path, QByteArray("/v1/files/file-err/content"));
    }

    void anthropic()
    {
        ClientRig rig;
        rig.server.enqueue(
            jsonAnswer("{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\",\"request_counts\":{\"processing\":2}}"));
        const Result<BatchRecord> sent = rig.submitted(rig.order(u"anthropic:messages:claude-sonnet-4-5"_s, 2));
        QVERIFY2(sent, qPrintable(sent ? QString() : errorSentence(sent.error())));
        const ScriptedRequest &create = rig.server.requests().at(0);
        QCOMPARE(create.path, QByteArray("/v1/messages/batches"));
        QCOMPARE(create.headers.value("x-api-key"), clientKey.reveal());
        QVERIFY(!create.headers.value("anthropic-version").isEmpty());
        QCOMPARE(QJsonDocument::fromJson(create.body).object().value("requests"_L1).toArray().size(), 2);

        rig.server.enqueue(
            jsonAnswer("{\"id\":\"msgbatch_1\",\"processing_status\":\"canceling\",\"request_counts\":{\"processing\":2}}"));
        QCOMPARE(rig.cancelled(*sent)->state, BatchState::Cancelling);
        QCOMPARE(rig.server.requests().back().path, QByteArray("/v1/messages/batches/msgbatch_1/cancel"));
        rig.server.enqueue(
            ScriptedAnswer::whole(200, testData(u"codecs/batch/anthropic.jsonl"_s), {"Content-Type: application/x-jsonl"}));
        const Result<BatchResults> results = rig.fetched(*sent);
        QVERIFY(results);
        QCOMPARE(results->items.size(), 4u);
        QCOMPARE(results->faults.size(), 1);
        QCOMPARE(rig.server.requests().back().path, QByteArray("/v1/messages/batches/msgbatch_1/results"));
    }

    void gemini()
    {
        ClientRig rig;
        rig.server.enqueue(jsonAnswer("{\"name\":\"batches/abc123\",\"metadata\":{\"state\":\"BATCH_STATE_PENDING\"}}"));
        const Result<BatchRecord> sent = rig.submitted(rig.order(u"google:gemini-2.5-flash"_s, 3));
        QVERIFY2(sent, qPrintable(sent ? QString() : errorSentence(sent.error())));
        QCOMPARE(rig.server.requests().at(0).path, QByteArray("/v1/models/gemini-2.5-flash:batchGenerateContent"));
        rig.server.enqueue(jsonAnswer("{}"));
        QCOMPARE(rig.cancelled(*sent)->state, BatchState::Cancelling);
        rig.server.enqueue(jsonAnswer(testData(u"codecs/batch/gemini.json"_s)));
        const Result<BatchRecord> over = rig.refreshed(*sent);
        QCOMPARE(over->state, BatchState::Completed);
        rig.server.enqueue(jsonAnswer(testData(u"codecs/batch/gemini.json"_s)));
        QCOMPARE(rig.fetched(*over)->items.size(), 3u);
        QCOMPARE(rig.server.requests().back().path, QByteArray("/v1/batches/abc123"));
    }

    /// What is sent may have made a batch, and is not sent again.
    void nothingIsSentTwice_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("refused") << 401;
        QTest::newRow("busy") << 529;
    }
    void nothingIsSentTwice()
    {
        QFETCH(int, status);
        ClientRig rig;
        rig.server.handler = [status](const ScriptedRequest &request) {
            return ScriptedAnswer::whole(status, "{\"error\":{\"message\":\"no: " + request.headers.value("x-api-key") + "\"}}");
        };
        const Result<BatchRecord> sent = rig.submitted(rig.order(u"anthropic:messages:claude-sonnet-4-5"_s, 1));
        QVERIFY(!sent);
        QCOMPARE(sent.error().httpStatus, status);
        QVERIFY(!errorSentence(sent.error()).contains(u"canary"_s)); // the key was thrown back
        QVERIFY(sent.error().place.startsWith(u"http://127.0.0.1"_s));
        QCOMPARE(rig.server.requests().size(), 1u);
    }

    /// An address in an answer gets no key.
    void aRedirectIsNotFollowed()
    {
        ClientRig rig;
        rig.server.enqueue(ScriptedAnswer::whole(302, {}, {"Location: http://127.0.0.1:1/elsewhere"}));
        BatchRecord record = ClientRig::recordFor(rig.order(u"openai:chat:gpt-4o"_s, 1));
        record.id = u"batch_1"_s;
        QVERIFY(!rig.refreshed(record));
        QCOMPARE(rig.server.requests().size(), 1u);
    }

    void keysInAnswersAreLeftOut()
    {
        ClientRig rig;
        BatchRecord record = ClientRig::recordFor(rig.order(u"openai:chat:gpt-4o"_s, 1));
        record.id = u"batch_1"_s;
        record.results = u"file-out"_s;
        const QByteArray key = clientKey.reveal();
        rig.server.enqueue(jsonAnswer("{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":{\"x\":\"" + key
                                      + "\"}}}\n{\"custom_id\":\"b\",\"error\":{\"code\":\"x\",\"message\":\"" + key + "\"}}\n"));
        const Result<BatchResults> results = rig.fetched(record);
        QVERIFY(results);
        QCOMPARE(results->items.size(), 2u);
        QVERIFY(!results->items.at(0).body.contains("canary"));
        QVERIFY(!results->items.at(1).error->detail.contains(u"canary"_s));
    }

    void anApiWithoutBatches()
    {
        ClientRig rig;
        BatchRecord record = ClientRig::recordFor(rig.order(u"openai:chat:gpt-4o"_s, 1));
        record.id = u"batch_1"_s;
        record.endpoint.wire = azureChatWire;
        QCOMPARE(rig.refreshed(record).error().kind, ErrorKind::Usage);
        QVERIFY(rig.server.requests().empty());
    }

    void aCallerThatIsGoneHearsNothing()
    {
        ClientRig rig;
        rig.server.enqueue(ScriptedAnswer::silence());
        auto guard = std::make_unique<QObject>();
        bool isHeard = false;
        BatchRecord record = ClientRig::recordFor(rig.order(u"openai:chat:gpt-4o"_s, 1));
        record.id = u"batch_1"_s;
        rig.client.refresh(record, clientKey, guard.get(), [&isHeard](const Result<BatchRecord> &) { isHeard = true; });
        QVERIFY(QTest::qWaitFor([&rig] { return !rig.server.requests().empty(); }));
        guard.reset();
        QCoreApplication::processEvents();
        QVERIFY(!isHeard); // and the client ends with a question open
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::BatchClientTest)
#include "tst_batchclient.moc"
