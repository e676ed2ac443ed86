// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/runstore.h"

#include <QAbstractListModel>

namespace Tempera {

/// The newest runs of the ledger, as a list: when, and of what; in a second line how far it came, what its checks said and what
/// it cost.
class RunsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles {
        IdRole = Qt::UserRole + 1,
        ResumableRole, ///< Whether the run can go on (see isResumable()).
        SummaryRole,   ///< The second line.
        FailedRole,    ///< Whether it ended before all was answered.
    };

    /// `store` outlives the model; none = always empty.
    explicit RunsModel(RunStore *store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

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
