// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;
class QTableView;

namespace Tempera {

class ExperimentDocument;
class Selection;
class VariablesTableModel;

/// Cases × variables as a table that can be typed and pasted into.
class VariablesPage final : public QWidget
{
    Q_OBJECT
public:
    VariablesPage(ExperimentDocument &document, Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    /// Puts the clipboard's rows in at the current cell.
    void paste();

private:
    [[nodiscard]] QWidget *createBar();
    void createTable();
    void addVariable();
    void removeVariable();
    [[nodiscard]] QList<int> selectedRows() const;

    Selection &m_selection;
    VariablesTableModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLineEdit *m_name = nullptr;
};

} // namespace Tempera
