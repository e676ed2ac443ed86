// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "tests/benchmarks/local/peers.h"

#include <optional>

#include <sys/types.h>

namespace Tempera {

/// Tokens a second of one stream, sampling and events included.
[[nodiscard]] std::optional<double> singleStream(Backend &backend, const QString &model, int steps, bool traces);

/// Seconds until the last of `variants` requests with this prompt has its last token, traces on.
[[nodiscard]] std::optional<double> variantsOfOnePrompt(Backend &backend, const QString &model, const QString &prompt,
                                                        const VariantsTask &task);

/// How evenly streams come while others arrive.
struct Pace {
    double usual = 0;   ///< Median time from token to token of the long streams, ms.
    double longest = 0; ///< Longest of these times while short requests came and went, ms.
    /// Longest meanwhile by which a thread that asked for a millisecond's sleep came late, ms: what the machine, or who else
    /// is on it, took from everybody. It is in `longest` too.
    double standstill = 0;
};

/// `shorts` short requests, each with its own prompt, arrive one after the other while `longs` long ones stream.
[[nodiscard]] std::optional<Pace> paceBesideArrivals(Backend &backend, const QString &model, int longs, int shorts,
                                                     unsigned number);

/// One stream beside nothing, or beside a process that takes a core.
struct StreamPace {
    double tokensPerSecond = 0;
    double usual = 0;   ///< Median time from token to token, ms.
    double longest = 0; ///< Longest of these times, ms.
};

/// `steps` tokens of one stream, sampling, traces and events included. Nothing also where the model ends the text before.
[[nodiscard]] std::optional<StreamPace> paceOfStream(Backend &backend, const QString &model, int steps, unsigned seed);

/// A process that computes without end, for as long as this lives.
class BusyProcess
{
public:
    BusyProcess();
    ~BusyProcess();
    BusyProcess(const BusyProcess &) = delete;
    BusyProcess &operator=(const BusyProcess &) = delete;

    [[nodiscard]] bool isRunning() const { return m_id > 0; }

private:
    pid_t m_id = -1;
};

} // namespace Tempera
