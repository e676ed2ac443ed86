// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/judging/runjudgements.h"
#include "models/session/backgroundruns.h"
#include "models/session/resume.h"
#include "models/session/session.h"

// What the files of Session share: nothing else includes it.

namespace Tempera {

/// What is run of a plan and what keeps its answer, as far as it is sorted out. On the session's thread, piece by piece: a plan
/// may have a million cells.
struct PlanSorting {
    QUuid shown;          ///< The run whose answers are kept, and how many cells are shown:
    int shownCells = 0;   ///< where either is another one, it begins anew.
    ResultLookup places;  ///< Where a place of the plan is among them; not for a whole plan.
    std::size_t next = 0; ///< Cells of the plan before it are sorted.
    CellTable cells = {};
    CarriedCells carried = {};
    std::vector<std::pair<int, int>> origins = {}; ///< Of carried cells: index here, and in the run that is shown.
    bool hasOutdated = false;                      ///< One of these may have been asked something else.
    std::size_t taken = 0;                         ///< Those before it are in the run that was made of it.
};

/// A run that is about to start.
struct RunPlanning {
    Experiment experiment;
    RunOptions options;
    std::shared_ptr<CellPlanner> planner;
    QList<SharedProvider> providers = {}; ///< Who answers, by variant; where a run continues.
    Result<void> planned = {};
    Result<ResumedCells> resumed = {};         ///< Where a run continues.
    std::unique_ptr<RunRace> race = {};        ///< Where it is one.
    std::optional<PlanSorting> sorting = {};   ///< Nothing = it has not begun.
    std::unique_ptr<SessionRun> run = {};      ///< Once it is planned; not started yet.
    std::shared_ptr<Preflight> preflight = {}; ///< The same; null = nothing has to be known before.
    std::size_t checked = 0;                   ///< Cells of the run that the preflight has seen.

    /// The plan, and for a run that continues whether it is the same one.
    void work()
    {
        planned = planner->makePlan();
        if (planned && options.race)
            arrangeRace();
        if (planned && options.resume)
            resumed = resumedCells(*options.resume, experiment, *planner, providers);
    }

    void arrangeRace()
    {
        std::optional<QString> obstacle = raceObstacle(experiment, experiment.cases.size());
        if (!obstacle)
            race = std::make_unique<RunRace>(RunRace::of(*options.race, planner->plan()));
        if (race && !race->hasPairs())
            obstacle = nothingToRace();
        if (obstacle)
            planned = failure(ErrorKind::Usage, *obstacle);
    }

    void take(const Preflight::Piece &piece)
    {
        for (std::size_t i = 0; i < piece.done; ++i) {
            const Preflight::Item &item = piece.items[i];
            if (item.answered)
                run->setOutdated(item.index, piece.outdated.contains(item.index));
        }
        checked = static_cast<std::size_t>(piece.items[piece.done - 1].index) + 1;
        run->dropBodies();
    }
};

/// What a session holds.
struct SessionState {
    SessionContext context;
    /// The run under way, or the last one; also a restored one.
    std::unique_ptr<SessionRun> run;
    std::unique_ptr<SessionBranches> branches; ///< Of `run`.
    std::optional<Experiment> followed;        ///< What is being edited; nothing = nobody edits.
    ResultLookup lookup;
    RunJudgements *judgements = nullptr;   ///< Of the run that is shown.
    std::shared_ptr<RunPlanning> planning; ///< Under way in the background; null = none.
};

} // namespace Tempera
