// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/seenaction.h"

namespace Tempera {

SeenAction::SeenAction(QAction *first, QObject *parent) : QAction(parent)
{
    setShortcuts(first->shortcuts());
    setToolTip(first->toolTip());
    connect(this, &QAction::triggered, this, [this] {
        if (m_target)
            m_target->trigger();
    });
    follow(first);
}

void SeenAction::follow(QAction *target)
{
    if (m_target)
        m_target->disconnect(this);
    m_target = target;
    target->setShortcuts(QList<QKeySequence>()); // one key has one meaning
    connect(target, &QAction::changed, this, &SeenAction::copy);
    copy();
}

void SeenAction::copy()
{
    setText(m_target->text());
    setIcon(m_target->icon());
    setCheckable(m_target->isCheckable());
    setChecked(m_target->isChecked());
    setEnabled(m_target->isEnabled());
}

} // namespace Tempera
