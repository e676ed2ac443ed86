// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// jsoncons without std::regex, on which the patterns of schemas and queries would run with neither a time nor a stack limit.
#include <jsoncons/config/compiler_support.hpp>
#undef JSONCONS_HAS_STD_REGEX
#include <regex> // named by the headers of jsoncons_ext even where it is switched off

#include <jsoncons/json.hpp>
