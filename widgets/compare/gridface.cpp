// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/gridface.h"

#include "models/core/counted.h"
#include "models/items/celltext.h"
#include "models/items/gridmodel.h"
#include "models/items/gridtext.h"
#include "models/items/sharetext.h"
#include "widgets/common/controls.h"
#include "widgets/common/foldsection.h"
#include "widgets/common/selection.h"
#include "widgets/compare/columnfinder.h"
#include "widgets/compare/filterbar.h"
#include "widgets/compare/gridheads.h"
#include "widgets/compare/verdictstrip.h"
#include "widgets/judging/ratingactions.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What rows are put in order by, as the box lists it.
struct GridOrderChoice {
    GridOrder::By by = GridOrder::By::Case;
    GridMeasure measure = GridMeasure::Score;
};

const QList<GridOrderChoice> &gridOrderChoices()
{
    using By = GridOrder::By;
    static const QList<GridOrderChoice> all{{By::Case, {}},
                                            {By::Regression, {}},
                                            {By::Disagreement, {}},
                                            {By::Measure, GridMeasure::Score},
                                            {By::Measure, GridMeasure::Delta},
                                            {By::Measure, GridMeasure::Tokens},
                                            {By::Measure, GridMeasure::Cost},
                                            {By::Measure, GridMeasure::Latency},
                                            {By::Measure, GridMeasure::FirstToken},
                                            {By::Measure, GridMeasure::Speed}};
    return all;
}

constexpr int firstMeasure = 3;

} // namespace

GridFace::GridFace(const Session &session, Selection &selection, bool canRun, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_selection(selection),
      m_delegate(new GridDelegate(this)),
      m_filter(new FilterBar(this)),
      m_table(new QTableView(this)),
      m_above(new QWidget(this)),
      m_empty(makeEmptyState({}, this))
{
    createTable();
    createActions(canRun);
    m_empty->setObjectName(u"gridEmpty"_s);
    m_empty->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_filter);
    column->addWidget(createBar());
    column->addWidget(m_above, 1);
    auto *above = new QVBoxLayout(m_above);
    above->setContentsMargins(0, 0, 0, 0);
    above->addWidget(m_empty, 1);
    above->addWidget(m_table, 1);
    m_table->hide();
    m_empty->setText(tr("Nothing has been run yet. Run fills a grid of all cases and variants here."));
}

void GridFace::createTable()
{
    m_table->setObjectName(u"grid"_s);
    m_table->setAccessibleName(tr("All cases and variants of the run"));
    m_table->setItemDelegate(m_delegate);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    // The heads stay where they are; their size does not depend on what they say.
    auto *heads = new GridHeads(m_table);
    m_table->setHorizontalHeader(heads);
    heads->setFixedHeight(fontMetrics().lineSpacing() * 3 + 8);
    heads->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    heads->setDefaultSectionSize(fontMetrics().averageCharWidth() * 42);
    heads->setSectionsClickable(true);
    heads->setAccessibleName(tr("Columns of the grid"));
    QHeaderView *cases = m_table->verticalHeader();
    cases->setFixedWidth(fontMetrics().averageCharWidth() * 22);
    cases->setSectionResizeMode(QHeaderView::Fixed);
    cases->setTextElideMode(Qt::ElideRight);
    cases->setAccessibleName(tr("Cases of the grid"));
    cases->setDefaultSectionSize(GridDelegate::rowHeight(GridDensity::Line, fontMetrics()));
    heads->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(heads, &QHeaderView::customContextMenuRequested, this, &GridFace::showHeadMenu);
    connect(heads, &QHeaderView::sectionClicked, this, &GridFace::sortByHead);
}

QWidget *GridFace::createBar()
{
    auto *bar = new QWidget(this);
    m_order = new QComboBox(bar);
    m_order->setObjectName(u"gridOrder"_s);
    m_order->setAccessibleName(tr("Order of the cases"));
    m_order->setToolTip(
        tr("Order of the cases; numbers are those of the current column. A click on a head sorts by that column"));
    m_order->addItems({tr("In order"), tr("Regressions first"), tr("Disagreement first"), tr("Score"), tr("Difference"),
                       tr("Tokens"), tr("Cost"), tr("Time"), tr("First token"), tr("Tokens/s")});
    m_density = new QComboBox(bar);
    m_density->setObjectName(u"gridDensity"_s);
    m_density->setAccessibleName(tr("Height of the rows"));
    m_density->setToolTip(m_density->accessibleName());
    m_density->addItems({tr("Compact"), tr("One line"), tr("Tall")});
    m_density->setCurrentIndex(static_cast<int>(GridDensity::Line));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(4, 0, 4, 0);
    row->addWidget(m_order);
    row->addWidget(m_density);
    m_columns = new ColumnFinder(bar);
    m_columns->setObjectName(u"gridColumn"_s);
    connect(m_columns, &ColumnFinder::columnChosen, this, &GridFace::goToColumn);
    row->addWidget(m_columns);
    row->addStretch(1);
    connect(m_order, &QComboBox::activated, this, [this] {
        m_sortColumn = std::max(0, m_table->currentIndex().column());
        m_descending = false;
        takeOrder();
    });
    connect(m_density, &QComboBox::activated, this, [this](int index) { setDensity(static_cast<GridDensity>(index)); });
    return bar;
}

void GridFace::createActions(bool canRun)
{
    const auto add = [this](const QString &name, const QString &icon, const QString &text, const QKeySequence &key, auto slot) {
        auto *action = new QAction(QIcon::fromTheme(icon), text, m_table);
        action->setObjectName(name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        m_table->addAction(action);
    };
    add(u"grid_detail"_s, u"view-preview"_s, tr("Whole Answers Below"), Qt::Key_Space, &GridFace::toggleDetail);
    add(u"grid_columns"_s, u"view-split-left-right"_s, tr("Show in Columns"), Qt::Key_Return, &GridFace::columnsRequested);
    add(u"grid_copy"_s, u"edit-copy"_s, tr("Copy"), QKeySequence::Copy, [this] { copy(static_cast<int>(GridCopy::Text)); });
    add(u"grid_copy_markdown"_s, {}, tr("Copy as Markdown"), Qt::CTRL | Qt::ALT | Qt::Key_M,
        [this] { copy(static_cast<int>(GridCopy::Markdown)); });
    add(u"grid_copy_csv"_s, {}, tr("Copy as CSV"), Qt::CTRL | Qt::ALT | Qt::Key_V,
        [this] { copy(static_cast<int>(GridCopy::Csv)); });
    add(u"grid_pin"_s, u"pin"_s, tr("Use This Variant as the Baseline"), Qt::Key_B, &GridFace::pinCurrent);
    add(u"grid_better"_s, {}, tr("Only Cases Where This Column Is Better"), Qt::SHIFT | Qt::Key_B,
        [this] { filterColumn(m_table->currentIndex().column(), u"better"_s); });
    add(u"grid_worse"_s, {}, tr("Only Cases Where This Column Is Worse"), Qt::SHIFT | Qt::Key_W,
        [this] { filterColumn(m_table->currentIndex().column(), u"worse"_s); });
    add(u"grid_find_column"_s, u"edit-find"_s, tr("Go to a Column"), Qt::Key_C, [this] {
        m_columns->setFocus(Qt::ShortcutFocusReason);
        m_columns->lineEdit()->selectAll();
    });
    add(u"grid_request"_s, u"network-server"_s, tr("Show Request"), Qt::Key_Q, &GridFace::requestWanted);
    if (canRun)
        add(u"grid_run"_s, u"media-playback-start"_s, tr("Run This Cell Again"), Qt::Key_R, &GridFace::runRequested);
    m_stop = new QAction(QIcon::fromTheme(u"process-stop"_s), tr("Stop Searching"), m_table);
    m_stop->setObjectName(u"grid_stop"_s);
    m_stop->setShortcut(Qt::Key_Escape);
    m_stop->setShortcutContext(Qt::WidgetShortcut);
    m_stop->setEnabled(false);
    m_table->addAction(m_stop);
    new RatingActions(
        m_session, [this] { return m_model ? m_model->cellAt(m_table->currentIndex()) : -1; }, m_table, Qt::WidgetShortcut);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_find = new QAction(QIcon::fromTheme(u"view-filter"_s), tr("Filter the Grid"), this);
    m_find->setObjectName(u"grid_filter"_s);
    m_find->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
}

void GridFace::showEvent(QShowEvent *event)
{
    if (!m_model)
        createModel();
    QWidget::showEvent(event);
}

void GridFace::createModel()
{
    m_model = new GridModel(m_session, this);
    m_model->setBaseline(m_baseline);
    m_table->setModel(m_model);
    m_columns->setTable(m_model);
    if (m_verdict)
        takeBaselineRun();
    m_filter->setNames([this] { return m_model->names(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &GridFace::takeCurrent);
    connect(m_filter, &FilterBar::filterChanged, m_model, &GridModel::setFilter);
    connect(m_filter, &FilterBar::leaveRequested, this, &GridFace::focusCells);
    connect(m_filter, &FilterBar::stopRequested, m_model, &GridModel::stopSearch);
    connect(m_stop, &QAction::triggered, m_model, &GridModel::stopSearch);
    connect(m_model, &GridModel::searchChanged, this, &GridFace::updateState);
    connect(m_model, &GridModel::modelReset, this, &GridFace::updateState);
    connect(&m_selection, &Selection::changed, this, &GridFace::showCurrent);
    if (const auto filter = parseFilter(m_filter->text()))
        m_model->setFilter(*filter);
    takeOrder();
    updateState();
}

void GridFace::focusCells()
{
    QWidget *place = m_table->isHidden() ? static_cast<QWidget *>(m_filter->line()) : m_table;
    place->setFocus(Qt::ShortcutFocusReason);
}

void GridFace::focusFilter()
{
    m_filter->line()->setFocus(Qt::ShortcutFocusReason);
    m_filter->line()->selectAll();
}

/// Cases may have moved or gone since the run.
void GridFace::takeCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    const int cell = m_model->nearestCell(current);
    if (m_showing || cell < 0 || cell >= m_session.size())
        return;
    if (const std::optional<CellKey> place = m_session.lookup().placeOf(m_session.summary(cell).key))
        m_selection.setKey(*place);
}

void GridFace::showCurrent()
{
    const int cell = m_session.find(m_selection.key()).cell;
    if (cell < 0 || cell >= m_session.size())
        return;
    const QModelIndex current = m_table->currentIndex();
    const QModelIndex index = m_model->indexOf(m_session.summary(cell).key);
    const bool isBeside = current.row() == index.row() && current.column() < m_model->baselineColumns();
    if (!index.isValid() || index == current || (current.isValid() && isBeside)) // another run's answer has no cell here
        return;
    const bool before = std::exchange(m_showing, true);
    m_table->setCurrentIndex(index);
    m_showing = before;
}

void GridFace::updateState()
{
    const int all = m_model->allRows();
    const int shown = m_model->rowCount();
    const bool isEmpty = shown == 0 && !(m_model->isSearching() && all > 0);
    const bool hadFocus = m_table->hasFocus();
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (isEmpty && hadFocus)
        m_filter->line()->setFocus();
    if (isEmpty)
        m_empty->setText(all == 0 ? tr("Nothing has been run yet. Run fills a grid of all cases and variants here.")
                                  : m_model->whyEmpty());
    QString count;
    m_filter->setSearching(m_model->isSearching());
    m_stop->setEnabled(m_model->isSearching());
    const QString share = ShareText::percent(m_model->searchProgress());
    if (m_model->isSearching())
        count = tr("searching: %1, %2 found").arg(share, CellText::number(m_model->found()));
    else if (m_model->isStopped())
        count = tr("stopped at %1, %2 found").arg(share, CellText::number(shown));
    else if (all > 0)
        count = shown == all ? counted(tr("%1 case(s)", nullptr, countForm(all)), all).arg(CellText::number(all))
                             : tr("%1 of %2 cases").arg(CellText::number(shown), CellText::number(all));
    m_filter->setCount(count);
    showCurrent();
    makeRoom();
}

void GridFace::setBaseline(int variant)
{
    CellKey place = m_selection.key();
    place.variantIndex = variant;
    const int cell = m_session.find(place).cell;
    if (cell < 0)
        return;
    takeBaseline(m_session.summary(cell).key.variantIndex);
}

/// A variant of the experiment that ran.
void GridFace::takeBaseline(int ran)
{
    m_baseline = ran;
    if (m_verdict)
        m_verdict->setBaselineVariant(ran);
    if (m_model)
        m_model->setBaseline(ran);
}

RaceSettings GridFace::raceSettings() const
{
    RaceSettings race;
    race.measure = m_verdict ? m_verdict->verdict()->measure() : ScoreMeasure::Score;
    // The variant may stand at another place by now, or be gone.
    CellKey place = m_session.size() > 0 ? m_session.summary(0).key : CellKey();
    place.variantIndex = m_baseline;
    const std::optional<CellKey> now = m_session.size() > 0 ? m_session.lookup().placeOf(place) : std::nullopt;
    race.baselineVariant = now ? now->variantIndex : 0;
    return race;
}

void GridFace::takeBaselineRun()
{
    if (!m_model)
        return;
    m_model->setBaseline(m_verdict->verdict()->baselineRun() ? -1 : m_baseline);
    m_model->setBaselineRun(m_verdict->otherRun());
}

void GridFace::setVerdict(VerdictStrip *verdict)
{
    m_verdict = verdict;
    static_cast<QVBoxLayout *>(m_above->layout())->insertWidget(0, verdict);
    verdict->setBaselineVariant(m_baseline);
    connect(verdict, &VerdictStrip::unfolded, this, &GridFace::makeRoom);
    // Where another run is the baseline, no variant is.
    connect(verdict->verdict(), &LiveVerdict::changed, this, &GridFace::takeBaselineRun);
    connect(verdict, &VerdictStrip::baselineVariantChosen, this, [this](int ran) {
        takeBaseline(ran);
        CellKey place = m_session.size() > 0 ? m_session.summary(0).key : CellKey();
        place.variantIndex = ran;
        if (const std::optional<CellKey> now = m_session.lookup().placeOf(place))
            Q_EMIT baselineChosen(now->variantIndex);
    });
}

void GridFace::pinCurrent()
{
    const int cell = m_model ? m_model->cellAt(m_table->currentIndex()) : -1;
    const std::optional<CellKey> place = cell < 0 ? std::nullopt : m_session.lookup().placeOf(m_session.summary(cell).key);
    if (!place)
        return;
    takeBaseline(m_session.summary(cell).key.variantIndex);
    Q_EMIT baselineChosen(place->variantIndex);
}

void GridFace::setDensity(GridDensity density)
{
    const QSignalBlocker quiet(m_density);
    m_density->setCurrentIndex(static_cast<int>(density));
    m_delegate->setDensity(density);
    m_table->verticalHeader()->setDefaultSectionSize(GridDelegate::rowHeight(density, fontMetrics()));
    makeRoom();
    m_table->viewport()->update();
}

/// Up, down, and in order again.
void GridFace::sortByHead(int column)
{
    const bool isSame = m_order->currentIndex() >= firstMeasure && m_sortColumn == column;
    if (isSame && m_descending) {
        m_order->setCurrentIndex(0);
        m_descending = false;
    } else {
        m_descending = isSame;
        m_order->setCurrentIndex(std::max(firstMeasure, m_order->currentIndex()));
    }
    m_sortColumn = column;
    takeOrder();
}

void GridFace::takeOrder()
{
    const GridOrderChoice &choice = gridOrderChoices().at(m_order->currentIndex());
    const bool byColumn = choice.by == GridOrder::By::Measure;
    m_table->horizontalHeader()->setSortIndicatorShown(byColumn);
    m_table->horizontalHeader()->setSortIndicator(byColumn ? m_sortColumn : -1,
                                                  m_descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (m_model)
        m_model->setOrder({choice.by, byColumn ? m_sortColumn : 0, choice.measure, m_descending});
}

void GridFace::copy(int form)
{
    QModelIndexList chosen = m_table->selectionModel()->selectedIndexes();
    if (chosen.isEmpty() && m_table->currentIndex().isValid())
        chosen = {m_table->currentIndex()};
    if (const QString text = gridText(chosen, static_cast<GridCopy>(form)); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace Tempera
