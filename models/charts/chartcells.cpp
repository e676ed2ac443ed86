// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/chartcells.h"

#include "models/compare/filterlexer.h"
#include "models/compare/filtermatching.h"
#include "models/experiment/titles.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// By its name where no other has it, else by its number.
QString columnTerm(const QString &field, const QStringList &titles, int index)
{
    const QString &title = titles.at(index);
    const auto same =
        std::ranges::count_if(titles, [&title](const QString &other) { return other.compare(title, Qt::CaseInsensitive) == 0; });
    if (title.isEmpty() || same > 1)
        return u"%1-number = %2"_s.arg(field).arg(index + 1);
    return u"%1 = %2"_s.arg(field, filterQuoted(title));
}

double secondsOrUnknown(const std::optional<std::chrono::microseconds> &time)
{
    return time ? static_cast<double>(time->count()) / 1e6 : ChartCell::Unknown;
}

} // namespace

std::vector<ChartColumn> chartColumns(const Experiment &experiment, const std::vector<GridColumn> &all)
{
    QStringList variants;
    QStringList prompts;
    for (const Variant &variant : experiment.variants)
        variants += variant.title();
    for (int i = 0; i < experiment.prompts.size(); ++i)
        prompts += promptTitle(experiment, i);
    std::vector<ChartColumn> columns;
    for (const GridColumn &each : all) {
        ChartColumn column{.column = each, .title = {}, .filter = {}, .sign = variantMark(each.variantIndex)};
        const auto [prompt, variant] = column.column;
        if (variant < variants.size()) {
            column.title = variants.at(variant);
            column.filter = columnTerm(u"variant"_s, variants, variant);
        }
        if (prompts.size() > 1 && prompt < prompts.size()) {
            column.title =
                QCoreApplication::translate("Chart", "%1 · %2", "prompt · variant").arg(prompts.at(prompt), column.title);
            column.filter = columnTerm(u"prompt"_s, prompts, prompt) + u' ' + column.filter;
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

int chartColumnOf(std::vector<GridColumn> &columns, const CellKey &key)
{
    const GridColumn column{key.promptIndex, key.variantIndex};
    const auto place = std::ranges::find(columns, column) - columns.begin(); // few: prompts × variants
    if (static_cast<std::size_t>(place) == columns.size())
        columns.push_back(column);
    return static_cast<int>(place);
}

ChartCell chartCell(const CellSummary &cell, int column)
{
    ChartCell made{.caseIndex = cell.key.caseIndex, .column = column};
    made.isEvaluated = isEvaluated(cell) || cell.state == CellState::Failed;
    made.passed = isEvaluated(cell) && cell.outcome == Outcome::Pass;
    if (isEvaluated(cell))
        made.score = cell.score;
    if (const std::optional<Money> cost = cell.cost())
        made.dollars = cost->dollars();
    if (cell.state == CellState::Done)
        made.seconds = secondsOrUnknown(cell.total());
    if (cell.state == CellState::Done)
        made.firstToken = secondsOrUnknown(cell.firstToken());
    return made;
}

std::optional<double> chartNumberOf(const ChartCell &cell, ChartMeasure measure)
{
    double value = ChartCell::Unknown;
    switch (measure) {
    case ChartMeasure::Passed: value = !cell.isEvaluated ? ChartCell::Unknown : cell.passed ? 1 : 0; break;
    case ChartMeasure::Score: value = cell.score; break;
    case ChartMeasure::Dollars: value = cell.dollars; break;
    case ChartMeasure::Seconds: value = cell.seconds; break;
    case ChartMeasure::FirstToken: value = cell.firstToken; break;
    }
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::vector<CaseScores> chartScores(const ChartCells &cells, int column, ChartMeasure measure)
{
    std::vector<CaseScores> scores;
    for (const ChartCell &cell : cells.cells) {
        const std::optional<double> number = cell.column == column ? chartNumberOf(cell, measure) : std::nullopt;
        if (!number)
            continue;
        const auto index = static_cast<std::size_t>(cell.caseIndex);
        if (index >= scores.size())
            scores.resize(index + 1);
        scores[index].add(*number);
    }
    std::erase_if(scores, [](const CaseScores &each) { return each.repeats == 0; });
    return scores;
}

QString chartComparison(const QString &field, const QString &sign, double value)
{
    return u"%1 %2 %3"_s.arg(field, sign, QString::number(value, 'g', 12));
}

} // namespace Tempera
