// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/spendingcsv.h"

#include "models/report/csvline.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int nanoDigits = 9;

QString csvAmount(Money amount)
{
    return QString::number(amount.dollars(), 'f', nanoDigits);
}

} // namespace

QString spendingByName(SpendingBy by)
{
    switch (by) {
    case SpendingBy::Day: return u"day"_s;
    case SpendingBy::Model: return u"model"_s;
    case SpendingBy::Endpoint: return u"endpoint"_s;
    case SpendingBy::Experiment: break;
    }
    return u"experiment"_s;
}

QByteArray spendingCsv(const QList<SpendingRow> &rows, SpendingBy by)
{
    CsvLine heads;
    for (const QString &head : {spendingByName(by), u"cells"_s, u"input_tokens"_s, u"cached_input_tokens"_s, u"output_tokens"_s,
                                u"cost_usd"_s, u"unknown_costs"_s, u"retries"_s, u"failed"_s, u"failed_cost_usd"_s,
                                u"saved_by_prompt_cache_usd"_s, u"saved_by_answer_cache_usd"_s})
        heads.text(head);
    QByteArray csv = heads.line();
    for (const SpendingRow &row : rows) {
        CsvLine line;
        line.text(row.key);
        for (const std::int64_t number : {row.cells, row.inputTokens, row.cachedInputTokens, row.outputTokens})
            line.number(QString::number(number));
        line.number(row.isUnknown() ? QString() : csvAmount(row.cost));
        for (const std::int64_t number : {row.unknownCosts, row.retries, row.failed})
            line.number(QString::number(number));
        for (const Money amount : {row.failedCost, row.savedByPrefix, row.savedByAnswers})
            line.number(csvAmount(amount));
        csv += line.line();
    }
    return csv;
}

} // namespace Tempera
