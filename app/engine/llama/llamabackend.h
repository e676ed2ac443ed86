// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "app/engine/llama/model/llamasettings.h"
#include "models/core/ports/clock.h"

namespace Tempera {

/// The backend for GGUF files: llama.cpp in process, one thread a loaded model, models shared by path.
/// To be used on one thread; sinks and callbacks are called on the models' threads.
/// `clock` tells when a model has been idle for long enough and outlives the backend; null = the machine's.
[[nodiscard]] std::unique_ptr<Backend> makeLlamaBackend(LlamaSettings settings, const Clock *clock = nullptr);

} // namespace Tempera
