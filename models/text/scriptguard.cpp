// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scriptguard.h"

#include <cmath>
#include <cstdint>
#include <vector>

namespace Tempera {
namespace {

JSValue lookAtLimits(JSContext *context, JSValueConst, int, JSValueConst *)
{
    return jsRuntimeOf(context).mustStop() ? loopInterrupted(context) : JS_UNDEFINED;
}

} // namespace

void guardFunction(JSContext *context, JSValueConst object, const GuardedFunction &function, JSCFunctionData *guard,
                   std::span<const JSValueConst> more)
{
    const JsValue original = property(context, object, function.name);
    if (!JS_IsFunction(context, original.get()))
        return;
    std::int32_t parameters = 0;
    JS_ToInt32(context, &parameters, property(context, original.get(), "length").get());
    std::vector<JSValueConst> data{original.get()};
    data.insert(data.end(), more.begin(), more.end());
    const JsValue guarded(
        context, JS_NewCFunctionData(context, guard, parameters, function.kind, static_cast<int>(data.size()), data.data()));
    if (guarded.isException())
        return;
    JS_DefinePropertyValueStr(context, guarded.get(), "name", JS_NewString(context, function.name), JS_PROP_CONFIGURABLE);
    JS_DefinePropertyValueStr(context, object, function.name, JS_DupValue(context, guarded.get()),
                              JS_PROP_CONFIGURABLE | JS_PROP_WRITABLE);
}

JsRuntime &jsRuntimeOf(JSContext *context)
{
    return *static_cast<JsRuntime *>(JS_GetRuntimeOpaque(JS_GetRuntime(context)));
}

JSValue loopInterrupted(JSContext *context)
{
    JS_ThrowInternalError(context, "interrupted");
    const JsValue error(context, JS_GetException(context));
    JS_SetUncatchableError(context, error.get(), 1);
    return JS_Throw(context, JS_DupValue(context, error.get()));
}

JSValue listTooLong(JSContext *context)
{
    return JS_ThrowRangeError(context, "the list is too long");
}

double lengthOf(JSContext *context, JSValueConst value)
{
    if (!JS_IsObject(value) && !JS_IsString(value))
        return -1;
    double length = -1;
    const JsValue told(context, JS_GetProperty(context, value, jsRuntimeOf(context).lengthName()));
    if (told.isException() || JS_ToFloat64(context, &length, told.get()) < 0) {
        JS_FreeValue(context, JS_GetException(context)); // the function itself will meet it
        return -1;
    }
    return length;
}

std::optional<double> secondArgument(JSContext *context, int count, JSValueConst *arguments, double otherwise, double ofNaN)
{
    if (count < 2 || JS_IsUndefined(arguments[1]))
        return otherwise;
    double number = 0;
    if (JS_ToFloat64(context, &number, arguments[1]) < 0)
        return std::nullopt;
    return std::isnan(number) ? ofNaN : std::trunc(number);
}

JsValue writtenFunction(JSContext *context, QByteArrayView source)
{
    const JsValue maker = evaluateScript(context, source, "<limits>");
    if (maker.isException())
        return {context, JS_EXCEPTION};
    const JsValue look(context, JS_NewCFunction(context, &lookAtLimits, "look", 0));
    JSValueConst argument = look.get();
    return {context, JS_Call(context, maker.get(), JS_UNDEFINED, 1, &argument)};
}

} // namespace Tempera
