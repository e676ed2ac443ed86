// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/judging/ratingactions.h"

#include "models/items/ratingtext.h"
#include "models/judging/runjudgements.h"
#include "models/session/session.h"
#include "widgets/judging/ratingdialog.h"

#include <QAction>
#include <QKeyEvent>
#include <QWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

RatingActions::RatingActions(const Session &session, std::function<int()> cell, QWidget *widget, Qt::ShortcutContext keys)
    : QObject(widget), m_session(session), m_cell(std::move(cell)), m_widget(widget)
{
    const auto add = [this, keys](const QString &name, const QString &sign, const QString &text, Qt::Key key) {
        auto *action = new QAction(sign + u' ' + text, m_widget);
        action->setIconText(sign);
        action->setToolTip(text);
        action->setObjectName(name);
        action->setShortcut(key);
        action->setShortcutContext(keys);
        m_widget->addAction(action);
        return action;
    };
    m_up = add(u"rate_up"_s, thumbSign(Thumb::Up), tr("Good Answer"), Qt::Key_Plus);
    m_down = add(u"rate_down"_s, thumbSign(Thumb::Down), tr("Bad Answer"), Qt::Key_Minus);
    m_more = add(u"rate_more"_s, u"✎"_s, tr("Score, Tags, Comment…"), Qt::Key_N);
    m_up->setCheckable(true);
    m_down->setCheckable(true);
    connect(m_up, &QAction::triggered, this, [this] { toggle(Thumb::Up); });
    connect(m_down, &QAction::triggered, this, [this] { toggle(Thumb::Down); });
    connect(m_more, &QAction::triggered, this, &RatingActions::askForMore);
    connect(&session.judgements(), &RunJudgements::ratingChanged, this, &RatingActions::refresh);
    connect(&session.judgements(), &RunJudgements::changed, this, &RatingActions::refresh);
    m_widget->installEventFilter(this);
}

bool RatingActions::refresh()
{
    const int cell = m_cell();
    const bool canRate = cell >= 0 && cell < m_session.size() && m_session.summary(cell).state == CellState::Done;
    const Thumb thumb = rating().thumb;
    m_up->setChecked(thumb == Thumb::Up);
    m_down->setChecked(thumb == Thumb::Down);
    return canRate;
}

Rating RatingActions::rating() const
{
    const int cell = m_cell();
    const Rating *said =
        cell < 0 || cell >= m_session.size() ? nullptr : m_session.judgements().ratingOf(m_session.originOf(cell));
    return said ? *said : Rating();
}

void RatingActions::rate(const Rating &rating)
{
    if (refresh())
        m_session.judgements().rate(m_session.originOf(m_cell()), rating);
    refresh();
}

void RatingActions::toggle(Thumb thumb)
{
    Rating next = rating();
    next.thumb = next.thumb == thumb ? Thumb::None : thumb;
    rate(next);
}

/// The answer is the one that was current when it was asked, whatever becomes current meanwhile.
void RatingActions::askForMore()
{
    if (!refresh())
        return;
    const AnswerOrigin answer = m_session.originOf(m_cell());
    auto *dialog = new RatingDialog(rating(), m_session.judgements().tags(), m_widget->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, answer] { m_session.judgements().rate(answer, dialog->rating()); });
    dialog->open();
}

/// The window's own undo is that of the experiment; where answers are rated, the last rating goes first.
bool RatingActions::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        RunJudgements &judgements = m_session.judgements();
        const bool undo = key->matches(QKeySequence::Undo) && judgements.canUndo();
        const bool redo = key->matches(QKeySequence::Redo) && judgements.canRedo();
        if (undo || redo) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                undo ? judgements.undo() : judgements.redo();
            return true;
        }
    }
    return QObject::eventFilter(object, event);
}

} // namespace Tempera
