// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/celltable.h"
#include "models/experiment/experiment.h"

#include <QList>

#include <chrono>
#include <optional>
#include <vector>

namespace Tempera {

/// What finished answers of one variant took.
struct PastAnswers {
    Variant variant;                         ///< As it was asked.
    std::chrono::microseconds medianTime{0}; ///< From the start of the request to its end.
    std::optional<double> meanOutput;        ///< Tokens; nothing where nobody counted them.

    bool operator==(const PastAnswers &) const = default;
};

/// Of the variants of `ran` that answered, in their order; the others are left out. Looks at some thousand cells at most, spread
/// over all of them.
[[nodiscard]] QList<PastAnswers> pastAnswers(const CellTable &cells, const Experiment &ran);

/// Requests of one kind: how many, and how long one of them takes.
struct RequestTimes {
    std::int64_t requests = 0;
    std::optional<std::chrono::microseconds> each; ///< Nothing = unknown.
};

/// How long they all take where so many are under way at once: the sum of their times over those. A guess: it takes all kinds to
/// be mixed and the next request to follow at once, or with a delay (see Experiment::delay) so long after each, one at a time.
/// Nothing where there are none, or the time of one kind is unknown.
[[nodiscard]] std::optional<std::chrono::microseconds> likelyRunTime(const QList<RequestTimes> &kinds, int atOnce,
                                                                     std::chrono::milliseconds delay = {});

} // namespace Tempera
