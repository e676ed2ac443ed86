// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/model/devices.h"

#include "app/engine/llama/model/abortguard.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

using AddServer = ggml_backend_reg_t (*)(const char *);

AddServer rpcBackend()
{
    const ggml_backend_reg_t rpc = ggml_backend_reg_by_name("RPC");
    return rpc ? reinterpret_cast<AddServer>(ggml_backend_reg_get_proc_address(rpc, "ggml_backend_rpc_add_server")) : nullptr;
}

/// Adds the devices that a worker offers.
Result<void> addDevices(Devices &devices, AddServer add, const QString &worker, const RpcRelay &relay)
{
    const AbortGuard guard;
    try {
        if (const ggml_backend_reg_t server = add(relay.address().toLatin1().constData())) {
            for (std::size_t i = 0; i < ggml_backend_reg_dev_count(server); ++i) {
                const ggml_backend_dev_t device = ggml_backend_reg_dev_get(server, i);
                std::size_t free = 0;
                std::size_t total = 0;
                ggml_backend_dev_memory(device, &free, &total);
                devices.list.push_back(device);
                devices.remoteBytes += static_cast<std::int64_t>(free);
            }
        }
    } catch (const std::exception &e) {
        return failure(ErrorKind::Protocol, QString::fromUtf8(e.what()), worker);
    }
    if (const std::optional<Error> lost = relay.lost())
        return std::unexpected(*lost);
    return {};
}

} // namespace

Result<Devices> devicesWith(const QStringList &rpcWorkers, RpcWorkers &connections)
{
    Devices devices;
    if (rpcWorkers.isEmpty())
        return devices;
    const AddServer add = rpcBackend();
    if (!add)
        return failure(ErrorKind::Usage,
                       u"this program was built without llama.cpp's RPC backend; remove the workers (%1) from the settings"_s.arg(
                           rpcWorkers.join(u", "_s)));
    for (const QString &worker : rpcWorkers) {
        Result<std::shared_ptr<RpcRelay>> relay = connections.relay(worker);
        if (!relay)
            return std::unexpected(relay.error());
        devices.relays.push_back(*relay);
        const std::size_t before = devices.list.size();
        if (const Result<void> added = addDevices(devices, add, worker, **relay); !added)
            return std::unexpected(added.error());
        if (devices.list.size() == before)
            return failure(ErrorKind::Protocol, u"this RPC worker offers no device"_s, worker);
    }
    for (std::size_t i = 0; i < ggml_backend_dev_count(); ++i) {
        const ggml_backend_dev_t device = ggml_backend_dev_get(i);
        if (ggml_backend_dev_type(device) == GGML_BACKEND_DEVICE_TYPE_GPU)
            devices.list.push_back(device);
    }
    devices.list.push_back(nullptr);
    return devices;
}

} // namespace Tempera
