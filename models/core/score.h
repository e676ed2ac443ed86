// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/trace.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace Tempera {

/// A text whose probability as the answer to a prompt is asked for (teacher forcing: nothing is drawn).
struct ScoreText {
    QString text;
    std::vector<std::int32_t> tokens; ///< When given, these of the model's tokens instead of the text's own.
    /// Sum over every way in which the vocabulary can spell the text, not only its own tokens: the exact probability
    /// that an answer begins with it. Only for short texts, such as labels.
    bool everySpelling = false;
    /// The prompt itself instead of a text: its tokens from the second on, each after those before it (the first one has
    /// nothing before it). Alone in a request; costs one evaluation of the whole prompt, with the logits of each token.
    bool isPrompt = false;

    bool operator==(const ScoreText &) const = default;
};

/// One token of a scored text.
struct ScoredToken {
    std::int32_t id = 0;
    QByteArray piece;                        ///< Its bytes; may be part of a character.
    double logProbability = 0;               ///< Natural logarithm, at temperature 1, before any sampler.
    int rank = 0;                            ///< 0 = the likeliest token at its place.
    std::shared_ptr<const TokenTrace> trace; ///< The distribution at its place, where a trace was asked for.
};

/// How likely a text is as the answer, natural logarithms.
struct ScoredText {
    std::vector<ScoredToken> tokens;
    QByteArray lead;              ///< Of a prompt: the bytes of its first token, which has no probability.
    double logProbability = 0;    ///< That the answer begins with the text.
    double endLogProbability = 0; ///< That it ends there, once it has begun so.
    int spellings = 1;            ///< How many token sequences were summed.
    bool complete = true;         ///< False: more spellings exist than were summed, so the value is a lower bound.
};

} // namespace Tempera
