// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scripthost.h"

#include "models/text/scriptcontext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>
#include <cmath>

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

} // namespace

class ScriptHost::Private
{
public:
    explicit Private(const ScriptLimits &limits)
        : runtime(limits)
    {
    }

    Result<QJsonValue> run(const QString &code, const QJsonObject &globals);
    Result<QJsonValue> callIn(JSContext *context, const QString &body, const QJsonObject &arguments);
    Result<QJsonValue> settle(JSContext *context, JsValue value, int linesBefore);
    Result<QJsonValue> toJson(JSContext *context, const JsValue &value);
    Result<void> prepareMatcher();

    JsRuntime runtime;
    JsContext matcherContext;
    JsValue matcher; // After its context: it must go first.
};

Result<QJsonValue> ScriptHost::Private::run(const QString &code, const QJsonObject &globals)
{
    const JsContext context = runtime.makeContext();
    if (!context)
        return failure(ErrorKind::OutOfMemory, u"no script context"_s);
    const JsValue global(context.get(), JS_GetGlobalObject(context.get()));
    for (auto it = globals.begin(); it != globals.end(); ++it) {
        JsValue value = toJs(context.get(), it.value());
        if (value.isException()
            || JS_SetPropertyStr(context.get(), global.get(), it.key().toUtf8().constData(), value.release()) < 0)
            return scriptFailure(takeException(context.get(), runtime, scriptFile));
    }
    return settle(context.get(), evaluateScript(context.get(), code.toUtf8(), scriptFile), 0);
}

Result<QJsonValue> ScriptHost::Private::callIn(JSContext *context, const QString &body, const QJsonObject &arguments)
{
    static const QRegularExpression identifier(u"^[A-Za-z_$][A-Za-z0-9_$]*$"_s);
    std::vector<JsValue> values;
    for (auto it = arguments.begin(); it != arguments.end(); ++it) {
        if (!identifier.match(it.key()).hasMatch())
            return failure(ErrorKind::Script, u"not a parameter name: %1"_s.arg(it.key()));
        values.push_back(toJs(context, it.value()));
        if (values.back().isException())
            return scriptFailure(takeException(context, runtime, scriptFile));
    }
    // The body stands on lines of its own, so that its line numbers are off by exactly one.
    const QString code = u"(function ("_s + arguments.keys().join(u", "_s) + u") {\n"_s + body + u"\n})"_s;
    const JsValue function = evaluateScript(context, code.toUtf8(), scriptFile);
    if (function.isException())
        return scriptFailure(takeException(context, runtime, scriptFile), 1);
    std::vector<JSValueConst> raw;
    for (const JsValue &value : values)
        raw.push_back(value.get());
    return settle(context, {context, JS_Call(context, function.get(), JS_UNDEFINED, static_cast<int>(raw.size()), raw.data())}, 1);
}

Result<QJsonValue> ScriptHost::Private::settle(JSContext *context, JsValue value, int linesBefore)
{
    if (value.isException())
        return scriptFailure(takeException(context, runtime, scriptFile), linesBefore);
    const int state = JS_PromiseState(context, value.get());
    if (state < 0)
        return toJson(context, value);

    JSContext *jobContext = nullptr;
    while (JS_PromiseState(context, value.get()) == JS_PROMISE_PENDING) {
        const int ran = JS_ExecutePendingJob(runtime.get(), &jobContext);
        if (ran < 0)
            return scriptFailure(takeException(jobContext, runtime, scriptFile), linesBefore);
        if (ran == 0)
            return failure(ErrorKind::Script, QCoreApplication::translate("Script", "It waits for something that never comes: there are no timers and no input here."));
    }
    JsValue result(context, JS_PromiseResult(context, value.get()));
    if (JS_PromiseState(context, value.get()) == JS_PROMISE_REJECTED) {
        JS_Throw(context, result.release());
        return scriptFailure(takeException(context, runtime, scriptFile), linesBefore);
    }
    return toJson(context, result);
}

Result<QJsonValue> ScriptHost::Private::toJson(JSContext *context, const JsValue &value)
{
    if (JS_IsString(value.get()))
        return QJsonValue(toText(context, value.get()));
    if (JS_IsBool(value.get()))
        return QJsonValue(JS_ToBool(context, value.get()) == 1);
    if (JS_IsNumber(value.get())) {
        double number = 0;
        JS_ToFloat64(context, &number, value.get());
        return std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
    }
    const JsValue json(context, JS_JSONStringify(context, value.get(), JS_UNDEFINED, JS_UNDEFINED));
    if (json.isException())
        return scriptFailure(takeException(context, runtime, scriptFile));
    if (!JS_IsString(json.get()))
        return QJsonValue(QJsonValue::Null);
    // A value by itself is no JSON document for Qt; in an array it is.
    const QByteArray wrapped = '[' + toText(context, json.get()).toUtf8() + ']';
    return QJsonDocument::fromJson(wrapped)[0];
}

Result<void> ScriptHost::Private::prepareMatcher()
{
    if (matcherContext)
        return {};
    matcherContext = runtime.makeContext();
    if (!matcherContext)
        return failure(ErrorKind::OutOfMemory, u"no script context"_s);
    matcher = evaluateScript(matcherContext.get(), matcherSource, "<matcher>");
    if (matcher.isException()) {
        auto error = scriptFailure(takeException(matcherContext.get(), runtime, "<matcher>"));
        matcher.reset();
        matcherContext.reset();
        return error;
    }
    return {};
}

ScriptHost::ScriptHost(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

ScriptHost::~ScriptHost() = default;

Result<std::unique_ptr<ScriptHost>> ScriptHost::create(const ScriptLimits &limits)
{
    auto priv = std::make_unique<Private>(limits);
    if (!priv->runtime.get())
        return failure(ErrorKind::OutOfMemory, u"no script runtime"_s);
    return std::unique_ptr<ScriptHost>(new ScriptHost(std::move(priv)));
}

Result<QJsonValue> ScriptHost::evaluate(const QString &code, const QJsonObject &globals)
{
    d->runtime.enter();
    return d->run(code, globals);
}

Result<QJsonValue> ScriptHost::call(const QString &body, const QJsonObject &arguments)
{
    d->runtime.enter();
    const JsContext context = d->runtime.makeContext();
    if (!context)
        return failure(ErrorKind::OutOfMemory, u"no script context"_s);
    return d->callIn(context.get(), body, arguments);
}

Result<bool> ScriptHost::matches(const QString &pattern, const QString &text, const QString &flags)
{
    d->runtime.enter();
    if (const Result<void> ready = d->prepareMatcher(); !ready)
        return std::unexpected(ready.error());
    JSContext *context = d->matcherContext.get();
    const std::array<JsValue, 3> values{toJs(context, QStringView(pattern)), toJs(context, QStringView(flags)),
                                        toJs(context, QStringView(text))};
    std::array<JSValueConst, 3> raw{values[0].get(), values[1].get(), values[2].get()};
    const JsValue answer(context, JS_Call(context, d->matcher.get(), JS_UNDEFINED, 3, raw.data()));
    if (answer.isException()) {
        // Where it is comes from our own helper's file: of no use to the reader.
        return scriptFailure(takeException(context, d->runtime, "<pattern>"));
    }
    return JS_ToBool(context, answer.get()) == 1;
}

} // namespace Tempera
