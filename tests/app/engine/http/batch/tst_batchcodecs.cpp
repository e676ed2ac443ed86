// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/batch/batchcodec.h"
#include "app/engine/http/batch/batchlines.h"
#include "app/engine/http/batch/openaibatch.h"

#include "tests/app/engine/http/codecfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace CodecTesting;

namespace {

const QString openAiId = u"openai:chat:gpt-4o"_s;
const QString responsesId = u"openai:responses:gpt-5.1"_s;
const QString anthropicId = u"anthropic:messages:claude-sonnet-4-5"_s;
const QString geminiId = u"google:gemini-2.5-flash"_s;

GenerationRequest batchedRequest(const QString &id)
{
    GenerationRequest request = requestTo(id);
    request.key = {1, 0, 2, 3};
    request.messages = {{Role::User, u"Hi \"you\""_s}};
    return request;
}

std::unique_ptr<BatchCodec> batchesOf(const Wires &wires, const GenerationRequest &request)
{
    return batchCodecOf(wires, providerOf(request).wire);
}

QByteArray nameJson(const GenerationRequest &request)
{
    return '"' + batchItemName(request).toUtf8() + '"';
}

BatchRecord recordOf(const GenerationRequest &request, const QString &id = {})
{
    BatchRecord record;
    record.endpoint = request.endpoint;
    record.id = id;
    record.run = QUuid(u"11111111-2222-3333-4444-555555555555"_s);
    record.number = 1;
    return record;
}

/// "POST https://… name: value | name: value", with the body behind.
QByteArray spokenText(const WireRequest &wire)
{
    QByteArrayList headers;
    for (const auto &[name, value] : wire.headers) {
        if (name != "Accept")
            headers += name + ": " + value;
    }
    return wire.method + ' ' + wire.url.toEncoded() + ' ' + headers.join(" | ") + '\n' + wire.body;
}

QByteArray outcomesText(const BatchResults &results)
{
    QByteArray text;
    for (const BatchItem &item : results.items) {
        text += QByteArray::number(item.line) + ' ' + item.name.first(2).toUtf8() + ' ';
        text += item.outcome == BatchOutcome::Answered ? "answered" : errorKindName(item.error->kind).toUtf8();
        text += item.outcome == BatchOutcome::Expired ? " expired" : item.outcome == BatchOutcome::Cancelled ? " cancelled" : "";
        text += '\n';
    }
    for (const Error &fault : results.faults)
        text += "fault " + QByteArray::number(fault.line) + '\n';
    return text;
}

} // namespace

class BatchCodecsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openAiLine()
    {
        const Wires wires = allWires();
        const GenerationRequest request = batchedRequest(openAiId);
        const QByteArray expected =
            "{\"custom_id\":" + nameJson(request)
            + ",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"messages\":[{\"content\":\"Hi \\\"you\\\"\",\"role\":\"user\"}],"
              "\"model\":\"gpt-4o\"}}";
        QCOMPARE(batchesOf(wires, request)->member(request).value(), expected);
    }

    void responsesLine()
    {
        const Wires wires = allWires();
        const GenerationRequest request = batchedRequest(responsesId);
        const QByteArray expected =
            "{\"custom_id\":" + nameJson(request)
            + ",\"method\":\"POST\",\"url\":\"/v1/responses\",\"body\":{\"input\":[{\"content\":\"Hi \\\"you\\\"\",\"role\":\"user\"}],"
              "\"model\":\"gpt-5.1\",\"store\":false}}";
        QCOMPARE(batchesOf(wires, request)->member(request).value(), expected);
    }

    /// A schema's properties are generated in their order.
    void theBodyKeepsItsWords()
    {
        const Wires wires = allWires();
        GenerationRequest request = batchedRequest(openAiId);
        request.sampling.jsonSchema = u"{\"type\":\"object\",\"properties\":{\"z\":{},\"a\":{}}}"_s;
        request.endpoint.body.insert(u"stream"_s, "true");
        const QByteArray line = batchesOf(wires, request)->member(request).value();
        QVERIFY2(line.contains(request.sampling.jsonSchema.toUtf8()), line.constData());
        QVERIFY2(!line.contains("stream"), line.constData());
        request.sampling.topK = 3; // api.openai.com does not take it
        QCOMPARE(batchesOf(wires, request)->member(request).error().kind, ErrorKind::UnsupportedParameter);
    }

    void openAiSpeaks()
    {
        const Wires wires = allWires();
        const GenerationRequest request = batchedRequest(openAiId);
        const auto codec = batchesOf(wires, request);
        const BatchCargo cargo{request, "{\"custom_id\":\"a\"}\n{\"custom_id\":\"b\"}"};
        const Secret key("sk-test");
        const WireRequest upload = codec->upload(cargo, key)->value();
        const QByteArray boundary = upload.body.first(upload.body.indexOf("\r\n")).sliced(2);
        QCOMPARE(boundary.size(), 40);
        QCOMPARE(
            spokenText(upload),
            "POST https://api.openai.com/v1/files Authorization: Bearer sk-test | Content-Type: multipart/form-data; boundary="
                + boundary + "\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tempera.jsonl\"\r\n"
                  "Content-Type: application/jsonl\r\n\r\n{\"custom_id\":\"a\"}\n{\"custom_id\":\"b\"}\n\r\n--"
                + boundary + "--\r\n");
        BatchRecord record = recordOf(request);
        QVERIFY(!codec->takeUpload("{\"object\":\"file\"}", record));
        QVERIFY(!codec->takeUpload("{\"id\":\"../etc\"}", record));
        QVERIFY(codec->takeUpload("{\"id\":\"file-1\",\"object\":\"file\",\"purpose\":\"batch\"}", record));
        const QByteArray head = "https://api.openai.com/v1/batches";
        QCOMPARE(spokenText(codec->create(cargo, record, key).value()),
                 "POST " + head + " Authorization: Bearer sk-test | Content-Type: application/json\n"
                     + "{\"completion_window\":\"24h\",\"endpoint\":\"/v1/chat/completions\",\"input_file_id\":\"file-1\","
                       "\"metadata\":{\"tempera_batch\":\"1\",\"tempera_run\":\"11111111-2222-3333-4444-555555555555\"}}");
        QCOMPARE(codec->state(record, key).error().kind, ErrorKind::Usage); // it has no name yet
        record.id = u"batch_1"_s;
        QCOMPARE(spokenText(codec->state(record, key).value()), "GET " + head + "/batch_1 Authorization: Bearer sk-test\n");
        QCOMPARE(spokenText(codec->cancel(record, key).value()),
                 "POST " + head + "/batch_1/cancel Authorization: Bearer sk-test | Content-Type: application/json\n{}");
        QVERIFY(codec->results(record, key).value().isEmpty());
        record.results = u"file-2"_s;
        record.errors = u"file-3"_s;
        const QList<WireRequest> files = codec->results(record, key).value();
        QCOMPARE(files.size(), 2);
        QCOMPARE(files.last().url.toString(), u"https://api.openai.com/v1/files/file-3/content"_s);
        record.errors = u"file-3/../../x"_s;
        QVERIFY(!codec->results(record, key));
    }

    void openAiStates()
    {
        const Wires wires = allWires();
        const auto codec = batchCodecOf(wires, openAiChatWire);
        BatchRecord record;
        QVERIFY(codec->take(
            "{\"id\":\"batch_1\",\"status\":\"in_progress\",\"request_counts\":{\"total\":5,\"completed\":2,\"failed\":1}}",
            record));
        QCOMPARE(record.state, BatchState::Running);
        QCOMPARE(record.counts, (BatchCounts{5, 2, 1}));
        QVERIFY(codec->take(
            "{\"id\":\"batch_1\",\"status\":\"expired\",\"output_file_id\":\"file-2\",\"error_file_id\":\"file-3\"}", record));
        QCOMPARE(record.state, BatchState::Expired);
        QCOMPARE(record.results, u"file-2"_s);
        QCOMPARE(record.counts, BatchCounts()); // nothing was told
        QVERIFY(codec->take(
            "{\"id\":\"batch_1\",\"status\":\"expired\",\"request_counts\":{\"total\":5,\"completed\":2,\"failed\":1}}", record));
        QCOMPARE(record.counts, (BatchCounts{5, 2, 3, 2})); // the time of the rest ran out
        QVERIFY(codec->take(
            "{\"id\":\"batch_1\",\"status\":\"cancelled\",\"request_counts\":{\"total\":5,\"completed\":2,\"failed\":1}}",
            record));
        QCOMPARE(record.counts, (BatchCounts{5, 2, 3, 0}));
        QVERIFY(codec->take(
            "{\"id\":\"batch_1\",\"status\":\"failed\",\"output_file_id\":null,\"errors\":{\"object\":\"list\",\"data\":"
            "[{\"code\":\"invalid_json_line\",\"message\":\"This line is not parseable\",\"line\":3}]}}",
            record));
        QCOMPARE(record.state, BatchState::Failed);
        QCOMPARE(record.results, QString());
        QCOMPARE(record.detail, u"This line is not parseable (line 3)"_s);
        QVERIFY(!codec->take("{\"id\":\"batch_1\",\"status\":\"of a later version\"}", record));
        QVERIFY(!codec->take("[]", record));
    }

    void anthropicSpeaks()
    {
        const Wires wires = allWires();
        GenerationRequest request = batchedRequest(anthropicId);
        request.sampling.temperature = 0.5; // the older version has it
        request.sampling.maxTokens = 10;
        const auto codec = batchesOf(wires, request);
        const QByteArray member = codec->member(request).value();
        QCOMPARE(member, "{\"custom_id\":" + nameJson(request)
                             + ",\"params\":{\"max_tokens\":10,\"messages\":[{\"content\":\"Hi \\\"you\\\"\",\"role\":\"user\"}],"
                               "\"model\":\"claude-sonnet-4-5\",\"temperature\":0.5}}");
        const Secret key("sk-test");
        BatchRecord record = recordOf(request);
        const QByteArray place = "https://api.anthropic.com/v1/messages/batches";
        QCOMPARE(spokenText(codec->create({request, member}, record, key).value()),
                 "POST " + place + " anthropic-version: 2023-06-01 | x-api-key: sk-test | Content-Type: application/json\n"
                     + "{\"requests\":[" + member + "]}");
        QVERIFY(!codec->upload({request, member}, key));
        QVERIFY(codec->take(
            "{\"id\":\"msgbatch_1\",\"type\":\"message_batch\",\"processing_status\":\"in_progress\",\"request_counts\":"
            "{\"processing\":4,\"succeeded\":0,\"errored\":0,\"canceled\":0,\"expired\":0},\"results_url\":null}",
            record));
        QCOMPARE(record.state, BatchState::Running);
        QCOMPARE(record.counts, (BatchCounts{4, 0, 0}));
        QCOMPARE(codec->cancel(record, key)->url.toEncoded(), place + "/msgbatch_1/cancel");
        // The address in an answer is not followed with the key.
        QVERIFY(codec->take(
            "{\"id\":\"msgbatch_1\",\"processing_status\":\"ended\",\"request_counts\":{\"processing\":0,\"succeeded\":2,"
            "\"errored\":1,\"canceled\":0,\"expired\":1},\"results_url\":\"https://evil.example/results\"}",
            record));
        QCOMPARE(record.state, BatchState::Expired);
        QCOMPARE(record.counts, (BatchCounts{4, 2, 2, 1}));
        const QList<WireRequest> asked = codec->results(record, key).value();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.constFirst().url.toEncoded(), place + "/msgbatch_1/results");
        QVERIFY(!codec->take("{\"id\":\"a/b\",\"processing_status\":\"ended\"}", record));
    }

    void geminiSpeaks()
    {
        const Wires wires = allWires();
        const GenerationRequest request = batchedRequest(geminiId);
        const auto codec = batchesOf(wires, request);
        const QByteArray member = codec->member(request).value();
        QCOMPARE(
            member,
            QByteArray(
                "{\"request\":{\"contents\":[{\"parts\":[{\"text\":\"Hi \\\"you\\\"\"}],\"role\":\"user\"}]},\"metadata\":{\"key\":")
                + nameJson(request) + "}}");
        const Secret key("g-test");
        BatchRecord record = recordOf(request);
        const QByteArray base = "https://generativelanguage.googleapis.com/v1beta/";
        QCOMPARE(
            spokenText(codec->create({request, member}, record, key).value()),
            "POST " + base
                + "models/gemini-2.5-flash:batchGenerateContent x-goog-api-key: g-test | Content-Type: application/json\n"
                + "{\"batch\":{\"displayName\":\"tempera 11111111-2222-3333-4444-555555555555 1\",\"inputConfig\":{\"requests\":"
                  "{\"requests\":["
                + member + "]}}}}");
        QVERIFY(codec->take("{\"name\":\"batches/abc\",\"metadata\":{\"state\":\"BATCH_STATE_PENDING\"}}", record));
        QCOMPARE(record.id, u"abc"_s);
        QCOMPARE(record.state, BatchState::Queued);
        QCOMPARE(codec->state(record, key)->url.toEncoded(), base + "batches/abc");
        QCOMPARE(codec->cancel(record, key)->url.toEncoded(), base + "batches/abc:cancel");
        QVERIFY(codec->takeCancel("{}", record));
        QCOMPARE(record.state, BatchState::Cancelling);
        QVERIFY(codec->take(testData(u"codecs/batch/gemini.json"_s), record));
        QCOMPARE(record.state, BatchState::Completed);
        QCOMPARE(record.counts, (BatchCounts{3, 1, 2}));
        QVERIFY(!codec->take("{\"name\":\"models/abc\"}", record));
    }

    void whoHasBatches()
    {
        const Wires wires = allWires();
        for (const QLatin1StringView wire : {azureChatWire, ollamaWire, llamaCompletionWire})
            QVERIFY(!batchCodecOf(wires, wire));
    }

    /// What goes into one batch goes to one place, in one version, with one key.
    void places()
    {
        const Wires wires = allWires();
        const GenerationRequest plain = batchedRequest(anthropicId);
        GenerationRequest older = plain;
        older.sampling.temperature = 0;
        GenerationRequest otherKey = plain;
        otherKey.endpoint.keyName = u"OTHER_KEY"_s;
        GenerationRequest otherQuestion = plain;
        otherQuestion.messages = {{Role::User, u"Bye"_s}};
        const auto codec = batchesOf(wires, plain);
        QCOMPARE(codec->place(otherQuestion).value(), codec->place(plain).value());
        QVERIFY(codec->place(older).value() != codec->place(plain).value());
        QVERIFY(codec->place(otherKey).value() != codec->place(plain).value());
    }

    void openAiResults()
    {
        const BatchResults results = readOpenAiBatchLines(testData(u"codecs/batch/output.jsonl"_s), u"output.jsonl"_s);
        QCOMPARE(outcomesText(results), QByteArray("1 c1 answered\n3 c0 answered\n4 c2 unsupported-parameter\n"
                                                   "5 c3 timeout expired\n6 c4 cancelled cancelled\n"
                                                   "fault 7\nfault 8\nfault 9\n"));
        QCOMPARE(results.faults.last().place, u"output.jsonl"_s);
        QVERIFY(errorSentence(results.faults.last()).startsWith(u"output.jsonl:9: The line is not JSON"_s));
    }

    void anthropicResults()
    {
        const Wires wires = allWires();
        const BatchResults results =
            batchCodecOf(wires, anthropicWire)->read(testData(u"codecs/batch/anthropic.jsonl"_s), u"x"_s);
        QCOMPARE(outcomesText(results), QByteArray("1 c0 answered\n2 c1 bad-request\n3 c2 timeout expired\n"
                                                   "4 c3 cancelled cancelled\nfault 5\n"));
        QVERIFY(results.items.at(1).error->detail.contains(u"too large"_s));
    }

    void geminiResults()
    {
        const Wires wires = allWires();
        const BatchResults results = batchCodecOf(wires, geminiWire)->read(testData(u"codecs/batch/gemini.json"_s), u"x"_s);
        QCOMPARE(results.items.size(), 3u);
        QCOMPARE(results.items.at(0).outcome, BatchOutcome::Answered);
        QCOMPARE(results.items.at(1).outcome, BatchOutcome::Failed);
        QVERIFY(results.items.at(1).error->detail.contains(u"Quota"_s));
        QCOMPARE(results.items.at(2).outcome, BatchOutcome::Expired);
        QVERIFY(results.faults.isEmpty());
    }

    /// Wherever the download broke, what was whole is read, and the rest is one fault.
    void cutResults()
    {
        const QByteArray whole = testData(u"codecs/batch/anthropic.jsonl"_s);
        const Wires wires = allWires();
        const auto codec = batchCodecOf(wires, anthropicWire);
        const qsizetype first = whole.indexOf('\n');
        for (qsizetype size = 0; size < first; ++size) {
            const BatchResults cut = codec->read(whole.first(size), u"x"_s);
            QVERIFY(cut.items.empty());
            QCOMPARE(cut.faults.size(), size == 0 ? 0 : 1);
        }
        QCOMPARE(codec->read(whole.first(first), u"x"_s).items.size(), 1u); // without its line feed
        QByteArray crlf = whole;
        crlf.replace("\n", "\r\n");
        QCOMPARE(outcomesText(codec->read(crlf, u"x"_s)), outcomesText(codec->read(whole, u"x"_s)));
    }

    void aLineIsBounded()
    {
        QByteArray lines = "{\"custom_id\":\"long\",\"response\":{\"status_code\":200,\"body\":{\"x\":\"";
        lines += QByteArray(10 * 1024 * 1024, 'x') + "\"}},\"error\":null}\n";
        lines += "{\"custom_id\":\"short\",\"response\":{\"status_code\":200,\"body\":{\"choices\":[]}},\"error\":null}";
        const BatchResults results = readOpenAiBatchLines(lines, u"x"_s);
        QCOMPARE(results.items.size(), 1u);
        QCOMPARE(results.items.front().name, u"short"_s);
        QCOMPARE(results.items.front().line, 2);
        QCOMPARE(results.faults.size(), 1);
        QCOMPARE(results.faults.constFirst().line, 1);
        QVERIFY(results.faults.constFirst().detail.contains(u"too long"_s));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::BatchCodecsTest)
#include "tst_batchcodecs.moc"
