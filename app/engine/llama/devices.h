// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QStringList>

#include <ggml-backend.h>

#include <vector>

namespace Tempera {

/// The devices that a model is spread over, ended by null as llama.cpp wants it: the workers first, then this
/// machine's own. Empty = llama.cpp chooses, where there are no workers.
/// Errors: Usage, when this llama.cpp was built without RPC or a worker cannot be used.
[[nodiscard]] Result<std::vector<ggml_backend_dev_t>> devicesWith(const QStringList &rpcWorkers);

} // namespace Tempera
