// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/scriptcontext.h"

// Private to models/text.

namespace Tempera {

/// QuickJS asks whether a script must end only where it carries out the script's own code, once in 10,000 steps. The
/// language's functions over lists loop in C, as far as `length` says, and an empty list may say 4,294,967,295. This puts
/// guards before those of a fresh context, and before those over texts (guardTextSearches()): too long a list is a
/// RangeError; what goes over many entries looks at the limits first; so does what is called back, and what compares long
/// texts, each time. The context belongs to a JsRuntime.
void guardLoops(JSContext *context);

} // namespace Tempera
