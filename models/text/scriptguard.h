// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/scriptcontext.h"

#include <optional>
#include <span>

// Private to models/text.

namespace Tempera {

/// A function of the language that is replaced by one that looks at the limits.
struct GuardedFunction {
    const char *name;
    int kind; ///< For the guard: what it has to look at.
};

/// Puts `guard` before a method of an object; nothing happens where there is none of that name. Its data are the method
/// itself and then `more`; it has the method's name and number of parameters.
void guardFunction(JSContext *context, JSValueConst object, const GuardedFunction &function, JSCFunctionData *guard,
                   std::span<const JSValueConst> more = {});

/// The runtime of a context that a JsRuntime made.
[[nodiscard]] JsRuntime &jsRuntimeOf(JSContext *context);

/// Throws what no script can catch.
[[nodiscard]] JSValue loopInterrupted(JSContext *context);

/// Throws that something is too long to go over.
[[nodiscard]] JSValue listTooLong(JSContext *context);

/// `length` of a list or a text; −1 where it has none, or telling it throws.
[[nodiscard]] double lengthOf(JSContext *context, JSValueConst value);

/// The second argument as a whole number; `otherwise` where it is not given, and `ofNaN` where it is none. Nothing where
/// that throws.
[[nodiscard]] std::optional<double> secondArgument(JSContext *context, int count, JSValueConst *arguments, double otherwise,
                                                   double ofNaN = 0);

/// A function in the script's own language. `source` is one that takes `look` and gives the one that is wanted; look() ends
/// the script where a limit is reached.
[[nodiscard]] JsValue writtenFunction(JSContext *context, QByteArrayView source);

/// More entries or characters than that take a native loop about a microsecond: it looks at the limits first, for a script
/// is asked to stop only once in 10,000 of its own steps.
inline constexpr double unguardedLength = 4096;

/// Comparisons of characters that are made without a look at the limits: some hundredths of a second.
inline constexpr double unguardedComparisons = 1 << 26;

} // namespace Tempera
