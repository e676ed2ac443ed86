// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/session.h"

#include <QAbstractTableModel>

namespace Tempera {

/// All cells of a run as a table; it owns nothing and repeats what the session says.
class CellsTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns {
        CaseColumn,
        PromptColumn,
        VariantColumn,
        RepeatColumn,
        StateColumn,
        ChecksColumn,
        FirstTokenColumn,
        SpeedColumn,
        TokensColumn,
        CostColumn,
        TextColumn,
        ColumnCount
    };
    /// SortRole gives numbers where the column shows one; unknown ones are invalid and sort last.
    enum Roles { StateRole = Qt::UserRole + 1, SortRole, CellRole };

    explicit CellsTableModel(const Session &session, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reset();
    void append(int first, int last);
    void refresh(int first, int last);
    [[nodiscard]] QVariant display(int row, int column) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;
    [[nodiscard]] QVariant errorOf(int row) const;
    [[nodiscard]] QString state(int row) const;
    [[nodiscard]] static QString textOf(const Cell *body);

    const Session &m_session;
    int m_rows = 0;
};

} // namespace Tempera
