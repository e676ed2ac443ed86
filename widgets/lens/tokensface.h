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
    /// Its commands. Menus and keys have them before there is a face; until then those that need an answer are disabled.
    struct Actions {
        QAction *nextColouring = nullptr;
        QAction *everyVariant = nullptr; ///< Checked: the tokens of all variants.
        QAction *table = nullptr;        ///< Checked: as a table.
        QAction *timeline = nullptr;     ///< Checked: with their timelines.
        QAction *scorePrompt = nullptr;  ///< How expected the prompt of the current variant's answer is.
        QAction *back = nullptr;
        QAction *forward = nullptr;
        QAction *parent = nullptr;
        QAction *child = nullptr;
        QAction *previous = nullptr;
        QAction *next = nullptr;
        QAction *undo = nullptr;
        QAction *remove = nullptr;

        /// In the order of a menu.
        [[nodiscard]] QList<QAction *> all() const;
    };
    /// They belong to `owner`, which outlives the face.
    [[nodiscard]] static Actions makeActions(QObject *owner);

    TokensFace(ExperimentDocument &document, Selection &selection, const Session &session, LensState &state,
               const Actions &actions, QWidget *parent = nullptr);

    /// The cell that is at each variant, −1: none. `run` tells the answers of one run from those of the next.
    void showCells(const QList<int> &cells, quint64 run);
    void cellsChanged(int first, int last);
    [[nodiscard]] const QList<TokenColumn *> &columns() const { return m_columns; }
    /// The column that is looked at; null: none.
    [[nodiscard]] TokenColumn *current() const;
    void colourByNextMeasure();
    void focusTokens();
    /// Scores the prompt of the selected variant's answer; its tokens appear beside the answer's, coloured by surprisal.
    void scorePrompt();

Q_SIGNALS:
    /// The alternatives of the current token are to be shown.
    void alternativesRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void createBar();
    void connectActions();
    void refresh();
    void fetchMissing();
    [[nodiscard]] QList<AnswerPlace> wanted() const;
    [[nodiscard]] bool hasPrompt(int cell) const;
    [[nodiscard]] const Cell *selectedBody() const;
    void showAnswer(TokenColumn &column, const AnswerPlace &place);
    void showPrompt(TokenColumn &column, const AnswerPlace &place);
    void showScoring();
    void promptScored();
    void updateScorePrompt();
    void syncColumns(qsizetype count);
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
    QToolButton *m_stopScoring = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_pages = nullptr;
    QList<TokenColumn *> m_columns;
    Actions m_actions;
    QList<int> m_cells;
    quint64 m_run = 0;
    QList<AnswerPlace> m_visited; ///< For back and forward.
    qsizetype m_at = -1;
    bool m_walking = false;
};

} // namespace Tempera
