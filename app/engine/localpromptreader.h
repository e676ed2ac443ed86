// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptcounter.h"

namespace Tempera {

/// Reads prompts as a local model does, without its weights. Belongs to one thread at a time; blocks while a vocabulary is
/// loaded. Errors: those of loading the model, and Template (its chat template refuses the messages).
class LocalPromptReader
{
public:
    virtual ~LocalPromptReader() = default;
    /// Tokens of a text alone, without what begins a prompt; what looks like a control token in it is text.
    [[nodiscard]] virtual Result<TokenCount> countText(const QString &path, const QString &text) = 0;
    [[nodiscard]] virtual Result<PromptReading> read(const QString &path, const Messages &messages, PromptForm form) = 0;
};

} // namespace Tempera
