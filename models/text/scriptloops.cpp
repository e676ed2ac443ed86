// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scriptloops.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace Tempera {
namespace {

/// Longer lists cannot be filled within the memory of a script; a native loop over one of this length takes a fraction of
/// a second.
constexpr double longestScriptList = 1 << 23;
/// What is called back for fewer entries needs no look at the limits.
constexpr double unguardedCallbacks = 256;

enum class ListLoop {
    OverThis,      ///< As far as the list is long.
    WithCallback,  ///< Calls its first argument for each entry.
    OverResults,   ///< And over the lists that come of it (flatMap).
    OverArguments, ///< And over the lists that are its arguments (concat).
    Nested,        ///< And over the lists in the list (flat).
};

struct GuardedFunction {
    const char *name;
    ListLoop loop;
};

constexpr std::array listFunctions{
    GuardedFunction{"concat", ListLoop::OverArguments},
    GuardedFunction{"copyWithin", ListLoop::OverThis},
    GuardedFunction{"entries", ListLoop::OverThis},
    GuardedFunction{"every", ListLoop::WithCallback},
    GuardedFunction{"fill", ListLoop::OverThis},
    GuardedFunction{"filter", ListLoop::WithCallback},
    GuardedFunction{"find", ListLoop::WithCallback},
    GuardedFunction{"findIndex", ListLoop::WithCallback},
    GuardedFunction{"findLast", ListLoop::WithCallback},
    GuardedFunction{"findLastIndex", ListLoop::WithCallback},
    GuardedFunction{"flat", ListLoop::Nested},
    GuardedFunction{"flatMap", ListLoop::OverResults},
    GuardedFunction{"forEach", ListLoop::WithCallback},
    GuardedFunction{"includes", ListLoop::OverThis},
    GuardedFunction{"indexOf", ListLoop::OverThis},
    GuardedFunction{"join", ListLoop::OverThis},
    GuardedFunction{"keys", ListLoop::OverThis},
    GuardedFunction{"lastIndexOf", ListLoop::OverThis},
    GuardedFunction{"map", ListLoop::WithCallback},
    GuardedFunction{"reduce", ListLoop::WithCallback},
    GuardedFunction{"reduceRight", ListLoop::WithCallback},
    GuardedFunction{"reverse", ListLoop::OverThis},
    GuardedFunction{"shift", ListLoop::OverThis},
    GuardedFunction{"slice", ListLoop::OverThis},
    GuardedFunction{"some", ListLoop::WithCallback},
    GuardedFunction{"sort", ListLoop::WithCallback},
    GuardedFunction{"splice", ListLoop::OverThis},
    GuardedFunction{"toLocaleString", ListLoop::OverThis},
    GuardedFunction{"toReversed", ListLoop::OverThis},
    GuardedFunction{"toSorted", ListLoop::WithCallback},
    GuardedFunction{"toSpliced", ListLoop::OverThis},
    GuardedFunction{"toString", ListLoop::OverThis},
    GuardedFunction{"unshift", ListLoop::OverThis},
    GuardedFunction{"values", ListLoop::OverThis},
    GuardedFunction{"with", ListLoop::OverThis},
};

/// −1 where it has none, or telling it throws.
double listLengthOf(JSContext *context, JSValueConst list)
{
    if (!JS_IsObject(list))
        return -1;
    double length = -1;
    const JsValue value = property(context, list, "length");
    if (value.isException() || JS_ToFloat64(context, &length, value.get()) < 0) {
        JS_FreeValue(context, JS_GetException(context)); // the function itself will meet it
        return -1;
    }
    return length;
}

JSValue listTooLong(JSContext *context)
{
    return JS_ThrowRangeError(context, "the list is too long");
}

JSValue loopInterrupted(JSContext *context)
{
    JS_ThrowInternalError(context, "interrupted");
    const JsValue error(context, JS_GetException(context));
    JS_SetUncatchableError(context, error.get(), 1);
    return JS_Throw(context, JS_DupValue(context, error.get()));
}

JsRuntime &jsRuntimeOf(JSContext *context)
{
    return *static_cast<JsRuntime *>(JS_GetRuntimeOpaque(JS_GetRuntime(context)));
}

/// Whether a list within the list, up to some levels deep, is too long.
bool holdsTooLong(JSContext *context, JSValueConst list, int levels)
{
    const double length = listLengthOf(context, list);
    if (length > longestScriptList)
        return true;
    if (levels == 0)
        return false;
    for (std::uint32_t i = 0; i < length; ++i) {
        const JsValue entry(context, JS_GetPropertyUint32(context, list, i));
        if (entry.isException())
            JS_FreeValue(context, JS_GetException(context));
        else if (JS_IsArray(context, entry.get()) == 1 && holdsTooLong(context, entry.get(), levels - 1))
            return true;
    }
    return false;
}

/// What stands for a callback: data[0] is the callback.
JSValue guardedCallback(JSContext *context, JSValueConst self, int count, JSValueConst *arguments, int, JSValue *data)
{
    if (jsRuntimeOf(context).mustStop())
        return loopInterrupted(context);
    JSValue result = JS_Call(context, data[0], self, count, arguments);
    if (JS_IsArray(context, result) == 1 && listLengthOf(context, result) > longestScriptList) { // flatMap() goes over it
        JS_FreeValue(context, result);
        return listTooLong(context);
    }
    return result;
}

/// What stands for a function of lists: data[0] is the function.
JSValue guardedLoop(JSContext *context, JSValueConst self, int count, JSValueConst *arguments, int magic, JSValue *data)
{
    constexpr int deepestFlat = 16;
    const auto loop = static_cast<ListLoop>(magic);
    const double length = listLengthOf(context, self);
    if (length > longestScriptList || (loop == ListLoop::Nested && holdsTooLong(context, self, deepestFlat)))
        return listTooLong(context);
    for (int i = 0; loop == ListLoop::OverArguments && i < count; ++i) {
        if (listLengthOf(context, arguments[i]) > longestScriptList)
            return listTooLong(context);
    }
    const bool isGuarded = loop == ListLoop::OverResults || (loop == ListLoop::WithCallback && length > unguardedCallbacks);
    if (!isGuarded || count == 0 || !JS_IsFunction(context, arguments[0]))
        return JS_Call(context, data[0], self, count, arguments);
    const JsValue callback(context, JS_NewCFunctionData(context, &guardedCallback, 0, 0, 1, arguments));
    if (callback.isException())
        return JS_EXCEPTION;
    std::vector<JSValueConst> given(arguments, arguments + count);
    given.front() = callback.get();
    return JS_Call(context, data[0], self, count, given.data());
}

void guardFunction(JSContext *context, JSValueConst prototype, const GuardedFunction &function)
{
    const JsValue original = property(context, prototype, function.name);
    if (!JS_IsFunction(context, original.get()))
        return;
    std::int32_t parameters = 0;
    JS_ToInt32(context, &parameters, property(context, original.get(), "length").get());
    JSValueConst data = original.get();
    const JsValue guarded(context,
                          JS_NewCFunctionData(context, &guardedLoop, parameters, static_cast<int>(function.loop), 1, &data));
    if (guarded.isException())
        return;
    JS_DefinePropertyValueStr(context, guarded.get(), "name", JS_NewString(context, function.name), JS_PROP_CONFIGURABLE);
    JS_DefinePropertyValueStr(context, prototype, function.name, JS_DupValue(context, guarded.get()),
                              JS_PROP_CONFIGURABLE | JS_PROP_WRITABLE);
}

/// `for (… of list)` and `[...list]` begin with values() under another name.
void guardIteration(JSContext *context, JSValueConst global, JSValueConst prototype)
{
    const JsValue symbol = property(context, global, "Symbol");
    const JsValue iterator = property(context, symbol.get(), "iterator");
    const JSAtom name = JS_ValueToAtom(context, iterator.get());
    JS_DefinePropertyValue(context, prototype, name, property(context, prototype, "values").release(),
                           JS_PROP_CONFIGURABLE | JS_PROP_WRITABLE);
    JS_FreeAtom(context, name);
}

} // namespace

void guardListLoops(JSContext *context)
{
    const JsValue global(context, JS_GetGlobalObject(context));
    const JsValue constructor = property(context, global.get(), "Array");
    const JsValue prototype = property(context, constructor.get(), "prototype");
    for (const GuardedFunction &function : listFunctions)
        guardFunction(context, prototype.get(), function);
    guardIteration(context, global.get(), prototype.get());
    // The lists of numbers are as long as their memory; only what they call back is guarded.
    const JsValue bytes = property(context, global.get(), "Uint8Array");
    const JsValue numbers(context, JS_GetPrototype(context, bytes.get()));
    const JsValue numbersPrototype = property(context, numbers.get(), "prototype");
    for (const GuardedFunction &function : listFunctions) {
        if (function.loop == ListLoop::WithCallback)
            guardFunction(context, numbersPrototype.get(), function);
    }
}

} // namespace Tempera
