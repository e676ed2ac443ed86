// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/jsonqueries.h"

#include "models/checks/scripts.h"
#include "models/core/limitedwork.h"

// Patterns in a query would run on std::regex, which has neither a time nor a stack limit.
#include <jsoncons/config/compiler_support.hpp>
#undef JSONCONS_HAS_STD_REGEX
#include <regex> // named by the headers below even where it is switched off

#include <jsoncons/json.hpp>
#include <jsoncons_ext/jmespath/jmespath.hpp>
#include <jsoncons_ext/jsonpath/jsonpath.hpp>

#include <QCoreApplication>

namespace Tempera {

Result<QString> queriedJson(const QString &json, const QString &query, QueryLanguage language)
{
    Limits limits = threadLimits();
    limits.stackBytes = std::size_t{16} << 20;
    QString found;
    try {
        const LimitHit hit = runLimited(limits, [&] {
            const auto value = jsoncons::json::parse(json.toStdString());
            const std::string expression = query.toStdString();
            const jsoncons::json result = language == QueryLanguage::JsonPath ? jsoncons::jsonpath::json_query(value, expression)
                                                                              : jsoncons::jmespath::search(value, expression);
            found = QString::fromStdString(result.to_string());
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
