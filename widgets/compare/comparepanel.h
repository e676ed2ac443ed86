// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/baselineanswers.h"
#include "models/experiment/columnaxis.h"
#include "widgets/lens/tokensface.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QTabWidget;
class QToolButton;

namespace Tempera {

class AnswerColumns;
class AnswerViewMenu;
class Background;
class CaseSwitcher;
class ChartsFace;
class ColumnComparison;
class ExperimentDocument;
class GridFace;
template<typename Page>
class LatePage;
class LatePlace;
class LensState;
class RunStore;
class Selection;
class Session;
class TurnsPage;
class VariantActions;
class VariantColumn;

/// The lower, larger part of the middle: what came of all cells, and the answers to one case beside each other.
class ComparePanel final : public QWidget
{
    Q_OBJECT
public:
    /// Without `variants` it only shows: columns can be neither changed nor named, and it takes no keys from the window.
    /// `background` outlives it; null = answers are compared at once.
    ComparePanel(ExperimentDocument &document, Selection &selection, const Session &session, VariantActions *variants,
                 LensState &lens, Background *background, QWidget *parent = nullptr);

    /// Those of the face Columns, made where they are not yet: they wait until somebody looks at them.
    [[nodiscard]] const QList<VariantColumn *> &columns() const;
    /// The whole answers under the grid; null until they were looked at.
    [[nodiscard]] AnswerColumns *detail() const;
    /// What stands side by side, for menus: variants, prompts, repeats, runs.
    [[nodiscard]] QList<QAction *> axisActions() const { return m_axisActions; }
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
    /// Whole conversations turn by turn, in the place of the answers of the face Columns.
    [[nodiscard]] QAction *turnsAction() const { return m_turnsAction; }
    /// Compares two columns without telling which is which.
    [[nodiscard]] QAction *blindAction() const { return m_blind; }
    /// What answers are compared with, and the walk through their differences.
    [[nodiscard]] QList<QAction *> comparisonActions() const;
    /// Of these the one that shows both texts as one.
    [[nodiscard]] QAction *inlineAction() const;
    /// The cell that is at the current variant; −1: none.
    [[nodiscard]] int currentCell() const;
    /// The same; null where there is none, or the ledger is still asked for it.
    [[nodiscard]] const Cell *currentCellBody() const;
    void focusColumn(int index);
    /// Where one starts in the grid where that is seen, else in the first column.
    void focusStart();
    /// Shows the grid and puts the keyboard into it.
    void focusGrid();
    /// Where its charts find earlier runs; outlives it.
    void setRunStore(RunStore *store);
    /// Shows the charts of the run and puts the keyboard there.
    void focusCharts();
    /// Looks at the face that another panel was turned to.
    void showSameFace(const ComparePanel &other);
    /// Another way to compare: at a place among the ones there are, −1 = after them.
    void addFace(QWidget *face, const QString &title, int place = -1);
    void showFace(QWidget *face);
    /// Earlier runs of the experiment beside the one that is shown, the newest first; earlierRunsWanted() asks for them.
    void setEarlierRuns(const QList<OtherRun> &runs);
    /// Does at once what waits for the event loop, so that a first picture is laid out and painted once.
    void settle();

Q_SIGNALS:
    /// Another cell is current, or the current one changed.
    void currentCellChanged();
    void keyRequested(int variant); ///< Its answer failed for lack of a key, which is to be entered.
    void runFailedRequested();
    void alternativesRequested(); ///< Those of the current token are to be shown.
    void runCellRequested();      ///< The current cell is to be asked again.
    void requestWanted();         ///< What is sent for the current cell is to be shown.
    void earlierRunsWanted();     ///< setEarlierRuns() is to follow.
    /// What of the current answer stands in its input; empty where it is not compared with that.
    void evidenceChanged(const QList<QJsonValue> &values);

private:
    void createActions();
    [[nodiscard]] QWidget *createColumns(QWidget *place);
    [[nodiscard]] AnswerColumns &answers() const;
    [[nodiscard]] QWidget *createBar(QWidget *face);
    void createFaces(Background *background);
    void createAxisActions();
    void connectGrid();
    void connectColumns(AnswerColumns &columns);
    void chooseFace();
    [[nodiscard]] TokensFace *createTokens(QWidget *place, LensState &lens);
    [[nodiscard]] AnswerColumns *createDetail(QWidget *place);
    void createDetailHead();
    [[nodiscard]] QList<int> cells() const;
    void connectModels();
    void scheduleRefresh();
    void refresh();
    void showColumnsState();
    void showTurns(bool shown);
    [[nodiscard]] bool showsTurns() const;
    void followAxis();
    void connectRuns();
    void takeBaseline();
    void giveRuns(AnswerColumns &columns) const;
    void followDetail();
    [[nodiscard]] QList<AnswerColumns *> followedColumns() const;
    [[nodiscard]] AnswerColumns *seenDetail() const;
    void showChanged(AnswerColumns &columns, int first, int last);
    void cellsChanged(int first, int last);
    void compareAnswers();

    ExperimentDocument &m_document;
    Selection &m_selection;
    const Session &m_session;
    VariantActions *m_variants = nullptr;
    QTabWidget *m_faces = nullptr;
    GridFace *m_grid = nullptr;
    LatePlace *m_columnsFace = nullptr;
    AnswerColumns *m_answers = nullptr; ///< Of the face Columns; null until it is made.
    TurnsPage *m_turns = nullptr;       ///< Null until it was asked for.
    LatePage<AnswerColumns> *m_detail = nullptr;
    TokensFace::Actions m_tokenActions;
    LatePage<TokensFace> *m_tokens = nullptr;
    LatePage<ChartsFace> *m_charts = nullptr;
    CaseSwitcher *m_cases = nullptr;
    AnswerViewMenu *m_views = nullptr;
    QLabel *m_empty = nullptr;
    QAction *m_link = nullptr;
    QAction *m_turnsAction = nullptr;
    QList<QAction *> m_axisActions; ///< By ColumnAxis.
    QToolButton *m_alongButton = nullptr;
    ColumnAxis m_axis = ColumnAxis::Variants; ///< That was asked for.
    OtherRun m_otherRun;                      ///< The baseline.
    QList<OtherRun> m_earlier;
    QAction *m_blind = nullptr;
    ColumnComparison *m_comparison = nullptr;
    QTimer m_refreshTimer;
    quint64 m_run = 0;           ///< Tells the answers of one run from those of the next.
    bool m_faceIsChosen = false; ///< By somebody; until then the number of cases decides.
    bool m_choosing = false;
};

} // namespace Tempera
