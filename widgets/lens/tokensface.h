// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/branchtree.h"
#include "widgets/lens/lensstate.h"
#include "widgets/lens/tokencolours.h"

#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace Tempera {

class TokenColumn;

/// The face of Compare that shows answers token by token: the selected variant's with its branches, or all of them.
class TokensFace final : public QWidget
{
    Q_OBJECT
public:
    TokensFace(ExperimentDocument &document, Selection &selection, const Session &session, LensState &state,
               QWidget *parent = nullptr);

    /// The cell that is at each variant, −1: none. `run` tells the answers of one run from those of the next.
    void showCells(const QList<int> &cells, quint64 run);
    void cellsChanged(int first, int last);
    [[nodiscard]] const QList<TokenColumn *> &columns() const { return m_columns; }
    /// The column that is looked at; null: none.
    [[nodiscard]] TokenColumn *current() const;
    [[nodiscard]] QList<QAction *> actions() const { return m_actions; }
    void focusTokens();

Q_SIGNALS:
    /// The alternatives of the current token are to be shown.
    void alternativesRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void createBar();
    QAction *addAction(const QString &name, const QString &icon, const QString &text, const QKeySequence &key);
    void refresh();
    void fetchMissing();
    [[nodiscard]] QList<AnswerPlace> wanted() const;
    void showColumn(int index);
    void branchChanged(int branch);
    void setColouring(int index);
    void goTo(const AnswerPlace &place);
    void visited(const AnswerPlace &place);
    void walk(int by);
    void goToParent();
    void goToChild();
    void goToSibling(int by);
    [[nodiscard]] QString titleOf(const AnswerPlace &place) const;
    void goToBranch(std::optional<int> branch);
    /// Empty where there is no such cell.
    [[nodiscard]] BranchTree treeOf(int cell) const;
    void fillTree();
    void updateActions();

    ExperimentDocument &m_document;
    Selection &m_selection;
    const Session &m_session;
    LensState &m_state;
    QComboBox *m_colouring = nullptr;
    TokenLegend *m_legend = nullptr;
    QToolButton *m_tree = nullptr;
    QMenu *m_treeMenu = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_pages = nullptr;
    QList<TokenColumn *> m_columns;
    QList<QAction *> m_actions;
    QAction *m_all = nullptr;
    QAction *m_table = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QAction *m_parent = nullptr;
    QAction *m_child = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_remove = nullptr;
    QList<int> m_cells;
    quint64 m_run = 0;
    QList<AnswerPlace> m_visited; ///< For back and forward.
    qsizetype m_at = -1;
    bool m_walking = false;
};

} // namespace Tempera
