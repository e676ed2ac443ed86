// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>

namespace Tempera {

/// Where work is done that would block the owner's thread: a template may be a long script.
class Background
{
public:
    virtual ~Background() = default;
    /// Runs `work` in the background, one after the other in the order of the calls; never two at once, so that what
    /// only these works use needs no lock. Then calls `done` on the caller's thread, later or at once, unless the guard is
    /// gone. `work` itself owns what it refers to.
    virtual void run(std::function<void()> work, QObject *guard, std::function<void()> done) = 0;
};

} // namespace Tempera
