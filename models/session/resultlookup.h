// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cellkeys.h"
#include "models/experiment/experiment.h"

#include <QList>

#include <optional>

namespace Tempera {

/// What differs between two lists of prompts, variants or cases.
struct ListChanges {
    int changed = 0; ///< The same one with another content.
    int added = 0;   ///< Only in the edited experiment.
    int removed = 0; ///< Only in the experiment that ran.

    [[nodiscard]] bool any() const { return changed + added + removed > 0; }
    bool operator==(const ListChanges &) const = default;
};

/// Finds the cell of a run that belongs to a place of the edited experiment, which may have changed since.
/// What is equal belongs together, wherever it is, and what has the same name. Another case belongs together only
/// where it was seen to be changed in place, step by step (follow()); never because it is at the same place.
class ResultLookup
{
public:
    struct Found {
        int cell = -1;         ///< Index in the run's cells; −1: nothing was run for this place.
        bool outdated = false; ///< Prompt, variant or case has been changed since the run.
    };

    ResultLookup() = default;
    /// `now` is what is being edited, `ran` what the cells were planned from.
    ResultLookup(const Experiment &now, const Experiment &ran, const CellKeys &cells);

    /// The run has more cells than before, behind those that were known.
    void add(const CellKeys &cells);

    /// The edited experiment was changed by one step: what was changed in place keeps its results.
    void follow(const Experiment &now);

    /// `place` counts in the edited experiment.
    [[nodiscard]] Found find(const CellKey &place) const;
    /// The other way round: where the edited experiment has what a key of the run names; nothing where it has not.
    [[nodiscard]] std::optional<CellKey> placeOf(const CellKey &ran) const;

    [[nodiscard]] ListChanges promptChanges() const;
    [[nodiscard]] ListChanges variantChanges() const;
    [[nodiscard]] ListChanges caseChanges() const;
    /// Whether variables or checks of the default case differ, which every case has.
    [[nodiscard]] bool defaultsChanged() const;

    /// The experiment that ran, with the checks of the edited one: what is asked of an answer may change without the answer.
    /// Nothing where they are the same.
    [[nodiscard]] std::optional<Experiment> withChecksOfNow() const;
    /// The run took over such checks; cells and places stay.
    void takeChecks(const Experiment &ran);

private:
    struct Match {
        int index = -1; ///< In the list that ran; −1: it is new.
        bool equal = false;
    };
    using Matches = QList<Match>;

    void match(const Experiment *before);
    void findPlaces();

    Experiment m_now;
    Experiment m_ran;
    Matches m_cases;
    Matches m_prompts;
    Matches m_variants;
    // The other way round; −1: the edited experiment has not got it.
    QList<int> m_casePlaces;
    QList<int> m_promptPlaces;
    QList<int> m_variantPlaces;
    CellPlaces m_cells;
};

} // namespace Tempera
