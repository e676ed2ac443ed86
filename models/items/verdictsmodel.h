// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/verdict.h"

#include <QAbstractTableModel>

namespace Tempera {

/// The verdicts of one cell.
class VerdictsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { OutcomeColumn, TypeColumn, ScoreColumn, ReasonColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setVerdicts(const Verdicts &verdicts);

private:
    Verdicts m_verdicts;
};

} // namespace Tempera
