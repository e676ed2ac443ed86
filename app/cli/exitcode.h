// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Tempera {

/// Exit codes of the program.
enum class ExitCode {
    Passed = 0,
    RunError = 1,       ///< Something could not be done: a broken file, a request that failed.
    Usage = 2,          ///< Wrong options, or a file named on the command line that does not exist.
    ChecksFailed = 100, ///< Every request was answered, but not every check passed.
    Interrupted = 130,  ///< SIGINT; what was done is saved. Other signals that end the program end with 128 + their number.
};

/// The exit code of a program that a signal asked to end, as shells tell it: 130 for SIGINT.
[[nodiscard]] constexpr int signalExitCode(int signal)
{
    return 128 + signal;
}

} // namespace Tempera
