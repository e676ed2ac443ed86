// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/scriptcontext.h"

// Private to models/text.

namespace Tempera {

/// QuickJS looks for a text in a text by comparing at every place, and orders the marks of a letter by insertion: two long
/// texts keep it busy for hours, and it asks nobody meanwhile. This puts guards before those functions of a fresh context:
/// what may take long is done here in linear time, with looks at the limits.
void guardTextSearches(JSContext *context);

} // namespace Tempera
