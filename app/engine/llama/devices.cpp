// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/devices.h"

using namespace Qt::StringLiterals;

namespace Tempera {

Result<std::vector<ggml_backend_dev_t>> devicesWith(const QStringList &rpcWorkers)
{
    std::vector<ggml_backend_dev_t> devices;
    if (rpcWorkers.isEmpty())
        return devices;
    using AddServer = ggml_backend_reg_t (*)(const char *);
    const ggml_backend_reg_t rpc = ggml_backend_reg_by_name("RPC");
    const auto add = rpc ? reinterpret_cast<AddServer>(ggml_backend_reg_get_proc_address(rpc, "ggml_backend_rpc_add_server"))
                         : nullptr;
    if (!add)
        return failure(ErrorKind::Usage,
                       u"this program was built without llama.cpp's RPC backend; take the workers (%1) out of the settings"_s
                           .arg(rpcWorkers.join(u", "_s)));
    for (const QString &worker : rpcWorkers) {
        const ggml_backend_reg_t server = add(worker.toUtf8().constData());
        if (!server)
            return failure(ErrorKind::Usage, u"this RPC worker does not answer"_s, worker);
        for (std::size_t i = 0; i < ggml_backend_reg_dev_count(server); ++i)
            devices.push_back(ggml_backend_reg_dev_get(server, i));
    }
    for (std::size_t i = 0; i < ggml_backend_dev_count(); ++i) {
        const ggml_backend_dev_t device = ggml_backend_dev_get(i);
        if (ggml_backend_dev_type(device) == GGML_BACKEND_DEVICE_TYPE_GPU)
            devices.push_back(device);
    }
    devices.push_back(nullptr);
    return devices;
}

} // namespace Tempera
