// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/scripts.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

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

QJsonObject variablesOfPrompt(const QJsonObject &said)
{
    const bool isPlain = std::ranges::none_of(said, [](const QJsonValue &value) {
        const QString text = value.toString();
        return text.endsWith(u'\n') || text.contains("{{"_L1);
    });
    TemplateEngine *engine = isPlain ? nullptr : threadTemplateEngine();
    return engine ? engine->resolved(said).value_or(said) : said;
}

} // namespace Tempera
