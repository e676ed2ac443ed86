// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/rpc/rpcrelay.h"
#include "models/core/error.h"

#include <QStringList>

#include <ggml-backend.h>

#include <cstdint>
#include <vector>

namespace Tempera {

/// Where a model is spread over.
struct Devices {
    /// Ended by null as llama.cpp wants it: the workers' first, then this machine's own. Empty = llama.cpp chooses.
    std::vector<ggml_backend_dev_t> list;
    std::vector<std::shared_ptr<RpcRelay>> relays; ///< Must live as long as the devices are used.
    std::int64_t remoteBytes = 0;                  ///< Free memory of the workers.
};

/// The devices of the workers ("host:port") and of this machine; none to choose from where there are no workers. Blocks for
/// some seconds at most. Errors: Network, Timeout and Protocol, each naming the worker; Usage, when this llama.cpp was
/// built without RPC.
[[nodiscard]] Result<Devices> devicesWith(const QStringList &rpcWorkers, RpcWorkers &connections);

} // namespace Tempera
