// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/background.h"

#include <QPointer>
#include <QThreadPool>

#include <vector>

namespace Tempera {

/// A thread that does one piece of work after the other. Its end waits for the one that is being done and drops the rest.
class BackgroundThread final : public Background
{
public:
    enum class Begins {
        AtOnce,
        WhenReleased, ///< What is given before that waits.
    };
    explicit BackgroundThread(Begins begins = Begins::AtOnce);
    ~BackgroundThread() override;
    Q_DISABLE_COPY_MOVE(BackgroundThread)

    void run(std::function<void()> work, QObject *guard, std::function<void()> done) override;
    /// Begins, on the thread that gives the work.
    void release();

private:
    struct Held {
        std::function<void()> work;
        QPointer<QObject> guard;
        std::function<void()> done;
    };

    bool m_isHeld = false;
    std::vector<Held> m_held;
    QThreadPool m_pool;
};

} // namespace Tempera
