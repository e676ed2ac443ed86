// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/variablestablemodel.h"

#include "models/core/valuetext.h"
#include "models/items/displaytext.h"
#include "models/items/experimentedits.h"
#include "models/items/tableimport.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Tempera {

VariablesTableModel::VariablesTableModel(ExperimentDocument &document, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_shown(document.experiment()), m_names(Edits::variableNames(m_shown))
{
    connect(&m_document, &ExperimentDocument::experimentChanged, this, &VariablesTableModel::sync);
}

int VariablesTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.cases.size());
}

int VariablesTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstVariableColumn + static_cast<int>(m_names.size());
}

QVariant VariablesTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Case &aCase = m_shown.cases.at(index.row());
    if (index.column() == DescriptionColumn) {
        if (role == Qt::DisplayRole || role == Qt::EditRole)
            return aCase.description;
        return {};
    }
    const QString &name = m_names.at(index.column() - FirstVariableColumn);
    QJsonValue value = Edits::variable(aCase, name);
    const bool isDefault = value.isUndefined();
    if (isDefault)
        value = Edits::variable(m_shown.defaultCase, name);
    switch (role) {
    case Qt::DisplayRole: return firstLine(valueText(value), 200);
    case Qt::EditRole: return valueText(value);
    case Qt::ToolTipRole:
        if (isDefault && !value.isUndefined())
            return tr("From the default case; type to give this case a value of its own");
        return {};
    case IsDefaultRole: return isDefault;
    default: return {};
    }
}

QVariant VariablesTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return section == DescriptionColumn ? tr("Description") : m_names.value(section - FirstVariableColumn);
}

Qt::ItemFlags VariablesTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

bool VariablesTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (data(index, Qt::EditRole).toString() == value.toString())
        return true;
    Experiment next = m_document.experiment();
    put(next.cases[index.row()], index.column(), value.toString());
    m_document.edit(std::move(next), tr("Change a value"));
    return true;
}

void VariablesTableModel::put(Case &aCase, int column, const QString &text) const
{
    if (column == DescriptionColumn)
        aCase.description = text;
    else
        Edits::setVariable(aCase, m_names.at(column - FirstVariableColumn), text);
}

void VariablesTableModel::addCase()
{
    Experiment next = m_document.experiment();
    next.cases += Case{};
    m_document.edit(std::move(next), tr("Add a case"));
}

void VariablesTableModel::duplicateCase(int row)
{
    Experiment next = m_document.experiment();
    if (row < 0 || row >= next.cases.size())
        return;
    next.cases.insert(row + 1, Case(next.cases.at(row)));
    m_document.edit(std::move(next), tr("Duplicate a case"));
}

void VariablesTableModel::removeCases(QList<int> rows)
{
    Experiment next = m_document.experiment();
    std::ranges::sort(rows, std::greater<>());
    bool removed = false;
    for (const int row : std::as_const(rows)) {
        if (row >= 0 && row < next.cases.size()) {
            next.cases.removeAt(row);
            removed = true;
        }
    }
    if (removed)
        m_document.edit(std::move(next), tr("Remove cases"));
}

bool VariablesTableModel::addVariable(const QString &name)
{
    const QString wanted = name.trimmed();
    if (wanted.isEmpty() || m_names.contains(wanted))
        return false;
    m_extraNames += wanted;
    rename(m_names + QStringList{wanted});
    return true;
}

void VariablesTableModel::removeVariable(const QString &name)
{
    m_extraNames.removeAll(name);
    Experiment next = m_document.experiment();
    for (Case &aCase : next.cases)
        Edits::removeVariable(aCase, name);
    Edits::removeVariable(next.defaultCase, name);
    if (next == m_document.experiment())
        sync();
    else
        m_document.edit(std::move(next), tr("Remove a variable"));
}

int VariablesTableModel::paste(const QModelIndex &at, const QString &text)
{
    const QList<QStringList> rows = rowsFromText(text);
    if (rows.isEmpty())
        return 0;
    const bool isHead = rows.size() > 1 && std::ranges::all_of(rows.first(), [this](const QString &cell) {
                            return m_names.contains(cell.trimmed());
                        });
    if (isHead)
        return appendUnderHead(rows);
    Experiment next = m_document.experiment();
    const int firstRow = at.isValid() ? at.row() : static_cast<int>(next.cases.size());
    const int firstColumn = at.isValid() ? at.column() : int(FirstVariableColumn);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (firstRow + i >= next.cases.size())
            next.cases += Case{};
        const QStringList &cells = rows.at(i);
        for (int column = firstColumn; column < columnCount() && column - firstColumn < cells.size(); ++column)
            put(next.cases[firstRow + i], column, cells.at(column - firstColumn));
    }
    m_document.edit(std::move(next), tr("Paste cases"));
    return static_cast<int>(rows.size());
}

int VariablesTableModel::appendUnderHead(const QList<QStringList> &rows)
{
    Experiment next = m_document.experiment();
    const QStringList &head = rows.first();
    for (const QStringList &cells : rows.sliced(1)) {
        Case added;
        for (qsizetype i = 0; i < qMin(head.size(), cells.size()); ++i)
            Edits::setVariable(added, head.at(i).trimmed(), cells.at(i));
        next.cases += added;
    }
    m_document.edit(std::move(next), tr("Paste cases"));
    return static_cast<int>(rows.size()) - 1;
}

void VariablesTableModel::sync()
{
    Experiment next = m_document.experiment();
    const qsizetype before = m_shown.cases.size();
    const qsizetype after = next.cases.size();
    if (after < before) {
        beginRemoveRows({}, static_cast<int>(after), static_cast<int>(before) - 1);
        m_shown.cases.resize(after);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(after) - 1);
        m_shown.cases.resize(after);
        endInsertRows();
    }
    m_shown = std::move(next);
    QStringList names = Edits::variableNames(m_shown);
    m_extraNames.removeIf([&names](const QString &name) { return names.contains(name); });
    names += m_extraNames;
    rename(names);
    if (after > 0)
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(after) - 1, columnCount() - 1),
                           {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole, IsDefaultRole});
}

void VariablesTableModel::rename(const QStringList &names)
{
    if (names == m_names)
        return;
    const int before = static_cast<int>(m_names.size());
    const int after = static_cast<int>(names.size());
    if (after > before) {
        beginInsertColumns({}, FirstVariableColumn + before, FirstVariableColumn + after - 1);
        m_names = names;
        endInsertColumns();
    } else if (after < before) {
        beginRemoveColumns({}, FirstVariableColumn + after, FirstVariableColumn + before - 1);
        m_names = names;
        endRemoveColumns();
    }
    m_names = names;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace Tempera
