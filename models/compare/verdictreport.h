// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/scoresheet.h"
#include "models/stats/bradleyterry.h"
#include "models/stats/corrections.h"
#include "models/stats/pairverdict.h"
#include "models/stats/passatk.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace Tempera {

/// How columns are judged.
struct VerdictQuestion {
    VerdictSettings settings = {};
    /// Every pair and the ranking draw from a source of chance of their own, which starts from it: equal scores give equal figures.
    std::uint64_t seed = 1;

    [[nodiscard]] bool asksForEquality() const { return settings.margin && *settings.margin > 0; }
};

/// One pair that is compared: the second against the first.
struct ComparedPair {
    int first = 0; ///< Contender.
    int second = 0;
    PairVerdict verdict;
};

/// pass@k and pass^k of one contender.
struct RepeatedPasses {
    int contender = 0;
    int k = 2;
    PassEstimate anyOfK;
    PassEstimate allOfK;
};

/// A contender as the report names it, without its scores.
struct ReportedContender {
    QString name;
    VariantMark mark;
    bool isReference = false; ///< Others are compared with it.
    std::optional<IntervalEstimate> passRate;
};

/// What statistics say of a run, by contender.
struct VerdictReport {
    VerdictQuestion question;
    ScoreMeasure measure = ScoreMeasure::Score;
    int repeats = 1;
    std::vector<ReportedContender> contenders;
    std::vector<ComparedPair> pairs;
    Correction correction = Correction::None;
    std::vector<RepeatedPasses> repeated;
    std::optional<Ranking> ranking; ///< Of three contenders and more.
    int rankingResamples = 0;
};

/// Judges a sheet in steps that each take a fraction of a second at most: a pair, then the ranking. It works on one thread at a
/// time.
class VerdictWork
{
public:
    VerdictWork(ScoreSheet sheet, const VerdictQuestion &question);

    /// False: that was the last one.
    [[nodiscard]] bool step();
    /// After the last step.
    [[nodiscard]] const VerdictReport &report() const { return m_report; }

private:
    void judgePair();
    void countRepeats();
    void rank();

    ScoreSheet m_sheet;
    VerdictReport m_report;
    std::size_t m_next = 0; ///< Contender that is judged next.
};

/// All steps at once: not for the GUI thread.
[[nodiscard]] VerdictReport verdictReport(ScoreSheet sheet, const VerdictQuestion &question);

} // namespace Tempera
