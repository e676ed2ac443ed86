// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace Tempera {

/// How long the paced answers of the mock take, in four pieces.
inline constexpr std::chrono::milliseconds PacedAnswer{8};

/// A server that streams the same chat completion to whoever asks, without a word of Qt and with next to no work: at addresses
/// that begin with "/paced" over PacedAnswer, at others at once. Writes its port on standard output and serves until standard
/// input ends. Gives the exit code of the process.
int runNativeMock();

} // namespace Tempera
