// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/snippets/requestsnippet.h"

#include <CLI/CLI.hpp>

namespace Tempera {

/// `--show-request[=FORM]`: nothing is sent, the request is written; alone it is the request as it goes over the wire.
void addShowRequest(CLI::App &command, std::optional<RequestForm> &shownAs);

} // namespace Tempera
