// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"
#include "models/report/jsonstream.h"

#include <QJsonObject>
#include <QJsonValue>

#include <cstdint>
#include <optional>

namespace Tempera {

/// A seed as a number where JSON's readers can hold it, else as its digits.
[[nodiscard]] QJsonValue seedJson(const std::optional<std::uint64_t> &seed);

/// A check as promptfoo's files have it, without secrets.
[[nodiscard]] QJsonObject checkJson(const CheckSpec &check);

/// A case as promptfoo's files have it, with these variables and checks, without secrets.
[[nodiscard]] QJsonObject caseJson(const Case &aCase, const Variables &variables, const QList<CheckSpec> &checks);

/// Writes an experiment as the member `config` of a report, without secrets, case by case.
void writeConfig(JsonStream &json, const Experiment &experiment);

/// The variables of a row as promptfoo has them: with what `transformVars` made of them. A script stays the name of its file, and
/// answers of earlier rows stand in theirs. `made` is GenerationRequest::values.
[[nodiscard]] QJsonObject rowVariablesJson(const Experiment &experiment, const Case &aCase, const Variables &variables,
                                           const QJsonObject &made);

} // namespace Tempera
