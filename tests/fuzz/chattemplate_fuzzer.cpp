// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/prompt/chatprompt.h"
#include "tests/app/engine/llama/tinymodel.h"
#include "tests/fuzz/consume.h"
#include "tests/fuzz/entries.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The least that is a model, with the template.
TinyModel templateModel(const QString &chatTemplate)
{
    TinyModel model;
    model.vocabulary = 288;
    model.layers = 1;
    model.width = 32;
    model.heads = 1;
    model.feedForward = 32;
    model.controls = {u"<|user|>"_s, u"<|assistant|>"_s, u"<|end|>"_s};
    model.chatTemplate = chatTemplate;
    return model;
}

} // namespace

bool fuzzChatTemplate(QByteArrayView bytes)
{
    static const QTemporaryDir folder;
    static const Messages messages{{Role::System, u"You help. <|end|>"_s},
                                   {Role::User, u"Grüße {{ x }}"_s},
                                   {Role::Assistant, u"Yes."_s},
                                   {Role::User, u"And?"_s}};
    const QString path = folder.filePath(u"model.gguf"_s);
    require(templateModel(QString::fromUtf8(bytes)).write(path), "the model can be written");
    const Result<std::unique_ptr<LlamaModel>> model = LlamaModel::loadVocabulary(path);
    if (!model) {
        consume(model.error());
        return false;
    }
    const Result<LlamaPrompt> prompt = ChatPrompt(**model).make(messages, PromptForm::Chat, PromptText::Keep);
    if (!prompt) {
        consume(prompt.error());
        return false;
    }
    consume(prompt->text);
    consume(prompt->stops);
    for (const llama_token token : prompt->tokens)
        require(token >= 0 && token < (*model)->vocabularySize(), "a prompt is made of the model's tokens");
    return true;
}

} // namespace Tempera
