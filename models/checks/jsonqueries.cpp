// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/jsonqueries.h"

#include "models/checks/queryevaluation.h"
#include "models/checks/scripts.h"
#include "models/core/limitedwork.h"

#include <QCoreApplication>

#include <exception>

namespace Tempera {

Result<QString> queriedJson(const QString &json, const QString &query, QueryLanguage language)
{
    Limits limits = threadLimits();
    limits.stackBytes = std::size_t{16} << 20;
    QString found;
    try {
        const LimitHit hit = runLimited(limits, [&] {
            const auto evaluate = language == QueryLanguage::JsonPath ? jsonPathResult : jmesPathResult;
            found = QString::fromStdString(evaluate(json.toStdString(), query.toStdString()));
        });
        if (hit == LimitHit::None)
            return found;
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("Checks", "the query takes too long: %1").arg(limitSentence(hit, limits)));
    } catch (const std::exception &error) {
        return failure(
            ErrorKind::Usage,
            QCoreApplication::translate("Checks", "the query cannot be used: %1").arg(QString::fromUtf8(error.what())));
    }
}

} // namespace Tempera
