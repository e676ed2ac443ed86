// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/pricechangesmodel.h"

namespace Tempera {

void PriceChangesModel::setChanges(const QList<PriceChange> &changes)
{
    beginResetModel();
    m_changes = changes;
    m_chosen.clear();
    for (const PriceChange &each : changes)
        m_chosen.push_back(!each.isNewModel);
    endResetModel();
    Q_EMIT chosenChanged();
}

QList<PriceChange> PriceChangesModel::chosen() const
{
    QList<PriceChange> made;
    for (qsizetype i = 0; i < m_changes.size(); ++i) {
        if (m_chosen[static_cast<std::size_t>(i)])
            made += m_changes.at(i);
    }
    return made;
}

void PriceChangesModel::chooseAll(bool chosen)
{
    if (m_changes.isEmpty())
        return;
    m_chosen.assign(m_chosen.size(), chosen);
    Q_EMIT dataChanged(index(0, ModelColumn), index(rowCount() - 1, ModelColumn), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

int PriceChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int PriceChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString PriceChangesModel::textAt(const PriceChange &change, int column) const
{
    switch (column) {
    case ModelColumn: return change.provider + u'/' + change.model;
    case KindColumn: return priceKindText(change.kind, change.inputFrom);
    case BeforeColumn: return moneyText(change.before);
    case NowColumn: return change.now.text();
    default: return priceShareText(change);
    }
}

QVariant PriceChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PriceChange &change = m_changes.at(index.row());
    if (role == Qt::DisplayRole)
        return textAt(change, index.column());
    if (role == Qt::CheckStateRole && index.column() == ModelColumn)
        return int(m_chosen[static_cast<std::size_t>(index.row())] ? Qt::Checked : Qt::Unchecked);
    if (role == Qt::TextAlignmentRole && index.column() >= BeforeColumn)
        return Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter).toInt();
    const bool isLarge = change.isLarge() && !change.isNewModel;
    if (role == LargeRole)
        return isLarge;
    if (isLarge && (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole))
        return tr("It differs by more than a hundredth.");
    return {};
}

bool PriceChangesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != ModelColumn)
        return false;
    m_chosen[static_cast<std::size_t>(index.row())] = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

QVariant PriceChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ModelColumn: return tr("Model");
    case KindColumn: return tr("Per 1M tokens");
    case BeforeColumn: return tr("Now");
    case NowColumn: return tr("Published");
    case ShareColumn: return tr("Change");
    default: return {};
    }
}

Qt::ItemFlags PriceChangesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == ModelColumn ? usual | Qt::ItemIsUserCheckable : usual;
}

} // namespace Tempera
