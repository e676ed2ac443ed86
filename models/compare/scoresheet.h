// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/variantmark.h"
#include "models/experiment/experiment.h"
#include "models/stats/compactscores.h"
#include "models/stats/intervals.h"
#include "models/stats/measuredscore.h"

#include <map>
#include <utility>
#include <vector>

namespace Tempera {

/// What stands in a column: the results of one prompt with one variant, case by case.
struct Contender {
    QString name;
    VariantMark mark;
    int promptIndex = 0; ///< Both in the experiment that ran; −1: it is of another run.
    int variantIndex = 0;
    int reference = -1;          ///< Contender that it is compared with; −1: none, others are compared with it.
    CompactScores scores;        ///< By case index, in the measure of the sheet; shorter where the last have none.
    ClusterSums passes = {};     ///< Of the pass rate, whatever the measure.
    CompactScores outcomes = {}; ///< By case index, 1 = passed; empty where no case has repeats.
};

/// All that is judged at once.
struct ScoreSheet {
    ScoreMeasure measure = ScoreMeasure::Score;
    std::vector<Contender> contenders; ///< The baseline's first.
    int repeats = 1;                   ///< The most that a case has.
};

/// Fills a sheet cell by cell, each once, in any order.
class ScoreSheetMaker
{
public:
    explicit ScoreSheetMaker(ScoreMeasure measure = ScoreMeasure::Score) : m_measure(measure) { }

    void add(const CellSummary &cell);
    /// The sheet of all that was added, which is over. Each variant is compared with `baselineVariant` under the same prompt; that
    /// one, under another prompt, with itself under the first. `ran` names them.
    [[nodiscard]] ScoreSheet take(const Experiment &ran, int baselineVariant);

private:
    struct Column {
        CompactScores scores;
        CompactScores outcomes;
    };
    ScoreMeasure m_measure;
    std::map<std::pair<int, int>, Column> m_columns; ///< By prompt and variant.
    std::pair<int, int> m_lastPlace{-1, -1};
    Column *m_last = nullptr; ///< Cells of a column often follow each other.
};

/// "mini warm", or "Prompt 2 · mini warm" where there are several prompts.
[[nodiscard]] QString contenderName(const Experiment &ran, int promptIndex, int variantIndex);

} // namespace Tempera
