// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/verdict.h"
#include "models/experiment/experiment.h"

#include <map>

namespace Tempera {

/// The named scores of one column of a report, summed up over its cells as promptfoo does.
class ColumnScores
{
public:
    void add(const Grade &grade);

    /// The sums by name, then the derived metrics: JavaScript expressions over the sums, `__count` (the cells that were graded), the
    /// metrics before them and what Math has; "^" is a power. One that fails, or takes long, is null. At most a fifth of a second.
    [[nodiscard]] QJsonObject toJson(const QList<DerivedMetric> &derived) const;

private:
    std::map<QString, double> m_sums;
    int m_count = 0;
};

} // namespace Tempera
