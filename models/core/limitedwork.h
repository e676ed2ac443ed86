// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/limits.h"

namespace Tempera {

/// Runs `work` of a library that has no limits of its own, on this thread, under limits: on a stack of its own, and
/// with every allocation of C++ (operator new) counted. At a limit the allocation fails with an exception derived from
/// std::bad_alloc, up to where the work catches it; so does every later one. What an allocation cannot end (a recursion
/// through dynamic_cast, a function that must not throw) is left at once; what it held is lost then, at most `memoryBytes`.
/// Returns which limit was hit. An exception of the work itself comes out of this call, but only when no limit was hit.
/// Can be nested. Qt's own containers and malloc() are not counted.
[[nodiscard]] LimitHit runLimited(const Limits &limits, const std::function<void()> &work);

/// Where limited work recurses without allocating: ends it when it is nested too deep, else does nothing.
void stopWhenTooDeep();

} // namespace Tempera
