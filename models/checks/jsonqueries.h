// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>

namespace Tempera {

/// The languages in which a place in JSON is named.
enum class QueryLanguage {
    JsonPath, ///< RFC 9535, as jsoncons reads it: "$.a[0].b"; gives a list of all that is found. No regular expressions.
    JmesPath, ///< jmespath.org: "a[0].b"; gives a value, null where there is none.
};

/// What a query finds in a JSON text, as JSON text. Ends at the limits of the calling thread (see threadLimits()). The error's detail
/// is a clause.
[[nodiscard]] Result<QString> queriedJson(const QString &json, const QString &query, QueryLanguage language);

} // namespace Tempera
