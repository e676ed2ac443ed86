// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cellsummary.h"
#include "models/core/ports/runstore.h"
#include "models/experiment/experiment.h"
#include "models/stats/racereport.h"

#include <QDateTime>
#include <QUuid>

#include <memory>
#include <optional>
#include <vector>

namespace Tempera {

/// Everything that an export or a table shows of a run, but for the bodies of its cells: see ReportCells.
struct RunReport {
    QUuid id;
    QString experimentPath; ///< As the user wrote it; may be empty.
    QString programVersion;
    RunState state = RunState::Finished;
    QDateTime started;
    QDateTime finished;
    Experiment experiment;
    std::shared_ptr<const CellTable> cells = {}; ///< Null: none.
    Judgements judgements = {};                  ///< What people said of the answers.
    std::optional<RaceReport> race = {};         ///< Where the run was one.
    QString raceSentence = {};                   ///< What came of it, translated; empty where it was none.
};

/// What came of a cell, as one word.
enum class CellOutcome {
    Passed,       ///< Answered, and every check passed.
    ChecksFailed, ///< Answered, and a check failed or could not be run.
    NotEvaluated, ///< Answered, nothing failed, but a check is not known to this version.
    Error,        ///< Not answered: the request failed.
    Cancelled,    ///< Stopped before its end, or never begun.
    NotNeeded,    ///< Never asked, as the race was decided before.
};

[[nodiscard]] CellOutcome cellOutcome(const CellSummary &cell);
[[nodiscard]] CellOutcome cellOutcome(const Cell &cell);
/// "passed", "failed", "not-evaluated", "error", "cancelled", "not-needed": untranslated, for exports.
[[nodiscard]] QString cellOutcomeName(CellOutcome outcome);

/// Sums over cells. Medians are over the cells where the number is known; absent where it is known of none.
struct ReportTotals {
    int cells = 0, passed = 0, checksFailed = 0, notEvaluated = 0, errors = 0, cancelled = 0, notNeeded = 0;
    std::int64_t inputTokens = 0, outputTokens = 0; ///< Of all that was asked, attempts and judges, as `cost` is.
    int unknownTokens = 0;                          ///< Finished cells whose usage is not known.
    Money cost;                                     ///< Of the known ones.
    int unknownCosts = 0;                           ///< Finished cells whose cost is not known.
    GradingSpend grading;                           ///< The judges' part of tokens and cost.
    std::optional<double> firstTokenMs;
    std::optional<double> tokensPerSecond;

    /// Nothing when no cost is known.
    [[nodiscard]] std::optional<Money> knownCost() const;
};

[[nodiscard]] ReportTotals totalsOf(const CellTable &cells);
[[nodiscard]] ReportTotals totalsOf(const Cell &cell);

/// A column: one variant with one prompt.
struct ReportColumn {
    int promptIndex = 0;
    int variantIndex = 0;
    QString title;    ///< The variant's label or id.
    QString settings; ///< "T 0.2 · k 40"; empty when nothing is set or when the title says it.
    QString prompt;   ///< The prompt's label; empty when the run has one prompt only.

    [[nodiscard]] QString head() const; ///< Title, settings and prompt in one line.
};

/// A row: one repeat of one case.
struct ReportRow {
    int caseIndex = 0;
    int repeat = 0;
    QString title; ///< The case's description, or its variables in one line.
};

/// The cells of a run as rows and columns: variants outside, prompts inside, as promptfoo counts them.
/// Points into the report it was made of.
class ReportGrid
{
public:
    explicit ReportGrid(const RunReport &report);
    [[nodiscard]] const std::vector<ReportColumn> &columns() const { return m_columns; }
    [[nodiscard]] std::size_t rowCount() const { return m_rows.size(); }
    [[nodiscard]] ReportRow row(std::size_t row) const;
    /// Index of a cell in the report; −1 where no such cell was planned.
    [[nodiscard]] int index(std::size_t row, std::size_t column) const { return m_cells.at(row * m_columns.size() + column); }
    /// Nothing where no such cell was planned.
    [[nodiscard]] std::optional<CellSummary> cell(std::size_t row, std::size_t column) const;
    [[nodiscard]] ReportTotals columnTotals(std::size_t column) const;
    [[nodiscard]] ReportTotals totals() const;

private:
    struct RowKey {
        int caseIndex = 0;
        int repeat = 0;
        auto operator<=>(const RowKey &) const = default;
    };

    const RunReport &m_report;
    std::vector<ReportColumn> m_columns;
    std::vector<RowKey> m_rows;
    int m_repeats = 1;
    std::vector<int> m_cells; ///< Row by row: indices in the report.
};

/// caseTitle() and promptTitle() as files have them: "#3" where nothing names it, in every language.
[[nodiscard]] QString caseName(const Experiment &experiment, int caseIndex);
[[nodiscard]] QString promptName(const Experiment &experiment, int promptIndex);

} // namespace Tempera
