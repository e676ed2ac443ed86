// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/comparepanel.h"

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
#include "widgets/compare/gridface.h"
#include "widgets/compare/markdownpane.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/scrollsync.h"
#include "widgets/compare/variantactions.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/judging/blinddialog.h"
#include "widgets/judging/ratingbar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

ComparePanel::ComparePanel(ExperimentDocument &document, Selection &selection, const Session &session, VariantActions *variants,
                           LensState &lens, Background *background, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_session(session),
      m_variants(variants),
      m_scroll(new ScrollSync(this)),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_faces(new QTabWidget(this)),
      m_grid(new GridFace(session, selection, variants != nullptr, m_faces)),
      m_columnsFace(new QWidget(m_faces)),
      m_tokenActions(TokensFace::makeActions(this)),
      m_tokens(new LatePage<TokensFace>([this, &lens](QWidget *place) { return createTokens(place, lens); }, m_faces)),
      m_cases(new CaseSwitcher(document, selection, this)),
      m_views(new AnswerViewMenu(this)),
      m_comparison(new ColumnComparison(document, selection, session, background, this))
{
    createActions();
    m_splitter->setChildrenCollapsible(false);
    auto *scroll = new QScrollArea(m_faces);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_splitter);
    m_empty = makeEmptyState(tr("There is no variant yet. Add one: a model with its settings becomes a column here."), this);
    auto *inside = new QVBoxLayout(m_columnsFace);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(createBar());
    inside->addWidget(m_empty, 1);
    inside->addWidget(scroll, 1);
    m_faces->setObjectName(u"compareFaces"_s);
    m_faces->setDocumentMode(true);
    m_faces->setAccessibleName(tr("Compare"));
    m_faces->tabBar()->setAccessibleName(tr("Ways to compare"));
    m_faces->addTab(m_grid, tr("Grid"));
    m_faces->addTab(m_columnsFace, tr("Columns"));
    m_faces->addTab(m_tokens, tr("Tokens"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_faces);
    connectModels();
    connectGrid();
    if (!m_variants) { // the window's own panel has the keys
        const QList<QAction *> all = findChildren<QAction *>();
        for (QAction *action : all) {
            if (action->shortcutContext() != Qt::WidgetShortcut)
                action->setShortcut({});
        }
    }
    refresh();
}

void ComparePanel::createActions()
{
    m_link = new QAction(QIcon::fromTheme(u"link"_s), tr("Scroll Together"), this);
    m_link->setObjectName(u"scroll_together"_s);
    m_link->setCheckable(true);
    m_link->setChecked(true);
    connect(m_link, &QAction::toggled, m_scroll, &ScrollSync::setLinked);
    m_blind = BlindDialog::makeAction(m_session, this);
    connect(m_comparison, &ColumnComparison::changed, this, &ComparePanel::compareAnswers);
    connect(m_comparison, &ColumnComparison::pinned, this, [this](int variant) { m_grid->setBaseline(variant); });
}

QList<QAction *> ComparePanel::comparisonActions() const
{
    return m_comparison->actions();
}

QWidget *ComparePanel::createBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(4, 4, 4, 4);
    row->addWidget(m_cases, 1);
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

TokensFace *ComparePanel::createTokens(QWidget *place, LensState &lens)
{
    auto *face = new TokensFace(m_document, m_selection, m_session, lens, m_tokenActions, place);
    connect(face, &TokensFace::alternativesRequested, this, &ComparePanel::alternativesRequested);
    face->showCells(cells(), m_run);
    return face;
}

TokensFace *ComparePanel::tokens() const
{
    return m_tokens->page();
}

void ComparePanel::connectModels()
{
    // The other commands of the face do nothing before there is one.
    connect(m_tokenActions.nextColouring, &QAction::triggered, this, [this] { tokens()->colourByNextMeasure(); });
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(0);
    connect(&m_refreshTimer, &QTimer::timeout, this, &ComparePanel::refresh);
    connect(&m_document, &ExperimentDocument::experimentChanged, this, &ComparePanel::scheduleRefresh);
    connect(&m_selection, &Selection::changed, this, &ComparePanel::scheduleRefresh);
    connect(&m_session, &Session::planned, this, [this] {
        ++m_run;
        refresh();
    });
    connect(&m_session, &Session::cellsChanged, this, &ComparePanel::cellsChanged);
    connect(&m_session, &Session::cellsAdded, this, [this] { // the case that is shown may be among them
        if (std::ranges::any_of(m_found, [](const ResultLookup::Found &found) { return found.cell < 0; }))
            scheduleRefresh();
    });
    if (!m_variants)
        return;
    connect(m_variants, &VariantActions::renameRequested, this, [this](int index) {
        if (index < m_columns.size())
            m_columns.at(index)->startRename();
    });
}

void ComparePanel::connectGrid()
{
    connect(m_faces, &QTabWidget::currentChanged, this, [this] { m_faceIsChosen = m_faceIsChosen || !m_choosing; });
    connect(m_grid->filterAction(), &QAction::triggered, this, [this] {
        m_faces->setCurrentWidget(m_grid);
        m_grid->focusFilter();
    });
    connect(m_grid, &GridFace::columnsRequested, this, [this] { focusColumn(m_selection.variantIndex()); });
    connect(m_grid, &GridFace::runRequested, this, &ComparePanel::runCellRequested);
    connect(m_grid, &GridFace::baselineChosen, m_comparison, &ColumnComparison::pin);
}

/// Several cases are looked at in the grid, a single one in the columns, as long as nobody has turned to a face.
void ComparePanel::chooseFace()
{
    if (m_faceIsChosen)
        return;
    m_choosing = true;
    m_faces->setCurrentWidget(m_document.experiment().cases.size() > 1 ? m_grid : m_columnsFace);
    m_choosing = false;
}

void ComparePanel::showSameFace(const ComparePanel &other)
{
    m_faceIsChosen = other.m_faceIsChosen; // else the number of cases decides here as well
    if (m_faceIsChosen && other.m_faces->currentIndex() < m_faces->count())
        m_faces->setCurrentIndex(other.m_faces->currentIndex());
}

void ComparePanel::focusStart()
{
    if (m_faces->currentWidget() == m_grid)
        m_grid->focusCells();
    else
        focusColumn(0);
}

void ComparePanel::focusGrid()
{
    m_faces->setCurrentWidget(m_grid);
    m_grid->focusCells();
}

void ComparePanel::scheduleRefresh()
{
    m_refreshTimer.start();
}

void ComparePanel::refresh()
{
    m_refreshTimer.stop();
    chooseFace();
    syncColumns();
    for (int i = 0; i < m_columns.size(); ++i)
        showColumn(i);
    compareAnswers();
    showSelected();
    if (TokensFace *face = m_tokens->pageIfMade())
        face->showCells(cells(), m_run);
    Q_EMIT currentCellChanged();
}

/// The cell at each variant; −1: none.
QList<int> ComparePanel::cells() const
{
    QList<int> cells;
    for (const ResultLookup::Found &found : m_found)
        cells += found.cell;
    return cells;
}

void ComparePanel::syncColumns()
{
    const QList<Variant> &variants = m_document.experiment().variants;
    while (m_columns.size() < variants.size())
        addColumn();
    while (m_columns.size() > variants.size()) {
        VariantColumn *surplus = m_columns.takeLast();
        surplus->hide();
        surplus->deleteLater();
    }
    m_found.resize(variants.size());
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
    auto *rating = new RatingBar(
        m_session, [this, index] { return m_found.value(index, ResultLookup::Found{}).cell; }, column->pane(), column);
    column->layout()->addWidget(rating);
    connect(this, &ComparePanel::currentCellChanged, rating, &RatingBar::refresh);
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
    const Cell *cell = found.cell < 0 ? nullptr : m_session.body(found.cell);
    const quint64 answer = m_run << 32 | static_cast<quint64>(found.cell + 1);
    const auto freshness = found.outdated ? VariantColumn::Freshness::Outdated : VariantColumn::Freshness::Current;
    if (found.cell >= 0 && !cell) // the ledger is asked for it
        m_columns.at(index)->showOutline(m_session.outline(found.cell), answer, freshness);
    else
        m_columns.at(index)->showCell(cell, answer, freshness);
    m_columns.at(index)->setCurrent(index == m_selection.variantIndex());
}

void ComparePanel::showTokens()
{
    m_faces->setCurrentWidget(m_tokens);
    tokens()->focusTokens();
}

void ComparePanel::cellsChanged(int first, int last)
{
    if (TokensFace *face = m_tokens->pageIfMade())
        face->cellsChanged(first, last);
    for (int i = 0; i < m_found.size(); ++i) {
        const int cell = m_found.at(i).cell;
        if (cell < first || cell > last)
            continue;
        showColumn(i);
        if (isFinal(m_session.summary(cell).state))
            compareAnswers();
        else
            alignHeads();
        if (i == m_selection.variantIndex())
            Q_EMIT currentCellChanged();
    }
}

void ComparePanel::compareAnswers()
{
    m_comparison->show(m_columns, m_found);
    alignHeads();
}

void ComparePanel::rename(int index, const QString &name)
{
    Experiment next = m_document.experiment();
    if (index >= next.variants.size() || name.isEmpty() || name == next.variants.at(index).title())
        return;
    next.variants[index].label = name == next.variants.at(index).endpoint.id ? QString() : name;
    m_document.edit(std::move(next), tr("Rename a variant"));
}

int ComparePanel::currentCell() const
{
    return m_found.value(m_selection.variantIndex(), ResultLookup::Found{}).cell;
}

const Cell *ComparePanel::currentCellBody() const
{
    const int cell = currentCell();
    return cell < 0 ? nullptr : m_session.body(cell);
}

void ComparePanel::addFace(QWidget *face, const QString &title)
{
    m_faces->addTab(face, title);
}

void ComparePanel::showFace(QWidget *face)
{
    m_faces->setCurrentWidget(face);
}

void ComparePanel::focusColumn(int index)
{
    if (index >= 0 && index < m_columns.size()) {
        m_faces->setCurrentWidget(m_columnsFace);
        m_columns.at(index)->focusAnswer();
        scrollTo(m_columns.at(index)); // also where it was selected before and scrolled away since
    }
}

} // namespace Tempera
