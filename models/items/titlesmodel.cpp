// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/titlesmodel.h"

#include "models/experiment/titles.h"

namespace Tempera {

TitlesModel::TitlesModel(ExperimentDocument &document, QObject *parent)
    : QAbstractListModel(parent), m_document(document), m_rows(count())
{
    connect(&m_document, &ExperimentDocument::experimentChanged, this, &TitlesModel::sync);
}

int TitlesModel::count() const
{
    return static_cast<int>(m_document.experiment().cases.size());
}

int TitlesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant TitlesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    return caseTitle(m_document.experiment(), index.row());
}

void TitlesModel::sync()
{
    const int next = count();
    if (next > m_rows) {
        beginInsertRows({}, m_rows, next - 1);
        m_rows = next;
        endInsertRows();
    } else if (next < m_rows) {
        beginRemoveRows({}, next, m_rows - 1);
        m_rows = next;
        endRemoveRows();
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0), index(m_rows - 1), {Qt::DisplayRole});
}

} // namespace Tempera
