// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/task/llamatask.h"

namespace Tempera {

/// A way to run tasks of one model. One thread.
class Lane
{
public:
    virtual ~Lane() = default;
    /// Whether a task of that many tokens fits beside the running ones now.
    [[nodiscard]] virtual bool hasRoomFor(int tokens) const = 0;
    /// There must be room for it.
    virtual void add(std::unique_ptr<LlamaTask> task) = 0;
    [[nodiscard]] virtual bool isIdle() const = 0;
    /// Ends what was cancelled and advances the others by about one token. Does nothing when idle.
    virtual void step() = 0;
};

} // namespace Tempera
