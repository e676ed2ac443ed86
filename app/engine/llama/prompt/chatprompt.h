// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/model/llamamodel.h"
#include "models/core/note.h"
#include "models/core/request.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace Tempera {

/// What a model reads.
struct LlamaPrompt {
    std::vector<llama_token> tokens;
    QStringList stops; ///< Texts that end the answer by the chat template's own rules.
    Notes notes;       ///< What the reader of the answer has to know about it.
    QString text = {}; ///< The whole text, with what begins it, where it was asked for.
};

/// Whether the text that was made into tokens is kept for display.
enum class PromptText { Drop, Keep };

/// FairLock messages into a model's prompt, through llama.cpp's own Jinja for chats. A model without a template gets
/// ChatML, as in llama-server, and the prompt's notes say so.
class ChatPrompt
{
public:
    explicit ChatPrompt(const LlamaModel &model);
    ~ChatPrompt();

    /// Errors: Template (the model's template refuses these messages, is broken, or takes more than templateLimits()),
    /// BadRequest (nothing to read, or a part that is not text). `stop` ends the rendering; it is asked on the calling thread.
    [[nodiscard]] Result<LlamaPrompt> make(const Messages &messages, PromptForm form, PromptText text = PromptText::Drop,
                                           const std::function<bool()> &stop = {}) const;

private:
    struct Templates;

    void readTemplate();
    [[nodiscard]] Result<LlamaPrompt> chat(const Messages &messages, PromptText text, const std::function<bool()> &stop) const;
    [[nodiscard]] QString shownText(const LlamaPrompt &prompt, std::string_view text) const;

    const LlamaModel &m_model;
    std::unique_ptr<Templates> m_templates;
    mutable QString m_templateError; ///< Also of a template that cannot be tried again.
};

} // namespace Tempera
