// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scriptcontext.h"

#include "models/text/scriptloops.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

#include <cmath>
#include <cstdlib>
#include <limits>

#include <malloc.h>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

int onInterrupt(JSRuntime *, void *opaque)
{
    return static_cast<JsRuntime *>(opaque)->mustStop() ? 1 : 0;
}

/// What malloc itself keeps beside a block; QuickJS counts it too.
constexpr std::size_t blockOverhead = sizeof(std::size_t);

/// QuickJS does not bear it well when a small allocation fails, in the middle of making an error for instance. So beyond
/// the limit only large blocks are refused; small ones may continue until the script is asked to stop, which happens every
/// 10,000 steps and thus well within the reserve.
constexpr std::size_t smallBlock = 4 * 1024;
constexpr std::size_t reserveForSmallBlocks = 64 * 1024 * 1024;

JsRuntime &runtimeOf(const JSMallocState *state)
{
    return *static_cast<JsRuntime *>(state->opaque);
}

/// What works long without a step of the script (long texts put together, numbers of many digits multiplied, structures
/// written as JSON) asks for large blocks while it does: they are where it is stopped. The script that catches this is
/// refused the next one, too, until its next step ends it.
bool isRefused(const JSMallocState *state, std::size_t blockSize, std::size_t added)
{
    if (blockSize > smallBlock && runtimeOf(state).isOverdue())
        return true;
    const std::size_t used = state->malloc_size;
    if (used <= state->malloc_limit && added <= state->malloc_limit - used)
        return false;
    return blockSize > smallBlock || used > state->malloc_limit + reserveForSmallBlocks;
}

void *allocate(JSMallocState *state, std::size_t size)
{
    if (isRefused(state, size, size))
        return nullptr;
    void *block = std::malloc(size);
    if (block) {
        ++state->malloc_count;
        state->malloc_size += malloc_usable_size(block) + blockOverhead;
        runtimeOf(state).setUsedBytes(state->malloc_size);
    }
    return block;
}

void release(JSMallocState *state, void *block)
{
    if (!block)
        return;
    --state->malloc_count;
    state->malloc_size -= malloc_usable_size(block) + blockOverhead;
    runtimeOf(state).setUsedBytes(state->malloc_size);
    std::free(block);
}

void *reallocate(JSMallocState *state, void *block, std::size_t size)
{
    if (!block)
        return size ? allocate(state, size) : nullptr;
    if (!size) {
        release(state, block);
        return nullptr;
    }
    const std::size_t before = malloc_usable_size(block);
    if (size > before && isRefused(state, size, size - before))
        return nullptr;
    void *moved = std::realloc(block, size);
    if (moved) {
        state->malloc_size += malloc_usable_size(moved) - before;
        runtimeOf(state).setUsedBytes(state->malloc_size);
    }
    return moved;
}

std::size_t usableSize(const void *block)
{
    return malloc_usable_size(const_cast<void *>(block));
}

constexpr JSMallocFunctions allocator{&allocate, &release, &reallocate, &usableSize};

JsValue numberToJs(JSContext *context, double number)
{
    const bool isSmallInteger = number >= std::numeric_limits<std::int32_t>::min()
                                && number <= std::numeric_limits<std::int32_t>::max() && number == std::floor(number)
                                && !(number == 0 && std::signbit(number));
    if (isSmallInteger)
        return {context, JS_NewInt32(context, static_cast<std::int32_t>(number))};
    return {context, JS_NewFloat64(context, number)};
}

JsValue numberToJs(JSContext *context, const QJsonValue &value, LargeIntegers large)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    constexpr qint64 mostExact = qint64{1} << 53;
    const qint64 whole = large == LargeIntegers::Exact ? value.toInteger(none) : none;
    if (whole != none && (whole > mostExact || whole < -mostExact))
        return {context, JS_NewBigInt64(context, whole)};
    return numberToJs(context, value.toDouble());
}

JsValue arrayToJs(JSContext *context, const QJsonArray &array, LargeIntegers large)
{
    JsValue result(context, JS_NewArray(context));
    if (result.isException())
        return result;
    std::uint32_t index = 0;
    for (const QJsonValue &item : array) {
        JsValue value = toJs(context, item, large);
        if (value.isException())
            return value;
        if (JS_DefinePropertyValueUint32(context, result.get(), index++, value.release(), JS_PROP_C_W_E) < 0)
            return {context, JS_EXCEPTION};
    }
    return result;
}

JsValue objectToJs(JSContext *context, const QJsonObject &object, LargeIntegers large)
{
    JsValue result(context, JS_NewObject(context));
    if (result.isException())
        return result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        JsValue value = toJs(context, it.value(), large);
        if (value.isException())
            return value;
        const QByteArray key = it.key().toUtf8();
        const JSAtom atom = JS_NewAtomLen(context, key.constData(), static_cast<std::size_t>(key.size()));
        if (atom == JS_ATOM_NULL)
            return {context, JS_EXCEPTION};
        // Defined, not assigned: a key "__proto__" is data too.
        const int done = JS_DefinePropertyValue(context, result.get(), atom, value.release(), JS_PROP_C_W_E);
        JS_FreeAtom(context, atom);
        if (done < 0)
            return {context, JS_EXCEPTION};
    }
    return result;
}

void readPlace(const QString &stack, const char *file, JsError &error)
{
    const QRegularExpression place(QRegularExpression::escape(QString::fromUtf8(file)) + u":(\\d+):(\\d+)"_s);
    const QRegularExpressionMatch match = place.match(stack);
    if (!match.hasMatch())
        return;
    error.line = match.capturedView(1).toInt();
    error.column = match.capturedView(2).toInt();
}

JSValue sayNothing(JSContext *, JSValueConst, int, JSValueConst *)
{
    return JS_UNDEFINED;
}

/// Scripts that people have say what they do while they are written; here it goes nowhere.
void addQuietConsole(JSContext *context)
{
    JSValue console = JS_NewObject(context);
    for (const char *name :
         {"log", "info", "warn", "error", "debug", "trace", "dir", "table", "assert", "group", "groupEnd", "time", "timeEnd"})
        JS_DefinePropertyValueStr(context, console, name, JS_NewCFunction(context, sayNothing, name, 0),
                                  JS_PROP_CONFIGURABLE | JS_PROP_WRITABLE);
    const JsValue global(context, JS_GetGlobalObject(context));
    JS_DefinePropertyValueStr(context, global.get(), "console", console, JS_PROP_CONFIGURABLE | JS_PROP_WRITABLE);
}

} // namespace

JsRuntime::JsRuntime(const Limits &limits) : m_limits(limits), m_runtime(JS_NewRuntime2(&allocator, this))
{
    if (!m_runtime)
        return;
    JS_SetMemoryLimit(m_runtime.get(), limits.memoryBytes);
    JS_SetMaxStackSize(m_runtime.get(), limits.stackBytes);
    JS_SetRuntimeOpaque(m_runtime.get(), this);
    JS_SetInterruptHandler(m_runtime.get(), &onInterrupt, this);
    JS_SetCanBlock(m_runtime.get(), 0);
}

JsRuntime::~JsRuntime()
{
    if (m_lengthName != JS_ATOM_NULL)
        JS_FreeAtomRT(m_runtime.get(), m_lengthName);
}

JsContext JsRuntime::makeContext()
{
    leave();
    // What earlier calls left behind goes first; then there must be memory for all of the language.
    JS_RunGC(m_runtime.get());
    JS_SetMemoryLimit(m_runtime.get(), std::numeric_limits<std::size_t>::max());
    JsContext context(JS_NewContext(m_runtime.get()));
    if (context) {
        if (m_lengthName == JS_ATOM_NULL)
            m_lengthName = JS_NewAtom(context.get(), "length");
        guardLoops(context.get());
        addQuietConsole(context.get());
    }
    JS_SetMemoryLimit(m_runtime.get(), m_limits.memoryBytes);
    return context;
}

bool JsRuntime::mustStop()
{
    if (std::chrono::steady_clock::now() > m_deadline)
        m_stop = LimitHit::Time;
    else if (m_usedBytes > m_limits.memoryBytes)
        m_stop = LimitHit::Memory;
    else if (m_limits.stop && m_limits.stop())
        m_stop = LimitHit::Stop;
    return m_stop != LimitHit::None;
}

void JsRuntime::enter()
{
    m_stop = LimitHit::None;
    JS_UpdateStackTop(m_runtime.get());
    m_deadline = std::chrono::steady_clock::now() + m_limits.time;
    m_isEntered = true;
}

void JsRuntime::enterOwn()
{
    enter();
    m_deadline = std::chrono::steady_clock::time_point::max();
}

void JsRuntime::leave()
{
    m_isEntered = false;
    m_deadline = std::chrono::steady_clock::time_point::max();
}

JsValue toJs(JSContext *context, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    return {context, JS_NewStringLen(context, utf8.constData(), static_cast<std::size_t>(utf8.size()))};
}

JsValue toJs(JSContext *context, const QJsonValue &value, LargeIntegers large)
{
    switch (value.type()) {
    case QJsonValue::Bool: return {context, JS_NewBool(context, value.toBool() ? 1 : 0)};
    case QJsonValue::Double: return numberToJs(context, value, large);
    case QJsonValue::String: return toJs(context, QStringView(value.toString()));
    case QJsonValue::Array: return arrayToJs(context, value.toArray(), large);
    case QJsonValue::Object: return objectToJs(context, value.toObject(), large);
    case QJsonValue::Undefined: return {context, JS_UNDEFINED};
    case QJsonValue::Null: break;
    }
    return {context, JS_NULL};
}

QString textFromUtf8(QByteArrayView utf8)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    return decoder.decode(utf8);
}

QString toText(JSContext *context, JSValueConst value)
{
    std::size_t length = 0;
    const char *utf8 = JS_ToCStringLen(context, &length, value);
    if (!utf8)
        return {};
    QString text = textFromUtf8(QByteArrayView(utf8, static_cast<qsizetype>(length)));
    JS_FreeCString(context, utf8);
    return text;
}

JsValue property(JSContext *context, JSValueConst object, const char *name)
{
    return {context, JS_GetPropertyStr(context, object, name)};
}

JsValue evaluateScript(JSContext *context, QByteArrayView utf8, const char *file)
{
    // QuickJS wants a zero behind the last byte.
    const QByteArray code = utf8.toByteArray();
    return {context, JS_Eval(context, code.constData(), static_cast<std::size_t>(code.size()), file, JS_EVAL_TYPE_GLOBAL)};
}

JsError takeException(JSContext *context, const JsRuntime &runtime, const char *file)
{
    JsError error;
    const JsValue thrown(context, JS_GetException(context));
    error.message = toText(context, thrown.get());
    LimitHit reason = runtime.stop();
    if (reason == LimitHit::None && (JS_IsNull(thrown.get()) || error.message.contains("out of memory"_L1)))
        reason = LimitHit::Memory;
    if (reason != LimitHit::None) {
        error.isFatal = true;
        error.message = limitSentence(reason, runtime.limits());
    }
    if (JS_IsError(context, thrown.get()))
        readPlace(toText(context, property(context, thrown.get(), "stack").get()), file, error);
    // Reading the error may itself have thrown; nothing may stay pending.
    JS_FreeValue(context, JS_GetException(context));
    return error;
}

} // namespace Tempera
