// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/importmodels.h"

#include "models/core/valuetext.h"
#include "models/text/displaytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype importCellLength = 120;
constexpr qsizetype rowsForExample = 100;

struct TargetTitle {
    QString target;
    QString title;
};

QList<TargetTitle> targetTitles()
{
    return {{QString(), ImportColumnsModel::tr("(left out)")},
            {u"__description"_s, ImportColumnsModel::tr("(description)")},
            {u"__expected"_s, ImportColumnsModel::tr("(expected)")},
            {u"__threshold"_s, ImportColumnsModel::tr("(threshold)")},
            {u"__metric"_s, ImportColumnsModel::tr("(metric)")}};
}

} // namespace

QString importTargetTitle(const QString &target)
{
    for (const TargetTitle &known : targetTitles()) {
        if (known.target == target)
            return known.title;
    }
    return target;
}

QString importTargetFromTitle(const QString &title)
{
    for (const TargetTitle &known : targetTitles()) {
        if (known.title == title)
            return known.target;
    }
    return title.trimmed();
}

void ImportColumnsModel::setTable(const DataTable &table, const QStringList &targets)
{
    beginResetModel();
    m_table = table;
    m_targets = targets;
    m_targets.resize(table.names.size());
    endResetModel();
}

int ImportColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.names.size());
}

int ImportColumnsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ImportColumnsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    switch (index.column()) {
    case NameColumn: return firstLine(m_table.names.at(index.row()), importCellLength);
    case ExampleColumn: return example(index.row());
    default: return importTargetTitle(m_targets.at(index.row()));
    }
}

QString ImportColumnsModel::example(int column) const
{
    for (const DataTableRow &row : m_table.rows.first(std::min(m_table.rows.size(), rowsForExample))) {
        if (const QString text = firstLine(valueText(row.fields.at(column)), importCellLength); !text.isEmpty())
            return text;
    }
    return {};
}

QVariant ImportColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation == Qt::Vertical)
        return {};
    switch (section) {
    case NameColumn: return tr("Column");
    case ExampleColumn: return tr("Example");
    case TargetColumn: return tr("Target");
    default: return {};
    }
}

Qt::ItemFlags ImportColumnsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == TargetColumn ? flags | Qt::ItemIsEditable : flags;
}

bool ImportColumnsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    m_targets[index.row()] = importTargetFromTitle(value.toString());
    Q_EMIT dataChanged(index, index, {Qt::DisplayRole, Qt::EditRole});
    return true;
}

ImportPreviewModel::ImportPreviewModel(const ImportColumnsModel &columns, QObject *parent)
    : QAbstractTableModel(parent), m_columns(columns)
{
    connect(&columns, &QAbstractItemModel::modelReset, this, &ImportPreviewModel::sync);
    connect(&columns, &QAbstractItemModel::dataChanged, this, &ImportPreviewModel::sync);
    sync();
}

void ImportPreviewModel::sync()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype i = 0; i < m_columns.targets().size(); ++i) {
        if (!m_columns.targets().at(i).isEmpty())
            m_shown += static_cast<int>(i);
    }
    m_rows = static_cast<int>(std::min<qsizetype>(m_columns.table().rows.size(), mostRows));
    endResetModel();
}

int ImportPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ImportPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant ImportPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    return firstLine(valueText(m_columns.table().rows.at(index.row()).fields.at(m_shown.at(index.column()))), importCellLength);
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return section < m_shown.size() ? QVariant(importTargetTitle(m_columns.targets().at(m_shown.at(section)))) : QVariant();
}

} // namespace Tempera
