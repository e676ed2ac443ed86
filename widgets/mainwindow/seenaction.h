// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QPointer>

namespace Tempera {

/// A command of the window for something that several panels have, of which one is seen: it has the keys and the place in
/// the menu, and stands for the action of the panel that is seen.
class SeenAction final : public QAction
{
    Q_OBJECT
public:
    /// Takes over the keys of `first`, and follows it.
    SeenAction(QAction *first, QObject *parent);

    /// From now on it looks like `target` and triggers it.
    void follow(QAction *target);

private:
    void copy();

    QPointer<QAction> m_target;
};

} // namespace Tempera
