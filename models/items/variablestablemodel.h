// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentdocument.h"

#include <QAbstractTableModel>

namespace Tempera {

/// Cases × variables of the edited experiment. A row is a case; column 0 is its description, the others its variables.
/// A value that comes from the default case is shown, told apart by IsDefaultRole, and becomes the case's own when edited.
class VariablesTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { DescriptionColumn, FirstVariableColumn };
    enum Roles { IsDefaultRole = Qt::UserRole + 1 };

    explicit VariablesTableModel(ExperimentDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    /// Variables that have a column; also those that were added here and have no value yet.
    [[nodiscard]] QStringList variableNames() const { return m_names; }

    void addCase();
    void duplicateCase(int row);
    void removeCases(QList<int> rows);
    /// Adds an empty column. False where the name is empty or taken.
    [[nodiscard]] bool addVariable(const QString &name);
    void removeVariable(const QString &name);
    /// Fills cells from `at` on with the rows of a text (see rowsFromText()); cases are added where they run out.
    /// Where the text's first row names variables only, it is taken as a head and rows are added as new cases.
    /// Gives the number of rows taken.
    int paste(const QModelIndex &at, const QString &text);

private:
    void sync();
    void rename(const QStringList &names);
    int appendUnderHead(const QList<QStringList> &rows);
    void put(Case &aCase, int column, const QString &text) const;

    ExperimentDocument &m_document;
    Experiment m_shown;
    QStringList m_names;
    QStringList m_extraNames; ///< Columns without any value; they live here until one is typed.
};

} // namespace Tempera
