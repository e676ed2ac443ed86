// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/variantcharts.h"

#include "models/charts/chartnumbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class VariantCharts
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
public:
    static ChartData passRates(const ChartCells &cells);
    static ChartData costQuality(const ChartCells &cells);
};

int resultsIn(const std::vector<CaseScores> &scores)
{
    return std::accumulate(scores.begin(), scores.end(), 0, [](int sum, const CaseScores &each) { return sum + each.repeats; });
}

double meanOfScores(const std::vector<CaseScores> &scores)
{
    double sum = 0;
    for (const CaseScores &each : scores)
        sum += each.sum;
    return scores.empty() ? 0 : sum / resultsIn(scores);
}

ChartSeries seriesOf(const ChartColumn &column, ChartMark mark)
{
    return {.title = column.title, .form = ChartSeries::Form::Points, .sign = column.sign, .marks = {std::move(mark)}};
}

ChartData VariantCharts::passRates(const ChartCells &cells)
{
    QStringList names;
    for (const ChartColumn &column : cells.columns)
        names += column.sign.text + u" · "_s + column.title;
    ChartData chart{.title = tr("Pass rate by variant"),
                    .note = tr("Bars are 95 % intervals; repeats of a case count as one case."),
                    .x = shareAxis(tr("Pass rate")),
                    .y = nameAxis(tr("Variant"), names, true),
                    .series = {},
                    .lines = {},
                    .heads = {tr("Variant"), tr("Pass rate"), tr("95 % interval"), tr("Passed"), tr("Checked")},
                    .empty = {}};
    for (std::size_t i = 0; i < cells.columns.size(); ++i) {
        const std::vector<CaseScores> scores = chartScores(cells, static_cast<int>(i), ChartMeasure::Passed);
        const std::optional<IntervalEstimate> rate = rateEstimate(scores);
        if (!rate)
            continue;
        const int all = resultsIn(scores);
        const double passed = rate->value * all;
        chart.series +=
            seriesOf(cells.columns[i],
                     {.x = rate->value,
                      .y = static_cast<double>(cells.columns.size() - 1 - i),
                      .across = rate->interval,
                      .fields = {names.at(static_cast<qsizetype>(i)), chartNumber(rate->value, ChartUnit::Share),
                                 chartInterval(rate->interval, ChartUnit::Share), chartCount(qRound64(passed)), chartCount(all)},
                      .filter = cells.columns[i].filter});
    }
    if (chart.series.isEmpty())
        chart.empty = tr("No cell has been checked yet.");
    return chart;
}

ChartData VariantCharts::costQuality(const ChartCells &cells)
{
    ChartData chart{.title = tr("Cost against quality"),
                    .note = tr("Means with 95 % intervals. Along the front no variant is both cheaper and better than another."),
                    .x = {},
                    .y = {},
                    .series = {},
                    .lines = {},
                    .heads = {tr("Variant"), tr("Cost of an answer"), tr("95 % interval"), tr("Mean score"), tr("95 % interval"),
                              tr("On the front")},
                    .empty = {}};
    QList<QPointF> points;
    QStringList leftOut;
    double cost = 0;
    double low = 0;
    double high = 1;
    for (std::size_t i = 0; i < cells.columns.size(); ++i) {
        const std::vector<CaseScores> costs = chartScores(cells, static_cast<int>(i), ChartMeasure::Dollars);
        const std::vector<CaseScores> scores = chartScores(cells, static_cast<int>(i), ChartMeasure::Score);
        if (costs.empty() || scores.empty()) {
            leftOut += cells.columns[i].title;
            continue;
        }
        ChartMark mark{.x = meanOfScores(costs), .y = meanOfScores(scores), .fields = {}, .filter = cells.columns[i].filter};
        if (const std::optional<IntervalEstimate> estimate = meanEstimate(costs))
            mark.across = ConfidenceInterval{std::max(0.0, estimate->interval.low), estimate->interval.high};
        if (const std::optional<IntervalEstimate> estimate = meanEstimate(scores))
            mark.up = estimate->interval;
        points += {mark.x, mark.y};
        cost = std::max(cost, mark.across ? mark.across->high : mark.x);
        low = std::min(low, mark.y);
        high = std::max(high, mark.y);
        chart.series += seriesOf(cells.columns[i], std::move(mark));
    }
    if (chart.series.isEmpty()) {
        chart.empty = tr("No variant has both a known cost and a score yet.");
        return chart;
    }
    chart.x = numberAxis(tr("Cost of an answer, US dollars"), ChartUnit::Dollars, 0, cost);
    chart.y = numberAxis(tr("Mean score"), ChartUnit::Number, low, high);
    const QList<QPointF> front = paretoFront(points);
    if (front.size() > 1)
        chart.lines += ChartLine{tr("Front: nothing is both cheaper and better"), front};
    for (ChartSeries &series : chart.series) {
        ChartMark &mark = series.marks.front();
        const auto interval = [](const std::optional<ConfidenceInterval> &known, ChartUnit unit) {
            return known ? chartInterval(*known, unit) : QString();
        };
        mark.fields = {
            series.sign.text + u" · "_s + series.title, chartNumber(mark.x, ChartUnit::Dollars),
            interval(mark.across, ChartUnit::Dollars),  chartNumber(mark.y, ChartUnit::Number),
            interval(mark.up, ChartUnit::Number),       front.contains(QPointF(mark.x, mark.y)) ? tr("yes") : tr("no")};
    }
    if (!leftOut.isEmpty())
        chart.note += u' ' + tr("Left out, without a known cost or a score: %1.").arg(leftOut.join(u", "_s));
    return chart;
}

} // namespace

ChartData passRateChart(const ChartCells &cells)
{
    return VariantCharts::passRates(cells);
}

ChartData costQualityChart(const ChartCells &cells)
{
    return VariantCharts::costQuality(cells);
}

QList<QPointF> paretoFront(QList<QPointF> points)
{
    std::ranges::sort(points, [](const QPointF &a, const QPointF &b) { return a.x() != b.x() ? a.x() < b.x() : a.y() > b.y(); });
    QList<QPointF> front;
    for (const QPointF &point : points) {
        if (front.isEmpty() || point.y() > front.last().y())
            front += point;
    }
    return front;
}

} // namespace Tempera
