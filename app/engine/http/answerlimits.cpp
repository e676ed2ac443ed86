// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/answerlimits.h"

#include "models/core/request.h"

#include <algorithm>

namespace Tempera {
namespace {

// The longest tokens are runs of 128 spaces; some servers do not count the thinking, so there is a good deal for that.
constexpr qint64 unitsPerToken = 256;
constexpr qint64 freeUnits = 1024 * 1024;
// Each token may come as an event of its own, with its likeliest neighbours where a trace was asked for.
constexpr qint64 bytesPerToken = 4 * 1024;
constexpr qint64 tracedBytesPerToken = 16 * 1024;
constexpr qint64 freeBytes = 16 * 1024 * 1024;

} // namespace

AnswerLimits answerLimits(const GenerationRequest &request)
{
    AnswerLimits limits;
    const qint64 tokens = request.sampling.maxTokens.value_or(-1);
    if (tokens < 0)
        return limits;
    limits.text = std::min(limits.text, freeUnits + tokens * unitsPerToken);
    limits.bytes = std::min(limits.bytes, freeBytes + tokens * (request.wantTrace ? tracedBytesPerToken : bytesPerToken));
    return limits;
}

} // namespace Tempera
