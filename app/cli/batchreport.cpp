// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchreport.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/label.h"
#include "app/cli/plaintable.h"
#include "app/cli/runchoice.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostFaultLines = 100;

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QJsonObject batchJson(const BatchRecord &batch)
{
    return {{u"id"_s, batch.id},
            {u"run"_s, batch.run.toString(QUuid::WithoutBraces)},
            {u"number"_s, batch.number},
            {u"state"_s, batchStateName(batch.state)},
            {u"over"_s, isOver(batch.state)},
            {u"requests"_s, batch.items.size()},
            {u"answered"_s, static_cast<qint64>(batch.counts.answered)},
            {u"failed"_s, static_cast<qint64>(batch.counts.failed)},
            {u"expired"_s, static_cast<qint64>(batch.counts.expired)},
            {u"cost_low"_s, moneyJson(batch.costLow)},
            {u"cost_high"_s, moneyJson(batch.costHigh)},
            {u"submitted"_s, timeJson(batch.submitted)},
            {u"checked"_s, timeJson(batch.checked)},
            {u"endpoint"_s, batch.endpoint.shownId()},
            {u"experiment"_s, batch.experimentPath},
            {u"detail"_s, batch.detail}};
}

} // namespace

QJsonObject batchesJson(const QList<BatchRecord> &batches)
{
    QJsonArray list;
    for (const BatchRecord &batch : batches)
        list.append(batchJson(batch));
    return {{u"batches"_s, list}};
}

QString batchesTable(const QList<BatchRecord> &batches, const OutStream &stream)
{
    QList<QStringList> rows;
    for (const BatchRecord &batch : batches) {
        rows << QStringList{batch.id.isEmpty() ? u"–"_s : batch.id,
                            shortRunId(batch.run),
                            batch.submitted.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                            batchStateName(batch.state),
                            u"%1/%2"_s.arg(batch.counts.answered).arg(batch.items.size()),
                            QString::number(batch.counts.failed),
                            QString::number(batch.counts.expired),
                            batch.endpoint.shownId(),
                            batch.detail};
    }
    return plainTable({{label(QT_TRANSLATE_NOOP("Cli", "batch"))},
                       {label(QT_TRANSLATE_NOOP("Cli", "run"))},
                       {label(QT_TRANSLATE_NOOP("Cli", "submitted"))},
                       {label(QT_TRANSLATE_NOOP("Cli", "state"))},
                       {label(QT_TRANSLATE_NOOP("Cli", "answered")), Alignment::Right},
                       {label(QT_TRANSLATE_NOOP("Cli", "failed")), Alignment::Right},
                       {label(QT_TRANSLATE_NOOP("Cli", "expired")), Alignment::Right},
                       {label(QT_TRANSLATE_NOOP("Cli", "provider"))},
                       {label(QT_TRANSLATE_NOOP("Cli", "detail"))}},
                      rows, stream);
}

QStringList faultLines(const QList<Error> &faults)
{
    QStringList lines;
    for (const Error &fault : faults.first(std::min(faults.size(), mostFaultLines)))
        lines += errorSentence(fault);
    if (faults.size() > mostFaultLines)
        lines += label(QT_TRANSLATE_NOOP("Cli", "… and %1 more of this kind")).arg(faults.size() - mostFaultLines);
    return lines;
}

Result<QList<BatchRecord>> batchesNamed(const QList<BatchRecord> &all, const QString &word)
{
    if (all.isEmpty())
        return failure(ErrorKind::Usage, label(QT_TRANSLATE_NOOP("Cli", "The ledger has no batches.")), word);
    QList<BatchRecord> named;
    QSet<QUuid> runs;
    for (const BatchRecord &batch : all) {
        if (!word.isEmpty() && batch.id.startsWith(word))
            named += batch;
    }
    if (named.size() > 1 && std::ranges::none_of(named, [&word](const BatchRecord &batch) { return batch.id == word; }))
        return failure(ErrorKind::Usage, label(QT_TRANSLATE_NOOP("Cli", "More than one batch id begins like this.")), word);
    if (!named.isEmpty()) {
        const auto exact = std::ranges::find(named, word, &BatchRecord::id);
        return QList<BatchRecord>{exact == named.end() ? named.constFirst() : *exact};
    }
    for (const BatchRecord &batch : all) {
        const bool isNewest = word.isEmpty() && batch.run == all.constFirst().run;
        if (!isNewest && (word.isEmpty() || !batch.run.toString(QUuid::WithoutBraces).startsWith(word, Qt::CaseInsensitive)))
            continue;
        named += batch;
        runs.insert(batch.run);
    }
    if (named.isEmpty()) {
        return failure(ErrorKind::Usage,
                       label(QT_TRANSLATE_NOOP("Cli", "The ledger has no such batch; `tempera batch status` shows them.")), word);
    }
    if (runs.size() > 1)
        return failure(ErrorKind::Usage, label(QT_TRANSLATE_NOOP("Cli", "More than one run id begins like this.")), word);
    return named;
}

} // namespace Tempera
