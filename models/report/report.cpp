// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/report.h"

#include "models/core/valuetext.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype titleLength = 60;

QString titleLine(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= titleLength ? line : line.first(titleLength - 1) + u'…';
}

std::optional<double> median(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

void addUsage(ReportTotals &totals, const Cell &cell)
{
    totals.inputTokens = Saturated::sum(totals.inputTokens, cell.usage.inputTokens.value_or(0));
    totals.outputTokens = Saturated::sum(totals.outputTokens, cell.usage.outputTokens.value_or(0));
    // A cell that never reached an endpoint used nothing; that is known.
    const bool answered = cell.state == CellState::Done || !cell.text.isEmpty();
    if (answered && (!cell.usage.inputTokens || !cell.usage.outputTokens))
        ++totals.unknownTokens;
    if (cell.cost)
        totals.cost += *cell.cost;
    else if (answered)
        ++totals.unknownCosts;
    if (!cell.grade)
        return;
    const GradingSpend grading = spendOf(*cell.grade);
    totals.inputTokens = Saturated::sum(totals.inputTokens, grading.inputTokens);
    totals.outputTokens = Saturated::sum(totals.outputTokens, grading.outputTokens);
    totals.cost += grading.cost;
    totals.unknownCosts += grading.unknownCosts;
    totals.grading.requests += grading.requests;
    totals.grading.inputTokens = Saturated::sum(totals.grading.inputTokens, grading.inputTokens);
    totals.grading.outputTokens = Saturated::sum(totals.grading.outputTokens, grading.outputTokens);
    totals.grading.cost += grading.cost;
    totals.grading.unknownCosts += grading.unknownCosts;
}

void addOutcome(ReportTotals &totals, CellOutcome outcome)
{
    switch (outcome) {
    case CellOutcome::Passed: ++totals.passed; break;
    case CellOutcome::ChecksFailed: ++totals.checksFailed; break;
    case CellOutcome::NotEvaluated: ++totals.notEvaluated; break;
    case CellOutcome::Error: ++totals.errors; break;
    case CellOutcome::Cancelled: ++totals.cancelled; break;
    }
}

} // namespace

CellOutcome cellOutcome(const Cell &cell)
{
    if (cell.state == CellState::Failed)
        return CellOutcome::Error;
    if (cell.state != CellState::Done)
        return CellOutcome::Cancelled;
    if (!cell.grade)
        return CellOutcome::NotEvaluated;
    switch (cell.grade->outcome) {
    case Outcome::Pass: return CellOutcome::Passed;
    case Outcome::NotEvaluated: return CellOutcome::NotEvaluated;
    case Outcome::Fail:
    case Outcome::Error: break;
    }
    return CellOutcome::ChecksFailed;
}

QString cellOutcomeName(CellOutcome outcome)
{
    switch (outcome) {
    case CellOutcome::Passed: return u"passed"_s;
    case CellOutcome::ChecksFailed: return u"failed"_s;
    case CellOutcome::NotEvaluated: return u"not-evaluated"_s;
    case CellOutcome::Error: return u"error"_s;
    case CellOutcome::Cancelled: return u"cancelled"_s;
    }
    return {};
}

std::optional<Money> ReportTotals::knownCost() const
{
    return unknownCosts > 0 && cost == Money() ? std::nullopt : std::optional(cost);
}

ReportTotals totalsOf(const std::vector<const Cell *> &cells)
{
    ReportTotals totals;
    std::vector<double> firstTokens;
    std::vector<double> speeds;
    for (const Cell *cell : cells) {
        ++totals.cells;
        addOutcome(totals, cellOutcome(*cell));
        addUsage(totals, *cell);
        if (cell->timings.firstToken)
            firstTokens.push_back(static_cast<double>(cell->timings.firstToken->count()) / 1000.0);
        if (cell->timings.tokensPerSecond)
            speeds.push_back(*cell->timings.tokensPerSecond);
    }
    totals.firstTokenMs = median(std::move(firstTokens));
    totals.tokensPerSecond = median(std::move(speeds));
    return totals;
}

QString ReportColumn::head() const
{
    QStringList parts{title};
    if (!settings.isEmpty())
        parts << settings;
    if (!prompt.isEmpty())
        parts << prompt;
    return parts.join(u" · "_s);
}

ReportGrid::ReportGrid(const RunReport &report)
{
    std::set<std::pair<int, int>> columnKeys; // variant, prompt
    std::set<std::pair<int, int>> rowKeys;    // case, repeat
    std::set<int> prompts;
    int repeats = 1;
    for (const Cell &cell : report.cells) {
        const CellKey &key = cell.request.key;
        columnKeys.emplace(key.variantIndex, key.promptIndex);
        rowKeys.emplace(key.caseIndex, key.repeat);
        prompts.insert(key.promptIndex);
        repeats = std::max(repeats, key.repeat + 1);
    }

    const Experiment &experiment = report.experiment;
    for (const auto &[variantIndex, promptIndex] : columnKeys) {
        ReportColumn column{promptIndex, variantIndex, {}, {}, {}};
        if (variantIndex < experiment.variants.size()) {
            const Variant &variant = experiment.variants.at(variantIndex);
            column.title = variant.title();
            if (variant.label.isEmpty())
                column.settings = variant.sampling.summary();
        }
        if (prompts.size() > 1)
            column.prompt = promptTitle(experiment, promptIndex);
        m_columns.push_back(column);
    }
    for (const auto &[caseIndex, repeat] : rowKeys) {
        QString title = caseTitle(experiment, caseIndex);
        if (repeats > 1)
            title += u" (%1/%2)"_s.arg(repeat + 1).arg(repeats);
        m_rows.push_back({caseIndex, repeat, title});
    }

    m_cells.assign(m_rows.size() * m_columns.size(), nullptr);
    const std::vector<std::pair<int, int>> columnOrder(columnKeys.begin(), columnKeys.end());
    const std::vector<std::pair<int, int>> rowOrder(rowKeys.begin(), rowKeys.end());
    for (const Cell &cell : report.cells) {
        const CellKey &key = cell.request.key;
        const auto column = std::ranges::lower_bound(columnOrder, std::pair(key.variantIndex, key.promptIndex));
        const auto row = std::ranges::lower_bound(rowOrder, std::pair(key.caseIndex, key.repeat));
        m_cells[static_cast<std::size_t>(row - rowOrder.begin()) * m_columns.size()
                + static_cast<std::size_t>(column - columnOrder.begin())] = &cell;
    }
}

const Cell *ReportGrid::cell(std::size_t row, std::size_t column) const
{
    return m_cells.at(row * m_columns.size() + column);
}

ReportTotals ReportGrid::columnTotals(std::size_t column) const
{
    std::vector<const Cell *> cells;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (const Cell *one = cell(row, column))
            cells.push_back(one);
    }
    return totalsOf(cells);
}

ReportTotals ReportGrid::totals() const
{
    std::vector<const Cell *> cells = m_cells;
    std::erase(cells, nullptr);
    return totalsOf(cells);
}

QString caseTitle(const Experiment &experiment, int caseIndex)
{
    if (caseIndex < 0 || caseIndex >= experiment.cases.size())
        return u"#%1"_s.arg(caseIndex + 1);
    const Case &aCase = experiment.cases.at(caseIndex);
    if (!aCase.description.isEmpty())
        return titleLine(aCase.description);
    QStringList parts;
    for (const Variable &variable : aCase.variables)
        parts << variable.name + u": "_s + valueText(variable.value);
    return parts.isEmpty() ? u"#%1"_s.arg(caseIndex + 1) : titleLine(parts.join(u", "_s));
}

QString promptTitle(const Experiment &experiment, int promptIndex)
{
    if (promptIndex < 0 || promptIndex >= experiment.prompts.size())
        return u"#%1"_s.arg(promptIndex + 1);
    const Prompt &prompt = experiment.prompts.at(promptIndex);
    if (!prompt.label.isEmpty())
        return titleLine(prompt.label);
    return prompt.messages.isEmpty() ? u"#%1"_s.arg(promptIndex + 1) : titleLine(prompt.messages.last().text);
}

} // namespace Tempera
