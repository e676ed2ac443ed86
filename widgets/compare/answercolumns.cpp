// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/answercolumns.h"

#include "models/experiment/experimentdocument.h"
#include "models/session/session.h"
#include "widgets/common/keyboardorder.h"
#include "widgets/common/selection.h"
#include "widgets/compare/markdownpane.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/scrollsync.h"
#include "widgets/compare/variantactions.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/judging/ratingbar.h"

#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

/// Less, in pixels, and an area scrolls to what it shows.
constexpr int leastCompactHeight = 40;

} // namespace

AnswerColumns::AnswerColumns(ExperimentDocument &document, Selection &selection, const Session &session, VariantActions *variants,
                             Form form, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_session(session),
      m_variants(variants),
      m_form(form),
      m_scroll(new ScrollSync(this)),
      m_splitter(new QSplitter(Qt::Horizontal))
{
    m_splitter->setChildrenCollapsible(false);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_splitter);
    if (form == Form::Compact)
        area->setMinimumHeight(leastCompactHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(area);
}

CellKey AnswerColumns::place(int column) const
{
    return placeInColumn(m_axis, m_selection.key(), column);
}

int AnswerColumns::currentColumn() const
{
    return columnOfPlace(m_axis, m_selection.key());
}

void AnswerColumns::setAxis(ColumnAxis axis)
{
    m_wantedAxis = axis;
}

void AnswerColumns::setAnswerView(AnswerView view)
{
    m_view = view;
    for (VariantColumn *column : std::as_const(m_columns))
        setColumnView(*column);
    if (m_baselineColumn)
        setColumnView(*m_baselineColumn);
}

void AnswerColumns::setLinked(bool linked)
{
    m_scroll->setLinked(linked);
}

void AnswerColumns::refresh(quint64 run)
{
    m_run = run;
    const Experiment &experiment = m_document.experiment();
    const ColumnAxis axis = usableAxis(m_wantedAxis, experiment);
    if (std::exchange(m_axis, axis) != axis) { // their menus are others
        while (!m_columns.isEmpty())
            removeColumn();
    }
    const int count = columnCount();
    while (m_columns.size() < count)
        addColumn();
    while (m_columns.size() > count)
        removeColumn();
    m_found.resize(count);
    for (int i = 0; i < count; ++i) {
        const CellKey shown = place(i);
        m_columns.at(i)->setVariant(experiment.variants.value(shown.variantIndex), columnTitle(m_axis, experiment, shown));
        m_columns.at(i)->pane()->setPaneCount(count);
        showColumn(i);
    }
    showOthers();
    showCurrent();
}

/// The column that was just selected is scrolled to, whichever way it was selected.
void AnswerColumns::showCurrent()
{
    const int current = currentColumn();
    if (std::exchange(m_shown, current) == current || current >= m_columns.size())
        return;
    // A column that was just added gets its place first.
    QMetaObject::invokeMethod(
        m_columns.at(current), [column = m_columns.at(current)] { scrollTo(column); }, Qt::QueuedConnection);
}

void AnswerColumns::addColumn()
{
    auto *column = new VariantColumn(m_splitter);
    const int index = static_cast<int>(m_columns.size());
    m_columns += column;
    m_splitter->addWidget(column);
    m_scroll->add(column->pane()->verticalScrollBar());
    if (m_form == Form::Compact) {
        column->makeCompact();
    } else { // under the grid, the grid's own keys rate
        column->layout()->addWidget(new RatingBar(
            m_session, [this, index] { return m_found.value(index, ResultLookup::Found{}).cell; }, column->pane(), column));
    }
    setColumnView(*column);
    const bool isVariant = m_axis == ColumnAxis::Variants;
    const bool isOfNow = m_axis != ColumnAxis::Runs || index == 0; // else what it lacks will not come
    column->setRunnable(m_variants && isOfNow);
    column->setMenu(m_variants && isVariant ? m_variants->columnMenu(index, column) : nullptr);
    connect(column, &VariantColumn::selected, this, [this, index] { m_selection.setKey(place(index)); });
    connect(column, &VariantColumn::keyRequested, this, [this, index] { Q_EMIT keyRequested(place(index).variantIndex); });
    connect(column, &VariantColumn::runAgainRequested, this, &AnswerColumns::runAgainRequested);
    if (m_variants && isVariant)
        connect(column, &VariantColumn::renamed, this, [this, index](const QString &name) { rename(index, name); });
}

void AnswerColumns::removeColumn()
{
    VariantColumn *surplus = m_columns.takeLast();
    surplus->hide();
    surplus->deleteLater();
}

void AnswerColumns::setColumnView(VariantColumn &column)
{
    const bool wasRendered = column.rendered();
    column.setAnswerView(m_view);
    if (column.rendered() && !wasRendered)
        m_scroll->add(column.rendered()->verticalScrollBar());
}

void AnswerColumns::showColumn(int index)
{
    if (m_axis == ColumnAxis::Runs && index > 0) { // it is not of the session
        m_found[index] = {};
        return showOther(*m_columns.at(index), m_runs.at(index - 1), index);
    }
    const ResultLookup::Found found = m_session.find(place(index));
    m_found[index] = found;
    const Cell *cell = found.cell < 0 ? nullptr : m_session.body(found.cell);
    const quint64 answer = m_run << 32 | static_cast<quint64>(found.cell + 1);
    const auto freshness = found.outdated ? VariantColumn::Freshness::Outdated : VariantColumn::Freshness::Current;
    if (found.cell >= 0 && !cell) // the ledger is asked for it
        m_columns.at(index)->showOutline(m_session.outline(found.cell), answer, freshness);
    else
        m_columns.at(index)->showCell(cell, answer, freshness);
    showDifference(index);
    m_columns.at(index)->setCurrent(index == currentColumn());
    if (auto *rating = m_columns.at(index)->findChild<RatingBar *>(Qt::FindDirectChildrenOnly))
        rating->refresh();
}

void AnswerColumns::alignHeads()
{
    QList<VariantColumn *> all = m_columns;
    if (m_baselineColumn)
        all += m_baselineColumn;
    const bool any = std::ranges::any_of(all, &VariantColumn::hasNote);
    for (VariantColumn *column : std::as_const(all))
        column->keepNoteLine(any);
}

void AnswerColumns::focusColumn(int column)
{
    if (column < 0 || column >= m_columns.size())
        return;
    m_columns.at(column)->focusAnswer();
    scrollTo(m_columns.at(column)); // also where it was selected before and scrolled away since
}

void AnswerColumns::startRename(int variant)
{
    if (m_axis == ColumnAxis::Variants && variant < m_columns.size())
        m_columns.at(variant)->startRename();
}

void AnswerColumns::rename(int column, const QString &name)
{
    Experiment next = m_document.experiment();
    if (column >= next.variants.size() || name.isEmpty() || name == next.variants.at(column).title())
        return;
    next.variants[column].label = name == next.variants.at(column).endpoint.id ? QString() : name;
    m_document.edit(std::move(next), tr("Rename a variant"));
}

} // namespace Tempera
