// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/promptfaultsmodel.h"

using namespace Qt::StringLiterals;

namespace Tempera {

void PromptFaultsModel::setFaults(const Experiment &experiment, const QList<PromptFault> &faults)
{
    QStringList texts;
    for (const PromptFault &fault : faults)
        texts += faultSentence(experiment, fault);
    if (faults == m_faults && texts == m_texts)
        return;
    // Rows that stay keep what is selected in them.
    const auto shared = static_cast<int>(std::min(faults.size(), m_faults.size()));
    if (faults.size() < m_faults.size()) {
        beginRemoveRows({}, shared, static_cast<int>(m_faults.size()) - 1);
        m_faults.resize(shared);
        m_texts.resize(shared);
        endRemoveRows();
    } else if (faults.size() > m_faults.size()) {
        beginInsertRows({}, shared, static_cast<int>(faults.size()) - 1);
        m_faults = faults;
        m_texts = texts;
        endInsertRows();
    }
    m_faults = faults;
    m_texts = texts;
    if (shared > 0)
        Q_EMIT dataChanged(index(0), index(shared - 1));
}

int PromptFaultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_faults.size());
}

QVariant PromptFaultsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return m_texts.at(index.row());
    case ForbidsRunRole: return forbidsRun(m_faults.at(index.row()).kind);
    default: return {};
    }
}

QString faultSentence(const Experiment &experiment, const PromptFault &fault)
{
    const QString place = faultPlace(experiment, fault);
    return place.isEmpty() ? fault.text : place + u": "_s + fault.text;
}

} // namespace Tempera
