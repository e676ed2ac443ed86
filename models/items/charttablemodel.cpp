// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/charttablemodel.h"

namespace Tempera {

ChartTableModel::ChartTableModel(QObject *parent) : QAbstractTableModel(parent) { }

void ChartTableModel::setChart(const ChartData &chart)
{
    beginResetModel();
    m_chart = chart;
    m_places = chartPlaces(chart);
    endResetModel();
}

int ChartTableModel::rowOf(const ChartPlace &place) const
{
    return static_cast<int>(m_places.indexOf(place));
}

ChartPlace ChartTableModel::placeOf(int row) const
{
    return m_places.value(row);
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_chart.heads.size());
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChartMark &mark = chartMark(m_chart, m_places.at(index.row()));
    if (role == Qt::DisplayRole)
        return mark.fields.value(index.column());
    return role == FilterRole ? QVariant(mark.filter) : QVariant();
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_chart.heads.value(section);
}

} // namespace Tempera
