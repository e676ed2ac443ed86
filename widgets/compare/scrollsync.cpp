// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/scrollsync.h"

#include <QScopedValueRollback>
#include <QScrollBar>

namespace Tempera {

void ScrollSync::add(QScrollBar *bar)
{
    m_bars.removeIf([](const QPointer<QScrollBar> &old) { return old.isNull(); });
    m_bars += bar;
    // Only what a person does: a pane that follows its own stream must not drag the others along.
    connect(bar, &QScrollBar::actionTriggered, this, [this, bar] {
        // The value changes right after this signal.
        QMetaObject::invokeMethod(bar, [this, bar] { follow(bar); }, Qt::QueuedConnection);
    });
}

void ScrollSync::follow(const QScrollBar *leader)
{
    if (!m_linked || m_moving || leader->maximum() <= leader->minimum())
        return;
    const QScopedValueRollback moving(m_moving, true);
    const double share = double(leader->value()) / double(leader->maximum());
    for (const QPointer<QScrollBar> &bar : std::as_const(m_bars)) {
        if (bar && bar != leader)
            bar->setValue(qRound(share * bar->maximum()));
    }
}

} // namespace Tempera
