// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/batch/openaibatch.h"

#include "app/engine/http/batch/batchlines.h"
#include "app/engine/http/httperrors.h"
#include "app/engine/http/wire/jsonbody.h"
#include "models/core/jsontext.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array openAiStates{
    std::pair{"validating"_L1, BatchState::Queued},     std::pair{"in_progress"_L1, BatchState::Running},
    std::pair{"finalizing"_L1, BatchState::Running},    std::pair{"completed"_L1, BatchState::Completed},
    std::pair{"failed"_L1, BatchState::Failed},         std::pair{"expired"_L1, BatchState::Expired},
    std::pair{"cancelling"_L1, BatchState::Cancelling}, std::pair{"cancelled"_L1, BatchState::Cancelled},
};

/// The words of the errors that made a batch fail as a whole, with the lines of its file.
QString batchErrorsText(const QJsonObject &batch)
{
    QStringList words;
    for (const QJsonValue &each : batch.value("errors"_L1).toObject().value("data"_L1).toArray()) {
        const int line = each.toObject().value("line"_L1).toInt();
        const QString word = plainDetail(wordsOf(each));
        words += line > 0 ? u"%1 (line %2)"_s.arg(word).arg(line) : word;
        if (words.size() == 3)
            break;
    }
    return words.join(u"; "_s);
}

/// Errors of single requests have words of their own for what the batch did to them.
BatchItem failedOpenAiItem(const QString &name, const QJsonValue &told)
{
    const QString code = told.toObject().value("code"_L1).toString();
    if (code == "batch_expired"_L1)
        return expiredItem(name);
    if (code == "batch_cancelled"_L1)
        return cancelledItem(name);
    return unansweredItem(name, BatchOutcome::Failed, apiError(told, 0));
}

Result<BatchItem> openAiItem(const QJsonObject &object)
{
    const QString name = object.value("custom_id"_L1).toString();
    if (name.isEmpty())
        return failure(ErrorKind::Syntax, u"The line has no custom_id."_s);
    const QJsonValue error = object.value("error"_L1);
    const QJsonObject response = object.value("response"_L1).toObject();
    if (error.isObject() || error.isString())
        return failedOpenAiItem(name, error);
    if (response.isEmpty())
        return failure(ErrorKind::Syntax, u"The line of %1 has neither a response nor an error."_s.arg(name));
    const QJsonObject body = response.value("body"_L1).toObject();
    const int status = response.value("status_code"_L1).toInt();
    if (status >= 200 && status < 300)
        return answeredItem(name, body);
    const QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return unansweredItem(name, BatchOutcome::Failed, httpError(status, {}, text, {}));
}

/// A boundary that is not in the file: made of it, so that equal files give equal requests.
QByteArray boundaryFor(const QByteArray &file)
{
    QByteArray boundary;
    do {
        boundary = "tempera-" + QCryptographicHash::hash(file + boundary, QCryptographicHash::Sha256).toHex().first(32);
    } while (file.contains(boundary));
    return boundary;
}

} // namespace

Result<QByteArray> OpenAiBatch::member(const GenerationRequest &request) const
{
    const Result<QByteArray> body = bodyOf(request);
    if (!body)
        return std::unexpected(body.error());
    // In the order of the documentation; the body keeps its own.
    return "{\"custom_id\":" + jsonText(batchItemName(request)) + R"(,"method":"POST","url":)" + jsonText(m_url)
           + ",\"body\":" + *body + '}';
}

std::optional<Result<WireRequest>> OpenAiBatch::upload(const BatchCargo &cargo, const Secret &key) const
{
    const QByteArray boundary = boundaryFor(cargo.members);
    const QByteArray body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n--" + boundary
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tempera.jsonl\"\r\n"
                              "Content-Type: application/jsonl\r\n\r\n"
                            + cargo.members + "\n\r\n--" + boundary + "--\r\n";
    Result<WireRequest> wire = beside(cargo.first.endpoint, key, "POST", u"/files"_s, body);
    if (!wire)
        return wire;
    for (auto &[name, value] : wire->headers) {
        if (name == "Content-Type")
            value = "multipart/form-data; boundary=" + boundary;
    }
    return wire;
}

Result<void> OpenAiBatch::takeUpload(const QByteArray &answer, BatchRecord &record) const
{
    const Result<QJsonObject> file = objectOf(answer);
    if (!file)
        return std::unexpected(file.error());
    record.input = file->value("id"_L1).toString();
    if (!isPlainName(record.input))
        return failure(ErrorKind::Protocol, u"the answer to the file names no file"_s);
    return {};
}

Result<WireRequest> OpenAiBatch::create(const BatchCargo &cargo, const BatchRecord &record, const Secret &key) const
{
    const QJsonObject metadata{{u"tempera_run"_s, record.run.toString(QUuid::WithoutBraces)},
                               {u"tempera_batch"_s, QString::number(record.number)}};
    const QJsonObject body{{u"input_file_id"_s, record.input},
                           {u"endpoint"_s, m_url},
                           {u"completion_window"_s, u"24h"_s},
                           {u"metadata"_s, metadata}};
    return beside(cargo.first.endpoint, key, "POST", u"/batches"_s, jsonText(body));
}

Result<WireRequest> OpenAiBatch::state(const BatchRecord &record, const Secret &key) const
{
    return needsId(record).and_then([&] { return beside(record.endpoint, key, "GET", u"/batches/"_s + record.id); });
}

Result<WireRequest> OpenAiBatch::cancel(const BatchRecord &record, const Secret &key) const
{
    return needsId(record).and_then(
        [&] { return beside(record.endpoint, key, "POST", u"/batches/%1/cancel"_s.arg(record.id), "{}"); });
}

Result<void> OpenAiBatch::take(const QByteArray &answer, BatchRecord &record) const
{
    const Result<QJsonObject> batch = objectOf(answer);
    if (!batch)
        return std::unexpected(batch.error());
    const QString id = batch->value("id"_L1).toString();
    const QString status = batch->value("status"_L1).toString();
    const auto known = std::ranges::find(openAiStates, status, &std::pair<QLatin1StringView, BatchState>::first);
    if (!isPlainName(id) || known == openAiStates.end())
        return failure(ErrorKind::Protocol, u"the answer is no batch (status \"%1\")"_s.arg(plainDetail(status)));
    record.id = id;
    record.state = known->second;
    const QJsonObject counts = batch->value("request_counts"_L1).toObject();
    record.counts = {counts.value("total"_L1).toInteger(), counts.value("completed"_L1).toInteger(),
                     counts.value("failed"_L1).toInteger()};
    countTheRest(record);
    record.results = batch->value("output_file_id"_L1).toString();
    record.errors = batch->value("error_file_id"_L1).toString();
    record.detail = batchErrorsText(*batch);
    return {};
}

Result<QList<WireRequest>> OpenAiBatch::results(const BatchRecord &record, const Secret &key) const
{
    QList<WireRequest> asked;
    for (const QString &file : {record.results, record.errors}) {
        if (file.isEmpty())
            continue;
        if (!isPlainName(file))
            return failure(ErrorKind::Protocol, u"the batch names a file that is none"_s);
        Result<WireRequest> wire = beside(record.endpoint, key, "GET", u"/files/%1/content"_s.arg(file));
        if (!wire)
            return std::unexpected(wire.error());
        asked += *std::move(wire);
    }
    return asked;
}

BatchResults OpenAiBatch::read(const QByteArray &answer, const QString &source) const
{
    return readOpenAiBatchLines(answer, source);
}

BatchResults readOpenAiBatchLines(QByteArrayView lines, const QString &source)
{
    return readBatchLines(lines, source, &openAiItem);
}

} // namespace Tempera
