// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/cellsettings.h"

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

/// Those of an experiment, where there are some. What a prompt or a case sets for itself counts for whoever answers.
class FallbackPlans
{
public:
    /// `requestOf` makes the request that the cells of a variant have in common. Errors are those of reading a provider.
    [[nodiscard]] static Result<FallbackPlans> of(const Experiment &experiment, const CellSettings &settings,
                                                  const std::function<GenerationRequest(const Variant &)> &requestOf);

    [[nodiscard]] bool isEmpty() const { return m_plans.isEmpty(); }
    /// Of a cell whose settings have this number; empty for most.
    [[nodiscard]] FallbackPlan at(const CellKey &key, int settings) const;

private:
    QMap<std::pair<int, int>, FallbackPlan> m_plans; ///< By number of settings and variant.
};

} // namespace Tempera
