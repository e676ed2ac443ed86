// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/transformchart.h"

#include "models/charts/chartnumbers.h"
#include "models/core/counted.h"
#include "models/experiment/caseinput.h"
#include "models/stats/intervals.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

void TransformTally::look(const std::vector<WalkedAnswer> &answers)
{
    for (const WalkedAnswer &answer : answers) {
        if (std::exchange(m_caseIndex, answer.key.caseIndex) != answer.key.caseIndex)
            m_case = m_experiment.cases.value(m_caseIndex);
        const QStringList inputs = caseInputs(m_experiment, m_case, answer.asked);
        const std::optional<ChangeShares> shares =
            inputs.isEmpty() ? std::nullopt : changeShares(inputs.constFirst(), answer.text);
        if (shares)
            add(answer.column, m_caseIndex, *shares);
        else
            ++m_leftOut;
    }
}

void TransformTally::add(int column, int caseIndex, const ChangeShares &shares)
{
    const auto index = static_cast<std::size_t>(column);
    if (index >= m_columns.size())
        m_columns.resize(index + 1);
    Sums &sums = m_columns[index];
    if (std::exchange(sums.lastCase, caseIndex) != caseIndex)
        sums.kept.emplace_back();
    sums.kept.back().add(shares.kept);
    sums.changed += shares.changed;
    sums.removed += shares.removed;
    sums.added += shares.added;
    ++sums.answers;
}

ChartSeries TransformTally::seriesOf(const ChartColumn &column, const Sums &sums, double y) const
{
    double kept = 0;
    for (const CaseScores &scores : sums.kept)
        kept += scores.sum;
    const auto mean = [&sums](double sum) { return chartNumber(sum / sums.answers, ChartUnit::Share); };
    std::optional<ConfidenceInterval> interval;
    if (const std::optional<IntervalEstimate> estimate = meanEstimate(sums.kept))
        interval = ConfidenceInterval{std::max(0.0, estimate->interval.low), std::min(1.0, estimate->interval.high)};
    const QString name = column.sign.text + u" · "_s + column.title;
    const ChartMark mark{.x = kept / sums.answers,
                         .y = y,
                         .across = interval,
                         .fields = {name, mean(kept), interval ? chartInterval(*interval, ChartUnit::Share) : u"–"_s,
                                    mean(sums.changed), mean(sums.removed), mean(sums.added), chartCount(sums.answers)},
                         .filter = column.filter + u" done"_s};
    return {.title = column.title, .form = ChartSeries::Form::Points, .sign = column.sign, .marks = {mark}};
}

ChartData TransformTally::chart(const std::vector<ChartColumn> &columns) const
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Chart", text); };
    QStringList names;
    for (const ChartColumn &column : columns)
        names += column.sign.text + u" · "_s + column.title;
    ChartData chart{
        .title = tr(QT_TRANSLATE_NOOP("Chart", "Kept from the input")),
        .note = tr(QT_TRANSLATE_NOOP("Chart", "Mean shares of words, each answer against what it was given to work on: "
                                              "kept, changed and removed are of the input, added is of the answer. Bars are "
                                              "95 % intervals; repeats of a case count as one case.")),
        .x = shareAxis(tr(QT_TRANSLATE_NOOP("Chart", "Kept"))),
        .y = nameAxis(tr(QT_TRANSLATE_NOOP("Chart", "Variant")), names, true),
        .series = {},
        .lines = {},
        .heads = {tr(QT_TRANSLATE_NOOP("Chart", "Variant")), tr(QT_TRANSLATE_NOOP("Chart", "Kept")),
                  tr(QT_TRANSLATE_NOOP("Chart", "95 % interval")), tr(QT_TRANSLATE_NOOP("Chart", "Changed")),
                  tr(QT_TRANSLATE_NOOP("Chart", "Removed")), tr(QT_TRANSLATE_NOOP("Chart", "Added")),
                  tr(QT_TRANSLATE_NOOP("Chart", "Answers"))},
        .empty = {}};
    for (std::size_t i = 0; i < std::min(columns.size(), m_columns.size()); ++i) {
        if (m_columns[i].answers > 0)
            chart.series += seriesOf(columns[i], m_columns[i], static_cast<double>(columns.size() - 1 - i));
    }
    if (chart.series.isEmpty())
        chart.empty = tr(QT_TRANSLATE_NOOP("Chart", "No answer to a text is there yet."));
    if (m_leftOut > 0)
        chart.note +=
            u' '
            + counted(QCoreApplication::translate("Chart", "Left out: %n answer(s) to no words.", nullptr, countForm(m_leftOut)),
                      m_leftOut);
    return chart;
}

} // namespace Tempera
