// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartdata.h"

#include <QAbstractTableModel>

namespace Tempera {

/// The marks of a chart as a table, a row each, in the order of its series.
class ChartTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        FilterRole = Qt::UserRole + 1, ///< The filter that leaves the mark's cells; empty: there is none.
    };

    explicit ChartTableModel(QObject *parent = nullptr);

    void setChart(const ChartData &chart);
    [[nodiscard]] int rowOf(const ChartPlace &place) const; ///< −1: there is no such mark.
    [[nodiscard]] ChartPlace placeOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartData m_chart;
    QList<ChartPlace> m_places;
};

} // namespace Tempera
