// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/limits.h"

#include <string>

namespace Tempera {

/// What rendering a chat template may take. A model's file is anyone's, and its template is a program.
/// `inputBytes`: the messages' texts, which the template copies about.
[[nodiscard]] Limits templateLimits(std::size_t inputBytes, const std::function<bool()> &stop);

/// The longest prompt that a chat template may make of messages of that many bytes.
[[nodiscard]] std::size_t mostTemplateText(std::size_t inputBytes);

/// Looks at a template's text before llama.cpp does: its reader goes one level deeper for each bracket, `not` and `if`, and
/// what it has read is taken apart in as many levels. Throws what llama.cpp's lexer throws.
/// Errors: Template where it is too long or nested too deep.
[[nodiscard]] Result<void> checkTemplateShape(const std::string &source);

} // namespace Tempera
