// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/chatprompt.h"

#include <chat.h>

#include <exception>

using namespace Qt::StringLiterals;

namespace Tempera {

struct ChatPrompt::Templates {
    common_chat_templates_ptr handle;
};

ChatPrompt::ChatPrompt(const LlamaModel &model) : m_model(model), m_templates(std::make_unique<Templates>())
{
    try {
        m_templates->handle = common_chat_templates_init(model.handle(), "");
    } catch (const std::exception &e) {
        m_templateError = QString::fromUtf8(e.what());
    }
}

ChatPrompt::~ChatPrompt() = default;

Result<LlamaPrompt> ChatPrompt::make(const Messages &messages, PromptForm form) const
{
    LlamaPrompt prompt;
    if (form == PromptForm::Chat) {
        Result<LlamaPrompt> made = chat(messages);
        if (!made)
            return made;
        prompt = std::move(*made);
    } else {
        QByteArray text;
        for (const Message &message : messages)
            text += message.text.toUtf8();
        prompt.tokens = m_model.tokenize({text.constData(), static_cast<std::size_t>(text.size())});
    }
    if (prompt.tokens.empty())
        return failure(ErrorKind::BadRequest, u"the prompt is empty"_s, m_model.path());
    return prompt;
}

Result<LlamaPrompt> ChatPrompt::chat(const Messages &messages) const
{
    if (!m_templates->handle)
        return failure(ErrorKind::Template, m_templateError, m_model.path());
    try {
        common_chat_templates_inputs inputs;
        inputs.add_bos = llama_vocab_get_add_bos(m_model.vocab());
        inputs.add_eos = llama_vocab_get_add_eos(m_model.vocab());
        for (const Message &message : messages) {
            common_chat_msg entry;
            entry.role = roleName(message.role).toStdString();
            entry.content = message.text.toStdString();
            inputs.messages.push_back(std::move(entry));
        }
        const common_chat_params applied = common_chat_templates_apply(m_templates->handle.get(), inputs);
        LlamaPrompt prompt{m_model.tokenize(applied.prompt), {}};
        for (const std::string &stop : applied.additional_stops)
            prompt.stops += QString::fromStdString(stop);
        return prompt;
    } catch (const std::exception &e) {
        return failure(ErrorKind::Template, QString::fromUtf8(e.what()), m_model.path());
    }
}

} // namespace Tempera
