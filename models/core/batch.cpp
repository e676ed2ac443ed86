// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/batch.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array batchStateNames{
    std::pair{BatchState::Submitting, "submitting"_L1}, std::pair{BatchState::Queued, "queued"_L1},
    std::pair{BatchState::Running, "running"_L1},       std::pair{BatchState::Cancelling, "cancelling"_L1},
    std::pair{BatchState::Completed, "completed"_L1},   std::pair{BatchState::Failed, "failed"_L1},
    std::pair{BatchState::Expired, "expired"_L1},       std::pair{BatchState::Cancelled, "cancelled"_L1},
};

constexpr int digestBytes = 4; ///< Of a request's key: enough to tell two questions of one cell apart.

} // namespace

QString batchStateName(BatchState state)
{
    for (const auto &[value, name] : batchStateNames) {
        if (value == state)
            return name;
    }
    return {};
}

BatchState batchStateFromName(const QString &name)
{
    for (const auto &[value, word] : batchStateNames) {
        if (word == name)
            return value;
    }
    return BatchState::Submitting;
}

bool isOver(BatchState state)
{
    return state >= BatchState::Completed;
}

bool isUnderWay(const BatchRecord &record)
{
    return !record.id.isEmpty() && !isOver(record.state);
}

void countTheRest(BatchRecord &record)
{
    BatchCounts &counts = record.counts;
    const std::int64_t rest = counts.total - counts.answered - counts.failed;
    if (rest <= 0 || (record.state != BatchState::Expired && record.state != BatchState::Cancelled))
        return;
    counts.failed += rest;
    if (record.state == BatchState::Expired)
        counts.expired += rest;
}

BatchCounts countsOf(const BatchResults &results, std::int64_t total)
{
    const auto endedSo = [&results](BatchOutcome outcome) {
        return std::ranges::count(results.items, outcome, &BatchItem::outcome);
    };
    const std::int64_t answered = endedSo(BatchOutcome::Answered);
    return {total, answered, std::int64_t(results.items.size()) - answered, endedSo(BatchOutcome::Expired)};
}

QString batchItemName(const GenerationRequest &request)
{
    const CellKey &key = request.key;
    return u"c%1-p%2-v%3-r%4-%5"_s.arg(key.caseIndex)
        .arg(key.promptIndex)
        .arg(key.variantIndex)
        .arg(key.repeat)
        .arg(QString::fromLatin1(requestKey(request).first(digestBytes).toHex()));
}

QString cellPartOf(const QString &itemName)
{
    static const QRegularExpression form(u"^(c\\d+-p\\d+-v\\d+-r\\d+)-[0-9a-f]{8}$"_s);
    return form.match(itemName).captured(1);
}

} // namespace Tempera
