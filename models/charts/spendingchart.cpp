// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/spendingchart.h"

#include "models/charts/chartnumbers.h"
#include "models/core/saturation.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr double halfSpendingBar = 0.4;
/// Names under bars are short; the table has them whole.
constexpr qsizetype longestBarName = 12;
/// So many names have room under the bars; of more every second, third … is written.
constexpr qsizetype mostBarNames = 8;

class SpendingChartMaker
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
public:
    static ChartData make(QList<SpendingRow> rows, SpendingBy by)
    {
        ChartData chart{.title = title(by),
                        .note = {},
                        .x = {},
                        .y = {},
                        .series = {},
                        .lines = {},
                        .heads = {head(by), tr("Requests"), tr("Tokens in"), tr("Cached"), tr("Tokens out"), tr("Total"),
                                  tr("Retries"), tr("Failed"), tr("Cost of failed"), tr("Saved by caches"), tr("Cost")},
                        .empty = {}};
        if (rows.isEmpty()) {
            chart.empty = tr("The ledger has no requests of that time.");
            return chart;
        }
        fold(rows, by, chart.note);
        QStringList names;
        double most = 0;
        for (const SpendingRow &row : std::as_const(rows)) {
            names += name(row, by);
            most = std::max(most, row.cost.dollars());
        }
        chart.x = nameAxis(head(by), {}, false);
        chart.x.low = -0.5;
        chart.x.high = static_cast<double>(rows.size()) - 0.5;
        const qsizetype step = (rows.size() + mostBarNames - 1) / mostBarNames;
        for (qsizetype i = 0; i < rows.size(); i += step)
            chart.x.ticks += ChartTick{static_cast<double>(i), shortName(names.at(i))};
        chart.y = numberAxis(tr("US dollars"), ChartUnit::Dollars, 0, most > 0 ? most : 1);
        ChartSeries series{.title = tr("Cost"), .form = ChartSeries::Form::Bars, .sign = {}, .marks = {}};
        for (qsizetype i = 0; i < rows.size(); ++i)
            series.marks += mark(rows.at(i), names.at(i), static_cast<double>(i));
        chart.series += series;
        return chart;
    }

    static QString spent(const SpendingRow &row)
    {
        if (row.isUnknown())
            return moneyText(std::nullopt);
        return row.unknownCosts > 0 ? tr("%1 + %2 unknown").arg(row.cost.text(), chartCount(row.unknownCosts)) : row.cost.text();
    }

private:
    static QString title(SpendingBy by)
    {
        switch (by) {
        case SpendingBy::Day: return tr("Spent by day");
        case SpendingBy::Model: return tr("Spent by model");
        case SpendingBy::Endpoint: return tr("Spent by endpoint");
        case SpendingBy::Experiment: break;
        }
        return tr("Spent by experiment");
    }

    static QString head(SpendingBy by)
    {
        switch (by) {
        case SpendingBy::Day: return tr("Day");
        case SpendingBy::Model: return tr("Model");
        case SpendingBy::Endpoint: return tr("Endpoint");
        case SpendingBy::Experiment: break;
        }
        return tr("Experiment");
    }

    static QString name(const SpendingRow &row, SpendingBy by)
    {
        if (by == SpendingBy::Day) {
            const QDate day = QDate::fromString(row.key, Qt::ISODate);
            return day.isValid() ? QLocale().toString(day, QLocale::ShortFormat) : row.key;
        }
        return row.key.isEmpty() ? tr("without a name") : row.key;
    }

    static QString shortName(const QString &name)
    {
        return name.size() <= longestBarName ? name : name.first(longestBarName - 1) + u'…';
    }

    /// Leaves as many rows as there is room for, and says what became of the others.
    static void fold(QList<SpendingRow> &rows, SpendingBy by, QString &note)
    {
        if (by == SpendingBy::Day) {
            if (rows.size() > mostSpendingDays) {
                rows = rows.last(mostSpendingDays);
                note = tr("The last %1 days on which something was asked.").arg(mostSpendingDays);
            }
            return;
        }
        if (rows.size() <= mostSpendingBars)
            return;
        SpendingRow others = spendingTotal(rows.sliced(mostSpendingBars - 1));
        note = tr("The last bar is %1 others together.").arg(chartCount(rows.size() - mostSpendingBars + 1));
        others.key = tr("others");
        rows = rows.first(mostSpendingBars - 1) << others;
    }

    static ChartMark mark(const SpendingRow &row, const QString &name, double x)
    {
        return {.x = x,
                .y = row.cost.dollars(),
                .across = ConfidenceInterval{x - halfSpendingBar, x + halfSpendingBar},
                .fields = {name, chartCount(row.cells), chartCount(row.inputTokens), cachedShareText(row),
                           chartCount(row.outputTokens), chartCount(Saturated::sum(row.inputTokens, row.outputTokens)),
                           chartCount(row.retries), chartCount(row.failed), row.failedCost.text(), row.saved().text(),
                           spent(row)},
                .filter = {}};
    }
};

} // namespace

ChartData spendingChart(const QList<SpendingRow> &rows, SpendingBy by)
{
    return SpendingChartMaker::make(rows, by);
}

QString spentText(const SpendingRow &row)
{
    return SpendingChartMaker::spent(row);
}

QString cachedShareText(const SpendingRow &row)
{
    if (row.inputTokens <= 0)
        return u"–"_s;
    return chartNumber(static_cast<double>(row.cachedInputTokens) / static_cast<double>(row.inputTokens), ChartUnit::Share);
}

} // namespace Tempera
