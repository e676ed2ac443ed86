// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/prompttemplate.h"
#include "models/text/scripthost.h"

namespace Tempera {

/// The script host and the template engine of the calling thread, made on first use: checks run on any thread, and
/// either object belongs to one. Null only where it cannot be made (no memory).
[[nodiscard]] ScriptHost *threadScriptHost();
[[nodiscard]] TemplateEngine *threadTemplateEngine();

} // namespace Tempera
