// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/spending.h"

#include <QAbstractTableModel>

#include <array>
#include <optional>

namespace Tempera {

struct RunTotals;

/// Input, output and total tokens and what they cost: of the run that is shown, of today, of this month, and since the beginning.
class CostTrackerModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Row { ThisRun, Today, ThisMonth, Always };
    enum Column { Period, Requests, Input, Cached, Output, Total, Cost };

    explicit CostTrackerModel(QObject *parent = nullptr);

    void setSpent(Row row, const SpendingRow &spent);
    /// In the words of a ledger; its cached input is not known.
    void setRun(const RunTotals &totals);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static constexpr int rows = Always + 1;
    std::array<std::optional<SpendingRow>, rows> m_spent; ///< Nothing = it was not told yet.
};

/// One line of it: "Today: 1,200 tokens in + 300 out = 1,500, $0.02"; translated.
[[nodiscard]] QString costTrackerText(CostTrackerModel::Row row, const SpendingRow &spent);
/// What a run used, as a row of a ledger.
[[nodiscard]] SpendingRow spendingOfRun(const RunTotals &totals);

} // namespace Tempera
