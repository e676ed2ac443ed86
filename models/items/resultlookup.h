// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/experiment.h"

#include <QHash>

#include <vector>

namespace Tempera {

/// Finds the cell of a run that belongs to a place of the edited experiment, which may have changed since.
/// A variant that was turned keeps its results and is told apart as outdated; a moved one takes them along.
class ResultLookup
{
public:
    struct Found {
        int cell = -1;         ///< Index in the run's cells; −1: nothing was run for this place.
        bool outdated = false; ///< Prompt, variant or case has been changed since the run.
    };

    ResultLookup() = default;
    /// `now` is what is being edited, `ran` what the cells were planned from.
    ResultLookup(const Experiment &now, const Experiment &ran, const std::vector<Cell> &cells);

    /// `place` counts in the edited experiment.
    [[nodiscard]] Found find(const CellKey &place) const;

private:
    struct Match {
        int index = -1;
        bool equal = false;
    };
    QList<Match> m_cases;
    QList<Match> m_prompts;
    QList<Match> m_variants;
    QHash<quint64, int> m_cells;
};

} // namespace Tempera
