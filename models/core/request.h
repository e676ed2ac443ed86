// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/core/message.h"
#include "models/core/provider.h"
#include "models/core/sampling.h"
#include "models/core/score.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <QUuid>

#include <chrono>
#include <cstdint>
#include <optional>

namespace Tempera {

/// Which cell of a run: case × prompt × variant × repeat, all 0-based.
struct CellKey {
    int caseIndex = 0;
    int promptIndex = 0;
    int variantIndex = 0;
    int repeat = 0;

    auto operator<=>(const CellKey &) const = default;
};

/// promptfoo's name of what was said before in a conversation, among the variables of a prompt.
inline constexpr QLatin1StringView conversationVariable("_conversation");

/// How the messages reach a local model.
enum class PromptForm {
    Chat,         ///< Through the model's chat template.
    Continuation, ///< The texts as they are, one after the other; the model continues writing.
};

/// How long a request may take. Zero = no limit. Comments and blank lines that keep a stream alive are no bytes of an answer.
struct Timeouts {
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds firstByte{120'000};
    std::chrono::milliseconds idle{60'000};
    /// The deadline: from the first attempt to the end, with all attempts and the waits between them. Nothing = the usual
    /// one, 30 minutes for an endpoint in the network and none for a local model.
    std::optional<std::chrono::milliseconds> total = {};

    bool operator==(const Timeouts &) const = default;
};

/// When a failed request is tried again. Only ever before the first visible token, but for `startsOver`.
struct RetrySettings {
    int maxRetries = 3;                    ///< Attempts after the first one.
    std::chrono::milliseconds base{500};   ///< First ceiling of the full-jitter wait; doubles.
    std::chrono::milliseconds cap{60'000}; ///< No computed wait is longer.
    /// Where a server of a pool dies in the middle of its answer, and all of the pool are one's own, so that nobody charges for
    /// it: another one writes the answer anew. Whoever asks forgets what came before an Event::Retrying.
    bool startsOver = false;

    bool operator==(const RetrySettings &) const = default;
};

/// Whether an answer that was given before may be given again, see mayBeCached().
enum class CacheUse {
    Never,
    Settled, ///< Where temperature 0 or a seed says that the same answer is wanted.
    Always,
};

/// What an answer begins with, token by token, when it continues from an earlier one.
using AnswerPrefix = Trace;

/// One generation, complete and immutable: everything the engine needs, nothing that is secret.
struct GenerationRequest {
    CellKey key;
    Endpoint endpoint;
    Messages messages;
    PromptForm form = PromptForm::Chat;
    SamplingSettings sampling;
    Timeouts timeouts;
    RetrySettings retry;
    bool wantTrace = false; ///< Hand out the token trace; a remote one holds the likeliest few tokens only.
    /// Local only: the answer begins with the chosen tokens of these and is continued from there. Their text comes
    /// as the first text, their traces do not come again; the next token is drawn at position prefix.size().
    AnswerPrefix prefix = {};
    /// Local only: nothing is generated; the answer is one Event::Scored with these texts in order, then Finished.
    std::vector<ScoreText> score = {};
    QString given = {}; ///< Echo: the answer, where it is not the prompt. Script: the prompt, where it is not its messages.
    /// What a script gets beside the prompt (`vars`, `prompt`, `test`), where the experiment has scripts; kept nowhere.
    QJsonObject context = {};
    bool strict = false;           ///< Local only: bit-identical answer to an identical request, whatever else runs; slower.
    SharedProvider provider = {};  ///< Who answers; null where nobody was asked, see providerOf().
    QStringList withoutValue = {}; ///< Variables of the prompt that have no value: nothing stands in their places.
    QJsonObject values =
        {}; ///< What variables of the prompt were that are not those of the case: made by scripts, or of earlier answers.
    CacheUse cache = CacheUse::Never;
    QUuid run = {}; ///< The run that it belongs to; runs take turns where they wait for the same endpoint. Null = none.
    QList<Parameter> leftOut = {}; ///< What was set, and is not sent since the model is known to refuse it.

    bool operator==(const GenerationRequest &) const = default;
};

/// Who answers a request: what was resolved for it, else what its endpoint says by itself.
[[nodiscard]] Provider providerOf(const GenerationRequest &request);

/// Says who answers: from then on the request knows its provider, and asks for its key.
void setProvider(GenerationRequest &request, const SharedProvider &provider);

/// Takes out of the settings what the model is known to refuse; `leftOut` names it from then on.
void leaveOutRefused(GenerationRequest &request, const Capabilities &capabilities);

/// Whether its answer may come from the cache, and go there. Only that of a server in the network, without token probabilities,
/// which the cache does not hold.
[[nodiscard]] bool mayBeCached(const GenerationRequest &request);

/// SHA-256 over the canonical JSON of what decides the answer (endpoint, model, messages, form,
/// sampling), without key, place or time. Identical requests have equal keys.
[[nodiscard]] QByteArray requestKey(const GenerationRequest &request);

} // namespace Tempera
