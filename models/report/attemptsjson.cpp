// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/attemptsjson.h"

#include "models/core/secrettext.h"
#include "models/report/jsonvalues.h"
#include "models/report/writers.h"

using namespace Qt::StringLiterals;

namespace Tempera {

QJsonArray attemptsJson(const CellAttempts &attempts)
{
    QJsonArray json;
    for (const CellAttempt &attempt : attempts) {
        QJsonObject one{{u"endpoint"_s, attempt.endpoint},   {u"end"_s, attemptEndName(attempt.end)},
                        {u"result"_s, attempt.isResult},     {u"tokenUsage"_s, usageJson(attempt.usage)},
                        {u"cost"_s, costJson(attempt.cost)}, {u"latencyMs"_s, numberJson(milliseconds(attempt.total))},
                        {u"retries"_s, attempt.retries}};
        if (!attempt.model.isEmpty())
            one.insert("model"_L1, withoutAddressSecrets(attempt.model));
        if (attempt.error) {
            one.insert("error"_L1, errorSentence(*attempt.error));
            one.insert("errorKind"_L1, errorKindName(attempt.error->kind));
            if (attempt.error->httpStatus > 0)
                one.insert("httpStatus"_L1, attempt.error->httpStatus);
        }
        if (!attempt.reason.isEmpty())
            one.insert("reason"_L1, attempt.reason);
        if (!attempt.text.isEmpty())
            one.insert("output"_L1, attempt.text);
        json.append(one);
    }
    return json;
}

} // namespace Tempera
