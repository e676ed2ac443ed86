// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/queryevaluation.h"

#include "models/checks/patternlessjson.h"

#include <jsoncons_ext/jsonpath/jsonpath.hpp>

namespace Tempera {

std::string jsonPathResult(const std::string &json, const std::string &query)
{
    const jsoncons::json result = jsoncons::jsonpath::json_query(jsoncons::json::parse(json), query);
    return result.to_string();
}

} // namespace Tempera
