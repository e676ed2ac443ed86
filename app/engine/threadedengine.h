// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "app/engine/enginesettings.h"
#include "app/engine/keyring.h"
#include "models/core/ports/cachestore.h"
#include "models/core/ports/clock.h"
#include "models/core/ports/engine.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <unordered_map>

namespace Tempera {

class EngineWorker;

/// The engine as the rest of the program sees it: a façade on the owner's thread before a thread of its own on which
/// scheduler and backends live. Destroying it stops and waits for the thread; generations that are still alive stay
/// valid and silent.
class ThreadedEngine final : public Engine
{
public:
    /// Makes the backends; called once, on the engine thread. The first one that handles an endpoint gets it.
    using BackendFactory = std::function<std::vector<std::unique_ptr<Backend>>()>;

    /// `clock` and `answers`, those that were given before, must outlive the engine. `answers` is asked on the engine thread;
    /// null where none are kept.
    ThreadedEngine(BackendFactory backends, const Clock &clock, const EngineSettings &settings = {},
                   CacheStore *answers = nullptr);
    ~ThreadedEngine() override;
    Q_DISABLE_COPY_MOVE(ThreadedEngine)

    [[nodiscard]] std::unique_ptr<Generation> start(const GenerationRequest &request, EventSink sink) override;
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                     std::function<void(Result<TokenCount>)> callback) override;

    /// Keys for the requests that are started from now on.
    void setKeys(const KeyRing &keys);
    /// Slots for what is started from now on.
    void setSettings(const EngineSettings &settings);
    /// For local models that are loaded from now on.
    void setLocalSettings(const LocalSettings &settings);

private:
    struct PendingCount {
        QPointer<QObject> guard;
        std::function<void(Result<TokenCount>)> callback;
    };

    void answerCount(quint64 id, const Result<TokenCount> &count);

    EngineSettings m_settings;
    std::unordered_map<quint64, PendingCount> m_counts; ///< Callbacks never leave the owner's thread.
    quint64 m_lastCount = 0;
    QObject m_owner; ///< Context on the owner's thread for what comes back.
    QThread m_thread;
    EngineWorker *m_worker = nullptr; ///< Lives on m_thread, deleted when that ends.
};

} // namespace Tempera
