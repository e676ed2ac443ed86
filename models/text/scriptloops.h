// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/scriptcontext.h"

// Private to models/text.

namespace Tempera {

/// QuickJS asks whether a script must end only where it carries out the script's own code. The language's functions over
/// lists loop in C, as far as `length` says, and an empty list may say 4,294,967,295. This puts guards before those of a
/// fresh context: too long a list is a RangeError, and what they call back looks at the limits first. The context belongs to
/// a JsRuntime.
void guardListLoops(JSContext *context);

} // namespace Tempera
