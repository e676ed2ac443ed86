// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/baselineanswers.h"
#include "models/compare/baselinetable.h"
#include "models/compare/filtermatching.h"
#include "models/compare/gridcells.h"

namespace Tempera {

class Session;

/// What is the same for all cells of a case and not told in a moment: kept while its cells are asked one after the other.
struct GridCaseMemory {
    int caseIndex = -1;
    std::optional<QString> title = {};
    std::optional<bool> disagrees = {};
    std::optional<std::optional<QJsonObject>> expected = {}; ///< The object that the answer should be.
    int fieldsOf = -1;                                       ///< The cell that `fields` is of.
    QList<FieldValue> fields = {};
};

/// What a cell of the session is compared with: one of the other run where there is one, else one of the session's baseline.
[[nodiscard]] ComparedCell comparedCell(const Session &session, const GridCells &cells, const OtherRun &other, int cell);

/// A cell of the grid as a filter sees it.
class GridSubject final : public FilterSubject
{
public:
    /// What is pointed to outlives it.
    GridSubject(const Session &session, const GridCells &cells, const OtherRun &other, int cell, GridCaseMemory &memory);
    [[nodiscard]] const CellSummary &summary() const override { return m_summary; }
    [[nodiscard]] const CellSummary *baseline() const override;
    [[nodiscard]] QString name(FilterField field) const override;
    [[nodiscard]] bool disagrees() const override;
    [[nodiscard]] bool isOutdated() const override;
    [[nodiscard]] QStringList expected() const override;
    [[nodiscard]] std::optional<QString> variable(const QString &name) const override;
    [[nodiscard]] std::optional<QString> metadata(const QString &key) const override;
    [[nodiscard]] bool hasFields() const override;
    [[nodiscard]] QList<FieldValue> fields() const override;
    [[nodiscard]] const Rating *rating() const override;
    [[nodiscard]] const Cell *body() const override;
    [[nodiscard]] const Cell *baselineBody() const override;
    /// Index of the baseline's cell in the session; −1: none.
    [[nodiscard]] int baselineCell() const { return m_other.table || !m_compared.cells ? -1 : static_cast<int>(m_compared.cell); }

private:
    [[nodiscard]] bool seesBoth() const;

    const Session &m_session;
    const GridCells &m_cells;
    const OtherRun &m_other;
    GridCaseMemory &m_memory;
    int m_cell = 0;
    ComparedCell m_compared;
    CellSummary m_summary;
    mutable std::optional<CellSummary> m_baselineSummary; ///< Once it was asked for.
};

} // namespace Tempera
