// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/storedrace.h"

#include "models/session/resume.h"
#include "models/session/runrace.h"

#include <iterator>

namespace Tempera {

std::optional<RaceReport> storedRace(const RunRecord &run, const CellTable &cells)
{
    const std::optional<RaceSettings> settings = raceOf(run);
    if (!settings || cells.empty() || std::ssize(cells) != run.plannedCells)
        return std::nullopt;
    std::vector<CellKey> ofCase; // of the first case: they are sorted by key
    for (std::size_t i = 0; i < cells.size() && cells.key(i).caseIndex == cells.key(0).caseIndex; ++i)
        ofCase.push_back(cells.key(i));
    const std::size_t caseCount = cells.size() / ofCase.size();
    if (caseCount * ofCase.size() != cells.size())
        return std::nullopt;
    RunRace race(*settings, ofCase, caseCount);
    const std::vector<std::size_t> order = raceOrder(caseCount, settings->seed);
    for (std::size_t place = 0; place < caseCount; ++place) {
        for (std::size_t i = 0; i < ofCase.size(); ++i) {
            const CellSummary cell = cells[order[place] * ofCase.size() + i];
            if (cell.state == CellState::NotNeeded)
                race.leaveOut(place * ofCase.size() + i);
            else
                race.add(place * ofCase.size() + i, cell);
        }
    }
    return race.report();
}

} // namespace Tempera
