// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/prompt/chatprompt.h"

#include "app/engine/llama/prompt/prompttokens.h"
#include "app/engine/llama/prompt/templateinput.h"
#include "app/engine/llama/prompt/templatelimits.h"
#include "models/core/limitedwork.h"

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

namespace {

QString templateTakesTooMuch(LimitHit hit, const Limits &limits)
{
    return u"The chat template exceeds its limits. "_s + limitSentence(hit, limits);
}

common_chat_templates_inputs templateInputs(const LlamaModel &model, const Messages &messages)
{
    common_chat_templates_inputs inputs;
    inputs.add_bos = llama_vocab_get_add_bos(model.vocab());
    inputs.add_eos = llama_vocab_get_add_eos(model.vocab());
    for (const Message &message : messages) {
        common_chat_msg entry;
        entry.role = roleName(message.role).toStdString();
        entry.content = message.text.toStdString();
        inputs.messages.push_back(std::move(entry));
    }
    return inputs;
}

} // namespace

ChatPrompt::ChatPrompt(const LlamaModel &model) : m_model(model), m_templates(std::make_unique<Templates>())
{
    const Limits limits = templateLimits(0, {});
    try {
        const LimitHit hit = runLimited(limits, [this] { readTemplate(); });
        if (hit != LimitHit::None)
            m_templateError = templateTakesTooMuch(hit, limits);
    } catch (const std::exception &e) {
        m_templateError = QString::fromUtf8(e.what());
    }
}

void ChatPrompt::readTemplate()
{
    for (const char *const name : {static_cast<const char *>(nullptr), "tool_use"}) {
        const char *source = llama_model_chat_template(m_model.handle(), name);
        if (const Result<void> sound = source ? checkTemplateShape(source) : Result<void>(); !sound) {
            m_templateError = sound.error().detail;
            return;
        }
    }
    m_templates->handle = common_chat_templates_init(m_model.handle(), "");
    if (const llama_token begin = llama_vocab_bos(m_model.vocab()); begin != LLAMA_TOKEN_NULL)
        m_templates->begin = llama_vocab_get_text(m_model.vocab(), begin);
    m_templates->tokens.emplace(m_model, common_chat_templates_source(m_templates->handle.get()));
}

ChatPrompt::~ChatPrompt() = default;

Result<LlamaPrompt> ChatPrompt::make(const Messages &messages, PromptForm form, PromptText keep,
                                     const std::function<bool()> &stop) const
{
    if (!holdOnlyText(messages))
        return failure(ErrorKind::BadRequest,
                       u"a local model takes text only; the prompt has an image or another part that is not text"_s,
                       m_model.path());
    LlamaPrompt prompt;
    if (form == PromptForm::Chat) {
        Result<LlamaPrompt> made = chat(messages, keep, stop);
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

Result<LlamaPrompt> ChatPrompt::chat(const Messages &messages, PromptText keep, const std::function<bool()> &stop) const
{
    if (!m_templates->handle || !m_templateError.isEmpty())
        return failure(ErrorKind::Template, m_templateError, m_model.path());
    try {
        const common_chat_templates_inputs inputs = templateInputs(m_model, messages);
        std::vector<std::string> contents;
        std::size_t bytes = 0;
        for (const common_chat_msg &message : inputs.messages) {
            contents.push_back(message.content);
            bytes += message.content.size();
        }
        const TemplateInput written;
        const Limits limits = templateLimits(bytes, stop);
        common_chat_params applied;
        const LimitHit hit =
            runLimited(limits, [&] { applied = common_chat_templates_apply(m_templates->handle.get(), inputs); });
        if (hit != LimitHit::None) {
            const QString detail = templateTakesTooMuch(hit, limits);
            if (hit == LimitHit::Depth) // it may have been left in the middle: once is enough
                m_templateError = detail;
            return failure(hit == LimitHit::Stop ? ErrorKind::Cancelled : ErrorKind::Template, detail, m_model.path());
        }
        if (applied.prompt.size() > mostTemplateText(bytes))
            return failure(ErrorKind::Template, u"The chat template produces too long a prompt."_s, m_model.path());
        const std::vector<ByteSpan> spans = written.inputsOf(applied.prompt, m_templates->begin, contents);
        LlamaPrompt prompt{m_templates->tokens->tokenize(applied.prompt, spans), {}, {}};
        if (keep == PromptText::Keep)
            prompt.text = shownText(prompt, applied.prompt);
        if (!common_chat_templates_was_explicit(m_templates->handle.get()))
            prompt.notes.append({NoteKind::TemplateAssumed, u"ChatML"_s});
        for (const std::string &stopText : applied.additional_stops)
            prompt.stops += QString::fromStdString(stopText);
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
