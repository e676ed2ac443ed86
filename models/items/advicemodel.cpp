// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/advicemodel.h"

#include <utility>

namespace Tempera {

AdviceModel::AdviceModel(QObject *parent) : QAbstractTableModel(parent) { }

void AdviceModel::setAdvice(const QList<Advice> &advice)
{
    if (advice == m_advice)
        return;
    beginResetModel();
    m_advice = advice;
    endResetModel();
}

int AdviceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_advice.size());
}

int AdviceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Step + 1;
}

QVariant AdviceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Advice &advice = m_advice.at(index.row());
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return adviceText(advice);
    if (role == Qt::TextAlignmentRole && index.column() != Step)
        return Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter).toInt();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Saves: return costText(advice.saves);
    case Share: return adviceShareText(advice);
    case Step: return adviceStepText(advice);
    default: return {};
    }
}

QVariant AdviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Saves: return tr("Saves");
    case Share: return tr("Share");
    case Step: return tr("Step");
    default: return {};
    }
}

} // namespace Tempera
