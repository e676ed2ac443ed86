// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/variablestablemodel.h"

#include "models/core/counted.h"
#include "models/core/valuetext.h"
#include "models/experiment/reading/casereader.h"
#include "models/items/experimentedits.h"
#include "models/text/displaytext.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype shownCellLength = 200;

/// What the Expected column edits: the first check, where it can be written in one line; an empty text where there is none.
std::optional<QString> writtenExpectation(const Case &aCase)
{
    return aCase.checks.isEmpty() ? QString() : textFromCheck(aCase.checks.first());
}

} // namespace

VariablesTableModel::VariablesTableModel(ExperimentDocument &document, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_shown(document.experiment())
{
    m_usage.update(m_shown);
    m_names = wantedNames();
    connect(&m_document, &ExperimentDocument::replaced, this, [this] { m_replaced = true; });
    connect(&m_document, &ExperimentDocument::experimentChanged, this, &VariablesTableModel::sync);
}

int VariablesTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : caseCount() + 1;
}

int VariablesTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : expectedColumn() + 1;
}

QVariant VariablesTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isNew = index.row() >= caseCount();
    if (role == IsNewRowRole)
        return isNew;
    if (isNew && (role == Qt::DisplayRole || role == Qt::EditRole))
        return QString();
    if (isNew)
        return role == Qt::ToolTipRole ? tr("Type here to add a case.") : QVariant();
    const Case &aCase = shownCase(index.row());
    if (index.column() == DescriptionColumn) {
        if (role == Qt::DisplayRole)
            return firstLine(aCase.description, shownCellLength);
        return role == Qt::EditRole ? QVariant(aCase.description) : QVariant();
    }
    return index.column() == expectedColumn() ? expectedData(aCase, role)
                                              : variableData(aCase, m_names.at(index.column() - FirstVariableColumn), role);
}

const Case &VariablesTableModel::shownCase(int row) const
{
    if (m_lookedAt != row) {
        m_lookedAtCase = m_shown.cases.at(row);
        m_lookedAt = row;
    }
    return m_lookedAtCase;
}

QVariant VariablesTableModel::variableData(const Case &aCase, const QString &name, int role) const
{
    QJsonValue value = Edits::variable(aCase, name);
    const bool isDefault = value.isUndefined();
    if (isDefault)
        value = Edits::variable(m_shown.defaultCase, name);
    switch (role) {
    case Qt::DisplayRole: return firstLine(valueText(value), shownCellLength);
    case Qt::EditRole: return valueText(value);
    case Qt::ToolTipRole:
        if (value.isUndefined() && m_usage.isUsed(name))
            return tr("No value yet, but a prompt uses it.");
        if (isDefault && !value.isUndefined())
            return tr("From the default case; type to give this case a value of its own");
        return {};
    case IsDefaultRole: return isDefault;
    default: return {};
    }
}

QVariant VariablesTableModel::expectedData(const Case &aCase, int role) const
{
    const std::optional<QString> text = writtenExpectation(aCase);
    const auto more = static_cast<int>(aCase.checks.size()) - 1;
    switch (role) {
    case Qt::DisplayRole: {
        const QString first = text ? firstLine(*text, shownCellLength) : aCase.checks.first().type + u" …"_s;
        return more > 0 ? tr("%1 and %2 more").arg(first).arg(more) : first;
    }
    case Qt::EditRole: return text.value_or(QString());
    case Qt::ToolTipRole:
        if (!text)
            return tr("This check does not fit on one line; edit it under Checks.");
        return tr(
            "The expected answer, or a check: “contains: Paris”, “icontains-any: yes, no”, “regex: ^[0-9]+$”. More is possible "
            "under Checks.");
    default: return {};
    }
}

QVariant VariablesTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal)
        return headText(section, role);
    if (role != Qt::DisplayRole)
        return {};
    return section < caseCount() ? QVariant(section + 1) : QVariant(u"+"_s);
}

QVariant VariablesTableModel::headText(int section, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    if (section == DescriptionColumn || section == expectedColumn()) {
        if (role == Qt::ToolTipRole)
            return {};
        return section == DescriptionColumn ? tr("Description") : tr("Expected");
    }
    const QString name = m_names.value(section - FirstVariableColumn);
    if (role == Qt::EditRole)
        return name;
    QString note;
    QString longNote;
    switch (use(name)) {
    case Use::Used:
        note = tr("used");
        longNote = tr("A prompt, a value or a check uses it, and every case has a value.");
        break;
    case Use::NotUsed:
        note = tr("not used");
        longNote = tr("No prompt, value or check uses it.");
        break;
    case Use::Missing:
        note = counted(tr("missing in %Ln case(s)", nullptr, m_usage.missingIn(name)), m_usage.missingIn(name));
        longNote = tr("It is used, and these cases have no value for it.");
        break;
    }
    return role == Qt::DisplayRole ? QVariant(firstLine(name, shownCellLength) + u'\n' + note) : QVariant(longNote);
}

VariablesTableModel::Use VariablesTableModel::use(const QString &name) const
{
    if (!m_usage.isUsed(name))
        return Use::NotUsed;
    return m_usage.missingIn(name) > 0 ? Use::Missing : Use::Used;
}

Qt::ItemFlags VariablesTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const bool isWritten =
        index.column() == expectedColumn() && index.row() < caseCount() && !writtenExpectation(shownCase(index.row()));
    return isWritten ? flags : flags | Qt::ItemIsEditable;
}

bool VariablesTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return role == Qt::EditRole && setText(index, value.toString());
}

bool VariablesTableModel::setText(const QModelIndex &index, const QString &text, const QString &mergeKey)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !(flags(index) & Qt::ItemIsEditable))
        return false;
    if (data(index, Qt::EditRole).toString() == text)
        return true;
    Experiment next = m_document.experiment();
    const bool isNew = index.row() >= next.cases.size();
    if (isNew)
        next.cases += Case{};
    put(next.cases[index.row()], index.column(), text);
    m_document.edit(std::move(next), isNew ? tr("Add a case") : tr("Change a value"), mergeKey);
    return true;
}

void VariablesTableModel::put(Case &aCase, int column, const QString &text) const
{
    if (column == DescriptionColumn) {
        aCase.description = text;
    } else if (column != expectedColumn()) {
        Edits::setVariable(aCase, m_names.at(column - FirstVariableColumn), text);
    } else if (text.trimmed().isEmpty()) {
        if (!aCase.checks.isEmpty())
            aCase.checks.removeFirst();
    } else if (aCase.checks.isEmpty()) {
        aCase.checks += checkFromText(text);
    } else {
        aCase.checks.first() = checkFromText(text);
    }
}

void VariablesTableModel::clearCells(const QModelIndexList &cells)
{
    Experiment next = m_document.experiment();
    for (const QModelIndex &cell : cells) {
        if (cell.row() >= next.cases.size() || !(flags(cell) & Qt::ItemIsEditable))
            continue;
        Case &aCase = next.cases[cell.row()];
        if (cell.column() == DescriptionColumn || cell.column() == expectedColumn())
            put(aCase, cell.column(), {});
        else
            Edits::removeVariable(aCase, m_names.at(cell.column() - FirstVariableColumn));
    }
    m_document.edit(std::move(next), tr("Clear cells"));
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
    Experiment next = m_document.experiment();
    if (next.cases.isEmpty())
        next.cases += Case{};
    next.cases.changeEach([&wanted](Case &aCase) { Edits::setVariable(aCase, wanted, u""_s); });
    m_document.edit(std::move(next), tr("Add a variable"));
    return true;
}

void VariablesTableModel::removeVariable(const QString &name)
{
    Experiment next = m_document.experiment();
    next.cases.changeEach([&name](Case &aCase) { Edits::removeVariable(aCase, name); });
    Edits::removeVariable(next.defaultCase, name);
    m_document.edit(std::move(next), tr("Remove a variable"));
}

Result<void> VariablesTableModel::importCases(const DataTable &table, const CaseImport &import)
{
    Result<Experiment> next = withImportedCases(m_document.experiment(), table, import);
    if (!next)
        return std::unexpected(next.error());
    m_document.edit(*std::move(next), tr("Import cases"));
    return {};
}

QStringList VariablesTableModel::importTargets() const
{
    return QStringList{u"__description"_s} + m_names + QStringList{u"__expected"_s};
}

QStringList VariablesTableModel::wantedNames() const
{
    QStringList names = Edits::variableNames(m_shown);
    for (const QString &name : m_usage.promptNames()) {
        if (!names.contains(name))
            names += name;
    }
    return names;
}

void VariablesTableModel::sync()
{
    const Experiment &next = m_document.experiment();
    if (std::exchange(m_replaced, false)) {
        beginResetModel();
        m_lookedAt = -1;
        m_shown = next;
        m_usage.forget();
        m_usage.update(m_shown);
        m_names = wantedNames();
        endResetModel();
        return;
    }
    const auto before = caseCount();
    const auto after = static_cast<int>(next.cases.size());
    // The empty row that is typed into becomes the case, and another empty one comes after it.
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_lookedAt = -1;
        m_shown.cases.resize(after);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before + 1, after);
        m_lookedAt = -1;
        m_shown.cases.resize(after);
        endInsertRows();
    }
    m_lookedAt = -1;
    m_shown = next;
    m_usage.update(m_shown);
    showColumns(wantedNames());
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT headerDataChanged(Qt::Vertical, std::min(before, after), rowCount() - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                       {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole, IsDefaultRole, IsNewRowRole});
}

void VariablesTableModel::showColumns(const QStringList &wanted)
{
    for (qsizetype i = m_names.size() - 1; i >= 0; --i) {
        if (wanted.contains(m_names.at(i)))
            continue;
        const int column = FirstVariableColumn + static_cast<int>(i);
        beginRemoveColumns({}, column, column);
        m_names.removeAt(i);
        endRemoveColumns();
    }
    QStringList added;
    for (const QString &name : wanted) {
        if (!m_names.contains(name))
            added += name;
    }
    if (added.isEmpty())
        return;
    beginInsertColumns({}, expectedColumn(), expectedColumn() + static_cast<int>(added.size()) - 1);
    m_names += added;
    endInsertColumns();
}

} // namespace Tempera
