// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/scripts.h"

#include <utility>

namespace Tempera {
namespace {

thread_local const std::function<bool()> *presentStop = nullptr;

} // namespace

StopScope::StopScope(const std::function<bool()> &stop) : m_outer(std::exchange(presentStop, &stop)) { }

StopScope::~StopScope()
{
    presentStop = m_outer;
}

bool threadMustStop()
{
    return presentStop && *presentStop && (*presentStop)();
}

Limits threadLimits()
{
    Limits limits;
    limits.stop = &threadMustStop;
    return limits;
}

ScriptHost *threadScriptHost()
{
    thread_local std::unique_ptr<ScriptHost> host;
    if (!host) {
        if (auto made = ScriptHost::create(threadLimits()))
            host = std::move(*made);
    }
    return host.get();
}

TemplateEngine *threadTemplateEngine()
{
    thread_local std::unique_ptr<TemplateEngine> engine;
    if (!engine) {
        if (auto made = TemplateEngine::create(threadLimits()))
            engine = std::move(*made);
    }
    return engine.get();
}

} // namespace Tempera
