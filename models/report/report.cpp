// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/report.h"

#include "models/experiment/titles.h"

#include <algorithm>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The number that was meant: what a float holds beyond seven digits is not of it.
double sevenDigits(float value)
{
    return QByteArray::number(static_cast<double>(value), 'g', 7).toDouble();
}

/// Takes the values out of their order. Half of a double's room is enough for what is shown of so many.
std::optional<double> median(std::vector<float> &&values)
{
    if (values.empty())
        return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    const double upper = sevenDigits(*middle);
    return values.size() % 2 == 1 ? upper : (sevenDigits(*std::max_element(values.begin(), middle)) + upper) / 2;
}

void addUsage(ReportTotals &totals, const CellSummary &cell)
{
    totals.inputTokens = Saturated::sum(totals.inputTokens, cell.inputTokens.valueOr(0) + cell.otherInputTokens);
    totals.outputTokens = Saturated::sum(totals.outputTokens, cell.outputTokens.valueOr(0) + cell.otherOutputTokens);
    // A cell that never reached an endpoint used nothing; that is known.
    const bool answered = cell.state == CellState::Done || cell.hasText || cell.hasUnknownAttempt;
    if (answered && (!cell.inputTokens.value() || !cell.outputTokens.value()))
        ++totals.unknownTokens;
    if (const std::optional<Money> cost = cell.cost())
        totals.cost += *cost;
    else if (answered)
        ++totals.unknownCosts;
    const GradingSpend grading = cell.grading();
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

const CellTable &cellsOf(const RunReport &report)
{
    static const CellTable none;
    return report.cells ? *report.cells : none;
}

void addOutcome(ReportTotals &totals, CellOutcome outcome)
{
    switch (outcome) {
    case CellOutcome::Passed: ++totals.passed; break;
    case CellOutcome::ChecksFailed: ++totals.checksFailed; break;
    case CellOutcome::NotEvaluated: ++totals.notEvaluated; break;
    case CellOutcome::Error: ++totals.errors; break;
    case CellOutcome::Cancelled: ++totals.cancelled; break;
    case CellOutcome::NotNeeded: ++totals.notNeeded; break;
    }
}

/// Adds up cells, one after the other.
class TotalsOfCells
{
public:
    void add(const CellSummary &cell)
    {
        ++m_totals.cells;
        addOutcome(m_totals, cellOutcome(cell));
        addUsage(m_totals, cell);
        if (const auto firstToken = cell.firstToken())
            m_firstTokens.push_back(static_cast<float>(firstToken->count()));
        if (const std::optional<double> speed = cell.tokensPerSecond.value())
            m_speeds.push_back(static_cast<float>(*speed));
    }

    [[nodiscard]] ReportTotals sum() &&
    {
        if (const std::optional<double> microseconds = median(std::move(m_firstTokens)))
            m_totals.firstTokenMs = *microseconds / 1000;
        m_totals.tokensPerSecond = median(std::move(m_speeds));
        return m_totals;
    }

private:
    ReportTotals m_totals;
    std::vector<float> m_firstTokens; ///< Microseconds.
    std::vector<float> m_speeds;
};

} // namespace

CellOutcome cellOutcome(const Cell &cell)
{
    return cellOutcome(summaryOf(cell));
}

CellOutcome cellOutcome(const CellSummary &cell)
{
    if (cell.state == CellState::Failed)
        return CellOutcome::Error;
    if (cell.state == CellState::NotNeeded)
        return CellOutcome::NotNeeded;
    if (cell.state != CellState::Done)
        return CellOutcome::Cancelled;
    if (!cell.outcome)
        return CellOutcome::NotEvaluated;
    switch (*cell.outcome) {
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
    case CellOutcome::NotNeeded: return u"not-needed"_s;
    }
    return {};
}

std::optional<Money> ReportTotals::knownCost() const
{
    return unknownCosts > 0 && cost == Money() ? std::nullopt : std::optional(cost);
}

ReportTotals totalsOf(const CellTable &cells)
{
    TotalsOfCells totals;
    for (const CellSummary &cell : cells)
        totals.add(cell);
    return std::move(totals).sum();
}

ReportTotals totalsOf(const Cell &cell)
{
    return totalsOf(CellTable{summaryOf(cell)});
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

ReportGrid::ReportGrid(const RunReport &report) : m_report(report)
{
    std::set<std::pair<int, int>> columnKeys; // variant, prompt
    std::set<int> prompts;
    m_rows.reserve(cellsOf(report).size());
    const CellKeys &keys = cellsOf(report).keys();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const CellKey key = keys[i];
        columnKeys.emplace(key.variantIndex, key.promptIndex);
        if (const RowKey row{key.caseIndex, key.repeat}; m_rows.empty() || m_rows.back() != row)
            m_rows.push_back(row);
        prompts.insert(key.promptIndex);
        m_repeats = std::max(m_repeats, key.repeat + 1);
    }
    std::ranges::sort(m_rows);
    const auto doubled = std::ranges::unique(m_rows);
    m_rows.erase(doubled.begin(), doubled.end());
    m_rows.shrink_to_fit();

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
            column.prompt = promptName(experiment, promptIndex);
        m_columns.push_back(column);
    }

    m_cells.assign(m_rows.size() * m_columns.size(), -1);
    const std::vector<std::pair<int, int>> columnOrder(columnKeys.begin(), columnKeys.end());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const CellKey key = keys[i];
        const auto column = std::ranges::lower_bound(columnOrder, std::pair(key.variantIndex, key.promptIndex));
        const auto row = std::ranges::lower_bound(m_rows, RowKey{key.caseIndex, key.repeat});
        m_cells[static_cast<std::size_t>(row - m_rows.begin()) * m_columns.size()
                + static_cast<std::size_t>(column - columnOrder.begin())] = static_cast<int>(i);
    }
}

ReportRow ReportGrid::row(std::size_t row) const
{
    const RowKey &key = m_rows.at(row);
    QString title = caseName(m_report.experiment, key.caseIndex);
    if (m_repeats > 1)
        title += u" (%1/%2)"_s.arg(key.repeat + 1).arg(m_repeats);
    return {key.caseIndex, key.repeat, title};
}

std::optional<CellSummary> ReportGrid::cell(std::size_t row, std::size_t column) const
{
    const int place = index(row, column);
    return place < 0 ? std::nullopt : std::optional(cellsOf(m_report)[static_cast<std::size_t>(place)]);
}

ReportTotals ReportGrid::columnTotals(std::size_t column) const
{
    TotalsOfCells totals;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (const std::optional<CellSummary> one = cell(row, column))
            totals.add(*one);
    }
    return std::move(totals).sum();
}

ReportTotals ReportGrid::totals() const
{
    TotalsOfCells totals;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            if (const std::optional<CellSummary> one = cell(row, column))
                totals.add(*one);
        }
    }
    return std::move(totals).sum();
}

QString caseName(const Experiment &experiment, int caseIndex)
{
    const QString title = caseTitle(experiment.cases.value(caseIndex));
    return title.isEmpty() ? u"#%1"_s.arg(caseIndex + 1) : title;
}

QString promptName(const Experiment &experiment, int promptIndex)
{
    const QString title = promptTitle(experiment.prompts.value(promptIndex));
    return title.isEmpty() ? u"#%1"_s.arg(promptIndex + 1) : title;
}

} // namespace Tempera
