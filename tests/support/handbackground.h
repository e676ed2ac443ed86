// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/background.h"

#include <QPointer>

#include <deque>
#include <utility>

namespace Tempera {

/// A background that works when the test says so.
class HandBackground final : public Background
{
public:
    void run(std::function<void()> work, QObject *guard, std::function<void()> done) override
    {
        m_waiting.push_back({std::move(work), guard, std::move(done)});
    }

    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); }
    /// Does what waits, and what that leads to.
    void workOff()
    {
        while (!m_waiting.empty()) {
            const Piece piece = std::move(m_waiting.front());
            m_waiting.pop_front();
            piece.work();
            if (piece.guard)
                piece.done();
        }
    }

private:
    struct Piece {
        std::function<void()> work;
        QPointer<QObject> guard;
        std::function<void()> done;
    };
    std::deque<Piece> m_waiting;
};

} // namespace Tempera
