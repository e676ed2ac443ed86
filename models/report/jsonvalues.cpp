// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/jsonvalues.h"

using namespace Qt::StringLiterals;

namespace Tempera {

QJsonValue costJson(const std::optional<Money> &cost)
{
    return cost ? QJsonValue(cost->dollars()) : QJsonValue::Null;
}

QJsonObject usageJson(const Usage &usage)
{
    QJsonObject json{{u"prompt"_s, numberJson(usage.inputTokens)}, {u"completion"_s, numberJson(usage.outputTokens)}};
    json.insert(u"total"_s, usage.inputTokens && usage.outputTokens
                                ? QJsonValue(static_cast<qint64>(Saturated::sum(*usage.inputTokens, *usage.outputTokens)))
                                : QJsonValue::Null);
    if (usage.cachedInputTokens)
        json.insert(u"cached"_s, static_cast<qint64>(*usage.cachedInputTokens));
    QJsonObject details;
    const auto tell = [&details](const QString &name, const std::optional<std::int64_t> &tokens) {
        if (tokens)
            details.insert(name, static_cast<qint64>(*tokens));
    };
    tell(u"reasoning"_s, usage.reasoningTokens);
    tell(u"cacheCreation5mInputTokens"_s, usage.cacheWrite5mTokens);
    tell(u"cacheCreation1hInputTokens"_s, usage.cacheWrite1hTokens);
    if (!details.isEmpty())
        json.insert(u"completionDetails"_s, details);
    return json;
}

} // namespace Tempera
