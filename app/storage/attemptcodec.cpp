// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/attemptcodec.h"

#include "app/storage/guardedtext.h"
#include "app/storage/requestcodec.h"
#include "app/storage/usagecodec.h"
#include "models/core/secrettext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr auto plannedMember = "planned"_L1;
constexpr auto attemptsMember = "attempts"_L1;

QJsonObject objectIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// What most attempts do not have is not written.
QJsonObject attemptForLedger(const CellAttempt &attempt)
{
    QJsonObject json{{u"endpoint"_s, guarded(withoutAddressSecrets(attempt.endpoint))},
                     {u"model"_s, guarded(withoutAddressSecrets(attempt.model))},
                     {u"end"_s, attemptEndName(attempt.end)}};
    if (attempt.error)
        json.insert("error"_L1, objectIn(errorToJson(*attempt.error)));
    if (!attempt.reason.isEmpty())
        json.insert("reason"_L1, guarded(attempt.reason));
    if (!attempt.text.isEmpty())
        json.insert("text"_L1, guarded(attempt.text));
    insertUsage(json, attempt.usage, attempt.cost);
    if (attempt.judges != Usage()) {
        QJsonObject judges;
        insertUsage(judges, attempt.judges, std::nullopt);
        json.insert("judges"_L1, judges);
    }
    if (attempt.total)
        json.insert("total_us"_L1, qint64(attempt.total->count()));
    if (attempt.retries > 0)
        json.insert("retries"_L1, attempt.retries);
    if (attempt.isResult)
        json.insert("result"_L1, true);
    return json;
}

CellAttempt attemptFromLedger(const QJsonObject &json)
{
    CellAttempt attempt;
    attempt.endpoint = unguarded(json.value("endpoint"_L1));
    attempt.model = unguarded(json.value("model"_L1));
    attempt.end = attemptEndFromName(json.value("end"_L1).toString());
    if (const QJsonValue error = json.value("error"_L1); error.isObject())
        attempt.error = errorFromJson(QJsonDocument(error.toObject()).toJson(QJsonDocument::Compact));
    attempt.reason = unguarded(json.value("reason"_L1));
    attempt.text = unguarded(json.value("text"_L1));
    attempt.usage = usageIn(json);
    attempt.cost = costIn(json);
    if (const QJsonValue judges = json.value("judges"_L1); judges.isObject())
        attempt.judges = usageIn(judges.toObject());
    if (const QJsonValue total = json.value("total_us"_L1); total.isDouble())
        attempt.total = std::chrono::microseconds(total.toInteger());
    attempt.retries = json.value("retries"_L1).toInt();
    attempt.isResult = json.value("result"_L1).toBool();
    return attempt;
}

CellAttempts attemptsOf(const QJsonObject &json)
{
    CellAttempts attempts;
    for (const QJsonValue &each : json.value(attemptsMember).toArray())
        attempts += attemptFromLedger(each.toObject());
    return attempts;
}

} // namespace

QByteArray attemptsToJson(const Cell &cell)
{
    if (cell.attempts.isEmpty() && !cell.planned)
        return {};
    QJsonObject json;
    QJsonArray attempts;
    for (const CellAttempt &attempt : cell.attempts)
        attempts.append(attemptForLedger(attempt));
    json.insert(attemptsMember, attempts);
    if (cell.planned)
        json.insert(plannedMember, objectIn(requestToJson(*cell.planned)));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void attemptsFromJson(const QByteArray &json, Cell &cell)
{
    if (json.isEmpty())
        return;
    const QJsonObject object = objectIn(json);
    cell.attempts = attemptsOf(object);
    if (const QJsonValue planned = object.value(plannedMember); planned.isObject())
        cell.planned = std::make_shared<const GenerationRequest>(
            requestFromJson(QJsonDocument(planned.toObject()).toJson(QJsonDocument::Compact)));
}

CellAttempts attemptsFromJson(const QByteArray &json)
{
    return json.isEmpty() ? CellAttempts() : attemptsOf(objectIn(json));
}

} // namespace Tempera
