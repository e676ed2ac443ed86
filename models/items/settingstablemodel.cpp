// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/settingstablemodel.h"

#include "models/text/displaytext.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

void SettingsTableModel::setColumns(const QList<SettingsColumn> &columns)
{
    if (columns == m_columns)
        return;
    beginResetModel();
    m_columns = columns;
    makeRows();
    endResetModel();
}

void SettingsTableModel::setOnlyDifferences(bool only)
{
    if (m_onlyDifferences == only)
        return;
    beginResetModel();
    m_onlyDifferences = only;
    makeRows();
    endResetModel();
}

void SettingsTableModel::makeRows()
{
    QList<Variant> variants;
    for (const SettingsColumn &column : std::as_const(m_columns))
        variants += column.variant;
    m_rows = settingRows(variants);
    m_same = static_cast<int>(std::ranges::count(m_rows, false, &SettingRow::differs));
    if (m_onlyDifferences)
        m_rows.removeIf([](const SettingRow &row) { return !row.differs(); });
}

int SettingsTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SettingsTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant SettingsTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SettingRow &row = m_rows.at(index.row());
    const QString &value = row.values.at(index.column());
    const bool differs = value != row.values.constFirst();
    const QString shown = value.isEmpty() ? tr("not set") : firstLine(value, 200);
    switch (role) {
    case Qt::DisplayRole: return differs ? u"≠ "_s + shown : shown; // not by colour alone
    case Qt::ToolTipRole: return DisplayText::of(value.left(4000));
    case Qt::AccessibleTextRole:
        return tr("%1 of %2: %3").arg(row.name, m_columns.at(index.column()).title, shown)
               + (differs ? u", "_s + tr("differs") : QString());
    case DiffersRole: return differs;
    default: return {};
    }
}

QVariant SettingsTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isThere = section >= 0 && section < (orientation == Qt::Vertical ? rowCount() : columnCount());
    if (!isThere || role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Vertical ? firstLine(m_rows.at(section).name, 60) : firstLine(m_columns.at(section).title, 60);
}

} // namespace Tempera
