// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/scripts.h"

namespace Tempera {

ScriptHost *threadScriptHost()
{
    thread_local std::unique_ptr<ScriptHost> host;
    if (!host) {
        if (auto made = ScriptHost::create())
            host = std::move(*made);
    }
    return host.get();
}

TemplateEngine *threadTemplateEngine()
{
    thread_local std::unique_ptr<TemplateEngine> engine;
    if (!engine) {
        if (auto made = TemplateEngine::create())
            engine = std::move(*made);
    }
    return engine.get();
}

} // namespace Tempera
