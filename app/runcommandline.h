// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Tempera {

/// The program without a window: makes the QCoreApplication, runs the command, gives the exit code.
[[nodiscard]] int runCommandLine(int &argc, char **argv);

} // namespace Tempera
