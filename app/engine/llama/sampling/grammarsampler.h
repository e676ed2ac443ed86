// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/model/llamahandles.h"
#include "models/core/error.h"
#include "models/core/limits.h"
#include "models/core/note.h"
#include "models/core/sampling.h"

namespace Tempera {

/// Limits of one step on a grammar: building it, finding the tokens that fit, advancing by one token.
[[nodiscard]] Limits grammarLimits(const std::function<bool()> &stop);

/// One sentence for a grammar that exceeded its limits.
[[nodiscard]] QString grammarTakesTooMuch(LimitHit hit, const Limits &limits);

/// GBNF of a JSON schema's text, by llama.cpp's own json_schema_to_grammar, as llama-server does it: an empty schema is
/// any object. What it cannot enforce is left out, see notesOnRules(). Errors: BadRequest with the parameter and the cause.
/// A schema whose grammar exceeds the limits is refused too.
[[nodiscard]] Result<QString> grammarOfSchema(const QString &schema, const Limits &limits = grammarLimits({}));

/// llama.cpp's grammar for what the settings say; null where they say nothing. With both a schema and a grammar the
/// grammar counts, as in llama-server. Errors: BadRequest with parameter, cause and, for a grammar, line and column.
[[nodiscard]] Result<LlamaSamplerPtr> makeGrammar(const SamplingSettings &settings, const llama_vocab *vocab,
                                                  const Limits &limits = grammarLimits({}));

/// What of the settings' JSON schema its grammar does not enforce; empty where it enforces all.
[[nodiscard]] Notes notesOnRules(const SamplingSettings &settings);

} // namespace Tempera
