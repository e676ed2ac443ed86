// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/jobcounts.h"

#include "models/core/saturation.h"

#include <algorithm>
#include <cmath>

namespace Tempera {

JobCounts::JobCounts(std::vector<std::int64_t> tokens, Exactness exactness)
    : m_requests(static_cast<std::int64_t>(tokens.size())), m_exactness(exactness)
{
    std::ranges::sort(tokens);
    for (const std::int64_t each : tokens) {
        const std::int64_t count = std::max<std::int64_t>(0, each);
        m_total = Saturated::sum(m_total, count);
        if (m_groups.empty() || m_groups.back().tokens != count)
            m_groups.push_back({count, 0});
        ++m_groups.back().requests;
    }
}

JobCounts JobCounts::uniform(std::int64_t tokens, std::int64_t requests)
{
    JobCounts made;
    if (requests > 0)
        made.m_groups.push_back({tokens, requests});
    made.m_requests = requests;
    made.m_total = Saturated::product(tokens, requests);
    return made;
}

std::int64_t JobCounts::quantile(double share) const
{
    const auto wanted = std::clamp<std::int64_t>(static_cast<std::int64_t>(std::ceil(share * static_cast<double>(m_requests))), 1,
                                                 m_requests + 1);
    std::int64_t seen = 0;
    for (const Group &group : m_groups) {
        seen += group.requests;
        if (seen >= wanted)
            return group.tokens;
    }
    return 0;
}

std::int64_t JobCounts::longerThan(std::int64_t tokens) const
{
    std::int64_t longer = 0;
    for (auto it = m_groups.rbegin(); it != m_groups.rend() && it->tokens > tokens; ++it)
        longer += it->requests;
    return longer;
}

std::vector<JobCounts::Bar> JobCounts::histogram(int bars) const
{
    std::vector<Bar> made;
    if (m_groups.empty() || bars < 1)
        return made;
    const std::int64_t first = m_groups.front().tokens;
    const std::int64_t width = (m_groups.back().tokens - first) / bars + 1;
    for (std::int64_t from = first; from <= m_groups.back().tokens; from += width)
        made.push_back({from, from + width, 0});
    for (const Group &group : m_groups)
        made[static_cast<std::size_t>((group.tokens - first) / width)].requests += group.requests;
    return made;
}

JobCounts JobCounts::estimated() const
{
    JobCounts made = *this;
    made.m_exactness = Exactness::Estimate;
    return made;
}

JobCounts JobCounts::shortenedBy(std::int64_t tokens) const
{
    JobCounts made;
    made.m_requests = m_requests;
    made.m_exactness = m_exactness;
    for (const Group &group : m_groups) {
        const std::int64_t count = std::max<std::int64_t>(0, group.tokens - tokens);
        made.m_total = Saturated::sum(made.m_total, Saturated::product(count, group.requests));
        if (made.m_groups.empty() || made.m_groups.back().tokens != count)
            made.m_groups.push_back({count, 0});
        made.m_groups.back().requests += group.requests;
    }
    return made;
}

} // namespace Tempera
