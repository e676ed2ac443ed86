// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/caseimport.h"

#include <QAbstractTableModel>

namespace Tempera {

/// What a target of an import is called: "(left out)", "Description", "Expected", else the name itself.
[[nodiscard]] QString importTargetTitle(const QString &target);
/// Inverse.
[[nodiscard]] QString importTargetFromTitle(const QString &title);

/// The columns of a table that is to be imported, a row each, and where each goes.
class ImportColumnsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { NameColumn, ExampleColumn, TargetColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const DataTable &table, const QStringList &targets);
    [[nodiscard]] const DataTable &table() const { return m_table; }
    [[nodiscard]] const QStringList &targets() const { return m_targets; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Takes the title of a target, or the name of a variable.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    [[nodiscard]] QString example(int column) const;

    DataTable m_table;
    QStringList m_targets;
};

/// The first rows of such a table as they will be put in: columns that are left out are not there.
class ImportPreviewModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int mostRows = 200;

    explicit ImportPreviewModel(const ImportColumnsModel &columns, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void sync();

    const ImportColumnsModel &m_columns;
    QList<int> m_shown; ///< Columns of the table.
    int m_rows = 0;
};

} // namespace Tempera
