// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The face with a column for each variant.

#include "models/experiment/experimentdocument.h"
#include "models/session/session.h"
#include "widgets/common/controls.h"
#include "widgets/common/keyboardorder.h"
#include "widgets/common/latepage.h"
#include "widgets/common/selection.h"
#include "widgets/common/shrinkingbutton.h"
#include "widgets/compare/answerviewmenu.h"
#include "widgets/compare/caseswitcher.h"
#include "widgets/compare/columncomparison.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/markdownpane.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/scrollsync.h"
#include "widgets/compare/variantactions.h"
#include "widgets/compare/variantcolumn.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

QWidget *ComparePanel::createColumns(QWidget *place)
{
    auto *face = new QWidget(place);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    auto *scroll = new QScrollArea(face);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_splitter);
    m_empty = makeEmptyState(tr("There is no variant yet. Add one: a model with its settings becomes a column here."), face);
    auto *inside = new QVBoxLayout(face);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(createBar(face));
    inside->addWidget(m_empty, 1);
    inside->addWidget(scroll, 1);
    showAnswers();
    m_shown = 0;
    showSelected();
    return face;
}

const QList<VariantColumn *> &ComparePanel::columns() const
{
    m_columnsFace->make();
    return m_columns;
}

QWidget *ComparePanel::createBar(QWidget *face)
{
    auto *bar = new QWidget(face);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(4, 4, 4, 4);
    row->addWidget(m_cases, 1);
    m_cases->show();
    QToolButton *link = makeToolButton({}, m_link->text(), bar);
    link->setDefaultAction(m_link);
    row->addWidget(link);
    auto *menu = new QMenu(bar);
    menu->addActions(m_comparison->actions());
    QToolButton *compare = makeToolButton({}, m_comparison->baselineAction()->text(), bar);
    compare->setObjectName(u"compareWith"_s);
    compare->setMenu(menu);
    compare->setPopupMode(QToolButton::MenuButtonPopup);
    compare->setDefaultAction(m_comparison->baselineAction());
    row->addWidget(compare);
    QToolButton *views = makeToolButton(u"view-visible"_s, tr("How answers are shown"), bar);
    views->setObjectName(u"answerViews"_s);
    views->setPopupMode(QToolButton::InstantPopup);
    views->setMenu(m_views);
    row->addWidget(views);
    connect(m_views, &AnswerViewMenu::changed, this, [this] {
        for (VariantColumn *column : std::as_const(m_columns))
            setAnswerView(*column);
    });
    if (!m_variants)
        return bar;
    auto *add = new ShrinkingButton(QIcon::fromTheme(u"list-add"_s), tr("Variant"), bar);
    add->setAutoRaise(true);
    add->setToolTip(tr("Add a variant"));
    add->setAccessibleName(add->toolTip());
    add->setPopupMode(QToolButton::InstantPopup);
    add->setMenu(m_variants->addMenu());
    row->addWidget(add);
    return bar;
}

void ComparePanel::syncColumns()
{
    if (!m_splitter)
        return;
    const QList<Variant> &variants = m_document.experiment().variants;
    while (m_columns.size() < variants.size())
        addColumn();
    while (m_columns.size() > variants.size()) {
        VariantColumn *surplus = m_columns.takeLast();
        surplus->hide();
        surplus->deleteLater();
    }
    m_empty->setVisible(variants.isEmpty());
    for (qsizetype i = 0; i < variants.size(); ++i) {
        m_columns.at(i)->setVariant(variants.at(i));
        m_columns.at(i)->pane()->setPaneCount(static_cast<int>(variants.size()));
    }
}

/// The column that was just selected is scrolled to, whichever way it was selected.
void ComparePanel::showSelected()
{
    const int selected = m_selection.variantIndex();
    if (std::exchange(m_shown, selected) == selected || selected >= m_columns.size())
        return;
    // A column that was just added gets its place first.
    QMetaObject::invokeMethod(
        m_columns.at(selected), [column = m_columns.at(selected)] { scrollTo(column); }, Qt::QueuedConnection);
}

void ComparePanel::addColumn()
{
    auto *column = new VariantColumn(m_splitter);
    const int index = static_cast<int>(m_columns.size());
    m_columns += column;
    m_splitter->addWidget(column);
    m_scroll->add(column->pane()->verticalScrollBar());
    setAnswerView(*column);
    connect(column, &VariantColumn::selected, this, [this, index] { m_selection.setVariantIndex(index); });
    column->setMenu(m_variants ? m_variants->columnMenu(index, column) : nullptr);
    connect(column, &VariantColumn::keyRequested, this, [this, index] { Q_EMIT keyRequested(index); });
    connect(column, &VariantColumn::runAgainRequested, this, &ComparePanel::runFailedRequested);
    if (m_variants)
        connect(column, &VariantColumn::renamed, this, [this, index](const QString &name) { rename(index, name); });
}

void ComparePanel::setAnswerView(VariantColumn &column)
{
    const bool wasRendered = column.rendered();
    column.setAnswerView(m_views->view());
    if (column.rendered() && !wasRendered)
        m_scroll->add(column.rendered()->verticalScrollBar());
}

/// Answers begin at one height: where one column has something to say above its answer, all have a line for it.
void ComparePanel::alignHeads()
{
    const bool any = std::ranges::any_of(m_columns, &VariantColumn::hasNote);
    for (VariantColumn *column : std::as_const(m_columns))
        column->keepNoteLine(any);
}

void ComparePanel::showColumn(int index)
{
    CellKey place = m_selection.key();
    place.variantIndex = index;
    const ResultLookup::Found found = m_session.find(place);
    m_found[index] = found;
    if (!m_splitter)
        return;
    const Cell *cell = found.cell < 0 ? nullptr : m_session.body(found.cell);
    const quint64 answer = m_run << 32 | static_cast<quint64>(found.cell + 1);
    const auto freshness = found.outdated ? VariantColumn::Freshness::Outdated : VariantColumn::Freshness::Current;
    if (found.cell >= 0 && !cell) // the ledger is asked for it
        m_columns.at(index)->showOutline(m_session.outline(found.cell), answer, freshness);
    else
        m_columns.at(index)->showCell(cell, answer, freshness);
    m_columns.at(index)->setCurrent(index == m_selection.variantIndex());
}

void ComparePanel::rename(int index, const QString &name)
{
    Experiment next = m_document.experiment();
    if (index >= next.variants.size() || name.isEmpty() || name == next.variants.at(index).title())
        return;
    next.variants[index].label = name == next.variants.at(index).endpoint.id ? QString() : name;
    m_document.edit(std::move(next), tr("Rename a variant"));
}

} // namespace Tempera
