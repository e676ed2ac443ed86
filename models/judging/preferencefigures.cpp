// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/judging/preferencefigures.h"

namespace Tempera {
namespace {

CaseOutcome raceOutcomeOf(Preference preference)
{
    return preference == Preference::Second  ? CaseOutcome::Better
           : preference == Preference::First ? CaseOutcome::Worse
                                             : CaseOutcome::Tied;
}

} // namespace

PreferenceFigures preferenceFigures(std::span<const JudgedPair> pairs, double alpha)
{
    PreferenceFigures figures;
    PassFailRace race(alpha);
    for (const JudgedPair &pair : pairs) {
        if (pair.preference == Preference::Skipped) {
            ++figures.skipped;
            continue;
        }
        race.add(raceOutcomeOf(pair.preference));
        if (!pair.byHand)
            ++figures.identical;
        if (pair.preference == Preference::Tie)
            continue;
        const bool isLeft = (pair.preference == Preference::Second) == pair.secondWasLeft;
        ++(isLeft ? figures.leftChosen : figures.rightChosen);
    }
    figures.counts = race.counts();
    figures.confidence = 1 - alpha;
    figures.eValue = race.eValue();
    figures.decided = race.isDecided();
    figures.secondShare = race.winShare();
    return figures;
}

std::optional<Agreement> agreementWithScores(std::span<const ScoredPair> pairs)
{
    ConfusionMatrix counts(3, std::vector<int>(3, 0));
    for (const ScoredPair &pair : pairs) {
        const std::size_t person = pair.preference == Preference::First ? 0 : pair.preference == Preference::Second ? 2 : 1;
        const std::size_t checks = pair.difference < 0 ? 0 : pair.difference > 0 ? 2 : 1;
        ++counts[person][checks];
    }
    return cohenKappa(counts);
}

} // namespace Tempera
