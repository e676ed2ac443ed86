// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace Tempera {

/// Collects what a backend says on another thread, and waits for it. Copies share one record.
class RecordingSink
{
public:
    [[nodiscard]] BackendSink sink() const;
    /// Waits until `ready` says so of the events so far. False = it did not within a minute.
    [[nodiscard]] bool waitUntil(const std::function<bool(const GenerationBatch &)> &ready) const;
    /// Waits for Finished or Failed.
    [[nodiscard]] bool waitForEnd() const;

    [[nodiscard]] GenerationBatch events() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] Trace traces() const;
    [[nodiscard]] std::optional<Event::Finished> finished() const;
    [[nodiscard]] std::optional<Error> error() const;
    [[nodiscard]] int ends() const; ///< Finished and Failed together.

private:
    struct Record {
        mutable std::mutex mutex;
        std::condition_variable changed;
        GenerationBatch events;
    };
    std::shared_ptr<Record> m_record = std::make_shared<Record>();
};

} // namespace Tempera
