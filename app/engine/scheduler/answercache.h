// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/stage.h"
#include "models/core/ports/cachestore.h"

#include <QObject>

#include <unordered_map>

namespace Tempera {

/// The stage that answers what was answered before, and keeps what is answered. Such an answer comes as one text, with the
/// usage and the times of the first time and a note (NoteKind::FromCache). Kept is what ended by itself or at its limit and is
/// text alone: thinking text and token probabilities would be lost. Which requests it looks at says mayBeCached().
class AnswerCache final : public QObject, public Stage
{
public:
    /// See Backend::answerKey().
    using KeyOf = std::function<QByteArray(const GenerationRequest &request)>;

    /// `next` and `store` outlive it; without a store everything passes.
    AnswerCache(Stage &next, CacheStore *store, KeyOf keyOf);
    ~AnswerCache() override;

    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override;

private:
    using Id = quint64;
    class Asked;

    void found(Id id, const std::optional<CachedAnswer> &answer);
    void pass(const Asked &asked);

    Stage &m_next;
    CacheStore *m_store;
    KeyOf m_keyOf;
    Id m_lastId = 0;
    std::unordered_map<Id, Asked *> m_asked; ///< Those that are alive; owned by the caller.
};

} // namespace Tempera
