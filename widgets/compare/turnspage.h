// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/columnaxis.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QTableView;

namespace Tempera {

class ExperimentDocument;
class Selection;
class Session;
class TurnsModel;

/// The whole conversations that the current case belongs to side by side, turn by turn. Return on an answer selects its cell.
class TurnsPage final : public QWidget
{
    Q_OBJECT
public:
    TurnsPage(const ExperimentDocument &document, Selection &selection, const Session &session, QWidget *parent = nullptr);

    /// What the columns differ in, where there is more than one along it; else variants.
    void setAxis(ColumnAxis axis);
    [[nodiscard]] QTableView *table() const { return m_table; }
    void focusTurns(int column);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void createTable();
    void follow();
    void refresh();
    void choose(const QModelIndex &index);

    const ExperimentDocument &m_document;
    Selection &m_selection;
    const Session &m_session;
    TurnsModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QTimer m_again;
    ColumnAxis m_axis = ColumnAxis::Variants;
};

} // namespace Tempera
