// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentsource.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// Reads `prompts` in all of its forms. What is not supported (scripts, globs) gives a warning and no prompt.
[[nodiscard]] QList<Prompt> readPrompts(ReadContext &context, const DataNode &node, ListSource &source);

/// What becomes of a message's list of parts.
enum class PartsAs {
    Template, ///< Its JSON is the message's text, in which variables are still to be filled.
    Values,   ///< Message::parts.
};

/// The messages of a prompt's text: a JSON (or YAML) list of {role, content} is a conversation, every other text is
/// one user message.
[[nodiscard]] Messages messagesFromText(const QString &text, PartsAs parts);

/// A message whose rendered text is the JSON of its parts; Template where it is no such list.
[[nodiscard]] Result<Message> messageFromPartsText(Role role, const QString &json);

/// Whether a prompt's text in a file would be taken for the name of a file.
[[nodiscard]] bool looksLikePromptFile(const QString &text);

/// Whether a message's text is the JSON of a list of parts of which one is not text (an image, a sound, a file).
[[nodiscard]] bool isContentParts(const QString &text);

} // namespace Tempera
