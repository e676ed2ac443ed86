// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/spendcommand.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/label.h"
#include "app/cli/plaintable.h"
#include "models/report/spendingcsv.h"
#include "models/report/writers.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What is known; nothing where nothing is.
std::optional<Money> spentOf(const SpendingRow &row)
{
    return row.isUnknown() ? std::nullopt : std::optional(row.cost);
}

QJsonObject spendingJson(const SpendingRow &row)
{
    QJsonObject json{
        {u"cells"_s, static_cast<qint64>(row.cells)},
        {u"input_tokens"_s, static_cast<qint64>(row.inputTokens)},
        {u"cached_input_tokens"_s, static_cast<qint64>(row.cachedInputTokens)},
        {u"output_tokens"_s, static_cast<qint64>(row.outputTokens)},
        {u"total_tokens"_s, static_cast<qint64>(Saturated::sum(row.inputTokens, row.outputTokens))},
        {u"cost"_s, moneyJson(spentOf(row))},
        {u"unknown_costs"_s, static_cast<qint64>(row.unknownCosts)},
        {u"retries"_s, static_cast<qint64>(row.retries)},
        {u"failed"_s, static_cast<qint64>(row.failed)},
        {u"failed_cost"_s, moneyJson(row.failedCost)},
        {u"saved_by_prompt_cache"_s, moneyJson(row.savedByPrefix)},
        {u"saved_by_answer_cache"_s, moneyJson(row.savedByAnswers)},
    };
    if (row.cost.isBeyond())
        json.insert(u"cost_is_more"_s, true); // the number is the most that can be counted
    return json;
}

QString spendingByHead(SpendingBy by)
{
    switch (by) {
    case SpendingBy::Day: return label(QT_TRANSLATE_NOOP("Cli", "day"));
    case SpendingBy::Model: return label(QT_TRANSLATE_NOOP("Cli", "model"));
    case SpendingBy::Endpoint: return label(QT_TRANSLATE_NOOP("Cli", "endpoint"));
    case SpendingBy::Experiment: break;
    }
    return label(QT_TRANSLATE_NOOP("Cli", "experiment"));
}

QString cachedShare(const SpendingRow &row)
{
    constexpr double percent = 100;
    if (row.inputTokens <= 0)
        return u"–"_s;
    const double share = percent * static_cast<double>(row.cachedInputTokens) / static_cast<double>(row.inputTokens);
    return QString::number(std::lround(share)) + u" %"_s;
}

QStringList spendingFields(const QString &key, const SpendingRow &row)
{
    const std::optional<Money> spent = spentOf(row);
    QString cost = moneyText(spent);
    if (spent && row.unknownCosts > 0)
        cost += u" + "_s + label(QT_TRANSLATE_NOOP("Cli", "%1 unknown")).arg(row.unknownCosts);
    return {key,
            groupedNumber(row.cells),
            groupedNumber(row.inputTokens),
            cachedShare(row),
            groupedNumber(row.outputTokens),
            groupedNumber(Saturated::sum(row.inputTokens, row.outputTokens)),
            groupedNumber(row.retries),
            row.failedCost.text(),
            row.saved().text(),
            cost};
}

} // namespace

SpendCommand::SpendCommand(const CliContext &context, const SpendArguments &arguments) : Command(context), m_arguments(arguments)
{
}

void SpendCommand::start()
{
    SpendingQuery query{.since = {}, .by = m_arguments.by};
    if (m_arguments.daysBack)
        query.since = context().session.clock->now().toLocalTime().date().addDays(-*m_arguments.daysBack).startOfDay();
    else if (m_arguments.since.isValid())
        query.since = m_arguments.since.startOfDay();
    context().session.store->loadSpending(query, this, [this](const Result<QList<SpendingRow>> &rows) {
        if (rows) {
            write(*rows);
            Q_EMIT finished(ExitCode::Passed);
        } else {
            complainOfLedger(rows.error());
            Q_EMIT finished(ExitCode::RunError);
        }
    });
}

void SpendCommand::write(const QList<SpendingRow> &rows)
{
    const SpendingRow all = spendingTotal(rows);
    if (m_arguments.shape == OutputShape::People) {
        writeTable(rows, all);
        return;
    }
    QJsonArray list;
    for (const SpendingRow &row : rows) {
        QJsonObject json = spendingJson(row);
        json.insert(spendingByName(m_arguments.by), row.key);
        list.append(json);
    }
    writeJson(QJsonObject{{u"by"_s, spendingByName(m_arguments.by)}, {u"rows"_s, list}, {u"total"_s, spendingJson(all)}});
}

void SpendCommand::writeTable(const QList<SpendingRow> &rows, const SpendingRow &all)
{
    if (rows.isEmpty()) {
        say(label(QT_TRANSLATE_NOOP("Cli", "The ledger has no cells of that time.")));
        return;
    }
    const QList<PlainColumn> columns{
        {spendingByHead(m_arguments.by)},
        {label(QT_TRANSLATE_NOOP("Cli", "cells")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "tokens in")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "cached")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "out")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "total")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "retries")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "failed cost")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "saved")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "cost")), Alignment::Right},
    };
    QList<QStringList> fields;
    for (const SpendingRow &row : rows)
        fields << spendingFields(row.key.isEmpty() ? u"–"_s : row.key, row);
    fields << spendingFields(label(QT_TRANSLATE_NOOP("Cli", "all")), all);
    writeOut(plainTable(columns, fields, *context().out));
}

} // namespace Tempera
