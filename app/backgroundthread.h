// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/background.h"

#include <QThreadPool>

namespace Tempera {

/// A thread that does one piece of work after the other. Its end waits for the one that is being done and drops the rest.
class BackgroundThread final : public Background
{
public:
    BackgroundThread();
    ~BackgroundThread() override;
    Q_DISABLE_COPY_MOVE(BackgroundThread)

    void run(std::function<void()> work, QObject *guard, std::function<void()> done) override;

private:
    QThreadPool m_pool;
};

} // namespace Tempera
