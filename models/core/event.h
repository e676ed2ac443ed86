// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/embedding.h"
#include "models/core/error.h"
#include "models/core/note.h"
#include "models/core/score.h"
#include "models/core/toldlimits.h"
#include "models/core/trace.h"
#include "models/core/usage.h"
#include "models/core/vocabulary.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <variant>
#include <vector>

namespace Tempera {

/// Why a generation ended by itself.
enum class FinishReason {
    Stop,          ///< End of text, or a stop string.
    Length,        ///< Max tokens or the end of the context.
    ContentFilter, ///< Withheld by the endpoint.
    ToolCalls,     ///< With calls of tools, for whose results it would wait.
    Cancelled,     ///< Stopped by the user; the text so far is valid.
    Other,
};

/// promptfoo's and OpenAI's name: "stop", "length", "content_filter", "tool_calls", "cancelled", "other".
[[nodiscard]] QString finishReasonName(FinishReason reason);
[[nodiscard]] FinishReason finishReasonFromName(const QString &name);

/// Whether an identical request gives an identical answer.
enum class Reproducibility {
    Unknown, ///< Remote: not guaranteed.
    Fast,    ///< Same seed, same random numbers; what else runs and what is cached change last bits, so the text may differ.
    Strict,  ///< Bit-identical, with the same model file, version and settings of the machine.
};

/// What a request waits for before it is sent.
enum class WaitCause {
    Slots,     ///< Others are under way, or come first.
    RateLimit, ///< The requests or tokens of this minute are used up.
    Outage,    ///< The endpoint failed several times in a row: one request will try it, the others wait for that.
};

namespace Event {
/// Accepted, waits for its turn. May come again when the cause changes, and before a later attempt.
struct Queued {
    WaitCause cause = WaitCause::Slots;
    std::chrono::milliseconds wait{0}; ///< Until the endpoint may be asked again; zero = until others have ended.
};
/// A model file is being loaded; `fraction` in [0, 1].
struct Loading {
    double fraction = 0;
};
/// It left the queue. `model` is the model that really answers (as the endpoint reports it, where it does).
struct Started {
    QString model;
    std::shared_ptr<const Vocabulary> vocabulary = {}; ///< Local models, where traces were asked for.
};
/// Prompt tokens evaluated so far.
struct PromptProgress {
    int done = 0;
    int total = 0;
};
struct TextDelta {
    QString text;
};
/// Thinking text, kept apart from the answer.
struct ReasoningDelta {
    QString text;
};
/// Traces of the tokens that came with the last text, in order.
struct TraceDelta {
    Trace tokens;
};
/// The probabilities that a request with texts to score asked for, in its order.
struct Scored {
    std::vector<ScoredText> texts;
};
/// The vectors of the request's messages, in their order, by an endpoint that gives those and no text (openAiEmbeddingsWire).
struct Embedded {
    EmbeddingList vectors;
};
struct UsageUpdate {
    Usage usage;
};
/// The head of a response came and tells of limits. For the engine's limiter alone, which does not pass it on.
struct LimitsTold {
    ToldLimits limits;
};
/// The attempt failed; another comes after `wait`, as soon as it is its turn. It had told no text, or what it told is void
/// (RetrySettings::startsOver).
struct Retrying {
    int attempt = 0; ///< Number of the coming attempt, the first retry is 1.
    std::chrono::milliseconds wait{0};
    Error cause;
};
/// Last event of a generation that ended well or was cancelled.
struct Finished {
    FinishReason reason = FinishReason::Stop;
    Usage usage;
    Timings timings;
    std::optional<std::uint64_t> seed; ///< The seed in effect, where it is known.
    Reproducibility reproducibility = Reproducibility::Unknown;
    QByteArray modelHash = {}; ///< Local: SHA-256 of the model's file in hexadecimal; empty = unknown.
    Notes notes = {};          ///< Notes on how the answer was produced.
};
/// Last event of a generation that failed. Text that came before stays valid.
struct Failed {
    Error error;
};
} // namespace Event

using GenerationEvent = std::variant<Event::Queued, Event::Loading, Event::Started, Event::PromptProgress, Event::TextDelta,
                                     Event::ReasoningDelta, Event::TraceDelta, Event::Scored, Event::Embedded, Event::UsageUpdate,
                                     Event::LimitsTold, Event::Retrying, Event::Finished, Event::Failed>;

/// Events of one generation in order, as they cross to the receiver's thread in one flush.
using GenerationBatch = std::vector<GenerationEvent>;

} // namespace Tempera
