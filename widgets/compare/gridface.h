// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/runrace.h"
#include "widgets/compare/griddelegate.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QTableView;

namespace Tempera {

class ColumnFinder;
class FilterBar;
class FoldSection;
class GridModel;
class Selection;
class Session;
class VerdictStrip;

/// All cases × all variants of a run, with a filter; the cell that is chosen becomes the current one everywhere.
class GridFace final : public QWidget
{
    Q_OBJECT
public:
    /// `canRun`: its cells can be asked again.
    GridFace(const Session &session, Selection &selection, bool canRun, QWidget *parent = nullptr);

    [[nodiscard]] FilterBar *filter() const { return m_filter; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QAction *filterAction() const { return m_find; }
    void focusCells();
    void focusFilter();
    /// What is shown under the grid of the case that is chosen, in a section that folds; once.
    void setDetail(QWidget *body);
    [[nodiscard]] FoldSection *detail() const { return m_detail; }
    /// A variant of the edited experiment.
    void setBaseline(int variant);
    /// Puts it above the heads; it has the grid's baseline from now on, and the other way round.
    void setVerdict(VerdictStrip *verdict);
    [[nodiscard]] VerdictStrip *verdict() const { return m_verdict; }
    /// A race against the same baseline, by the same measure.
    [[nodiscard]] RaceSettings raceSettings() const;
    void setDensity(GridDensity density);
    /// Without the whole answers, which give way in a low window.
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] GridDensity density() const { return m_delegate->density(); }

Q_SIGNALS:
    void baselineChosen(int variant); ///< Of the edited experiment.
    void runRequested();              ///< The current cell is to be asked again.
    void columnsRequested();          ///< The current case is to be seen whole.
    void requestWanted();             ///< What is sent for the current cell is to be shown.

protected:
    /// The cells are arranged when they are first looked at.
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createTable();
    void createActions(bool canRun);
    [[nodiscard]] QWidget *createBar();
    void createModel();
    void takeCurrent();
    void showCurrent();
    void updateState();
    void sortByHead(int column);
    void takeOrder();
    void toggleDetail();
    void makeRoom();
    void makeRoomForVerdict(int room);
    [[nodiscard]] int leastTableHeight() const;
    void copy(int form);
    void pinCurrent();
    void goToColumn(int column);
    void filterColumn(int column, const QString &flag);
    void showHeadMenu(const QPoint &place);
    void takeBaseline(int ran);
    void takeBaselineRun();

    const Session &m_session;
    Selection &m_selection;
    GridModel *m_model = nullptr;
    GridDelegate *m_delegate = nullptr;
    FilterBar *m_filter = nullptr;
    VerdictStrip *m_verdict = nullptr;
    QTableView *m_table = nullptr;
    QWidget *m_above = nullptr; ///< The grid, or why there is none.
    FoldSection *m_detail = nullptr;
    QWidget *m_parts = nullptr; ///< Both.
    QLabel *m_empty = nullptr;
    QComboBox *m_order = nullptr;
    QComboBox *m_density = nullptr;
    ColumnFinder *m_columns = nullptr;
    QAction *m_find = nullptr;
    QAction *m_stop = nullptr; ///< Of a search.
    int m_baseline = 0;        ///< Of the experiment that ran.
    int m_sortColumn = 0;
    bool m_descending = false;
    bool m_showing = false; ///< The current cell is being shown, not chosen.
};

} // namespace Tempera
