// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judgement.h"
#include "models/judging/blindpairs.h"
#include "models/stats/agreement.h"
#include "models/stats/pairverdict.h"
#include "models/stats/ppi.h"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace Tempera {

/// What one check says of an answer.
struct CheckVoice {
    QString type;         ///< As in the file; empty: all checks of the answer together.
    bool isJudge = false; ///< It asked a model.
    bool passed = false;
};

/// An answer that a person called good or bad, and what its checks say of it.
struct RatedAnswer {
    bool isGood = false; ///< A value of at least one half, see Rating::value().
    std::vector<CheckVoice> checks;
};

/// How far one check, or all together, agree with people. Answers are taken as independent.
struct VoiceAgreement {
    QString type; ///< Empty: all checks together.
    bool isJudge = false;
    int answers = 0;
    std::optional<Agreement> agreement; ///< Nothing as cohenKappa() says.
};

/// All checks together first, then each, in the order in which they are met.
[[nodiscard]] std::vector<VoiceAgreement> voiceAgreements(std::span<const RatedAnswer> answers);

/// What checks and people say of the cases of one column.
struct ColumnVoices {
    JudgedColumn column;
    std::vector<CaseScores> checks;        ///< By case: 1 for an answer that passed all, 0 for one that did not.
    std::map<int, CaseScores> people = {}; ///< By case: values of ratings.
};

/// How often the checks would say "passed" if they judged as people do: the cases that people rated put the others right.
/// Repeats of a case count together. Nothing as correctedMean() says.
[[nodiscard]] std::optional<CorrectedMean> correctedByPeople(const ColumnVoices &voices);

/// The cases of two columns by the ratings of people, for pairVerdict(); those that people rated under both.
[[nodiscard]] std::vector<PairedCase> peoplesCases(const ColumnVoices &first, const ColumnVoices &second);

} // namespace Tempera
