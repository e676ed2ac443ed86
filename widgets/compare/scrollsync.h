// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QScrollBar;

namespace Tempera {

/// Scrolls several panes together: what one is scrolled to by hand, the others are at in proportion.
class ScrollSync final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void add(QScrollBar *bar);
    void setLinked(bool linked) { m_linked = linked; }

private:
    void follow(const QScrollBar *leader);

    QList<QPointer<QScrollBar>> m_bars;
    bool m_linked = true;
    bool m_moving = false;
};

} // namespace Tempera
