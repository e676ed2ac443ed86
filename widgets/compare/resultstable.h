// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QModelIndex;
class QSortFilterProxyModel;
class QTableView;

namespace Tempera {

class Selection;
class Session;

/// All cells of the run as a table that can be sorted; choosing a row shows its case in the columns.
class ResultsTable final : public QWidget
{
    Q_OBJECT
public:
    ResultsTable(const Session &session, Selection &selection, QWidget *parent = nullptr);

private:
    void choose(const QModelIndex &row);
    void keepOrder();

    const Session &m_session;
    Selection &m_selection;
    QSortFilterProxyModel *m_sorted = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace Tempera
