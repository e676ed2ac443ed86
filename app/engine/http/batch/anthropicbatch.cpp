// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/batch/anthropicbatch.h"

#include "app/engine/http/batch/batchlines.h"
#include "app/engine/http/httperrors.h"
#include "app/engine/http/wire/jsonbody.h"
#include "models/core/jsontext.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr auto batchesPlace = "/messages/batches"_L1;
constexpr auto versionHeader = "anthropic-version";

QString placeOfBatch(const BatchRecord &record)
{
    return u"%1/%2"_s.arg(batchesPlace, record.id);
}

Result<BatchItem> anthropicItem(const QJsonObject &object)
{
    const QString name = object.value("custom_id"_L1).toString();
    if (name.isEmpty())
        return failure(ErrorKind::Syntax, u"The line has no custom_id."_s);
    const QJsonObject result = object.value("result"_L1).toObject();
    const QString type = result.value("type"_L1).toString();
    if (type == "succeeded"_L1)
        return answeredItem(name, result.value("message"_L1).toObject());
    if (type == "errored"_L1) // the error of an answer, which has one of its own inside
        return unansweredItem(name, BatchOutcome::Failed, apiError(errorValueOf(result.value("error"_L1).toObject()), 0));
    if (type == "expired"_L1)
        return expiredItem(name);
    if (type == "canceled"_L1)
        return cancelledItem(name);
    return failure(ErrorKind::Syntax, u"The result of %1 has the unknown type \"%2\"."_s.arg(name, plainDetail(type)));
}

/// "ended" is all that is told of a batch that is over; why is in the rest.
BatchState anthropicState(const QJsonObject &batch)
{
    const QString status = batch.value("processing_status"_L1).toString();
    if (status == "canceling"_L1)
        return BatchState::Cancelling;
    if (status != "ended"_L1)
        return BatchState::Running;
    const QJsonObject counts = batch.value("request_counts"_L1).toObject();
    if (batch.value("cancel_initiated_at"_L1).isString() && counts.value("canceled"_L1).toInteger() > 0)
        return BatchState::Cancelled;
    return counts.value("expired"_L1).toInteger() > 0 ? BatchState::Expired : BatchState::Completed;
}

} // namespace

Result<QByteArray> AnthropicBatch::member(const GenerationRequest &request) const
{
    return bodyOf(request).transform([&request](const QByteArray &body) -> QByteArray {
        return "{\"custom_id\":" + jsonText(batchItemName(request)) + ",\"params\":" + body + '}';
    });
}

Result<WireRequest> AnthropicBatch::create(const BatchCargo &cargo, const BatchRecord &, const Secret &key) const
{
    Result<WireRequest> wire =
        beside(cargo.first.endpoint, key, "POST", QString(batchesPlace), "{\"requests\":[" + cargo.members + "]}");
    const Result<WireRequest> single = codec().encode(cargo.first, {});
    if (!wire || !single)
        return wire;
    // The version goes by what the requests set, as it does for each alone.
    for (auto &[name, value] : wire->headers) {
        const auto told =
            std::ranges::find(single->headers, QByteArray(versionHeader), &std::pair<QByteArray, QByteArray>::first);
        if (name == versionHeader && told != single->headers.end())
            value = told->second;
    }
    return wire;
}

Result<WireRequest> AnthropicBatch::state(const BatchRecord &record, const Secret &key) const
{
    return needsId(record).and_then([&] { return beside(record.endpoint, key, "GET", placeOfBatch(record)); });
}

Result<WireRequest> AnthropicBatch::cancel(const BatchRecord &record, const Secret &key) const
{
    return needsId(record).and_then(
        [&] { return beside(record.endpoint, key, "POST", placeOfBatch(record) + u"/cancel"_s, "{}"); });
}

Result<void> AnthropicBatch::take(const QByteArray &answer, BatchRecord &record) const
{
    const Result<QJsonObject> batch = objectOf(answer);
    if (!batch)
        return std::unexpected(batch.error());
    const QString id = batch->value("id"_L1).toString();
    if (!isPlainName(id) || !batch->value("processing_status"_L1).isString())
        return failure(ErrorKind::Protocol, u"the answer is no batch of messages"_s);
    record.id = id;
    record.state = anthropicState(*batch);
    const QJsonObject counts = batch->value("request_counts"_L1).toObject();
    const auto count = [&counts](QLatin1StringView name) { return counts.value(name).toInteger(); };
    record.counts.answered = count("succeeded"_L1);
    record.counts.expired = count("expired"_L1);
    record.counts.failed = count("errored"_L1) + count("canceled"_L1) + record.counts.expired;
    record.counts.total = count("processing"_L1) + record.counts.answered + record.counts.failed;
    record.results = batch->value("results_url"_L1).toString();
    return {};
}

Result<QList<WireRequest>> AnthropicBatch::results(const BatchRecord &record, const Secret &key) const
{
    const Result<void> has = needsId(record);
    if (!has)
        return std::unexpected(has.error());
    // Where the address that was told leads, too; a key is not sent after an address that came in an answer.
    return beside(record.endpoint, key, "GET", placeOfBatch(record) + u"/results"_s).transform([](const WireRequest &wire) {
        return QList<WireRequest>{wire};
    });
}

BatchResults AnthropicBatch::read(const QByteArray &answer, const QString &source) const
{
    return readBatchLines(answer, source, &anthropicItem);
}

} // namespace Tempera
