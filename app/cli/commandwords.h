// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace Tempera {

/// The words that the command line takes as first argument. Nothing of Qt: who only chooses between the command line and
/// the window (app/main.cpp) needs no more.
inline constexpr std::array<std::string_view, 13> commandWords{"run",    "validate", "generate", "tokens",  "cost",
                                                               "spend",  "prices",   "models",   "history", "export",
                                                               "import", "cache",    "batch"};

/// Whether a program whose first argument is this has a command to carry out. Other arguments are for the window.
[[nodiscard]] constexpr bool isCommandWord(std::string_view first)
{
    return std::ranges::contains(commandWords, first) || first == "--help" || first == "-h" || first == "--version";
}

} // namespace Tempera
