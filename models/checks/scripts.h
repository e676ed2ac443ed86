// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/prompttemplate.h"
#include "models/text/scripthost.h"

namespace Tempera {

/// While it lives, what scripts, templates and schemas evaluate on the calling thread asks `stop` too and ends when it
/// says so. `stop` outlives it.
class StopScope
{
public:
    explicit StopScope(const std::function<bool()> &stop);
    ~StopScope();
    Q_DISABLE_COPY_MOVE(StopScope)
private:
    const std::function<bool()> *m_outer;
};

/// Whether the present StopScope of the calling thread says so.
[[nodiscard]] bool threadMustStop();

/// The usual limits, with the present StopScope of the calling thread.
[[nodiscard]] Limits threadLimits();

/// The script host and the template engine of the calling thread, made on first use: checks run on any thread, and
/// either object belongs to one. Null only where it cannot be made (no memory).
[[nodiscard]] ScriptHost *threadScriptHost();
[[nodiscard]] TemplateEngine *threadTemplateEngine();

/// The variables of a case as its prompt got them, see TemplateEngine::resolved(); as they are where that cannot be told.
[[nodiscard]] QJsonObject variablesOfPrompt(const QJsonObject &said);

} // namespace Tempera
