// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/usage.h"

#include <cstdint>
#include <vector>

namespace Tempera {

/// Input tokens of each request of a job, counted once: an experiment's cells, or a data set's documents with their prompt. A
/// value; made in O(n log n), everything asked of it afterwards is quick.
class JobCounts
{
public:
    /// So many requests have the same count.
    struct Group {
        std::int64_t tokens = 0;
        std::int64_t requests = 0;

        bool operator==(const Group &) const = default;
    };
    /// A bar of the histogram: from ≤ tokens < until.
    struct Bar {
        std::int64_t from = 0;
        std::int64_t until = 0;
        std::int64_t requests = 0;

        bool operator==(const Bar &) const = default;
    };

    JobCounts() = default;
    /// Counts that are negative are taken for 0.
    explicit JobCounts(std::vector<std::int64_t> tokens, Exactness exactness = Exactness::Exact);
    /// So many requests of the same length; both at least 0.
    [[nodiscard]] static JobCounts uniform(std::int64_t tokens, std::int64_t requests);

    [[nodiscard]] std::int64_t requests() const { return m_requests; }
    /// Of all requests; stays at the end of its range.
    [[nodiscard]] std::int64_t total() const { return m_total; }
    [[nodiscard]] Exactness exactness() const { return m_exactness; }
    [[nodiscard]] std::int64_t least() const { return quantile(0); }
    [[nodiscard]] std::int64_t median() const { return quantile(0.5); }
    [[nodiscard]] std::int64_t most() const { return quantile(1); }
    /// The least count that at least this share (0 to 1) of the requests does not pass; 0 without requests.
    [[nodiscard]] std::int64_t quantile(double share) const;
    /// Requests with more input tokens than that.
    [[nodiscard]] std::int64_t longerThan(std::int64_t tokens) const;
    /// By rising count.
    [[nodiscard]] const std::vector<Group> &groups() const { return m_groups; }
    /// At most so many bars of one width from the least to the most; no bar where there is no request.
    [[nodiscard]] std::vector<Bar> histogram(int bars) const;
    /// The job with so many tokens less in every request, at least 0 each.
    [[nodiscard]] JobCounts shortenedBy(std::int64_t tokens) const;
    /// The same counts, taken for an estimate: for a model with another tokenizer.
    [[nodiscard]] JobCounts estimated() const;

private:
    std::vector<Group> m_groups;
    std::int64_t m_requests = 0;
    std::int64_t m_total = 0;
    Exactness m_exactness = Exactness::Exact;
};

} // namespace Tempera
