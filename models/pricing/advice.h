// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricing/job.h"
#include "models/pricing/promptanatomy.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace Tempera {

/// A step that makes a job cheaper.
enum class AdviceKind {
    ShorterPrompt, ///< Without one piece of the prompt.
    OutputCap,     ///< Answers no longer than most of them are.
    PrefixCache,   ///< What is the same in all prompts stands first, and the provider keeps it.
    ResponseCache, ///< Equal requests are asked once.
    Batch,         ///< Through the provider's batch interface.
    SmallerModel,  ///< Another model.
};

/// A model that could do the job too, and what the checks said of it.
struct OtherModel {
    Capabilities model;
    std::optional<double> passRate = {}; ///< 0 to 1; nothing = it was not run.
};

/// What is known of a job beside its question.
struct AdviceFacts {
    QList<PromptPiece> pieces = {};
    std::int64_t constantTokens = 0; ///< The same in all prompts, wherever they stand: what a shared beginning could be.
    std::int64_t equalRequests = 0;  ///< Requests that ask the same as one before them.
    QList<OtherModel> others = {};
    std::optional<double> passRate = {}; ///< Of the job's own model.
};

/// What one step would save on this very job; the others are as they were.
struct Advice {
    AdviceKind kind = AdviceKind::ShorterPrompt;
    PromptPiece piece = {}; ///< ShorterPrompt: without which.
    std::int64_t tokens =
        0;              ///< Of each request: saved (ShorterPrompt), as the cap (OutputCap), kept (PrefixCache); else requests.
    QString model = {}; ///< SmallerModel: its name.
    std::optional<double> passRate = {};
    std::optional<double> passRateNow = {};
    Cost saves = {};  ///< Of the whole job, in the standard way.
    double share = 0; ///< Of what it costs now, 0 to 1.

    bool operator==(const Advice &) const = default;
};

/// Every step that saves something, the largest amount first. Pure. None where the job's cost is unknown: nobody knows what would
/// be saved.
[[nodiscard]] QList<Advice> adviceFor(const JobCounts &counts, const JobQuestion &question, const AdviceFacts &facts);

/// What is to be done: "without message 1 (system): 120 tokens less in each request"; translated.
[[nodiscard]] QString adviceStepText(const Advice &advice);
/// What of the whole is saved, "43 %".
[[nodiscard]] QString adviceShareText(const Advice &advice);
/// One sentence with the amount; translated.
[[nodiscard]] QString adviceText(const Advice &advice);

} // namespace Tempera
