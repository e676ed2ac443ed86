// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/openailogprobs.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A token of the list, as far as it makes sense.
struct Listed {
    QByteArray piece;
    float logProbability = 0;
};

QByteArray bytesOf(const QJsonObject &entry)
{
    const QJsonValue told = entry.value("bytes"_L1);
    if (!told.isArray())
        return entry.value("token"_L1).toString().toUtf8();
    QByteArray bytes;
    const QJsonArray values = told.toArray();
    for (const QJsonValue &value : values)
        bytes.append(static_cast<char>(value.toInt()));
    return bytes;
}

std::optional<Listed> listed(const QJsonValue &value)
{
    const QJsonObject entry = value.toObject();
    const QJsonValue logProbability = entry.value("logprob"_L1);
    if (!logProbability.isDouble() || !std::isfinite(logProbability.toDouble()))
        return std::nullopt;
    // Rounding on the way makes some a little larger than 0.
    return Listed{bytesOf(entry), static_cast<float>(std::min(0.0, logProbability.toDouble()))};
}

} // namespace

Trace tracesFromLogprobs(const QJsonObject &logprobs)
{
    Trace traces;
    const QJsonArray content = logprobs.value("content"_L1).toArray();
    for (const QJsonValue &value : content) {
        const std::optional<Listed> chosen = listed(value);
        if (!chosen)
            continue;
        std::vector<Listed> top;
        const QJsonArray entries = value.toObject().value("top_logprobs"_L1).toArray();
        for (const QJsonValue &entry : entries) {
            if (std::optional<Listed> each = listed(entry))
                top.push_back(std::move(*each));
        }
        std::ranges::stable_sort(top, std::greater{}, &Listed::logProbability);
        auto trace = std::make_shared<TokenTrace>();
        trace->topOnly = true;
        trace->chosen = -1;
        trace->chosenLogit = chosen->logProbability;
        trace->random = -1;
        trace->piece = chosen->piece;
        for (std::size_t place = 0; place < top.size(); ++place) {
            trace->candidates.push_back({static_cast<std::int32_t>(place), top[place].logProbability});
            trace->pieces.push_back(top[place].piece);
            if (trace->chosen < 0 && top[place].piece == chosen->piece)
                trace->chosen = static_cast<std::int32_t>(place);
        }
        traces.push_back(std::move(trace));
    }
    return traces;
}

} // namespace Tempera
