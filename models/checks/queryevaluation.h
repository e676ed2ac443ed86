// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace Tempera {

/// What a query finds in a JSON text, as JSON text, both in UTF-8. Each language is in a file of its own, since jsoncons'
/// templates take long to compile. Throws what jsoncons does: std::exception with a clause in English.
[[nodiscard]] std::string jsonPathResult(const std::string &json, const std::string &query);
[[nodiscard]] std::string jmesPathResult(const std::string &json, const std::string &query);

} // namespace Tempera
