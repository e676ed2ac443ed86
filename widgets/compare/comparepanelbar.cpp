// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/controls.h"
#include "widgets/common/foldsection.h"
#include "widgets/common/latepage.h"
#include "widgets/common/shrinkingbutton.h"
#include "widgets/compare/answercolumns.h"
#include "widgets/compare/answerviewmenu.h"
#include "widgets/compare/caseswitcher.h"
#include "widgets/compare/columncomparison.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/turnspage.h"
#include "widgets/compare/variantactions.h"
#include "widgets/compare/verdictstrip.h"
#include "widgets/judging/blinddialog.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {

void ComparePanel::createActions()
{
    m_link = new QAction(QIcon::fromTheme(u"link"_s), tr("Scroll Together"), this);
    m_link->setObjectName(u"scroll_together"_s);
    m_link->setCheckable(true);
    m_link->setChecked(true);
    connect(m_link, &QAction::toggled, this, [this](bool linked) {
        for (AnswerColumns *each : followedColumns())
            each->setLinked(linked);
    });
    m_turnsAction = new QAction(QIcon::fromTheme(u"view-list-text"_s), tr("Whole Conversations Turn by Turn"), this);
    m_turnsAction->setObjectName(u"conversation_turns"_s);
    m_turnsAction->setCheckable(true);
    connect(m_turnsAction, &QAction::toggled, this, &ComparePanel::showTurns);
    m_blind = BlindDialog::makeAction(m_session, this);
    connect(m_comparison, &ColumnComparison::changed, this, [this] {
        if (!seenDetail())
            m_columnsFace->make(); // the walk goes through them
        compareAnswers();
    });
    connect(m_comparison, &ColumnComparison::evidenceChanged, this, &ComparePanel::evidenceChanged);
    connect(m_comparison, &ColumnComparison::pinned, this, [this](int variant) { m_grid->setBaseline(variant); });
}

void ComparePanel::createAxisActions()
{
    auto *group = new QActionGroup(this);
    const auto add = [this, group](const QString &name, const QString &text, ColumnAxis axis) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setCheckable(true);
        group->addAction(action);
        m_axisActions += action;
        connect(action, &QAction::triggered, this, [this, axis] {
            m_axis = axis;
            followAxis();
        });
    };
    add(u"columns_variants"_s, tr("Variants Side by Side"), ColumnAxis::Variants);
    add(u"columns_prompts"_s, tr("Prompts Side by Side"), ColumnAxis::Prompts);
    add(u"columns_repeats"_s, tr("Repeats Side by Side"), ColumnAxis::Repeats);
    add(u"columns_runs"_s, tr("Runs Side by Side"), ColumnAxis::Runs);
    connect(m_axisActions.constLast(), &QAction::triggered, this, &ComparePanel::earlierRunsWanted);
    m_axisActions.constFirst()->setChecked(true);
}

/// The commands for what differs, beside what they act on.
void ComparePanel::createDetailHead()
{
    FoldSection *section = m_grid->detail();
    for (QAction *action : m_comparison->detailActions()) {
        QToolButton *button = makeToolButton({}, action->text(), section);
        button->setDefaultAction(action);
        section->addTool(button);
    }
    connect(section, &FoldSection::toggled, this, &ComparePanel::followDetail);
    connect(m_detail, &LatePlace::made, this, &ComparePanel::followDetail);
}

QList<QAction *> ComparePanel::comparisonActions() const
{
    return m_comparison->actions() + m_grid->verdict()->commands();
}

QAction *ComparePanel::inlineAction() const
{
    return m_comparison->inlineAction();
}

QWidget *ComparePanel::createColumns(QWidget *place)
{
    auto *face = new QWidget(place);
    m_answers = new AnswerColumns(m_document, m_selection, m_session, m_variants, AnswerColumns::Form::Usual, face);
    m_answers->setAxis(m_axis);
    m_answers->setAnswerView(m_views->view());
    m_answers->setLinked(m_link->isChecked());
    connectColumns(*m_answers);
    giveRuns(*m_answers);
    m_empty = makeEmptyState(tr("There is no variant yet. Add one: a model with its settings becomes a column here."), face);
    auto *inside = new QVBoxLayout(face);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(createBar(face));
    inside->addWidget(m_empty, 1);
    inside->addWidget(m_answers, 1);
    showColumnsState();
    m_answers->refresh(m_run);
    compareAnswers();
    return face;
}

void ComparePanel::showTurns(bool shown)
{
    m_columnsFace->make();
    m_faces->setCurrentWidget(m_columnsFace);
    if (!m_turns) {
        m_turns = new TurnsPage(m_document, m_selection, m_session, m_answers->parentWidget());
        m_turns->setAxis(m_axis);
        static_cast<QVBoxLayout *>(m_answers->parentWidget()->layout())->addWidget(m_turns, 1);
    }
    m_answers->setVisible(!shown);
    m_turns->setVisible(shown);
    focusColumn(answers().currentColumn());
}

bool ComparePanel::showsTurns() const
{
    return m_turns && m_turnsAction->isChecked();
}

/// What stands around the columns.
void ComparePanel::showColumnsState()
{
    const Experiment &experiment = m_document.experiment();
    m_empty->setVisible(experiment.variants.isEmpty());
    m_alongButton->setVisible(experiment.prompts.size() > 1 || experiment.repeat > 1 || m_session.size() > 0);
}

QWidget *ComparePanel::createBar(QWidget *face)
{
    auto *bar = new QWidget(face);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(4, 4, 4, 4);
    row->setSpacing(2);
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
    connect(m_views, &AnswerViewMenu::changed, this, [this](AnswerView view) {
        for (AnswerColumns *each : followedColumns())
            each->setAnswerView(view);
    });
    auto *along = new QMenu(bar);
    along->addActions(m_axisActions);
    along->addSeparator();
    along->addAction(m_turnsAction);
    m_alongButton = makeToolButton(u"view-split-left-right"_s, tr("What stands side by side"), bar);
    m_alongButton->setObjectName(u"columnAxis"_s);
    m_alongButton->setPopupMode(QToolButton::InstantPopup);
    m_alongButton->setMenu(along);
    row->addWidget(m_alongButton);
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

} // namespace Tempera
