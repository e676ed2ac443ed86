// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/batchtext.h"

#include "models/items/celltext.h"
#include "models/text/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Of ways to end that differ; more would be a wall of text.
constexpr qsizetype mostEndings = 8;
/// Of a provider's words in one line.
constexpr qsizetype mostReason = 200;

struct BatchWords {
    Q_DECLARE_TR_FUNCTIONS(BatchText)
public:
    static QString ending(const BatchEnding &ending)
    {
        const QString count = CellText::number(ending.count);
        const QString why = firstLine(errorMessage(ending.error), mostReason);
        switch (ending.outcome) {
        case BatchOutcome::Expired: return tr("Expired: %1. The time of the batch ran out before they were answered.").arg(count);
        case BatchOutcome::Cancelled: return tr("Cancelled: %1.").arg(count);
        case BatchOutcome::Failed:
        case BatchOutcome::Answered: break;
        }
        return tr("Failed: %1. %2").arg(count, why);
    }
};

/// Whom its requests ask.
QString modelsOf(const BatchOrder &order)
{
    QStringList models;
    for (const GenerationRequest &request : order.requests) {
        if (const QString model = firstLine(request.endpoint.shownId(), 80); !models.contains(model))
            models += model;
    }
    return models.join(u" + "_s);
}

BatchCounts sumOf(const QList<BatchRecord> &batches)
{
    BatchCounts sum;
    for (const BatchRecord &batch : batches) {
        sum.total += batch.items.size();
        sum.answered += batch.counts.answered;
        sum.failed += batch.counts.failed;
        sum.expired += batch.counts.expired;
    }
    return sum;
}

} // namespace

QString BatchText::state(BatchState state)
{
    switch (state) {
    case BatchState::Submitting: return BatchWords::tr("not confirmed");
    case BatchState::Queued: return BatchWords::tr("waiting");
    case BatchState::Running: return BatchWords::tr("running");
    case BatchState::Cancelling: return BatchWords::tr("being cancelled");
    case BatchState::Completed: return BatchWords::tr("done");
    case BatchState::Failed: return BatchWords::tr("failed");
    case BatchState::Expired: return BatchWords::tr("expired");
    case BatchState::Cancelled: return BatchWords::tr("cancelled");
    }
    return {};
}

QString BatchText::cost(const BatchRecord &batch)
{
    CostEstimate estimate;
    estimate.low = batch.costLow;
    estimate.high = batch.costHigh;
    return costEstimateText(estimate);
}

QString BatchText::requests(const BatchOffer &offer)
{
    QStringList places;
    for (const BatchOrder &order : offer.orders)
        places += u"%1 (%2)"_s.arg(modelsOf(order), CellText::number(std::ssize(order.requests)));
    return BatchWords::tr("Requests: %1. Batches: %2, to %3.", "How many there are, and where they go")
        .arg(CellText::number(offer.atBatchPrice.requests), CellText::number(std::ssize(offer.orders)), places.join(u", "_s));
}

QString BatchText::prices(const BatchOffer &offer)
{
    return BatchWords::tr("At batch price: %1. Run one by one: %2.")
        .arg(costEstimateText(offer.atBatchPrice), costEstimateText(offer.oneByOne));
}

QString BatchText::leftOut(const UnbatchedVariant &variant)
{
    const QString title = firstLine(variant.title, 80);
    switch (variant.why) {
    case BatchObstacle::ThisMachine:
        return BatchWords::tr("“%1” is left out: it is a model on this machine, which has no batch price.").arg(title);
    case BatchObstacle::NoBatchApi: break;
    }
    return BatchWords::tr("“%1” is left out: its endpoint has no batch API that Tempera knows.").arg(title);
}

QString BatchText::over(const QString &title, const QList<BatchRecord> &ofRun)
{
    const BatchCounts sum = sumOf(ofRun);
    QString text = BatchWords::tr("The batches of “%1” are over: %2 of %3 answered.")
                       .arg(firstLine(title, 80), CellText::number(sum.answered), CellText::number(sum.total));
    if (sum.expired > 0)
        text += u' ' + BatchWords::tr("Expired: %1.").arg(CellText::number(sum.expired));
    if (sum.failed > sum.expired)
        text += u' ' + BatchWords::tr("Failed: %1.").arg(CellText::number(sum.failed - sum.expired));
    return text;
}

QStringList BatchText::merged(const QString &title, const BatchAnswers &answers)
{
    const auto all = static_cast<std::int64_t>(answers.size()) + answers.missing().size();
    QStringList lines{BatchWords::tr("“%1”: %2 of %3 requests were answered; the answers are in the run.")
                          .arg(firstLine(title, 80), CellText::number(answers.answered()), CellText::number(all))};
    const QList<BatchEnding> endings = answers.endings();
    for (const BatchEnding &ending : endings.first(std::min(endings.size(), mostEndings)))
        lines += BatchWords::ending(ending);
    if (endings.size() > mostEndings)
        lines += BatchWords::tr("Other reasons: %1.").arg(CellText::number(endings.size() - mostEndings));
    if (!answers.missing().isEmpty())
        lines += BatchWords::tr("Without a result: %1.").arg(CellText::number(answers.missing().size()));
    if (!answers.faults().isEmpty())
        lines += BatchWords::tr("Lines of the results that cannot be used: %1.").arg(CellText::number(answers.faults().size()));
    return lines;
}

} // namespace Tempera
