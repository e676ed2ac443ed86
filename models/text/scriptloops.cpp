// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scriptloops.h"

#include "models/text/scriptguard.h"
#include "models/text/scripttexts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace Tempera {
namespace {

/// Longer lists cannot be filled within the memory of a script; a native loop over one of this length takes a fraction of
/// a second.
constexpr double longestScriptList = 1 << 23;
/// What is called back for fewer entries needs no look at the limits.
constexpr double unguardedCallbacks = 256;

/// Writing an object goes over all names that are asked for.
constexpr double mostNamesWritten = 256;

enum ListLoop {
    OverThis,      ///< As far as the list is long.
    WithCallback,  ///< Calls its first argument for each entry.
    OverResults,   ///< And over the lists that come of it (flatMap).
    OverArguments, ///< And over the lists that are its arguments (concat).
    Nested,        ///< And over the lists in the list (flat).
    SortingList,   ///< Calls its first argument; without one it compares the texts of the entries.
    FirstOf,       ///< Compares its first argument with each entry (indexOf),
    LastOf,        ///< the last one first (lastIndexOf),
    IsOneOf,       ///< or says only whether it is there (includes).
    OverNumbers,   ///< As far as a list of numbers is long, which is as long as its memory.
    SortingNumbers,
};

constexpr std::array listFunctions{
    GuardedFunction{"concat", OverArguments},
    GuardedFunction{"copyWithin", OverThis},
    GuardedFunction{"entries", OverThis},
    GuardedFunction{"every", WithCallback},
    GuardedFunction{"fill", OverThis},
    GuardedFunction{"filter", WithCallback},
    GuardedFunction{"find", WithCallback},
    GuardedFunction{"findIndex", WithCallback},
    GuardedFunction{"findLast", WithCallback},
    GuardedFunction{"findLastIndex", WithCallback},
    GuardedFunction{"flat", Nested},
    GuardedFunction{"flatMap", OverResults},
    GuardedFunction{"forEach", WithCallback},
    GuardedFunction{"includes", IsOneOf},
    GuardedFunction{"indexOf", FirstOf},
    GuardedFunction{"join", OverThis},
    GuardedFunction{"keys", OverThis},
    GuardedFunction{"lastIndexOf", LastOf},
    GuardedFunction{"map", WithCallback},
    GuardedFunction{"reduce", WithCallback},
    GuardedFunction{"reduceRight", WithCallback},
    GuardedFunction{"reverse", OverThis},
    GuardedFunction{"shift", OverThis},
    GuardedFunction{"slice", OverThis},
    GuardedFunction{"some", WithCallback},
    GuardedFunction{"sort", SortingList},
    GuardedFunction{"splice", OverThis},
    GuardedFunction{"toLocaleString", OverThis},
    GuardedFunction{"toReversed", OverThis},
    GuardedFunction{"toSorted", SortingList},
    GuardedFunction{"toSpliced", OverThis},
    GuardedFunction{"toString", OverThis},
    GuardedFunction{"unshift", OverThis},
    GuardedFunction{"values", OverThis},
    GuardedFunction{"with", OverThis},
};

constexpr std::array numberFunctions{
    GuardedFunction{"copyWithin", OverNumbers},  GuardedFunction{"every", WithCallback},
    GuardedFunction{"fill", OverNumbers},        GuardedFunction{"filter", WithCallback},
    GuardedFunction{"find", WithCallback},       GuardedFunction{"findIndex", WithCallback},
    GuardedFunction{"findLast", WithCallback},   GuardedFunction{"findLastIndex", WithCallback},
    GuardedFunction{"forEach", WithCallback},    GuardedFunction{"includes", OverNumbers},
    GuardedFunction{"indexOf", OverNumbers},     GuardedFunction{"join", OverNumbers},
    GuardedFunction{"lastIndexOf", OverNumbers}, GuardedFunction{"map", WithCallback},
    GuardedFunction{"reduce", WithCallback},     GuardedFunction{"reduceRight", WithCallback},
    GuardedFunction{"reverse", OverNumbers},     GuardedFunction{"set", OverNumbers},
    GuardedFunction{"slice", OverNumbers},       GuardedFunction{"some", WithCallback},
    GuardedFunction{"sort", SortingNumbers},     GuardedFunction{"toReversed", OverNumbers},
    GuardedFunction{"toSorted", SortingNumbers}, GuardedFunction{"with", OverNumbers},
};

/// As sort() compares where it is not told how; what is undefined is not given to it.
constexpr QByteArrayView textOrder = R"js((look) => (a, b) => {
    look();
    const one = `${a}`, other = `${b}`;
    return one < other ? -1 : one > other ? 1 : 0;
})js";

/// The same for lists of numbers: -0 before 0, NaN last.
constexpr QByteArrayView numberOrder = R"js((look) => (a, b) => {
    look();
    if (a < b) return -1;
    if (a > b) return 1;
    if (a === b) return a !== 0 || 1 / Number(a) === 1 / Number(b) ? 0 : 1 / Number(a) < 0 ? -1 : 1;
    return a === a ? -1 : b === b ? 1 : 0;
})js";

/// Counts what flat() goes over; lists may be in a list many times.
class NestedCount
{
public:
    explicit NestedCount(JSContext *context) : m_context(context) { }

    enum class Outcome { Bearable, TooLong, Stopped };
    Outcome add(JSValueConst list, double levels, int depth = 0)
    {
        constexpr int deepest = 500;
        const double length = lengthOf(m_context, list);
        m_count += std::max(length, 0.0);
        if (m_count > longestScriptList || depth > deepest)
            return Outcome::TooLong;
        for (std::uint32_t i = 0; levels >= 1 && i < length; ++i) {
            if (++m_steps % stepsBetweenLooks == 0 && jsRuntimeOf(m_context).mustStop())
                return Outcome::Stopped;
            const JsValue entry(m_context, JS_GetPropertyUint32(m_context, list, i));
            if (entry.isException()) {
                JS_FreeValue(m_context, JS_GetException(m_context));
            } else if (JS_IsArray(m_context, entry.get()) == 1) {
                const Outcome outcome = add(entry.get(), levels - 1, depth + 1);
                if (outcome != Outcome::Bearable)
                    return outcome;
            }
        }
        return Outcome::Bearable;
    }

private:
    static constexpr std::uint32_t stepsBetweenLooks = 1000;
    JSContext *m_context;
    double m_count = 0;
    std::uint32_t m_steps = 0;
};

/// What stands for a callback: data[0] is the callback.
JSValue guardedCallback(JSContext *context, JSValueConst self, int count, JSValueConst *arguments, int, JSValue *data)
{
    if (jsRuntimeOf(context).mustStop())
        return loopInterrupted(context);
    JSValue result = JS_Call(context, data[0], self, count, arguments);
    if (JS_IsArray(context, result) == 1 && lengthOf(context, result) > longestScriptList) { // flatMap() goes over it
        JS_FreeValue(context, result);
        return listTooLong(context);
    }
    return result;
}

/// How many levels of lists flat() takes apart; nothing where telling it throws.
std::optional<double> flatLevels(JSContext *context, int count, JSValueConst *arguments)
{
    if (count == 0 || JS_IsUndefined(arguments[0]))
        return 1;
    double levels = 0;
    if (JS_ToFloat64(context, &levels, arguments[0]) < 0)
        return std::nullopt;
    return std::isnan(levels) ? 0 : levels;
}

/// The native function with something else in place of its first argument.
JSValue calledWith(JSContext *context, JSValueConst function, JSValueConst self, int count, JSValueConst *arguments,
                   JSValueConst first)
{
    std::vector<JSValueConst> given(arguments, arguments + count);
    if (given.empty())
        given.push_back(first);
    given.front() = first;
    return JS_Call(context, function, self, static_cast<int>(given.size()), given.data());
}

JSValue withGuardedCallback(JSContext *context, JSValueConst function, JSValueConst self, int count, JSValueConst *arguments)
{
    if (count == 0 || !JS_IsFunction(context, arguments[0]))
        return JS_Call(context, function, self, count, arguments);
    const JsValue callback(context, JS_NewCFunctionData(context, &guardedCallback, 0, 0, 1, arguments));
    return callback.isException() ? JS_EXCEPTION : calledWith(context, function, self, count, arguments, callback.get());
}

/// Whether sorting compares long texts, or what is only made a text.
bool hasLongEntries(JSContext *context, JSValueConst list, double length)
{
    for (std::uint32_t i = 0; i < length; ++i) {
        const JsValue entry(context, JS_GetPropertyUint32(context, list, i));
        if (entry.isException())
            JS_FreeValue(context, JS_GetException(context));
        else if (JS_IsObject(entry.get()) || lengthOf(context, entry.get()) > unguardedLength)
            return true;
    }
    return false;
}

JSValue guardedSort(JSContext *context, JSValueConst self, double length, int count, JSValueConst *arguments, JSValue *data,
                    bool isOfNumbers)
{
    if (count > 0 && !JS_IsUndefined(arguments[0])) {
        return length > unguardedCallbacks ? withGuardedCallback(context, data[0], self, count, arguments)
                                           : JS_Call(context, data[0], self, count, arguments);
    }
    if (length <= unguardedCallbacks && (isOfNumbers || !hasLongEntries(context, self, length)))
        return JS_Call(context, data[0], self, count, arguments);
    const JsValue order = writtenFunction(context, isOfNumbers ? numberOrder : textOrder);
    return order.isException() ? JS_EXCEPTION : calledWith(context, data[0], self, count, arguments, order.get());
}

/// As indexOf() and its kin; each comparison may be of two long texts.
JSValue searchedList(JSContext *context, JSValueConst self, double length, int count, JSValueConst *arguments, ListLoop loop)
{
    const bool isBackwards = loop == LastOf;
    const std::optional<double> told = secondArgument(context, count, arguments, isBackwards ? length - 1 : 0);
    if (!told)
        return JS_EXCEPTION;
    const double from = *told < 0 ? *told + length : *told;
    double at = isBackwards ? std::min(from, length - 1) : std::max(from, 0.0);
    for (; at >= 0 && at < length; at += isBackwards ? -1 : 1) {
        if (jsRuntimeOf(context).mustStop())
            return loopInterrupted(context);
        const JsValue entry(context, JS_GetPropertyUint32(context, self, static_cast<std::uint32_t>(at)));
        if (entry.isException())
            return JS_EXCEPTION;
        if (JS_StrictEq(context, entry.get(), arguments[0]))
            return loop == IsOneOf ? JS_NewBool(context, 1) : JS_NewFloat64(context, at);
    }
    return loop == IsOneOf ? JS_NewBool(context, 0) : JS_NewInt32(context, -1);
}

/// What stands for a function of lists: data[0] is the function.
JSValue guardedLoop(JSContext *context, JSValueConst self, int count, JSValueConst *arguments, int kind, JSValue *data)
{
    const auto loop = static_cast<ListLoop>(kind);
    const double length = lengthOf(context, self);
    if (length > longestScriptList && loop != OverNumbers && loop != SortingNumbers)
        return listTooLong(context);
    if (length > unguardedLength && jsRuntimeOf(context).mustStop())
        return loopInterrupted(context);
    for (int i = 0; loop == OverArguments && i < count; ++i) {
        if (JS_IsObject(arguments[i]) && lengthOf(context, arguments[i]) > longestScriptList)
            return listTooLong(context);
    }
    switch (loop) {
    case Nested: {
        const std::optional<double> levels = flatLevels(context, count, arguments);
        const auto outcome = levels ? NestedCount(context).add(self, *levels) : NestedCount::Outcome::Bearable;
        if (!levels)
            return JS_EXCEPTION;
        if (outcome != NestedCount::Outcome::Bearable)
            return outcome == NestedCount::Outcome::Stopped ? loopInterrupted(context) : listTooLong(context);
        break;
    }
    case WithCallback:
        if (length <= unguardedCallbacks)
            break;
        [[fallthrough]];
    case OverResults: return withGuardedCallback(context, data[0], self, count, arguments);
    case SortingList:
    case SortingNumbers: return guardedSort(context, self, length, count, arguments, data, loop == SortingNumbers);
    case FirstOf:
    case LastOf:
    case IsOneOf:
        if (count > 0 && JS_IsString(arguments[0]) && lengthOf(context, arguments[0]) * length > unguardedComparisons)
            return searchedList(context, self, length, count, arguments, loop);
        break;
    case OverThis:
    case OverArguments:
    case OverNumbers: break;
    }
    return JS_Call(context, data[0], self, count, arguments);
}

/// What stands for Array.from(): what it is made of may be no list and say any length, and it may call its second argument.
JSValue guardedFrom(JSContext *context, JSValueConst self, int count, JSValueConst *arguments, int, JSValue *data)
{
    if (count > 0 && JS_IsObject(arguments[0]) && lengthOf(context, arguments[0]) > longestScriptList)
        return listTooLong(context);
    if (count < 2 || !JS_IsFunction(context, arguments[1]))
        return JS_Call(context, data[0], self, count, arguments);
    const JsValue callback(context, JS_NewCFunctionData(context, &guardedCallback, 0, 0, 1, arguments + 1));
    if (callback.isException())
        return JS_EXCEPTION;
    std::vector<JSValueConst> given(arguments, arguments + count);
    given[1] = callback.get();
    return JS_Call(context, data[0], self, count, given.data());
}

/// What stands for JSON.stringify(): it compares each name of a list with all before it, and looks for each in every object.
JSValue guardedWriting(JSContext *context, JSValueConst self, int count, JSValueConst *arguments, int, JSValue *data)
{
    if (count > 1 && JS_IsArray(context, arguments[1]) == 1 && lengthOf(context, arguments[1]) > mostNamesWritten)
        return listTooLong(context);
    return JS_Call(context, data[0], self, count, arguments);
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

void guardLoops(JSContext *context)
{
    const JsValue global(context, JS_GetGlobalObject(context));
    const JsValue constructor = property(context, global.get(), "Array");
    const JsValue prototype = property(context, constructor.get(), "prototype");
    for (const GuardedFunction &function : listFunctions)
        guardFunction(context, prototype.get(), function, &guardedLoop);
    const JsValue bytes = property(context, global.get(), "Uint8Array");
    const JsValue numbers(context, JS_GetPrototype(context, bytes.get()));
    const JsValue numbersPrototype = property(context, numbers.get(), "prototype");
    for (const GuardedFunction &function : numberFunctions)
        guardFunction(context, numbersPrototype.get(), function, &guardedLoop);
    guardIteration(context, global.get(), prototype.get());
    guardFunction(context, constructor.get(), {"from", 0}, &guardedFrom);
    guardFunction(context, property(context, global.get(), "JSON").get(), {"stringify", 0}, &guardedWriting);
    guardTextSearches(context);
}

} // namespace Tempera
