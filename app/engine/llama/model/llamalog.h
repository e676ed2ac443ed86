// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace Tempera {

Q_DECLARE_LOGGING_CATEGORY(llamaLog)

/// Sends the messages of llama.cpp to the category "tempera.llama" and makes its backends ready. Once a process;
/// more calls do nothing.
void initLlama();

/// The first error that llama.cpp reported on this thread since the last call; empty if there was none.
[[nodiscard]] QString takeLlamaError();

} // namespace Tempera
