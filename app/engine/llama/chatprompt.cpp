// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/chatprompt.h"

#include "app/engine/llama/prompttokens.h"
#include "app/engine/llama/templateinput.h"

#include <chat.h>

#include <exception>
#include <optional>
#include <string>

using namespace Qt::StringLiterals;

namespace Tempera {

struct ChatPrompt::Templates {
    common_chat_templates_ptr handle;
    std::string begin; ///< What llama.cpp cuts from the beginning of what a template renders.
    std::optional<PromptTokens> tokens;
};

ChatPrompt::ChatPrompt(const LlamaModel &model) : m_model(model), m_templates(std::make_unique<Templates>())
{
    try {
        m_templates->handle = common_chat_templates_init(model.handle(), "");
        if (const llama_token begin = llama_vocab_bos(model.vocab()); begin != LLAMA_TOKEN_NULL)
            m_templates->begin = llama_vocab_get_text(model.vocab(), begin);
        m_templates->tokens.emplace(model, common_chat_templates_source(m_templates->handle.get()));
    } catch (const std::exception &e) {
        m_templateError = QString::fromUtf8(e.what());
    }
}

ChatPrompt::~ChatPrompt() = default;

Result<LlamaPrompt> ChatPrompt::make(const Messages &messages, PromptForm form, PromptText keep) const
{
    LlamaPrompt prompt;
    if (form == PromptForm::Chat) {
        Result<LlamaPrompt> made = chat(messages, keep);
        if (!made)
            return made;
        prompt = std::move(*made);
    } else {
        QByteArray text;
        for (const Message &message : messages)
            text += message.text.toUtf8();
        const std::string_view bytes(text.constData(), static_cast<std::size_t>(text.size()));
        prompt.tokens = m_model.tokenize(bytes);
        if (keep == PromptText::Keep)
            prompt.text = shownText(prompt, bytes);
    }
    if (prompt.tokens.empty())
        return failure(ErrorKind::BadRequest, u"the prompt is empty"_s, m_model.path());
    return prompt;
}

Result<LlamaPrompt> ChatPrompt::chat(const Messages &messages, PromptText keep) const
{
    if (!m_templates->handle)
        return failure(ErrorKind::Template, m_templateError, m_model.path());
    try {
        common_chat_templates_inputs inputs;
        inputs.add_bos = llama_vocab_get_add_bos(m_model.vocab());
        inputs.add_eos = llama_vocab_get_add_eos(m_model.vocab());
        std::vector<std::string> contents;
        for (const Message &message : messages) {
            common_chat_msg entry;
            entry.role = roleName(message.role).toStdString();
            entry.content = message.text.toStdString();
            contents.push_back(entry.content);
            inputs.messages.push_back(std::move(entry));
        }
        const TemplateInput written;
        const common_chat_params applied = common_chat_templates_apply(m_templates->handle.get(), inputs);
        const std::vector<ByteSpan> spans = written.inputsOf(applied.prompt, m_templates->begin, contents);
        LlamaPrompt prompt{m_templates->tokens->tokenize(applied.prompt, spans), {}, {}};
        if (keep == PromptText::Keep)
            prompt.text = shownText(prompt, applied.prompt);
        if (!common_chat_templates_was_explicit(m_templates->handle.get()))
            prompt.notes.append({NoteKind::TemplateAssumed, u"ChatML"_s});
        for (const std::string &stop : applied.additional_stops)
            prompt.stops += QString::fromStdString(stop);
        return prompt;
    } catch (const std::exception &e) {
        return failure(ErrorKind::Template, QString::fromUtf8(e.what()), m_model.path());
    }
}

/// With the token that begins every text, which is not written in it.
QString ChatPrompt::shownText(const LlamaPrompt &prompt, std::string_view text) const
{
    const QString whole = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    const llama_token begin = llama_vocab_bos(m_model.vocab());
    if (begin == LLAMA_TOKEN_NULL || prompt.tokens.empty() || prompt.tokens.front() != begin)
        return whole;
    const QString mark = QString::fromUtf8(llama_vocab_get_text(m_model.vocab(), begin));
    return whole.startsWith(mark) ? whole : mark + whole;
}

} // namespace Tempera
