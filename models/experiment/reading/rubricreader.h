// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/reading/readcontext.h"

#include <QJsonObject>

namespace Tempera {

/// Reads a `rubricPrompt`: a text, a list of messages, or a file with one of them, whose text then stands for it. One that a script
/// makes stays as it is written, with a warning.
[[nodiscard]] QJsonValue readRubricPrompt(ReadContext &context, const DataNode &node);

/// The `options` of a test with the `rubricPrompt` in them read so.
[[nodiscard]] QJsonObject readTestOptions(ReadContext &context, const DataNode &node);

} // namespace Tempera
