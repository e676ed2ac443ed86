// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/reading/tablereader.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QTableView;

namespace Tempera {

class CasesTable;
class ExperimentDocument;
class ImportDialog;
class Selection;
class ValueEditor;
class VariablesTableModel;

/// Cases × variables as a table that can be typed and pasted into, and the whole text of the current cell below it.
class VariablesPage final : public QWidget
{
    Q_OBJECT
public:
    VariablesPage(ExperimentDocument &document, Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const;
    /// A single value goes into the current cell at once; for rows a dialog asks how.
    void paste();
    /// Asks how a file becomes cases.
    void importFile(const QString &path, const TableReader &reader);

Q_SIGNALS:
    /// A file is to be chosen and imported.
    void importRequested();
    void fileDropped(const QString &path);

private:
    [[nodiscard]] QWidget *createBar();
    void createTable();
    void createActions();
    void addVariable();
    void removeVariable();
    [[nodiscard]] ImportDialog *makeImport();

    void followDataForm();

    ExperimentDocument &m_document;
    Selection &m_selection;
    VariablesTableModel *m_model = nullptr;
    CasesTable *m_table = nullptr;
    ValueEditor *m_value = nullptr;
    QLineEdit *m_name = nullptr;
    QAction *m_dataIsText = nullptr;
};

} // namespace Tempera
