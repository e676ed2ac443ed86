// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/engine.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Tempera {

/// Handles of generations that have ended. A handle must not be destroyed from within its own sink, which is where its end
/// is seen: these are destroyed from the event loop, or with this object. One thread.
class RetiredGenerations
{
public:
    /// Null does nothing.
    void add(std::unique_ptr<Generation> ended);

private:
    std::vector<std::unique_ptr<Generation>> m_ended;
    QObject m_context; ///< Of the queued call: it is dropped with this object.
};

} // namespace Tempera
