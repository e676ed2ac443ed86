// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <system_error>

namespace Tempera {

/// Why a text is not JSON, in words: what jsoncons names "JSON syntax_error" is that a value was expected where none
/// begins, and a text that ends early may not say that of a file. Its other messages are plain and stay as they are.
[[nodiscard]] QString jsonFault(const std::error_code &code);

} // namespace Tempera
