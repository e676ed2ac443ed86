// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/compactnumbers.h"
#include "models/stats/casescores.h"

#include <cstddef>
#include <vector>

namespace Tempera {

/// CaseScores of many cases, by index, in the room that they need: two bytes a case where all only pass or fail, some more where
/// they have hundreds of repeats, and ten where each has one score. They say what CaseScores say that got the same scores in the
/// same order.
class CompactScores
{
public:
    /// Cases with index [0, size()) are known; those without a score have no repeats.
    [[nodiscard]] std::size_t size() const { return m_repeats.size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    /// Beyond size(): without repeats.
    [[nodiscard]] CaseScores operator[](std::size_t index) const;
    /// One more score of a case; the list becomes as long as it has to be.
    void add(std::size_t index, double score);
    /// The most that a case has; 0 where there is none.
    [[nodiscard]] int mostRepeats() const { return m_mostRepeats; }

private:
    enum class Form {
        Passes, ///< Every score is 0 or 1.
        Single, ///< Others too, and no case has repeats.
        Any,
    };
    void spread(Form form);
    void store(std::size_t index, const CaseScores &scores);

    Form m_form = Form::Passes;
    CompactNumbers m_repeats;
    CompactNumbers m_passes;       ///< How many scores are 1, of the first form.
    std::vector<double> m_sums;    ///< Of the other two.
    std::vector<double> m_squares; ///< Of the last one, as the next.
    std::vector<bool> m_passFail;
    int m_mostRepeats = 0;
};

} // namespace Tempera
