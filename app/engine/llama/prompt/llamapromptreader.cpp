// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/prompt/llamapromptreader.h"

#include "app/engine/llama/prompt/chatprompt.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <deque>

namespace Tempera {
namespace {

constexpr std::size_t keptVocabularies = 3;

class LlamaPromptReader final : public LocalPromptReader
{
public:
    Result<TokenCount> countText(const QString &path, const QString &text) override
    {
        return vocabularyOf(path).transform([&text](const Known *known) {
            const QByteArray utf8 = text.toUtf8();
            const std::string_view bytes(utf8.constData(), static_cast<std::size_t>(utf8.size()));
            return TokenCount{known->model->countText(bytes), Exactness::Exact};
        });
    }

    Result<PromptReading> read(const QString &path, const Messages &messages, PromptForm form) override
    {
        const Result<const Known *> known = vocabularyOf(path);
        if (!known)
            return std::unexpected(known.error());
        return (*known)->prompts->make(messages, form, PromptText::Keep).transform([](const LlamaPrompt &prompt) {
            const auto tokens = static_cast<std::int64_t>(prompt.tokens.size());
            return PromptReading{.count = {tokens, Exactness::Exact}, .text = prompt.text, .notes = prompt.notes};
        });
    }

private:
    struct Known {
        QString path;
        qint64 bytes = 0;
        QDateTime changed;
        std::unique_ptr<LlamaModel> model;
        std::unique_ptr<ChatPrompt> prompts;
    };

    /// The last used is the first of the list.
    Result<const Known *> vocabularyOf(const QString &path)
    {
        const QFileInfo file(path);
        const auto isIt = [&](const Known &each) {
            return each.path == path && each.bytes == file.size() && each.changed == file.lastModified();
        };
        if (const auto found = std::ranges::find_if(m_known, isIt); found != m_known.end()) {
            std::rotate(m_known.begin(), found, std::next(found));
            return &m_known.front();
        }
        std::erase_if(m_known, [&path](const Known &each) { return each.path == path; });
        Result<std::unique_ptr<LlamaModel>> model = LlamaModel::loadVocabulary(path);
        if (!model)
            return std::unexpected(model.error());
        auto prompts = std::make_unique<ChatPrompt>(**model);
        m_known.push_front({path, file.size(), file.lastModified(), std::move(*model), std::move(prompts)});
        if (m_known.size() > keptVocabularies)
            m_known.pop_back();
        return &m_known.front();
    }

    std::deque<Known> m_known;
};

} // namespace

std::unique_ptr<LocalPromptReader> makeLlamaPromptReader()
{
    return std::make_unique<LlamaPromptReader>();
}

} // namespace Tempera
