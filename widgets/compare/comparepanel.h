// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/resultlookup.h"
#include "widgets/lens/tokensface.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QSplitter;
class QTabWidget;

namespace Tempera {

class AnswerViewMenu;
class Background;
class CaseSwitcher;
class ColumnComparison;
class ExperimentDocument;
class GridFace;
template<typename Page>
class LatePage;
class LensState;
class ScrollSync;
class Selection;
class Session;
class VariantActions;
class VariantColumn;

/// The lower half of the middle: the answers of all variants to one case beside each other.
class ComparePanel final : public QWidget
{
    Q_OBJECT
public:
    /// Without `variants` it only shows: columns can be neither changed nor named, and it takes no keys from the window.
    /// `background` outlives it; null = answers are compared at once.
    ComparePanel(ExperimentDocument &document, Selection &selection, const Session &session, VariantActions *variants,
                 LensState &lens, Background *background, QWidget *parent = nullptr);

    [[nodiscard]] const QList<VariantColumn *> &columns() const { return m_columns; }
    [[nodiscard]] CaseSwitcher *cases() const { return m_cases; }
    [[nodiscard]] TokensFace *tokens() const;
    [[nodiscard]] const TokensFace::Actions &tokenActions() const { return m_tokenActions; }
    /// All cells × all variants.
    [[nodiscard]] GridFace *grid() const { return m_grid; }
    /// Shows the answers token by token.
    void showTokens();
    /// How the answers are shown.
    [[nodiscard]] AnswerViewMenu *answerViews() const { return m_views; }
    [[nodiscard]] QAction *linkAction() const { return m_link; }
    /// Compares two columns without telling which is which.
    [[nodiscard]] QAction *blindAction() const { return m_blind; }
    /// What answers are compared with, and the walk through their differences.
    [[nodiscard]] QList<QAction *> comparisonActions() const;
    /// The cell that is at the current variant; −1: none.
    [[nodiscard]] int currentCell() const;
    /// The same; null where there is none, or the ledger is still asked for it.
    [[nodiscard]] const Cell *currentCellBody() const;
    void focusColumn(int index);
    /// Where one starts in the grid where that is seen, else in the first column.
    void focusStart();
    /// Shows the grid and puts the keyboard into it.
    void focusGrid();
    /// Looks at the face that another panel was turned to.
    void showSameFace(const ComparePanel &other);
    /// Another way to compare, after the ones there are.
    void addFace(QWidget *face, const QString &title);
    void showFace(QWidget *face);

Q_SIGNALS:
    /// Another cell is current, or the current one changed.
    void currentCellChanged();
    void keyRequested(int variant); ///< Its answer failed for lack of a key, which is to be entered.
    void runFailedRequested();
    void alternativesRequested(); ///< Those of the current token are to be shown.
    void runCellRequested(); ///< The current cell is to be asked again.

private:
    void createActions();
    [[nodiscard]] QWidget *createBar();
    void connectGrid();
    void chooseFace();
    [[nodiscard]] TokensFace *createTokens(QWidget *place, LensState &lens);
    [[nodiscard]] QList<int> cells() const;
    void connectModels();
    void scheduleRefresh();
    void refresh();
    void syncColumns();
    void addColumn();
    void showSelected();
    void showColumn(int index);
    void cellsChanged(int first, int last);
    void compareAnswers();
    void setAnswerView(VariantColumn &column);
    void alignHeads();
    void rename(int index, const QString &name);

    ExperimentDocument &m_document;
    Selection &m_selection;
    const Session &m_session;
    VariantActions *m_variants = nullptr;
    ScrollSync *m_scroll = nullptr;
    QSplitter *m_splitter = nullptr;
    QTabWidget *m_faces = nullptr;
    GridFace *m_grid = nullptr;
    QWidget *m_columnsFace = nullptr;
    TokensFace::Actions m_tokenActions;
    LatePage<TokensFace> *m_tokens = nullptr;
    CaseSwitcher *m_cases = nullptr;
    AnswerViewMenu *m_views = nullptr;
    QLabel *m_empty = nullptr;
    QAction *m_link = nullptr;
    QAction *m_blind = nullptr;
    ColumnComparison *m_comparison = nullptr;
    QList<VariantColumn *> m_columns;
    QList<ResultLookup::Found> m_found; ///< One a column.
    QTimer m_refreshTimer;
    quint64 m_run = 0; ///< Tells the answers of one run from those of the next.
    int m_shown = 0;   ///< Column that was scrolled to.
    bool m_faceIsChosen = false; ///< By somebody; until then the number of cases decides.
    bool m_choosing = false;
};

} // namespace Tempera
