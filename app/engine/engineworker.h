// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "app/engine/enginesettings.h"
#include "app/engine/keyring.h"
#include "models/core/ports/cachestore.h"
#include "models/core/ports/clock.h"

#include <QObject>

#include <vector>

namespace Tempera {

class Scheduler;

/// What lives on the engine thread: owns the backends and the scheduler. Made on the owner's thread, moved, then
/// used and destroyed on the engine thread only.
class EngineWorker final : public QObject
{
public:
    /// `answers` may be null; it is asked on the engine thread.
    EngineWorker(const Clock &clock, const EngineSettings &settings, CacheStore *answers);
    ~EngineWorker() override;

    /// First call on the engine thread.
    void open(std::vector<std::unique_ptr<Backend>> backends);
    void start(const GenerationRequest &request, std::stop_token stop, BackendSink sink);
    /// `callback` is called exactly once, on any thread, unless the engine ends before.
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form,
                     const std::function<void(Result<TokenCount>)> &callback);
    void setKeys(const KeyRing &keys);
    void setSettings(const EngineSettings &settings);
    void setLocalSettings(const LocalSettings &settings);

private:
    const Clock &m_clock;
    EngineSettings m_settings;
    CacheStore *m_answers;
    std::vector<std::unique_ptr<Backend>> m_backends;
    std::unique_ptr<Scheduler> m_scheduler;
    std::unique_ptr<ClockTimer> m_tidying;
};

} // namespace Tempera
