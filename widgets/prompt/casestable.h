// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace Tempera {

class VariablesTableModel;

/// The table of cases with a spreadsheet's keys: typing replaces, F2 edits, Return goes down (to the column in which a row
/// of Tabs began), Tab goes right and on to the next row, Delete clears, and the empty last row takes what is typed.
/// After the last cell Tab leaves the table.
class CasesTable final : public QTableView
{
    Q_OBJECT
public:
    explicit CasesTable(VariablesTableModel *model, QWidget *parent = nullptr);

    /// Rows that are selected, or the current one; without the empty last row.
    [[nodiscard]] QList<int> selectedCases() const;
    /// Makes the empty last row the current one.
    void goToNewRow();
    void copyCells() const;
    void clearCells();

Q_SIGNALS:
    /// A value that one line cannot show is to be edited.
    void valueEditorRequested();
    /// A file with a table was dropped.
    void fileDropped(const QString &path);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;

private:
    /// False where there is no cell that way.
    bool goSideways(int by);
    void goDown(int by);
    void goTo(int row, int column);

    VariablesTableModel *m_cases = nullptr;
    int m_tabbedFrom = -1; ///< The column in which the current row of Tabs began.
};

} // namespace Tempera
