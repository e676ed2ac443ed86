// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/variablespage.h"

#include "models/experiment/experimentdocument.h"
#include "models/items/variablestablemodel.h"
#include "widgets/common/clipboardtext.h"
#include "widgets/common/controls.h"
#include "widgets/common/growingedit.h"
#include "widgets/common/selection.h"
#include "widgets/prompt/casestable.h"
#include "widgets/prompt/importdialog.h"
#include "widgets/prompt/valueeditor.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What programs put after a single cell or line that they copy.
QString withoutLastLineEnd(const QString &text)
{
    const qsizetype end = text.endsWith("\r\n"_L1) ? 2 : text.endsWith(u'\n') || text.endsWith(u'\r') ? 1 : 0;
    return text.chopped(end);
}

} // namespace

VariablesPage::VariablesPage(ExperimentDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_model(new VariablesTableModel(document, this)),
      m_table(new CasesTable(m_model, this))
{
    createTable();
    m_table->setMinimumHeight(fontMetrics().height() * 3); // its head and a row, in a low window
    createActions();
    m_value = new ValueEditor(m_model, m_table->selectionModel(), this);
    connect(m_table, &CasesTable::fileDropped, this, &VariablesPage::fileDropped);
    connect(m_table, &CasesTable::valueEditorRequested, this, [this] { m_value->edit()->setFocus(Qt::OtherFocusReason); });
    auto *column = new QVBoxLayout(this);
    column->addWidget(createBar());
    column->addWidget(m_table, 1);
    column->addWidget(m_value);
    setTabOrder(m_table, m_value->edit());
}

QTableView *VariablesPage::table() const
{
    return m_table;
}

void VariablesPage::createTable()
{
    m_table->setObjectName(u"variables"_s);
    m_table->setAccessibleName(tr("Cases and their variables"));
    m_table->setToolTip(
        tr("Type to change a value; the empty last row makes a new case. Return goes down, Tab goes right, Delete "
           "clears. Paste rows from a spreadsheet or CSV with Ctrl+V."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && current.row() < m_model->caseCount())
            m_selection.setCaseIndex(current.row());
    });
}

void VariablesPage::createActions()
{
    const auto add = [this](const QString &icon, const QString &text, const QKeySequence &key, auto action) {
        auto *entry = new QAction(QIcon::fromTheme(icon), text, m_table);
        entry->setShortcut(key);
        entry->setShortcutContext(Qt::WidgetShortcut);
        connect(entry, &QAction::triggered, this, action);
        m_table->addAction(entry);
    };
    add(u"edit-cut"_s, tr("Cut"), QKeySequence::Cut, [this] {
        m_table->copyCells();
        m_table->clearCells();
    });
    add(u"edit-copy"_s, tr("Copy"), QKeySequence::Copy, [this] { m_table->copyCells(); });
    add(u"edit-paste"_s, tr("Paste…"), QKeySequence::Paste, [this] { paste(); });
    add(u"edit-clear"_s, tr("Clear"), QKeySequence::Delete, [this] { m_table->clearCells(); });
    add(u"edit-delete"_s, tr("Remove Cases"), Qt::CTRL | Qt::Key_Minus,
        [this] { m_model->removeCases(m_table->selectedCases()); });
    m_dataIsText = new QAction(tr("Values Are Plain Text"), m_table);
    m_dataIsText->setCheckable(true);
    m_dataIsText->setToolTip(tr("Braces in a value are part of it; otherwise a value may be a template."));
    m_table->addAction(m_dataIsText);
    connect(m_dataIsText, &QAction::triggered, this, [this](bool isText) {
        Experiment next = m_document.experiment();
        setTakesDataAsText(next, isText);
        m_document.edit(next, isText ? tr("Take values as plain text") : tr("Take values as templates"));
    });
    connect(&m_document, &ExperimentDocument::experimentChanged, this, &VariablesPage::followDataForm);
    followDataForm();
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void VariablesPage::followDataForm()
{
    m_dataIsText->setChecked(takesDataAsText(m_document.experiment(), Case()));
}

QWidget *VariablesPage::createBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto addButton = [&](const QString &icon, const QString &text, auto action) {
        QToolButton *button = makeToolButton(icon, text, bar);
        connect(button, &QToolButton::clicked, this, action);
        row->addWidget(button);
        return button;
    };
    addButton(u"list-add"_s, tr("Add a case"), [this] { m_table->goToNewRow(); })->setObjectName(u"addCase"_s);
    addButton(u"edit-copy"_s, tr("Duplicate the case"), [this] { m_model->duplicateCase(m_table->currentIndex().row()); });
    addButton(u"edit-delete"_s, tr("Remove the selected cases"), [this] { m_model->removeCases(m_table->selectedCases()); });
    addButton(u"edit-paste"_s, tr("Paste rows from the clipboard"), [this] { paste(); });
    addButton(u"document-import"_s, tr("Import cases from a file…"), [this] {
        Q_EMIT importRequested();
    })->setObjectName(u"importCases"_s);
    row->addStretch(1);
    m_name = new QLineEdit(bar);
    m_name->setObjectName(u"variableName"_s);
    m_name->setPlaceholderText(tr("Name of a new variable"));
    m_name->setAccessibleName(tr("Name of a new variable"));
    m_name->setMinimumWidth(100);
    m_name->setMaximumWidth(220);
    connect(m_name, &QLineEdit::returnPressed, this, &VariablesPage::addVariable);
    row->addWidget(m_name, 4);
    addButton(u"edit-table-insert-column-right"_s, tr("Add the variable"), [this] { addVariable(); });
    addButton(u"edit-table-delete-column"_s, tr("Remove the current column's variable"), [this] { removeVariable(); });
    return bar;
}

void VariablesPage::paste()
{
    const QString text = clipboardText(QApplication::clipboard()->mimeData());
    if (text.isEmpty())
        return;
    const QString line = withoutLastLineEnd(text);
    const QModelIndex at = m_table->currentIndex();
    const bool isOneValue = !line.contains(u'\n') && !line.contains(u'\r') && !line.contains(u'\t');
    if (isOneValue && at.isValid())
        (void)m_model->setText(at, line);
    else
        makeImport()->setText(text);
}

void VariablesPage::importFile(const QString &path, const TableReader &reader)
{
    makeImport()->setFile(path, reader);
}

ImportDialog *VariablesPage::makeImport()
{
    const QModelIndex at = m_table->currentIndex();
    auto *dialog =
        new ImportDialog({m_model->importTargets(), m_model->caseCount(), at.row(), at.isValid() ? at.column() : 1}, window());
    connect(dialog, &ImportDialog::textRequested, this, [this, dialog, cell = QPersistentModelIndex(at)](const QString &text) {
        (void)m_model->setText(cell, text);
        dialog->done(QDialog::Accepted);
    });
    connect(dialog, &ImportDialog::importRequested, this, [this, dialog](const DataTable &table, const CaseImport &import) {
        const int first = import.placement == ImportPlacement::Overwrite ? import.firstCase
                          : import.placement == ImportPlacement::Append  ? m_model->caseCount()
                                                                         : 0;
        if (const Result<void> put = m_model->importCases(table, import); !put) {
            dialog->showProblem(put.error());
            return;
        }
        dialog->done(QDialog::Accepted);
        m_table->setFocus();
        m_table->setCurrentIndex(m_model->index(first, std::max(1, m_table->currentIndex().column())));
    });
    dialog->open();
    return dialog;
}

void VariablesPage::addVariable()
{
    if (m_model->addVariable(m_name->text()))
        m_name->clear();
}

void VariablesPage::removeVariable()
{
    const int column = m_table->currentIndex().column() - VariablesTableModel::FirstVariableColumn;
    if (column >= 0)
        m_model->removeVariable(m_model->variableNames().value(column));
}

} // namespace Tempera
