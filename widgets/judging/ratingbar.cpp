// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/judging/ratingbar.h"

#include "models/items/ratingtext.h"
#include "models/judging/runjudgements.h"
#include "models/session/session.h"
#include "widgets/common/controls.h"
#include "widgets/judging/ratingactions.h"

#include <QAction>
#include <QHBoxLayout>

#include <utility>

namespace Tempera {

RatingBar::RatingBar(const Session &session, std::function<int()> cell, QWidget *answer, QWidget *place)
    : QWidget(place),
      m_actions(new RatingActions(session, cell, place, Qt::WidgetWithChildrenShortcut)),
      m_said(new OneLineLabel(OneLineLabel::Ink::Muted, this))
{
    answer->installEventFilter(m_actions); // it has the keyboard: undo comes there first
    m_said->setObjectName(QStringLiteral("ratingText"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(2);
    const QList<QAction *> actions = m_actions->actions();
    for (QAction *action : actions) {
        QToolButton *button = makeToolButton({}, action->toolTip(), this);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setDefaultAction(action);
        row->addWidget(button);
    }
    row->addWidget(m_said, 1);
    connect(&session.judgements(), &RunJudgements::ratingChanged, this, &RatingBar::refresh);
    connect(&session.judgements(), &RunJudgements::changed, this, &RatingBar::refresh);
    connect(&session, &Session::cellsChanged, this, [this, cell = std::move(cell)](int first, int last) {
        if (const int shown = cell(); shown >= first && shown <= last)
            refresh();
    });
    refresh();
}

void RatingBar::refresh()
{
    const bool canRate = m_actions->refresh();
    const QList<QAction *> actions = m_actions->actions();
    for (QAction *action : actions)
        action->setEnabled(canRate);
    const Rating said = m_actions->rating();
    m_said->setText(said.isEmpty() && !canRate ? tr("An answer that is whole can be rated") : ratingText(said));
    m_said->setMore(said.comment);
}

} // namespace Tempera
