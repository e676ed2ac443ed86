// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Tempera {

/// The program with its window: `tempera [FILE…]`. Returns the exit code.
[[nodiscard]] int runWindow(int &argc, char **argv);

} // namespace Tempera
