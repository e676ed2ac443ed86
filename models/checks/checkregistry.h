// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"

#include <memory>
#include <vector>

namespace Tempera {

/// What a check cannot do without.
enum class CheckNeeds {
    Answer,     ///< The answer and its figures.
    Json,       ///< The answer read as JSON.
    Judge,      ///< A model that is asked.
    Embeddings, ///< A model that makes vectors of texts.
    Row,        ///< All answers to the case, see rowchecks.h.
};

/// A check under its name in files, without "not-".
struct RegisteredCheck {
    QString type;
    CheckNeeds needs = CheckNeeds::Answer;
    std::unique_ptr<const Check> check = {};        ///< Null where it has to ask.
    std::unique_ptr<const AskingCheck> asking = {}; ///< Where it needs a judge or embeddings.
};

/// All checks there are, in the order in which lists show them.
[[nodiscard]] const std::vector<RegisteredCheck> &registeredChecks();

/// The check of a type, with or without its "not-"; null where there is none.
[[nodiscard]] const RegisteredCheck *findCheck(const QString &type);

// The rooms of the registry; each makes its own checks.
void addTextChecks(std::vector<RegisteredCheck> &checks);
void addListChecks(std::vector<RegisteredCheck> &checks);
void addPatternChecks(std::vector<RegisteredCheck> &checks);
void addJsonChecks(std::vector<RegisteredCheck> &checks);
void addMeasureChecks(std::vector<RegisteredCheck> &checks);
void addDistanceChecks(std::vector<RegisteredCheck> &checks);
void addOverlapChecks(std::vector<RegisteredCheck> &checks);
void addMarkupChecks(std::vector<RegisteredCheck> &checks);
void addSqlChecks(std::vector<RegisteredCheck> &checks);
void addConductChecks(std::vector<RegisteredCheck> &checks);
void addToolChecks(std::vector<RegisteredCheck> &checks);
void addTemperaChecks(std::vector<RegisteredCheck> &checks);
void addQueryChecks(std::vector<RegisteredCheck> &checks);
void addContentChecks(std::vector<RegisteredCheck> &checks);
void addScriptChecks(std::vector<RegisteredCheck> &checks);
void addJudgeChecks(std::vector<RegisteredCheck> &checks);
void addRelevanceChecks(std::vector<RegisteredCheck> &checks);
void addContextChecks(std::vector<RegisteredCheck> &checks);
void addEmbeddingChecks(std::vector<RegisteredCheck> &checks);
void addModerationChecks(std::vector<RegisteredCheck> &checks);
void addClassifierChecks(std::vector<RegisteredCheck> &checks);

} // namespace Tempera
