// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/batch/geminibatch.h"

#include "app/engine/http/batch/batchlines.h"
#include "app/engine/http/httperrors.h"
#include "app/engine/http/wire/jsonbody.h"
#include "models/core/jsontext.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr auto operationPrefix = "batches/"_L1;

/// Behind "BATCH_STATE_" or "JOB_STATE_".
constexpr std::array geminiStates{
    std::pair{"UNSPECIFIED"_L1, BatchState::Queued},  std::pair{"QUEUED"_L1, BatchState::Queued},
    std::pair{"PENDING"_L1, BatchState::Queued},      std::pair{"RUNNING"_L1, BatchState::Running},
    std::pair{"SUCCEEDED"_L1, BatchState::Completed}, std::pair{"PARTIALLY_SUCCEEDED"_L1, BatchState::Completed},
    std::pair{"FAILED"_L1, BatchState::Failed},       std::pair{"CANCELLING"_L1, BatchState::Cancelling},
    std::pair{"CANCELLED"_L1, BatchState::Cancelled}, std::pair{"EXPIRED"_L1, BatchState::Expired},
};

/// Numbers of 64 bits are texts in Google's JSON.
std::int64_t longOf(const QJsonValue &value)
{
    return value.isString() ? value.toString().toLongLong() : value.toInteger();
}

/// The answers, in the operation's response or in what is told of the batch; in a list, or in one that has its own name.
QJsonArray inlinedOf(const QJsonObject &operation)
{
    for (const QJsonValue &place :
         {operation.value("response"_L1), operation.value("metadata"_L1).toObject().value("output"_L1)}) {
        const QJsonValue inlined = place.toObject().value("inlinedResponses"_L1);
        const QJsonArray list = inlined.isArray() ? inlined.toArray() : inlined.toObject().value("inlinedResponses"_L1).toArray();
        if (!list.isEmpty())
            return list;
    }
    return {};
}

Result<BatchItem> geminiItem(const QJsonObject &object)
{
    const QString name = object.value("metadata"_L1).toObject().value("key"_L1).toString();
    if (name.isEmpty())
        return failure(ErrorKind::Syntax, u"The answer has no key."_s);
    if (const QJsonObject error = object.value("error"_L1).toObject(); !error.isEmpty()) {
        constexpr int cancelledCode = 1; // google.rpc.Code
        constexpr int expiredCode = 4;
        const int code = error.value("code"_L1).toInt();
        if (code == cancelledCode)
            return cancelledItem(name);
        return code == expiredCode ? expiredItem(name) : unansweredItem(name, BatchOutcome::Failed, apiError(error, 0));
    }
    if (!object.value("response"_L1).isObject())
        return failure(ErrorKind::Syntax, u"The answer to %1 has neither a response nor an error."_s.arg(name));
    return answeredItem(name, object.value("response"_L1).toObject());
}

} // namespace

Result<QByteArray> GeminiBatch::member(const GenerationRequest &request) const
{
    return bodyOf(request).transform([&request](const QByteArray &body) -> QByteArray {
        return "{\"request\":" + body + ",\"metadata\":{\"key\":" + jsonText(batchItemName(request)) + "}}";
    });
}

Result<WireRequest> GeminiBatch::create(const BatchCargo &cargo, const BatchRecord &record, const Secret &key) const
{
    const Endpoint &endpoint = cargo.first.endpoint;
    const QString model = endpoint.model.contains(u'/') ? endpoint.model : u"models/"_s + endpoint.model;
    const QString title = u"tempera %1 %2"_s.arg(record.run.toString(QUuid::WithoutBraces)).arg(record.number);
    const QByteArray body = "{\"batch\":{\"displayName\":" + jsonText(title) + R"(,"inputConfig":{"requests":{"requests":[)"
                            + cargo.members + "]}}}}";
    return beside(endpoint, key, "POST", u'/' + model + u":batchGenerateContent"_s, body);
}

Result<WireRequest> GeminiBatch::state(const BatchRecord &record, const Secret &key) const
{
    return needsId(record).and_then([&] { return beside(record.endpoint, key, "GET", u"/batches/"_s + record.id); });
}

Result<WireRequest> GeminiBatch::cancel(const BatchRecord &record, const Secret &key) const
{
    return needsId(record).and_then(
        [&] { return beside(record.endpoint, key, "POST", u"/batches/"_s + record.id + u":cancel"_s, "{}"); });
}

Result<void> GeminiBatch::take(const QByteArray &answer, BatchRecord &record) const
{
    const Result<QJsonObject> operation = objectOf(answer);
    if (!operation)
        return std::unexpected(operation.error());
    const QString name = operation->value("name"_L1).toString();
    const QString id = name.startsWith(operationPrefix) ? name.sliced(operationPrefix.size()) : QString();
    const QJsonObject batch = operation->value("metadata"_L1).toObject();
    const QString word = batch.value("state"_L1).toString().section(u"_STATE_"_s, 1);
    const auto known = std::ranges::find(geminiStates, word, &std::pair<QLatin1StringView, BatchState>::first);
    if (!isPlainName(id))
        return failure(ErrorKind::Protocol, u"the answer is no batch"_s);
    record.id = id;
    const bool isDone = operation->value("done"_L1).toBool();
    const QJsonValue error = operation->value("error"_L1);
    if (known != geminiStates.end())
        record.state = known->second;
    else
        record.state = isDone ? (error.isObject() ? BatchState::Failed : BatchState::Completed) : BatchState::Running;
    record.detail = error.isObject() ? plainDetail(wordsOf(error)) : QString();
    const QJsonObject counts = batch.value("batchStats"_L1).toObject();
    record.counts = {longOf(counts.value("requestCount"_L1)), longOf(counts.value("successfulRequestCount"_L1)),
                     longOf(counts.value("failedRequestCount"_L1))};
    countTheRest(record);
    return {};
}

/// An empty object: that it was heard is all that is told.
Result<void> GeminiBatch::takeCancel(const QByteArray &answer, BatchRecord &record) const
{
    if (const Result<QJsonObject> heard = objectOf(answer); !heard)
        return std::unexpected(heard.error());
    if (!isOver(record.state))
        record.state = BatchState::Cancelling;
    return {};
}

Result<QList<WireRequest>> GeminiBatch::results(const BatchRecord &record, const Secret &key) const
{
    return state(record, key).transform([](const WireRequest &wire) { return QList<WireRequest>{wire}; });
}

BatchResults GeminiBatch::read(const QByteArray &answer, const QString &source) const
{
    BatchResults results;
    int number = 0;
    const QJsonArray list = inlinedOf(objectOf(answer).value_or(QJsonObject()));
    for (const QJsonValue &each : list)
        addBatchItem(results, geminiItem(each.toObject()), source, ++number);
    return results;
}

} // namespace Tempera
