// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/casestable.h"

#include "models/experiment/data/dataform.h"
#include "models/items/variablestablemodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QStyledItemDelegate>

#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Longer texts, and those of several lines, are edited below the table.
constexpr qsizetype longestLine = 1'000;

bool fitsOneLine(const QString &text)
{
    return text.size() <= longestLine && !text.contains(u'\n') && !text.contains(u'\r');
}

/// A cell as spreadsheets write it into tab-separated text.
QString tabSeparatedCell(QString text)
{
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'\r') && !text.contains(u'"'))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

/// The path of a dropped file that can be a table; empty where there is none.
QString droppedTable(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile();
        if (dataForm(path) != DataForm::Unknown)
            return path;
    }
    return {};
}

class CaseCellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto *line = qobject_cast<QLineEdit *>(editor)) {
            line->setMaxLength(std::numeric_limits<int>::max()); // what is pasted is not cut
            line->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal, Qt::EditRole).toString());
        }
        return editor;
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(VariablesTableModel::IsDefaultRole).toBool())
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
};

} // namespace

CasesTable::CasesTable(VariablesTableModel *model, QWidget *parent) : QTableView(parent), m_cases(model)
{
    setModel(model);
    setItemDelegate(new CaseCellDelegate(this));
    setAlternatingRowColors(true);
    setTabKeyNavigation(true);
    setWordWrap(false);
    setAcceptDrops(true);
    horizontalHeader()->setDefaultSectionSize(180);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QList<int> CasesTable::selectedCases() const
{
    QList<int> rows;
    const QModelIndexList indexes = selectionModel()->selectedIndexes();
    for (const QModelIndex &index : indexes) {
        if (!rows.contains(index.row()))
            rows += index.row();
    }
    if (rows.isEmpty() && currentIndex().isValid())
        rows += currentIndex().row();
    rows.removeIf([this](int row) { return row >= m_cases->caseCount(); });
    return rows;
}

void CasesTable::goToNewRow()
{
    setFocus();
    goTo(m_cases->caseCount(), VariablesTableModel::FirstVariableColumn);
}

void CasesTable::copyCells() const
{
    QModelIndexList selected = selectionModel()->selectedIndexes();
    if (selected.isEmpty() && currentIndex().isValid())
        selected = {currentIndex()};
    std::map<int, std::map<int, QString>> rows;
    for (const QModelIndex &index : std::as_const(selected))
        rows[index.row()][horizontalHeader()->visualIndex(index.column())] = index.data(Qt::EditRole).toString();
    QStringList lines;
    for (const auto &[row, cells] : rows) {
        QStringList texts;
        for (const auto &[place, text] : cells)
            texts += cells.size() * rows.size() > 1 ? tabSeparatedCell(text) : text;
        lines += texts.join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void CasesTable::clearCells()
{
    QModelIndexList cells = selectionModel()->selectedIndexes();
    if (cells.isEmpty() && currentIndex().isValid())
        cells = {currentIndex()};
    m_cases->clearCells(cells);
}

bool CasesTable::event(QEvent *event)
{
    // F2 edits here, whatever it does in the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void CasesTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    const int by = event->modifiers() & Qt::ShiftModifier ? -1 : 1;
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        goDown(by);
    } else if (isPlain && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)) {
        event->setAccepted(goSideways(event->key() == Qt::Key_Backtab ? -1 : 1));
    } else if (isPlain && event->key() == Qt::Key_Backspace) {
        clearCells();
    } else {
        if (event->key() != Qt::Key_Shift && event->text().isEmpty())
            m_tabbedFrom = -1; // an arrow begins a new row of Tabs
        QTableView::keyPressEvent(event);
    }
}

void CasesTable::mousePressEvent(QMouseEvent *event)
{
    m_tabbedFrom = -1;
    QTableView::mousePressEvent(event);
}

void CasesTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid()
        || (currentIndex().row() == 0 && currentIndex().column() == 0 && event->reason() != Qt::MouseFocusReason
            && selectionModel()->selection().isEmpty()))
        goTo(0, VariablesTableModel::FirstVariableColumn);
}

void CasesTable::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(!droppedTable(event->mimeData()).isEmpty());
}

void CasesTable::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(!droppedTable(event->mimeData()).isEmpty());
}

void CasesTable::dropEvent(QDropEvent *event)
{
    const QString path = droppedTable(event->mimeData());
    event->setAccepted(!path.isEmpty());
    if (!path.isEmpty())
        Q_EMIT fileDropped(path);
}

void CasesTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    if (hint == QAbstractItemDelegate::SubmitModelCache)
        goDown(1);
    else if (hint == QAbstractItemDelegate::EditNextItem)
        (void)goSideways(1);
    else if (hint == QAbstractItemDelegate::EditPreviousItem)
        (void)goSideways(-1);
}

bool CasesTable::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool keepsText = trigger == DoubleClicked || trigger == EditKeyPressed;
    if (keepsText && index.isValid() && !fitsOneLine(index.data(Qt::EditRole).toString())) {
        Q_EMIT valueEditorRequested();
        return true;
    }
    return QTableView::edit(index, trigger, event);
}

bool CasesTable::goSideways(int by)
{
    const int columns = model()->columnCount();
    const QModelIndex from = currentIndex();
    int row = from.row();
    int column = from.column() + by;
    if (m_tabbedFrom < 0 && by > 0)
        m_tabbedFrom = from.column();
    if (column < 0 || column >= columns) {
        row += by;
        column = by > 0 ? int(VariablesTableModel::FirstVariableColumn) : columns - 1;
        m_tabbedFrom = -1;
    }
    if (row < 0 || row >= model()->rowCount())
        return false;
    const int begun = m_tabbedFrom;
    goTo(row, column);
    m_tabbedFrom = begun;
    return true;
}

void CasesTable::goDown(int by)
{
    const int row = currentIndex().row() + by;
    const int column = m_tabbedFrom >= 0 ? m_tabbedFrom : currentIndex().column();
    m_tabbedFrom = -1;
    if (row >= 0 && row < model()->rowCount())
        goTo(row, column);
}

void CasesTable::goTo(int row, int column)
{
    m_tabbedFrom = -1;
    const QModelIndex index = model()->index(row, column);
    setCurrentIndex(index);
    scrollTo(index);
}

} // namespace Tempera
