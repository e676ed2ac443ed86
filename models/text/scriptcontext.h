// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/scripthost.h"

#include <QByteArrayView>
#include <QJsonValue>
#include <QStringView>

#include <quickjs/quickjs.h>

#include <chrono>
#include <memory>
#include <utility>

// What ScriptHost and TemplateEngine share of QuickJS. Private to models/text: nothing else includes it.

namespace Tempera {

struct JsContextFree {
    void operator()(JSContext *context) const { JS_FreeContext(context); }
};
/// One global object with all of the language and nothing of the outside.
using JsContext = std::unique_ptr<JSContext, JsContextFree>;

/// A QuickJS runtime with the limits set. Every entry into it starts with enter().
class JsRuntime
{
public:
    explicit JsRuntime(const Limits &limits);
    ~JsRuntime();
    JsRuntime(const JsRuntime &) = delete;
    JsRuntime &operator=(const JsRuntime &) = delete;
    [[nodiscard]] JSRuntime *get() const { return m_runtime.get(); }
    [[nodiscard]] const Limits &limits() const { return m_limits; }
    /// A fresh global object. Null only where the machine itself is out of memory.
    [[nodiscard]] JsContext makeContext();
    /// Starts the clock of one call and tells QuickJS where the native stack is now.
    void enter();
    /// The same for what is our own: it takes the time that it needs, also where the machine is busy. Stop still counts.
    void enterOwn();
    /// The call is over: what of its result is still to be read is not refused for its time.
    void leave();
    /// Whether the call must end now; keeps why.
    [[nodiscard]] bool mustStop();
    /// Whether a call that has begun must end now. For those who give out memory.
    [[nodiscard]] bool isOverdue() { return m_isEntered && mustStop(); }
    /// Why the call was stopped.
    [[nodiscard]] LimitHit stop() const { return m_stop; }
    /// The name "length", which is asked for often.
    [[nodiscard]] JSAtom lengthName() const { return m_lengthName; }
    /// What QuickJS holds. For those who give out memory.
    void setUsedBytes(std::size_t bytes) { m_usedBytes = bytes; }

private:
    struct Free {
        void operator()(JSRuntime *runtime) const { JS_FreeRuntime(runtime); }
    };
    Limits m_limits;
    std::size_t m_usedBytes = 0;
    LimitHit m_stop = LimitHit::None;
    bool m_isEntered = false;
    std::chrono::steady_clock::time_point m_deadline = std::chrono::steady_clock::time_point::max();
    std::unique_ptr<JSRuntime, Free> m_runtime;
    JSAtom m_lengthName = JS_ATOM_NULL; ///< Of the runtime: all contexts share it.
};

/// Owns one reference to a value. Must not outlive its context.
class JsValue
{
public:
    JsValue() = default;
    JsValue(JSContext *context, JSValue value) : m_context(context), m_value(value) { }
    ~JsValue() { reset(); }
    JsValue(JsValue &&other) noexcept : m_context(std::exchange(other.m_context, nullptr)), m_value(other.m_value) { }
    JsValue &operator=(JsValue &&other) noexcept
    {
        if (this != &other) {
            reset();
            m_context = std::exchange(other.m_context, nullptr);
            m_value = other.m_value;
        }
        return *this;
    }
    [[nodiscard]] explicit operator bool() const { return m_context != nullptr; }
    [[nodiscard]] JSValueConst get() const { return m_value; }
    [[nodiscard]] bool isException() const { return m_context && JS_IsException(m_value); }
    /// Gives the reference up.
    [[nodiscard]] JSValue release()
    {
        m_context = nullptr;
        return m_value;
    }
    void reset()
    {
        if (m_context)
            JS_FreeValue(m_context, m_value);
        m_context = nullptr;
    }

private:
    JSContext *m_context = nullptr;
    JSValue m_value{};
};

/// What a script threw.
struct JsError {
    QString message; ///< "TypeError: not a function"
    int line = 0;    ///< 1-based in the file given; 0 = unknown.
    int column = 0;
    bool isFatal = false; ///< Time or memory ran out: what the context holds may be half done.
};

/// Text as a JavaScript string; lone surrogates become U+FFFD.
[[nodiscard]] JsValue toJs(JSContext *context, QStringView text);
/// What whole numbers beyond ±2^53, which a double does not hold, become in JavaScript.
enum class LargeIntegers {
    Rounded, ///< A number, as JSON.parse() gives: scripts may calculate with it.
    Exact,   ///< A BigInt: a template writes its digits.
};

/// A JSON value as plain JavaScript values. An exception value where memory runs out.
[[nodiscard]] JsValue toJs(JSContext *context, const QJsonValue &value, LargeIntegers large = LargeIntegers::Rounded);
/// A value's text with every character kept, a leading byte order mark too.
[[nodiscard]] QString toText(JSContext *context, JSValueConst value);
/// UTF-8 to text with every character kept, a leading byte order mark too.
[[nodiscard]] QString textFromUtf8(QByteArrayView utf8);
/// Takes the pending exception. `file` is the name the code was evaluated under, for the place in it.
[[nodiscard]] JsError takeException(JSContext *context, const JsRuntime &runtime, const char *file);
/// A property of an object; undefined where there is none.
[[nodiscard]] JsValue property(JSContext *context, JSValueConst object, const char *name);
/// Evaluates a script under a file name.
[[nodiscard]] JsValue evaluateScript(JSContext *context, QByteArrayView utf8, const char *file);

} // namespace Tempera
