// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/reportfigures.h"

#include "models/charts/chartnumbers.h"
#include "models/stats/pairverdict.h"
#include "models/stats/statssentences.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString figureLabel(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

bool hasScore(const std::optional<CellSummary> &cell)
{
    return cell && cell->verdicts > 0 && cell->outcome && *cell->outcome != Outcome::NotEvaluated;
}

/// The rows of a case follow each other: a new entry for each case.
template<typename Entry>
Entry &entryOfCase(std::vector<Entry> &entries, int &lastCase, int caseIndex)
{
    if (entries.empty() || lastCase != caseIndex)
        entries.emplace_back();
    lastCase = caseIndex;
    return entries.back();
}

std::vector<PairedCase> pairedCases(const ReportGrid &grid, std::size_t first, std::size_t second)
{
    std::vector<PairedCase> cases;
    int lastCase = -1;
    for (std::size_t row = 0; row < grid.rowCount(); ++row) {
        const std::optional<CellSummary> one = grid.cell(row, first);
        const std::optional<CellSummary> other = grid.cell(row, second);
        if (!one && !other)
            continue;
        PairedCase &scores = entryOfCase(cases, lastCase, (one ? one : other)->key.caseIndex);
        if (hasScore(one))
            scores.first.add(one->score);
        if (hasScore(other))
            scores.second.add(other->score);
    }
    return cases;
}

/// A name cannot turn the sentence around that it stands in.
QString nameInSentence(const QString &name)
{
    QString out;
    for (const QChar c : name.simplified()) {
        const bool turns = (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        out += turns || c.category() == QChar::Other_Control ? QChar(QChar::ReplacementCharacter) : c;
    }
    return out;
}

} // namespace

int baselineColumn(const ReportGrid &grid, std::size_t column)
{
    const std::vector<ReportColumn> &columns = grid.columns();
    if (column == 0)
        return -1;
    if (columns[column].variantIndex == columns[0].variantIndex)
        return 0;
    for (std::size_t other = 0; other < column; ++other) {
        if (columns[other].promptIndex == columns[column].promptIndex)
            return static_cast<int>(other);
    }
    return 0;
}

std::optional<IntervalEstimate> columnPassRate(const ReportGrid &grid, std::size_t column)
{
    std::vector<CaseScores> cases;
    int lastCase = -1;
    bool isChecked = false;
    for (std::size_t row = 0; row < grid.rowCount(); ++row) {
        const std::optional<CellSummary> cell = grid.cell(row, column);
        if (!cell || !(hasScore(cell) || cell->state == CellState::Failed))
            continue;
        isChecked = isChecked || hasScore(cell);
        entryOfCase(cases, lastCase, cell->key.caseIndex).add(cellOutcome(*cell) == CellOutcome::Passed ? 1 : 0);
    }
    return isChecked ? rateEstimate(cases) : std::nullopt;
}

QString passRateText(const std::optional<IntervalEstimate> &rate)
{
    if (!rate)
        return {};
    return u"%1 (%2)"_s.arg(chartNumber(rate->value, ChartUnit::Share), chartInterval(rate->interval, ChartUnit::Share));
}

QStringList verdictSentences(const ReportGrid &grid)
{
    std::vector<PairVerdict> verdicts;
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < grid.columns().size(); ++column) {
        const int baseline = baselineColumn(grid, column);
        if (baseline < 0)
            continue;
        StatsRandom random; // the same for every pair: its figures do not hang on the others
        const std::vector<PairedCase> cases = pairedCases(grid, static_cast<std::size_t>(baseline), column);
        PairVerdict verdict = pairVerdict(cases, random);
        if (verdict.counts.cases() == 0)
            continue;
        verdicts.push_back(std::move(verdict));
        columns.push_back(column);
    }
    correctForPairs(verdicts);
    QStringList sentences(static_cast<qsizetype>(grid.columns().size()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto baseline = static_cast<std::size_t>(baselineColumn(grid, columns[i]));
        sentences[static_cast<qsizetype>(columns[i])] = pairSentence(verdicts[i], nameInSentence(grid.columns()[baseline].head()),
                                                                     nameInSentence(grid.columns()[columns[i]].head()));
    }
    return sentences;
}

ChartData passRateChart(const ReportGrid &grid)
{
    QStringList names;
    for (const ReportColumn &column : grid.columns())
        names += column.head();
    ChartData chart{
        .title = figureLabel(QT_TRANSLATE_NOOP("Report", "Pass rate")),
        .note = figureLabel(QT_TRANSLATE_NOOP("Report", "With the 95 % interval, clustered by case.")),
        .x = shareAxis(figureLabel(QT_TRANSLATE_NOOP("Report", "Pass rate"))),
        .y = nameAxis(figureLabel(QT_TRANSLATE_NOOP("Report", "Variant")), names, true),
        .series = {},
        .lines = {},
        .heads = {figureLabel(QT_TRANSLATE_NOOP("Report", "Variant")), figureLabel(QT_TRANSLATE_NOOP("Report", "Pass rate"))},
        .empty = {}};
    for (std::size_t column = 0; column < grid.columns().size(); ++column) {
        const std::optional<IntervalEstimate> rate = columnPassRate(grid, column);
        if (!rate)
            continue;
        const QString name = names.at(static_cast<qsizetype>(column));
        const ChartMark mark{.x = rate->value,
                             .y = static_cast<double>(grid.columns().size() - 1 - column),
                             .across = rate->interval,
                             .fields = {name, passRateText(rate)},
                             .filter = {}};
        chart.series += ChartSeries{.title = name, .sign = variantMark(grid.columns()[column].variantIndex), .marks = {mark}};
    }
    if (chart.series.isEmpty())
        chart.empty = figureLabel(QT_TRANSLATE_NOOP("Report", "No check said anything of an answer."));
    return chart;
}

} // namespace Tempera
