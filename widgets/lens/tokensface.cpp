// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lens/tokensface.h"

#include "models/items/tokensmodel.h"
#include "models/items/tokentext.h"
#include "models/session/promptscoring.h"
#include "models/text/displaytext.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"
#include "widgets/lens/tokencolumn.h"
#include "widgets/lens/tokenview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

TokensFace::TokensFace(ExperimentDocument &document, Selection &selection, const Session &session, LensState &state,
                       const Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_session(session),
      m_state(state),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_pages(new QStackedWidget(this)),
      m_actions(actions)
{
    setObjectName(u"tokensFace"_s);
    m_splitter->setChildrenCollapsible(false);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_splitter);
    m_pages->addWidget(
        makeEmptyState(tr("There is no variant yet. Add one and run it: its answer appears here token by token."), this));
    m_pages->addWidget(scroll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    createBar();
    connectActions();
    column->addWidget(m_pages, 1);
    connect(&session, &Session::branchAdded, this, &TokensFace::refresh);
    connect(&session, &Session::branchChanged, this, &TokensFace::branchChanged);
    connect(&state, &LensState::currentChanged, this, [this] {
        visited(m_state.place());
        for (TokenColumn *each : std::as_const(m_columns))
            each->update();
        updateActions();
    });
    connect(&state, &LensState::historyChanged, this, &TokensFace::updateActions);
    connect(&state, &LensState::answerRequested, this, &TokensFace::goTo);
    connect(&state, &LensState::rowRequested, this, [this](int row) {
        if (TokenColumn *looked = current())
            looked->setCurrentToken(row);
    });
    updateActions();
}

void TokensFace::connectActions()
{
    connect(m_actions.everyVariant, &QAction::toggled, this, [this] {
        refresh();
        fetchMissing();
    });
    connect(m_actions.table, &QAction::toggled, this, [this](bool on) {
        for (TokenColumn *each : std::as_const(m_columns))
            each->setTable(on);
    });
    connect(m_actions.timeline, &QAction::toggled, this, [this](bool on) {
        for (TokenColumn *each : std::as_const(m_columns))
            each->setTimeline(on);
    });
    connect(&m_state.promptScoring(), &PromptScoring::progressChanged, this, &TokensFace::showScoring);
    connect(&m_state.promptScoring(), &PromptScoring::finished, this, &TokensFace::promptScored);
    connect(m_actions.back, &QAction::triggered, this, [this] { walk(-1); });
    connect(m_actions.forward, &QAction::triggered, this, [this] { walk(1); });
    connect(m_actions.parent, &QAction::triggered, this, &TokensFace::goToParent);
    connect(m_actions.child, &QAction::triggered, this, &TokensFace::goToChild);
    connect(m_actions.previous, &QAction::triggered, this, [this] { goToSibling(-1); });
    connect(m_actions.next, &QAction::triggered, this, [this] { goToSibling(1); });
    connect(m_actions.undo, &QAction::triggered, &m_state, &LensState::undoBranch);
    connect(m_actions.remove, &QAction::triggered, &m_state, &LensState::removeBranch);
}

void TokensFace::createBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(4, 4, 4, 0);
    m_colouring = new QComboBox(bar);
    m_colouring->setObjectName(u"tokenColouring"_s);
    m_colouring->setAccessibleName(tr("What tokens are coloured by"));
    m_colouring->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_colouring->addItems({tr("Probability"), tr("Entropy"), tr("Rank"), tr("Surprisal")});
    connect(m_colouring, &QComboBox::currentIndexChanged, this, &TokensFace::setColouring);
    m_legend = new TokenLegend(bar);
    m_tree = makeToolButton(u"vcs-branch"_s, tr("Branches"), bar);
    m_tree->setObjectName(u"branchTree"_s);
    m_tree->setPopupMode(QToolButton::InstantPopup);
    m_treeMenu = new QMenu(m_tree);
    m_tree->setMenu(m_treeMenu);
    connect(m_treeMenu, &QMenu::aboutToShow, this, &TokensFace::fillTree);
    m_stopScoring = makeToolButton(u"media-playback-stop"_s, tr("Stop scoring the prompt"), bar);
    m_stopScoring->setObjectName(u"stopPromptScoring"_s);
    m_stopScoring->setFocusPolicy(Qt::StrongFocus);
    m_stopScoring->hide();
    connect(m_stopScoring, &QToolButton::clicked, &m_state.promptScoring(), &PromptScoring::stop);
    row->addWidget(m_colouring);
    row->addWidget(m_legend, 1);
    row->addWidget(m_stopScoring);
    const auto addButton = [row, bar](QAction *action) {
        QToolButton *button = makeToolButton({}, action->text(), bar);
        button->setDefaultAction(action);
        row->addWidget(button);
    };
    addButton(m_actions.back);
    addButton(m_actions.forward);
    row->addWidget(m_tree);
    addButton(m_actions.scorePrompt);
    addButton(m_actions.everyVariant);
    addButton(m_actions.table);
    addButton(m_actions.timeline);
    layout()->addWidget(bar);
}

void TokensFace::colourByNextMeasure()
{
    m_colouring->setCurrentIndex((m_colouring->currentIndex() + 1) % m_colouring->count());
}

void TokensFace::setColouring(int index)
{
    const auto colouring = static_cast<TokenColouring>(index);
    m_legend->setColouring(colouring);
    for (TokenColumn *each : std::as_const(m_columns))
        each->setColouring(colouring);
}

void TokensFace::showCells(const QList<int> &cells, quint64 run)
{
    m_cells = cells;
    if (std::exchange(m_run, run) != run) { // what was visited is of another run
        m_visited.clear();
        m_at = -1;
    }
    refresh();
    fetchMissing();
}

void TokensFace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    fetchMissing();
}

/// Only when it is shown: a trace that was dropped to make room for it must not be fetched in turn.
void TokensFace::fetchMissing()
{
    if (!isVisible())
        return;
    const QList<AnswerPlace> places = wanted();
    for (const AnswerPlace &place : places) {
        if (place.cell >= 0 && place.branch < 0)
            (void)m_session.body(place.cell);
    }
}

/// Each answer, followed by its branches in the order in which they were made, and by its prompt where that was scored.
QList<AnswerPlace> TokensFace::wanted() const
{
    QList<AnswerPlace> places;
    const int variants = static_cast<int>(m_document.experiment().variants.size());
    for (int variant = 0; variant < variants; ++variant) {
        if (!m_actions.everyVariant->isChecked() && variant != m_selection.variantIndex())
            continue;
        const int cell = m_cells.value(variant, -1);
        places += AnswerPlace{variant, cell, -1};
        if (cell < 0)
            continue;
        const QList<int> branches = treeOf(cell).all();
        for (const int branch : branches)
            places += AnswerPlace{variant, cell, branch};
        if (hasPrompt(cell)) // last, so that no column that somebody walks in becomes another one
            places += AnswerPlace{variant, cell, -1, true};
    }
    return places;
}

/// Not updated while another face is shown; updated when it is shown again.
void TokensFace::refresh()
{
    if (!isVisible())
        return;
    const QList<AnswerPlace> places = wanted();
    syncColumns(places.size());
    m_pages->setCurrentIndex(places.isEmpty() ? 0 : 1);
    for (int i = 0; i < places.size(); ++i) {
        if (places.at(i).isPrompt)
            showPrompt(*m_columns.at(i), places.at(i));
        else
            showAnswer(*m_columns.at(i), places.at(i));
    }
    updateActions();
}

void TokensFace::syncColumns(qsizetype count)
{
    while (m_columns.size() < count) {
        auto *column = new TokenColumn(m_state, m_splitter);
        m_columns += column;
        m_splitter->addWidget(column);
        column->setColouring(static_cast<TokenColouring>(m_colouring->currentIndex()));
        column->setTable(m_actions.table->isChecked());
        column->setTimeline(m_actions.timeline->isChecked());
        connect(column, &TokenColumn::focused, this, [this, column] { m_selection.setVariantIndex(column->place().variant); });
        connect(column, &TokenColumn::activated, this, &TokensFace::alternativesRequested);
    }
    while (m_columns.size() > count) {
        TokenColumn *surplus = m_columns.takeLast();
        if (m_state.tokens() == surplus->tokens())
            m_state.setCurrent(nullptr, {}, -1);
        surplus->hide();
        surplus->deleteLater();
    }
}

void TokensFace::showAnswer(TokenColumn &column, const AnswerPlace &place)
{
    const bool isBranch = place.branch >= 0;
    const Branch *branch = isBranch ? &m_session.branches().at(static_cast<std::size_t>(place.branch)) : nullptr;
    const Cell *body = isBranch ? &branch->cell : place.cell < 0 ? nullptr : m_session.bodyInMemory(place.cell);
    const Cell outline = !body && place.cell >= 0 ? m_session.outline(place.cell) : Cell(); // its body had to make room
    const Cell *cell = body || place.cell < 0 ? body : &outline;
    const quint64 answer = m_run << 32
                           | static_cast<quint64>(isBranch ? 0x80000000U + static_cast<unsigned>(place.branch)
                                                           : static_cast<unsigned>(place.cell + 1));
    column.showAnswer(place, titleOf(place), cell, answer, branch);
}

void TokensFace::cellsChanged(int first, int last)
{
    if (isVisible() && std::ranges::any_of(m_cells, [=](int cell) { return cell >= first && cell <= last; }))
        refresh();
}

void TokensFace::branchChanged(int)
{
    refresh();
}

QString TokensFace::titleOf(const AnswerPlace &place) const
{
    const QList<Variant> &variants = m_document.experiment().variants;
    if (place.branch < 0) {
        const QString title = place.variant < variants.size() ? variants.at(place.variant).title() : QString();
        return place.isPrompt ? tr("Prompt of %1").arg(title) : title;
    }
    const Branch &branch = m_session.branches().at(static_cast<std::size_t>(place.branch));
    const auto position = static_cast<std::size_t>(branch.position);
    const QString token =
        position < branch.cell.trace.size() ? TokenText::visible(branch.cell.trace[position]->piece) : QString();
    const QString parent = branch.parent > 0 ? tr("branch %1").arg(branch.parent) : tr("the answer");
    return branch.chosen
               ? tr("Branch %1: from %2 at token %3 with “%4”").arg(branch.number).arg(parent).arg(branch.position + 1).arg(token)
               : tr("Branch %1: %2 continued from token %3").arg(branch.number).arg(parent).arg(branch.position + 1);
}

TokenColumn *TokensFace::current() const
{
    for (TokenColumn *each : m_columns) {
        if (m_state.tokens() == each->tokens())
            return each;
    }
    return nullptr;
}

void TokensFace::focusTokens()
{
    TokenColumn *column = current();
    for (TokenColumn *each : std::as_const(m_columns)) {
        if (!column && each->place().variant == m_selection.variantIndex())
            column = each;
    }
    if (column)
        column->focusTokens();
    else
        m_colouring->setFocus(Qt::ShortcutFocusReason);
}

void TokensFace::goTo(const AnswerPlace &place)
{
    if (place.variant != m_selection.variantIndex())
        m_selection.setVariantIndex(place.variant);
    refresh();
    for (TokenColumn *each : std::as_const(m_columns)) {
        if (each->place() != place)
            continue;
        const Branch *branch = place.branch < 0 ? nullptr : &m_session.branches().at(static_cast<std::size_t>(place.branch));
        if (each->currentToken() < 0 && branch)
            each->setCurrentToken(branch->position);
        each->focusTokens();
        m_state.setCurrent(each->tokens(), place, each->currentToken());
        if (auto *scroll = qobject_cast<QScrollArea *>(m_pages->currentWidget()))
            scroll->ensureWidgetVisible(each);
    }
}

void TokensFace::visited(const AnswerPlace &place)
{
    if (m_walking || place.cell < 0 || (m_at >= 0 && m_visited.at(m_at) == place))
        return;
    m_visited.resize(m_at + 1);
    m_visited += place;
    m_at = m_visited.size() - 1;
}

void TokensFace::walk(int by)
{
    const QScopedValueRollback walking(m_walking, true);
    for (qsizetype next = m_at + by; next >= 0 && next < m_visited.size(); next += by) {
        const AnswerPlace place = m_visited.at(next);
        if (place.branch >= 0 && m_session.branches().at(static_cast<std::size_t>(place.branch)).removed)
            continue;
        m_at = next;
        goTo(place);
        break;
    }
    updateActions();
}

BranchTree TokensFace::treeOf(int cell) const
{
    const bool exists = cell >= 0 && cell < m_session.size(); // it may be another run's
    return exists ? BranchTree(m_session.branches(), m_session.summary(cell).key) : BranchTree({}, {});
}

void TokensFace::goToBranch(std::optional<int> branch)
{
    const AnswerPlace &from = m_state.place();
    if (branch)
        goTo({from.variant, from.cell, *branch});
}

void TokensFace::goToParent()
{
    goToBranch(treeOf(m_state.place().cell).parentOf(m_state.place().branch));
}

void TokensFace::goToChild()
{
    const QList<int> children = treeOf(m_state.place().cell).childrenOf(m_state.place().branch);
    if (!children.isEmpty())
        goToBranch(children.constFirst());
}

void TokensFace::goToSibling(int by)
{
    goToBranch(treeOf(m_state.place().cell).siblingOf(m_state.place().branch, by));
}

/// The whole tree of the current answer, indented, under the ways to walk it.
void TokensFace::fillTree()
{
    m_treeMenu->clear();
    m_treeMenu->addActions({m_actions.parent, m_actions.child, m_actions.previous, m_actions.next});
    m_treeMenu->addSeparator();
    m_treeMenu->addActions({m_actions.undo, m_actions.remove});
    m_treeMenu->addSeparator();
    const int variant = m_selection.variantIndex();
    const int cell = m_cells.value(variant, -1);
    if (cell < 0)
        return;
    const BranchTree tree = treeOf(cell);
    const auto add = [this, &tree](const auto &self, const AnswerPlace &place, int depth) -> void {
        QString title = QString(depth * 4, u' ') + (depth > 0 ? u"↳ "_s : QString()) + DisplayText::of(titleOf(place));
        QAction *entry = m_treeMenu->addAction(title.replace(u'&', u"&&"_s));
        entry->setCheckable(true);
        entry->setChecked(place == m_state.place());
        connect(entry, &QAction::triggered, this, [this, place] { goTo(place); });
        const QList<int> children = tree.childrenOf(place.branch);
        for (const int child : children)
            self(self, {place.variant, place.cell, child}, depth + 1);
    };
    add(add, {variant, cell, BranchTree::Answer}, 0);
}

void TokensFace::updateActions()
{
    const AnswerPlace &place = m_state.place();
    m_actions.back->setEnabled(m_at > 0);
    m_actions.forward->setEnabled(m_at + 1 < m_visited.size());
    m_actions.parent->setEnabled(place.branch >= 0);
    m_actions.child->setEnabled(!treeOf(place.cell).childrenOf(place.branch).isEmpty());
    m_actions.remove->setEnabled(place.branch >= 0);
    m_actions.undo->setEnabled(m_state.canUndoBranch());
    updateScorePrompt();
}

} // namespace Tempera
