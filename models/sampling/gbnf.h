// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>

namespace Tempera {

/// Whether a text is a grammar in llama.cpp's GBNF (grammars/README.md, parser in src/llama-grammar.cpp, v0.5.0): its
/// syntax, that every rule it names is there, and that there is a rule "root". Error{Syntax} with line and column.
/// Stricter than the parser in one thing, nesting deeper than 100, which would cost the stack. Left recursion is not
/// looked for; llama.cpp refuses it when the grammar is used.
[[nodiscard]] Result<void> checkGrammar(const QString &grammar);

} // namespace Tempera
