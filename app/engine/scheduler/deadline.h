// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/enginesettings.h"
#include "app/engine/stage.h"
#include "models/core/ports/clock.h"

namespace Tempera {

/// How long a request may take with all its attempts; zero or less = no limit.
[[nodiscard]] std::chrono::milliseconds deadlineOf(const GenerationRequest &request, const EngineSettings &settings);

/// The stage that stops a request at its deadline, counted from its start here: it then fails with Timeout, after what
/// came so far. What ends well at the last moment has ended well.
class Deadline final : public Stage
{
public:
    /// `next` and `clock` outlive it.
    Deadline(Stage &next, const Clock &clock, const EngineSettings &settings);

    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override;
    /// For what starts from now on.
    void setSettings(const EngineSettings &settings) { m_settings = settings; }

private:
    class Timed;

    Stage &m_next;
    const Clock &m_clock;
    EngineSettings m_settings;
};

} // namespace Tempera
