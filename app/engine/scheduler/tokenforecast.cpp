// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/tokenforecast.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace Tempera {
namespace {

constexpr qint64 bytesForToken = 3;
constexpr qint64 tokensPerMessage = 4;
constexpr qint64 tokensPerPart = 1600;
constexpr double forgetting = 1.0 / 32; ///< How fast the most that was seen is forgotten, with each answer.

/// The most that was seen: up at once, down slowly.
double heldPeak(double held, double seen)
{
    return std::max(seen, held + (seen - held) * forgetting);
}

} // namespace

qint64 plainInputTokens(const GenerationRequest &request)
{
    qint64 bytes = 0;
    qint64 tokens = 0;
    for (const Message &message : request.messages) {
        bytes += message.text.toUtf8().size();
        tokens += tokensPerMessage;
        for (const MessagePart &part : message.parts)
            tokens += std::holds_alternative<TextPart>(part) ? 0 : tokensPerPart;
    }
    bytes += request.sampling.jsonSchema.toUtf8().size();
    return tokens + (bytes + bytesForToken - 1) / bytesForToken;
}

TokenForecast::Need TokenForecast::of(const GenerationRequest &request) const
{
    const int most = request.sampling.maxTokens.value_or(-1);
    const double input = static_cast<double>(plainInputTokens(request)) * m_inputShare;
    return {static_cast<qint64>(std::ceil(input)), most >= 0 ? most : static_cast<qint64>(std::ceil(m_usualOutput))};
}

void TokenForecast::learn(const GenerationRequest &request, const Usage &used)
{
    if (const auto input = possibleTokens(used.inputTokens)) {
        const double plain = static_cast<double>(std::max<qint64>(1, plainInputTokens(request)));
        m_inputShare = std::max(1.0, heldPeak(m_inputShare, static_cast<double>(*input) / plain));
    }
    if (const auto output = possibleTokens(used.outputTokens))
        m_usualOutput = heldPeak(m_usualOutput, static_cast<double>(*output));
}

} // namespace Tempera
