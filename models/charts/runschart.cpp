// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/runschart.h"

#include "models/charts/chartnumbers.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Tempera {
namespace {

class RunsChart
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
public:
    static ChartData make(const QList<RunSummary> &runs, const RunRecord &shown)
    {
        QList<RunSummary> own;
        for (const RunSummary &run : runs) {
            if (own.size() < mostChartedRuns && isSameExperiment(run.run, shown) && checkedIn(run) > 0)
                own.prepend(run); // the oldest one comes first
        }
        QStringList names;
        for (const RunSummary &run : own)
            names += QLocale().toString(run.run.started.toLocalTime(), QLocale::ShortFormat);
        ChartData chart{.title = tr("Pass rate over past runs"),
                        .note = tr("Bars are 95 % intervals. Prompts, cases and checks may have changed between the runs."),
                        .x = nameAxis(tr("Run"), names, false),
                        .y = shareAxis(tr("Pass rate")),
                        .series = {},
                        .lines = {},
                        .heads = {tr("Run"), tr("Pass rate"), tr("95 % interval"), tr("Passed"), tr("Checked"), tr("Cost")},
                        .empty = {}};
        ChartSeries series{.title = tr("All variants"), .form = ChartSeries::Form::Line, .sign = {}, .marks = {}};
        for (qsizetype i = 0; i < own.size(); ++i)
            series.marks += mark(own.at(i), static_cast<double>(i), names.at(i));
        if (series.marks.isEmpty())
            chart.empty = tr("No run of this experiment has been checked yet.");
        else
            chart.series += std::move(series);
        return chart;
    }

private:
    static bool isSameExperiment(const RunRecord &run, const RunRecord &shown)
    {
        return run.experimentPath == shown.experimentPath && (!shown.experimentPath.isEmpty() || run.title == shown.title);
    }

    static int checkedIn(const RunSummary &run) { return run.passed + run.failed + run.errors; }

    static ChartMark mark(const RunSummary &run, double x, const QString &name)
    {
        const int all = checkedIn(run);
        const double rate = static_cast<double>(run.passed) / all;
        const ConfidenceInterval interval = wilsonInterval(run.passed, all);
        return {.x = x,
                .y = rate,
                .up = interval,
                .fields = {name, chartNumber(rate, ChartUnit::Share), chartInterval(interval, ChartUnit::Share),
                           chartCount(run.passed), chartCount(all),
                           run.unknownCosts > 0 ? tr("at least %1").arg(run.cost.text()) : run.cost.text()},
                .filter = {}};
    }
};

} // namespace

ChartData runsChart(const QList<RunSummary> &runs, const RunRecord &shown)
{
    return RunsChart::make(runs, shown);
}

} // namespace Tempera
