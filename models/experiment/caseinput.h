// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/message.h"
#include "models/experiment/experiment.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace Tempera {

/// What a model was given to work on, without what it was told to do with it: the values of the case's own variables that stand
/// in the messages as they were sent, the longest first, none that is a part of another; where none does, those of the
/// variables of all cases; else the last message of the user. Empty where there is none. Pure, any thread.
[[nodiscard]] QStringList caseInputs(const Experiment &experiment, const Case &aCase, const Messages &asked);

/// The object that the answer to a case should be: that of a check for the whole answer (see wholeAnswerChecks()), as a value
/// or as JSON text, templates that are one variable and nothing else filled in; else a variable of the case called "expected",
/// "expected_output" or "ideal" that is one. A schema (is-json, contains-json) is none. Nothing where it is not known. Pure,
/// any thread.
[[nodiscard]] std::optional<QJsonObject> expectedObject(const Experiment &experiment, const Case &aCase);

/// The metadata that a case really has: the default case's, overridden by its own; without Tempera's own (`metadata.tempera`).
[[nodiscard]] QJsonObject effectiveMetadata(const Experiment &experiment, const Case &aCase);
/// A value of it as text; nothing where there is none. Null is an empty text.
[[nodiscard]] std::optional<QString> metadataText(const Experiment &experiment, const Case &aCase, const QString &key);

/// Whether a case has all of this metadata (names and texts), as promptfoo's --filter-metadata compares: the value, or one of a list,
/// contains the text. Its own counts; the default case's where the experiment has no case.
[[nodiscard]] bool hasMetadata(const Experiment &experiment, const Case &aCase, const QList<std::pair<QString, QString>> &wanted);

} // namespace Tempera
