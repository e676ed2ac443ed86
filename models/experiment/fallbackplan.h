// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/experiment.h"

#include <QMap>

#include <functional>
#include <utility>

namespace Tempera {

/// What is asked in a cell after its first request, and when; see FallbackRules.
struct FallbackPlan {
    QList<GenerationRequest> next = {}; ///< In order, without messages.
    bool onFailedChecks = false;
    int samplesAgain = 0;

    [[nodiscard]] bool isEmpty() const { return next.isEmpty() && samplesAgain == 0; }
    /// Whether it counts what the checks say.
    [[nodiscard]] bool looksAtChecks() const { return samplesAgain > 0 || (onFailedChecks && !next.isEmpty()); }
};

/// Those of an experiment, where there are some. A prompt's own config counts for whoever answers.
class FallbackPlans
{
public:
    /// `requestOf` makes the request that the cells of a variant have in common. Errors are those of reading a provider.
    [[nodiscard]] static Result<FallbackPlans> of(const Experiment &experiment,
                                                  const std::function<GenerationRequest(const Variant &)> &requestOf);

    /// Of a cell; empty for most.
    [[nodiscard]] FallbackPlan at(const CellKey &key) const;

private:
    QMap<std::pair<int, int>, FallbackPlan> m_plans; ///< By prompt and variant.
};

} // namespace Tempera
