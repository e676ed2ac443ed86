// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/labelmetrics.h"

namespace Tempera {

/// What became of the values of a field, or of all fields. Scored as slots are in the message understanding conferences:
/// Chinchor, Sundheim, MUC-5 Evaluation Metrics (1993); their names are correct, incorrect, missing and spurious.
struct FieldCounts {
    int right = 0;    ///< Expected, and given so.
    int wrong = 0;    ///< Expected, and given otherwise.
    int missing = 0;  ///< Expected, and not given.
    int invented = 0; ///< Given, and not expected.

    [[nodiscard]] int expected() const { return right + wrong + missing; }
    [[nodiscard]] int given() const { return right + wrong + invented; }
    [[nodiscard]] int all() const { return right + wrong + missing + invented; }
    FieldCounts &operator+=(const FieldCounts &other);
    bool operator==(const FieldCounts &) const = default;
};

/// What they come to, with their intervals. Absent = nothing to divide by.
struct FieldFigures {
    std::optional<IntervalEstimate> accuracy; ///< right / all
    LabelMetrics metrics;                     ///< right / given, right / expected, and their harmonic mean.
};

/// The counts of many cases, so that no case need be kept. A pure value.
class FieldSums
{
public:
    /// Of one case, all its repeats and all values of the field in a list together: they are not independent.
    void add(const FieldCounts &ofCase);
    [[nodiscard]] const FieldCounts &counts() const { return m_counts; }
    /// With the interval of rateEstimate(), a case being a cluster; where each case has one value that is Wilson's. F1 = 2J /
    /// (1 + J) grows with J = right / (given + expected − right), the rate of a cluster in which a wrong value counts twice, so
    /// that it has the interval of J, carried over.
    [[nodiscard]] FieldFigures figures(double confidence = 0.95) const;

private:
    FieldCounts m_counts;
    ClusterSums m_accuracy;
    ClusterSums m_precision;
    ClusterSums m_recall;
    ClusterSums m_jaccard;
};

} // namespace Tempera
