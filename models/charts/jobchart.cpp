// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/jobchart.h"

#include "models/charts/chartnumbers.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int mostJobBars = 24;
constexpr double usualShare = 0.95;
/// Bars leave a little room between them.
constexpr double barGap = 0.05;

class JobChartMaker
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
public:
    JobChartMaker(const JobCounts &counts, const JobChartFacts &facts) : m_counts(counts), m_facts(facts) { }

    ChartData make()
    {
        ChartData chart{.title = tr("Input tokens of a request"),
                        .note = {},
                        .x = {},
                        .y = {},
                        .series = {},
                        .lines = {},
                        .heads = {tr("Input tokens"), tr("Requests"), tr("Share")},
                        .empty = {}};
        const std::vector<JobCounts::Bar> bars = m_counts.histogram(mostJobBars);
        if (bars.empty()) {
            chart.empty = tr("No request has been counted yet.");
            return chart;
        }
        ChartSeries series{.title = m_facts.title, .form = ChartSeries::Form::Bars, .sign = m_facts.sign, .marks = {}};
        std::int64_t most = 1;
        for (const JobCounts::Bar &bar : bars) {
            most = std::max(most, bar.requests);
            if (bar.requests > 0)
                series.marks += mark(bar);
        }
        chart.series += series;
        const double low = static_cast<double>(bars.front().from);
        const double high = static_cast<double>(bars.back().until);
        chart.x = exactAxis(tr("Input tokens"), ChartUnit::Number, low, high);
        chart.y = numberAxis(tr("Requests"), ChartUnit::Number, 0, static_cast<double>(std::max<std::int64_t>(5, most)));
        addLines(chart);
        return chart;
    }

private:
    ChartMark mark(const JobCounts::Bar &bar) const
    {
        const double from = static_cast<double>(bar.from);
        const double until = static_cast<double>(bar.until);
        const double gap = (until - from) * barGap;
        const QString range = bar.until - bar.from == 1
                                  ? chartCount(bar.from)
                                  : tr("%1 – %2", "from – to").arg(chartCount(bar.from), chartCount(bar.until - 1));
        return {.x = (from + until) / 2,
                .y = static_cast<double>(bar.requests),
                .across = ConfidenceInterval{from + gap, until - gap},
                .fields = {range, chartCount(bar.requests),
                           chartNumber(static_cast<double>(bar.requests) / static_cast<double>(m_counts.requests()),
                                       ChartUnit::Share)},
                .filter = {}};
    }

    void addLines(ChartData &chart) const
    {
        QStringList notes;
        const auto line = [&](const QString &title, std::int64_t tokens) {
            const double x = static_cast<double>(tokens);
            if (x < chart.x.low || x > chart.x.high)
                return;
            chart.lines += ChartLine{title, {QPointF(x, chart.y.low), QPointF(x, chart.y.high)}};
            notes += tr("%1: %2").arg(title, chartCount(tokens));
        };
        line(tr("Median"), m_counts.median());
        line(tr("95 % at most"), m_counts.quantile(usualShare));
        if (m_facts.contextTokens)
            line(tr("Context of the model"), *m_facts.contextTokens);
        for (const std::int64_t tier : m_facts.tiers)
            line(tr("Another price from here"), tier);
        chart.note = notes.join(u" · "_s);
    }

    const JobCounts &m_counts;
    const JobChartFacts &m_facts;
};

} // namespace

ChartData jobChart(const JobCounts &counts, const JobChartFacts &facts)
{
    return JobChartMaker(counts, facts).make();
}

} // namespace Tempera
