// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/answerwalk.h"
#include "models/charts/chartdata.h"
#include "models/text/changeshares.h"

namespace Tempera {

/// How much of their inputs answers keep, a prompt and variant after the other. Belongs to one thread.
class TransformTally
{
public:
    explicit TransformTally(const Experiment &experiment) : m_experiment(experiment) { }

    /// Compares answers with the longest text that each was given to work on, see caseInputs(). Those without one are left out.
    void look(const std::vector<WalkedAnswer> &answers);
    /// The answers to one case follow each other.
    void add(int column, int caseIndex, const ChangeShares &shares);
    /// Mean share of the words that are kept, one name a column, with its 95 % interval; the table has the other shares.
    [[nodiscard]] ChartData chart(const std::vector<ChartColumn> &columns) const;

private:
    /// Of one column.
    struct Sums {
        std::vector<CaseScores> kept; ///< One a case.
        int lastCase = -1;
        double changed = 0;
        double removed = 0;
        double added = 0;
        int answers = 0;
    };
    [[nodiscard]] ChartSeries seriesOf(const ChartColumn &column, const Sums &sums, double y) const;

    Experiment m_experiment;
    int m_caseIndex = -1; ///< The one that is looked at, kept for all its answers.
    Case m_case;
    std::vector<Sums> m_columns;
    int m_leftOut = 0;
};

} // namespace Tempera
