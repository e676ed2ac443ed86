// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// A variable's value; "file://…" is read: text without the space around it, YAML and JSON as JSON text.
[[nodiscard]] QJsonValue variableValue(ReadContext &context, const DataNode &node);

/// Whether a value expands: a list whose first element is a text.
[[nodiscard]] bool expands(const QJsonValue &value);
[[nodiscard]] bool hasExpandingVariable(const Variables &variables);

/// The cases that one case stands for. Empty when there would be more than `limit`.
[[nodiscard]] QList<Case> expandCase(const Case &aCase, const Case &defaults, qsizetype limit);

} // namespace Tempera
