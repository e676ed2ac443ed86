// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/runstore.h"

#include <QAbstractTableModel>

namespace Tempera {

/// The newest runs of the ledger.
class RunsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { StartedColumn, TitleColumn, CellsColumn, ChecksColumn, CostColumn, ColumnCount };
    enum Roles {
        IdRole = Qt::UserRole + 1,
        ResumableRole, ///< Whether the run can go on (see isResumable()).
    };

    /// `store` outlives the model; none = always empty.
    explicit RunsModel(RunStore *store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Asks the ledger again; loaded() or failed() follows.
    void reload();

Q_SIGNALS:
    void loaded();
    void failed(const Tempera::Error &error);

private:
    RunStore *m_store = nullptr;
    QList<RunSummary> m_runs;
};

} // namespace Tempera
