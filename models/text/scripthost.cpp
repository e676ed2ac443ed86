// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scripthost.h"

#include "models/text/scriptcontext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr const char *scriptFile = "<script>";

constexpr const char *matcherSource = R"js((() => {
    const kept = new Map();
    return (pattern, flags, text) => {
        const key = flags + '/' + pattern;
        let regExp = kept.get(key);
        if (!regExp) {
            regExp = new RegExp(pattern, flags);
            if (kept.size >= 64)
                kept.delete(kept.keys().next().value);
            kept.set(key, regExp);
        }
        regExp.lastIndex = 0;
        return regExp.test(text);
    };
})())js";

std::unexpected<Error> scriptFailure(const JsError &thrown, int linesBefore = 0)
{
    Error error;
    error.kind = ErrorKind::Script;
    error.detail = thrown.message;
    if (thrown.line > linesBefore) {
        error.line = thrown.line - linesBefore;
        error.column = thrown.column;
    }
    return std::unexpected(std::move(error));
}

/// One run of a script, in a runtime of its own: what it leaves behind (globals, memory, jobs) goes with it.
class ScriptRun
{
public:
    explicit ScriptRun(const Limits &limits) : m_runtime(limits)
    {
        if (m_runtime.get())
            m_context = m_runtime.makeContext();
    }

    [[nodiscard]] bool isReady() const { return m_context != nullptr; }
    Result<QJsonValue> evaluate(const QString &code, const QJsonObject &globals);
    Result<QJsonValue> call(const QString &body, const QJsonObject &arguments);

private:
    std::unexpected<Error> thrown(int linesBefore = 0)
    {
        return scriptFailure(takeException(js(), m_runtime, scriptFile), linesBefore);
    }
    Result<QJsonValue> settle(JsValue value, int linesBefore);
    JsValue nextTimer();
    Result<QJsonValue> toJson(const JsValue &value);
    [[nodiscard]] JSContext *js() const { return m_context.get(); }

    JsRuntime m_runtime;
    JsContext m_context;
};

Result<QJsonValue> ScriptRun::evaluate(const QString &code, const QJsonObject &globals)
{
    m_runtime.enter();
    const JsValue global(js(), JS_GetGlobalObject(js()));
    for (auto it = globals.begin(); it != globals.end(); ++it) {
        JsValue value = toJs(js(), it.value());
        if (value.isException() || JS_SetPropertyStr(js(), global.get(), it.key().toUtf8().constData(), value.release()) < 0)
            return thrown();
    }
    return settle(evaluateScript(js(), code.toUtf8(), scriptFile), 0);
}

Result<QJsonValue> ScriptRun::call(const QString &body, const QJsonObject &arguments)
{
    static const QRegularExpression identifier(u"^[A-Za-z_$][A-Za-z0-9_$]*$"_s);
    m_runtime.enter();
    std::vector<JsValue> values;
    std::vector<JSValueConst> raw;
    for (auto it = arguments.begin(); it != arguments.end(); ++it) {
        if (!identifier.match(it.key()).hasMatch())
            return failure(ErrorKind::Script, u"not a parameter name: %1"_s.arg(it.key()));
        values.push_back(toJs(js(), it.value()));
        if (values.back().isException())
            return thrown();
        raw.push_back(values.back().get());
    }
    // The body is on lines of its own, so that its line numbers are off by exactly one.
    const QString code = u"(function ("_s + arguments.keys().join(u", "_s) + u") {\n"_s + body + u"\n})"_s;
    const JsValue function = evaluateScript(js(), code.toUtf8(), scriptFile);
    if (function.isException())
        return thrown(1);
    return settle({js(), JS_Call(js(), function.get(), JS_UNDEFINED, static_cast<int>(raw.size()), raw.data())}, 1);
}

Result<QJsonValue> ScriptRun::settle(JsValue value, int linesBefore)
{
    if (value.isException())
        return thrown(linesBefore);
    if (JS_PromiseState(js(), value.get()) < 0)
        return toJson(value);

    JSContext *jobContext = nullptr;
    while (JS_PromiseState(js(), value.get()) == JS_PROMISE_PENDING) {
        const int ran = JS_ExecutePendingJob(m_runtime.get(), &jobContext);
        // A job that was stopped leaves its promise as it is.
        if (m_runtime.stop() != LimitHit::None)
            return failure(ErrorKind::Script, limitSentence(m_runtime.stop(), m_runtime.limits()));
        if (ran < 0)
            return thrown(linesBefore);
        if (ran == 0 && m_runtime.mustStop())
            return failure(ErrorKind::Script, limitSentence(m_runtime.stop(), m_runtime.limits()));
        if (ran == 0) {
            const JsValue fired = nextTimer();
            if (fired.isException())
                return thrown(linesBefore);
            if (JS_ToBool(js(), fired.get()) == 1)
                continue;
            return failure(ErrorKind::Script,
                           QCoreApplication::translate(
                               "Script", "It waits for something that never happens: there are no timers and no input here."));
        }
    }
    JsValue result(js(), JS_PromiseResult(js(), value.get()));
    if (JS_PromiseState(js(), value.get()) == JS_PROMISE_REJECTED) {
        JS_Throw(js(), result.release());
        return thrown(linesBefore);
    }
    return toJson(result);
}

/// Lets the timer come that is due next, where whoever runs the script gave it some (`$nextTimer`): true, false where none is left.
JsValue ScriptRun::nextTimer()
{
    const JsValue global(js(), JS_GetGlobalObject(js()));
    const JsValue next = property(js(), global.get(), "$nextTimer");
    if (!JS_IsFunction(js(), next.get()))
        return {js(), JS_FALSE};
    return {js(), JS_Call(js(), next.get(), JS_UNDEFINED, 0, nullptr)};
}

Result<QJsonValue> ScriptRun::toJson(const JsValue &value)
{
    if (JS_IsString(value.get())) {
        m_runtime.leave();
        return QJsonValue(toText(js(), value.get()));
    }
    if (JS_IsBool(value.get()))
        return QJsonValue(JS_ToBool(js(), value.get()) == 1);
    if (JS_IsNumber(value.get())) {
        double number = 0;
        JS_ToFloat64(js(), &number, value.get());
        return std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
    }
    const JsValue json(js(), JS_JSONStringify(js(), value.get(), JS_UNDEFINED, JS_UNDEFINED));
    if (json.isException())
        return thrown();
    m_runtime.leave();
    if (!JS_IsString(json.get()))
        return QJsonValue(QJsonValue::Null);
    // A value by itself is not a JSON document for Qt; in an array it is.
    const QByteArray wrapped = '[' + toText(js(), json.get()).toUtf8() + ']';
    return QJsonDocument::fromJson(wrapped)[0];
}

} // namespace

/// Keeps compiled patterns. No code of others runs in it, only our own few lines.
class PatternMatcher
{
public:
    static std::unique_ptr<PatternMatcher> create(const Limits &limits)
    {
        auto matcher = std::make_unique<PatternMatcher>(limits);
        return matcher->m_function && !matcher->m_function.isException() ? std::move(matcher) : nullptr;
    }
    explicit PatternMatcher(const Limits &limits) : m_runtime(limits)
    {
        if (m_runtime.get())
            m_context = m_runtime.makeContext();
        if (!m_context)
            return;
        m_runtime.enter();
        m_function = evaluateScript(m_context.get(), matcherSource, "<matcher>");
    }

    Result<bool> matches(const QString &pattern, const QString &text, const QString &flags);
    /// Whether a match was stopped: its memory may be full.
    [[nodiscard]] bool isSpent() const { return m_isSpent; }

private:
    JsRuntime m_runtime;
    JsContext m_context;
    JsValue m_function; // After its context: it must go first.
    bool m_isSpent = false;
};

Result<bool> PatternMatcher::matches(const QString &pattern, const QString &text, const QString &flags)
{
    m_runtime.enter();
    JSContext *js = m_context.get();
    const std::array<JsValue, 3> values{toJs(js, QStringView(pattern)), toJs(js, QStringView(flags)),
                                        toJs(js, QStringView(text))};
    std::array<JSValueConst, 3> raw{values[0].get(), values[1].get(), values[2].get()};
    const bool isComplete = std::ranges::none_of(values, &JsValue::isException);
    const JsValue answer(js, isComplete ? JS_Call(js, m_function.get(), JS_UNDEFINED, 3, raw.data()) : JS_EXCEPTION);
    if (answer.isException()) {
        // No place: it would be one in our own few lines.
        const JsError error = takeException(js, m_runtime, "<pattern>");
        m_isSpent = error.isFatal;
        return scriptFailure(error);
    }
    return JS_ToBool(js, answer.get()) == 1;
}

class ScriptHost::Private
{
public:
    Limits limits;
    std::unique_ptr<PatternMatcher> matcher; ///< Made on first use.
};

ScriptHost::ScriptHost(std::unique_ptr<Private> priv) : d(std::move(priv)) { }

ScriptHost::~ScriptHost() = default;

Result<std::unique_ptr<ScriptHost>> ScriptHost::create(const Limits &limits)
{
    auto priv = std::make_unique<Private>();
    priv->limits = limits;
    return std::unique_ptr<ScriptHost>(new ScriptHost(std::move(priv)));
}

Result<QJsonValue> ScriptHost::evaluate(const QString &code, const QJsonObject &globals)
{
    ScriptRun run(d->limits);
    if (!run.isReady())
        return failure(ErrorKind::OutOfMemory, u"no script runtime"_s);
    return run.evaluate(code, globals);
}

Result<QJsonValue> ScriptHost::call(const QString &body, const QJsonObject &arguments)
{
    ScriptRun run(d->limits);
    if (!run.isReady())
        return failure(ErrorKind::OutOfMemory, u"no script runtime"_s);
    return run.call(body, arguments);
}

Result<bool> ScriptHost::matches(const QString &pattern, const QString &text, const QString &flags)
{
    if (!d->matcher || d->matcher->isSpent())
        d->matcher = PatternMatcher::create(d->limits);
    if (!d->matcher)
        return failure(ErrorKind::OutOfMemory, u"no script runtime"_s);
    return d->matcher->matches(pattern, text, flags);
}

} // namespace Tempera
