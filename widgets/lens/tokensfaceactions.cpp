// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lens/tokensface.h"

#include <QAction>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace Tempera {

QList<QAction *> TokensFace::Actions::all() const
{
    return {nextColouring, scorePrompt, everyVariant, table, timeline, back,  forward,
            parent,        child,       previous,     next,  undo,     remove};
}

TokensFace::Actions TokensFace::makeActions(QObject *owner)
{
    const auto make = [owner](const QString &name, const QString &icon, const QString &text, const QKeySequence &key) {
        auto *action = new QAction(QIcon::fromTheme(icon), text, owner);
        action->setObjectName(name);
        action->setShortcut(key);
        return action;
    };
    const Actions actions{
        .nextColouring = make(u"tokens_colouring"_s, u"color-management"_s, tr("Colour Tokens by the &Next Measure"),
                              Qt::CTRL | Qt::SHIFT | Qt::Key_K),
        .everyVariant = make(u"tokens_all"_s, u"view-split-left-right"_s, tr("Tokens of &All Variants"), {}),
        .table = make(u"tokens_table"_s, u"table"_s, tr("Tokens as a &Table"), Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        .timeline = make(u"tokens_timeline"_s, u"office-chart-line"_s, tr("T&imeline of the Tokens"), {}),
        .scorePrompt =
            make(u"tokens_score_prompt"_s, u"view-statistics"_s, tr("&Score the Prompt"), Qt::CTRL | Qt::ALT | Qt::Key_P),
        .back = make(u"branch_back"_s, u"go-previous"_s, tr("Answer &Before"), Qt::ALT | Qt::Key_Left),
        .forward = make(u"branch_forward"_s, u"go-next"_s, tr("Answer &After"), Qt::ALT | Qt::Key_Right),
        .parent = make(u"branch_parent"_s, u"go-up"_s, tr("Parent Ans&wer"), Qt::ALT | Qt::Key_Up),
        .child = make(u"branch_child"_s, u"go-down"_s, tr("First B&ranch"), Qt::ALT | Qt::Key_Down),
        .previous = make(u"branch_previous"_s, {}, tr("Sibling Branch &Up"), Qt::ALT | Qt::SHIFT | Qt::Key_Up),
        .next = make(u"branch_next"_s, {}, tr("Sibling Branch &Down"), Qt::ALT | Qt::SHIFT | Qt::Key_Down),
        .undo = make(u"branch_undo"_s, u"edit-undo"_s, tr("Undo the Last Branc&h"), {}),
        .remove = make(u"branch_remove"_s, u"edit-delete"_s, tr("Re&move the Branch"), {}),
    };
    actions.everyVariant->setCheckable(true);
    actions.table->setCheckable(true);
    actions.timeline->setCheckable(true);
    actions.timeline->setChecked(true);
    for (QAction *needsAnswer :
         {actions.scorePrompt, actions.back, actions.forward, actions.parent, actions.child, actions.undo, actions.remove})
        needsAnswer->setEnabled(false);
    return actions;
}

} // namespace Tempera
