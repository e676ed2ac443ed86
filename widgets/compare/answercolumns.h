// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/baselineanswers.h"
#include "models/experiment/columnaxis.h"
#include "models/session/resultlookup.h"
#include "widgets/common/answerview.h"

#include <QWidget>

#include <optional>

class QSplitter;

namespace Tempera {

class ExperimentDocument;
class ScrollSync;
class Selection;
class Session;
class VariantActions;
class VariantColumn;

/// The whole answers to one case side by side, scrolled together: one column a variant, a prompt, a repeat or a run; before them
/// that of another run which is the baseline. It shows what it
/// is told to show; who has it follows session and selection.
class AnswerColumns final : public QWidget
{
    Q_OBJECT
public:
    /// In the compact form a head is one line, for where there is little height.
    enum class Form { Usual, Compact };

    /// Without `variants` columns can be neither changed nor named.
    AnswerColumns(ExperimentDocument &document, Selection &selection, const Session &session, VariantActions *variants, Form form,
                  QWidget *parent = nullptr);

    [[nodiscard]] const QList<VariantColumn *> &columns() const { return m_columns; }
    /// The place whose answer a column shows.
    [[nodiscard]] CellKey place(int column) const;
    /// The cell that a column shows, one a column.
    [[nodiscard]] const QList<ResultLookup::Found> &found() const { return m_found; }
    /// The answer that a column shows; null where there is none, or it is still to come.
    [[nodiscard]] const Cell *cell(int column) const;
    /// What the other run that is the baseline has for a column, in the same way.
    [[nodiscard]] const Cell *baselineCell(int column) const;
    /// Leftmost, it shows what the current column is compared with; null: no other run is the baseline.
    [[nodiscard]] VariantColumn *baselineColumn() const { return m_baselineColumn; }
    /// The column of the current cell.
    [[nodiscard]] int currentColumn() const;

    /// What the columns differ in, where there is more than one along it; else variants.
    void setAxis(ColumnAxis axis);
    [[nodiscard]] ColumnAxis axis() const { return m_axis; }
    /// The other run that is the baseline, from the next refresh() on.
    void setBaseline(const OtherRun &run);
    /// Earlier runs that stand beside the shown one along ColumnAxis::Runs, the newest first, from the next refresh() on.
    void setRuns(const QList<OtherRun> &runs);
    void setAnswerView(AnswerView view);
    void setLinked(bool linked);

    /// Shows the current case, with as many columns as there are. `run` tells the answers of one run from those of the next.
    void refresh(quint64 run);
    /// Shows again what a column shows.
    void showColumn(int column);
    /// Answers begin at one height: where one column has something to say above its answer, all have a line for it.
    void alignHeads();
    void focusColumn(int column);
    void startRename(int variant);

Q_SIGNALS:
    void keyRequested(int variant); ///< Its answer failed for lack of a key.
    void runAgainRequested();       ///< What failed.
    void othersArrived();           ///< Answers of other runs that were awaited.

private:
    [[nodiscard]] int columnCount() const;
    [[nodiscard]] std::optional<CellKey> ranKey(int column) const;
    void watch(const OtherRun &run);
    void showOthers();
    void showDifference(int column);
    void showOther(VariantColumn &column, const OtherRun &run, int at);
    void addColumn();
    void removeColumn();
    void setColumnView(VariantColumn &column);
    void rename(int column, const QString &name);
    void showCurrent();

    ExperimentDocument &m_document;
    Selection &m_selection;
    const Session &m_session;
    VariantActions *m_variants = nullptr;
    Form m_form;
    ScrollSync *m_scroll = nullptr;
    QSplitter *m_splitter = nullptr;
    ColumnAxis m_wantedAxis = ColumnAxis::Variants;
    ColumnAxis m_axis = ColumnAxis::Variants;
    AnswerView m_view = AnswerView::Wrapped;
    QList<VariantColumn *> m_columns;
    QList<ResultLookup::Found> m_found;
    OtherRun m_baseline;
    VariantColumn *m_baselineColumn = nullptr;
    QList<OtherRun> m_runs;
    quint64 m_run = 0;
    int m_shown = 0; ///< Column that was scrolled to.
};

} // namespace Tempera
