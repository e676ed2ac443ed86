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
    Interrupted = 130,  ///< SIGINT; what was done is saved.
};

} // namespace Tempera
