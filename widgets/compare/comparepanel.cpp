// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/comparepanel.h"

#include "models/experiment/experimentdocument.h"
#include "models/experiment/titles.h"
#include "models/session/session.h"
#include "widgets/common/controls.h"
#include "widgets/common/foldsection.h"
#include "widgets/common/latepage.h"
#include "widgets/common/selection.h"
#include "widgets/compare/answercolumns.h"
#include "widgets/compare/answerviewmenu.h"
#include "widgets/compare/caseswitcher.h"
#include "widgets/compare/chartspage.h"
#include "widgets/compare/columncomparison.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/turnspage.h"
#include "widgets/compare/variantactions.h"
#include "widgets/compare/verdictstrip.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

ComparePanel::ComparePanel(ExperimentDocument &document, Selection &selection, const Session &session, VariantActions *variants,
                           LensState &lens, Background *background, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_session(session),
      m_variants(variants),
      m_faces(new QTabWidget(this)),
      m_grid(new GridFace(session, selection, variants != nullptr, m_faces)),
      m_columnsFace(new LatePlace([this](QWidget *place) { return createColumns(place); }, m_faces)),
      m_detail(new LatePage<AnswerColumns>([this](QWidget *place) { return createDetail(place); })),
      m_tokenActions(TokensFace::makeActions(this)),
      m_tokens(new LatePage<TokensFace>([this, &lens](QWidget *place) { return createTokens(place, lens); }, m_faces)),
      m_cases(new CaseSwitcher(document, selection, this)),
      m_views(new AnswerViewMenu(this)),
      m_comparison(new ColumnComparison(document, selection, session, background, this))
{
    m_grid->setVerdict(new VerdictStrip(session, background, m_grid));
    createActions();
    createAxisActions();
    createFaces(background);
    connectModels();
    connectGrid();
    connectRuns();
    if (!m_variants) { // the window's own panel has the keys
        const QList<QAction *> all = findChildren<QAction *>();
        for (QAction *action : all) {
            if (action->shortcutContext() != Qt::WidgetShortcut)
                action->setShortcut({});
        }
    }
    refresh();
}

void ComparePanel::createFaces(Background *background)
{
    m_cases->hide(); // until it has its place
    m_grid->setDetail(m_detail);
    createDetailHead();
    m_faces->setObjectName(u"compareFaces"_s);
    m_faces->setElideMode(Qt::ElideRight); // where their names do not fit beside each other
    m_faces->setUsesScrollButtons(false);
    m_faces->setDocumentMode(true);
    m_faces->setAccessibleName(tr("Compare"));
    m_faces->tabBar()->setAccessibleName(tr("Ways to compare"));
    m_faces->addTab(m_grid, tr("Grid"));
    m_faces->addTab(m_columnsFace, tr("Columns"));
    m_charts = addCharts(*m_faces, *m_grid, m_session, background);
    m_faces->addTab(m_tokens, tr("Tokens"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_faces);
}

TokensFace *ComparePanel::createTokens(QWidget *place, LensState &lens)
{
    auto *face = new TokensFace(m_document, m_selection, m_session, lens, m_tokenActions, place);
    connect(face, &TokensFace::alternativesRequested, this, &ComparePanel::alternativesRequested);
    face->showCells(cells(), m_run);
    return face;
}

AnswerColumns *ComparePanel::createDetail(QWidget *place)
{
    auto *detail = new AnswerColumns(m_document, m_selection, m_session, m_variants, AnswerColumns::Form::Compact, place);
    detail->setObjectName(u"detail"_s);
    detail->setAxis(m_axis);
    detail->setAnswerView(m_views->view());
    detail->setLinked(m_link->isChecked());
    connectColumns(*detail);
    giveRuns(*detail);
    return detail;
}

void ComparePanel::connectColumns(AnswerColumns &columns)
{
    connect(&columns, &AnswerColumns::keyRequested, this, &ComparePanel::keyRequested);
    connect(&columns, &AnswerColumns::runAgainRequested, this, &ComparePanel::runFailedRequested);
    connect(&columns, &AnswerColumns::othersArrived, this, &ComparePanel::compareAnswers);
}

const QList<VariantColumn *> &ComparePanel::columns() const
{
    return answers().columns();
}

AnswerColumns &ComparePanel::answers() const
{
    m_columnsFace->make();
    return *m_answers;
}

AnswerColumns *ComparePanel::detail() const
{
    return m_detail->pageIfMade();
}

TokensFace *ComparePanel::tokens() const
{
    return m_tokens->page();
}

void ComparePanel::connectModels()
{
    // The other commands of the face do nothing before there is one.
    connect(m_tokenActions.nextColouring, &QAction::triggered, this, [this] { tokens()->colourByNextMeasure(); });
    connect(m_tokenActions.scorePrompt, &QAction::triggered, this, [this] {
        m_faces->setCurrentWidget(m_tokens);
        tokens()->scorePrompt();
    });
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
        const auto isMissing = [](const ResultLookup::Found &found) { return found.cell < 0; };
        if (!m_answers || std::ranges::any_of(m_answers->found(), isMissing))
            scheduleRefresh();
    });
    if (!m_variants)
        return;
    connect(m_variants, &VariantActions::renameRequested, this, [this](int index) {
        AnswerColumns *detail = seenDetail();
        (detail ? *detail : answers()).startRename(index);
    });
}

void ComparePanel::connectGrid()
{
    connect(m_faces, &QTabWidget::currentChanged, this, [this] {
        m_faceIsChosen = m_faceIsChosen || !m_choosing;
        followDetail();
    });
    connect(m_grid->filterAction(), &QAction::triggered, this, [this] {
        m_faces->setCurrentWidget(m_grid);
        m_grid->focusFilter();
    });
    connect(m_grid, &GridFace::columnsRequested, this, [this] { focusColumn(answers().currentColumn()); });
    connect(m_grid->verdict(), &VerdictStrip::seenWanted, m_faces, [this] { m_faces->setCurrentWidget(m_grid); });
    connect(m_grid, &GridFace::runRequested, this, &ComparePanel::runCellRequested);
    connect(m_grid, &GridFace::requestWanted, this, &ComparePanel::requestWanted);
    connect(m_grid, &GridFace::baselineChosen, m_comparison, &ColumnComparison::pin);
}

/// Several cases are looked at in the grid, a single one in the columns, as long as nobody has turned to a face.
void ComparePanel::chooseFace()
{
    if (m_faceIsChosen)
        return;
    m_choosing = true;
    m_faces->setCurrentWidget(m_document.experiment().cases.size() > 1 ? static_cast<QWidget *>(m_grid) : m_columnsFace);
    m_choosing = false;
}

void ComparePanel::showSameFace(const ComparePanel &other)
{
    m_faceIsChosen = other.m_faceIsChosen; // else the number of cases decides here as well
    const QString seen = other.m_faces->tabText(other.m_faces->currentIndex());
    for (int i = 0; m_faceIsChosen && i < m_faces->count(); ++i) { // which has not all faces of the open experiment
        if (m_faces->tabText(i) == seen)
            m_faces->setCurrentIndex(i);
    }
    m_grid->detail()->setOpen(other.m_grid->detail()->isOpen());
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

void ComparePanel::setRunStore(RunStore *store)
{
    connect(m_charts, &LatePlace::made, this, [this, store] { m_charts->pageIfMade()->setRunStore(store); });
}

void ComparePanel::focusCharts()
{
    m_faces->setCurrentWidget(m_charts);
    m_charts->page()->focusChart();
}

void ComparePanel::scheduleRefresh()
{
    m_refreshTimer.start();
}

void ComparePanel::refresh()
{
    m_refreshTimer.stop();
    chooseFace();
    const Experiment &experiment = m_document.experiment();
    m_grid->detail()->setDetail(caseTitle(experiment, m_selection.caseIndex()));
    for (const ColumnAxis axis : {ColumnAxis::Variants, ColumnAxis::Prompts, ColumnAxis::Repeats, ColumnAxis::Runs})
        m_axisActions.at(static_cast<int>(axis))->setEnabled(usableAxis(axis, experiment) == axis);
    if (m_answers)
        showColumnsState();
    for (AnswerColumns *each : followedColumns())
        each->refresh(m_run);
    m_axisActions.at(static_cast<int>(usableAxis(m_axis, experiment)))->setChecked(true);
    compareAnswers();
    if (TokensFace *face = m_tokens->pageIfMade())
        face->showCells(cells(), m_run);
    Q_EMIT currentCellChanged();
}

void ComparePanel::settle()
{
    if (m_refreshTimer.isActive())
        refresh();
    if (m_faces->currentWidget() == m_columnsFace)
        m_columnsFace->make();
}

void ComparePanel::followAxis()
{
    for (AnswerColumns *each : followedColumns())
        each->setAxis(m_axis);
    if (m_turns)
        m_turns->setAxis(m_axis);
    refresh();
}

/// It was opened, folded, or its face turned to or away from.
void ComparePanel::followDetail()
{
    if (AnswerColumns *detail = seenDetail())
        detail->refresh(m_run);
    compareAnswers();
}

/// All that there is; what is not seen is brought up to date when it is.
QList<AnswerColumns *> ComparePanel::followedColumns() const
{
    QList<AnswerColumns *> all{m_answers, m_detail->pageIfMade()};
    all.removeAll(nullptr);
    return all;
}

AnswerColumns *ComparePanel::seenDetail() const
{
    const bool isSeen = m_faces->currentWidget() == m_grid && m_grid->detail()->isOpen();
    return isSeen ? m_detail->pageIfMade() : nullptr;
}

/// The cell at each variant; −1: none.
QList<int> ComparePanel::cells() const
{
    QList<int> cells;
    for (int i = 0; i < m_document.experiment().variants.size(); ++i)
        cells += m_session.find(placeInColumn(ColumnAxis::Variants, m_selection.key(), i)).cell;
    return cells;
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
    if (m_answers)
        showChanged(*m_answers, first, last);
    if (AnswerColumns *detail = seenDetail())
        showChanged(*detail, first, last);
    if (const int current = currentCell(); current >= 0 && current >= first && current <= last)
        Q_EMIT currentCellChanged();
}

void ComparePanel::showChanged(AnswerColumns &columns, int first, int last)
{
    bool isShown = false;
    bool hasEnded = false;
    for (int i = 0; i < columns.found().size(); ++i) {
        const int cell = columns.found().at(i).cell;
        if (cell < 0 || cell < first || cell > last)
            continue;
        columns.showColumn(i);
        isShown = true;
        hasEnded = hasEnded || isFinal(m_session.summary(cell).state);
    }
    if (hasEnded)
        compareAnswers();
    else if (isShown)
        columns.alignHeads();
}

/// In what is seen: the whole answers under the grid, or the columns.
void ComparePanel::compareAnswers()
{
    AnswerColumns *detail = seenDetail();
    if (AnswerColumns *seen = detail ? detail : m_answers)
        m_comparison->show(*seen);
    for (AnswerColumns *each : followedColumns())
        each->alignHeads();
}

int ComparePanel::currentCell() const
{
    return m_document.experiment().variants.isEmpty() ? -1 : m_session.find(m_selection.key()).cell;
}

const Cell *ComparePanel::currentCellBody() const
{
    const int cell = currentCell();
    return cell < 0 ? nullptr : m_session.body(cell);
}

void ComparePanel::addFace(QWidget *face, const QString &title, int place)
{
    m_faces->insertTab(place, face, title);
}

void ComparePanel::showFace(QWidget *face)
{
    m_faces->setCurrentWidget(face);
}

void ComparePanel::focusColumn(int index)
{
    if (index < 0 || index >= columns().size())
        return;
    m_faces->setCurrentWidget(m_columnsFace);
    if (showsTurns())
        m_turns->focusTurns(index);
    else
        answers().focusColumn(index);
}

} // namespace Tempera
