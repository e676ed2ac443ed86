// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentdocument.h"
#include "models/items/caseimport.h"
#include "models/items/variableusage.h"

#include <QAbstractTableModel>

namespace Tempera {

/// Cases × variables of the edited experiment. A row is a case, and after the last one is an empty row that becomes
/// a case when something is written into it. Column 0 is the description, the last one what is expected (the case's first
/// check, as data sets write it: see checkFromText()); between them the variables of the cases and those that the
/// prompts ask for. A column keeps its place as long as it is there.
/// A value that comes from the default case is shown, told apart by IsDefaultRole, and becomes the case's own when edited.
/// Every change is one undo step of the document.
class VariablesTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { DescriptionColumn, FirstVariableColumn };
    enum Roles { IsDefaultRole = Qt::UserRole + 1, IsNewRowRole };
    /// How a variable relates to the prompts.
    enum class Use { Used, NotUsed, Missing };

    explicit VariablesTableModel(ExperimentDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Horizontal: the name and, in a second line, how it is used; Qt::EditRole: the name alone.
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    [[nodiscard]] int caseCount() const { return static_cast<int>(m_shown.cases.size()); }
    [[nodiscard]] int expectedColumn() const { return FirstVariableColumn + static_cast<int>(m_names.size()); }
    /// Variables that have a column, in its order.
    [[nodiscard]] const QStringList &variableNames() const { return m_names; }
    /// Used: a prompt, a value or a check uses it, and every case has a value. Missing: it is used, and some have none.
    [[nodiscard]] Use use(const QString &name) const;

    /// Writes one cell. Steps with the same `mergeKey` in a row are one undo step (typing in an editor). False where
    /// nothing may be written.
    bool setText(const QModelIndex &index, const QString &text, const QString &mergeKey = {});
    /// Takes descriptions, values (not those of the default case) and written checks out of these cells.
    void clearCells(const QModelIndexList &cells);
    void duplicateCase(int row);
    void removeCases(QList<int> rows);
    /// Adds a column: every case gets the variable with an empty text. False where the name is empty or taken.
    [[nodiscard]] bool addVariable(const QString &name);
    /// Takes the values of a variable away; its column stays where a prompt asks for it.
    void removeVariable(const QString &name);
    /// Puts the rows of a table in; the error says why nothing was.
    [[nodiscard]] Result<void> importCases(const DataTable &table, const CaseImport &import);
    /// The columns as targets of an import.
    [[nodiscard]] QStringList importTargets() const;

private:
    void sync();
    void showColumns(const QStringList &wanted);
    [[nodiscard]] QStringList wantedNames() const;
    void put(Case &aCase, int column, const QString &text) const;
    [[nodiscard]] const Case &shownCase(int row) const;
    [[nodiscard]] QVariant variableData(const Case &aCase, const QString &name, int role) const;
    [[nodiscard]] QVariant expectedData(const Case &aCase, int role) const;
    [[nodiscard]] QVariant headText(int section, int role) const;

    ExperimentDocument &m_document;
    Experiment m_shown;
    mutable int m_lookedAt = -1; ///< Row of the case that was looked at last; −1: none.
    mutable Case m_lookedAtCase; ///< A row is painted cell by cell, and making its case takes as long as it is wide.
    QStringList m_names;
    mutable VariableUsage m_usage; ///< Counts when it is asked.
    bool m_replaced = false;
};

} // namespace Tempera
