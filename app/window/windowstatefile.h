// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/windowcontext.h"

namespace Tempera {

/// Reads what the window remembers from $XDG_CONFIG_HOME/tempera/window.ini. A file that cannot be read counts as
/// none: the window opens as on the first day.
[[nodiscard]] WindowState readWindowState();

/// Writes it there. A failure is logged; losing a layout is not a reason to bother anybody.
void writeWindowState(const WindowState &state);

} // namespace Tempera
