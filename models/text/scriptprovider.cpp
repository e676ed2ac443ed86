// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scriptprovider.h"

#include "models/text/scriptfunction.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Timers without time: ScriptHost calls $nextTimer() where a promise waits and nothing else is left to do.
const QString &timers()
{
    static const QString code =
        u"(() => { const $due = []; let $last = 0; let $now = 0; "
        "globalThis.setTimeout = ($call, $wait, ...$given) => { "
        "$due.push({ id: ++$last, at: $now + Math.max(0, Number($wait) || 0), $call, $given }); return $last; }; "
        "globalThis.clearTimeout = ($id) => { const $at = $due.findIndex((each) => each.id === $id); "
        "if ($at >= 0) $due.splice($at, 1); }; "
        "globalThis.$nextTimer = () => { if ($due.length === 0) return false; "
        "let $at = 0; for (let i = 1; i < $due.length; ++i) if ($due[i].at < $due[$at].at) $at = i; "
        "const [$next] = $due.splice($at, 1); $now = $next.at; $next.$call(...$next.$given); return true; }; })()"_s;
    return code;
}

/// What takes the exported value and gives the function that asks it. A class is made; a plain function makes a provider, or is
/// what answers; an arrow or an async function answers.
const QString &asking()
{
    static const QString code =
        u"($made) => async ($options, $prompt, $context) => { "
        "const $isFunction = typeof $made === 'function'; "
        "const $isClass = $isFunction && /^class\\b/.test(Function.prototype.toString.call($made)); "
        "let $provider = $made; "
        "if ($isClass || ($isFunction && typeof $made.prototype?.callApi === 'function')) $provider = new $made($options); "
        "else if ($isFunction && $made.prototype && $made.constructor === Function) { "
        "try { const $tried = new $made($options); if (typeof $tried?.callApi === 'function') $provider = $tried; } catch {} } "
        "const $ask = typeof $provider === 'function' ? $provider : $provider?.callApi; "
        "if (typeof $ask !== 'function') throw new TypeError("
        "'The file exports no provider: it must be a class or an object with callApi(prompt, context), or a function'); "
        "const $answer = await $ask.call($provider, $prompt, $context, {}); "
        "const $isPlain = typeof $answer !== 'object' || $answer === null; "
        "const $output = $isPlain ? $answer : $answer.output; "
        "const $number = (value) => typeof value === 'number' && Number.isFinite(value) ? value : null; "
        "const $usage = ($isPlain ? null : $answer.tokenUsage) ?? {}; "
        "return { text: $output === undefined || $output === null ? null "
        ": typeof $output === 'string' ? $output : JSON.stringify($output) ?? null, "
        "data: typeof $output === 'string' ? null : typeof $output, "
        "error: $isPlain || !$answer.error ? null : String($answer.error), "
        "cost: $isPlain ? null : $number($answer.cost), "
        "prompt: $number($usage.prompt), completion: $number($usage.completion) }; }"_s;
    return code;
}

std::optional<std::int64_t> tokensIn(const QJsonValue &value)
{
    if (!value.isDouble() || value.toDouble() != std::floor(value.toDouble()))
        return std::nullopt;
    return possibleTokens(value.toInteger(-1));
}

/// What is no part of the language: a script that was written for Node may ask for it.
bool asksForMore(const QString &message)
{
    static const QRegularExpression names(
        uR"((There are no modules here)|('?\b(require|process|fetch|Buffer|URL|URLSearchParams|XMLHttpRequest|WebSocket|AbortController|setInterval|setImmediate|performance|crypto|TextEncoder|TextDecoder|__dirname|__filename)'? is not defined))"_s);
    return names.match(message).hasMatch();
}

std::unexpected<Error> providerFailed(Error error)
{
    const QString what = error.detail;
    error.kind = ErrorKind::Script;
    error.detail = QCoreApplication::translate("Script", "The provider's script failed: %1").arg(what);
    if (asksForMore(what))
        error.detail +=
            u' '
            + QCoreApplication::translate(
                "Script", "(Scripts run alone: they have no modules, files, network or processes, and no process.env.)");
    return std::unexpected(std::move(error));
}

} // namespace

Result<ScriptAnswer> askScript(const ScriptQuestion &question, const Limits &limits)
{
    const Result<std::unique_ptr<ScriptHost>> host = ScriptHost::create(limits);
    if (!host)
        return std::unexpected(host.error());
    // All before it is on one line, so that the file begins on its first one.
    const ScriptExpression function =
        u'(' + timers() + u", "_s + asking() + u")("_s + exportOfFile(question.source, question.function) + u')';
    const Result<QJsonValue> said = callFunction(**host, function, {question.options, question.prompt, question.context});
    if (!said)
        return providerFailed(said.error());
    const QJsonObject answer = said->toObject();
    if (answer.value("error"_L1).isString())
        return failure(ErrorKind::Script,
                       QCoreApplication::translate("Script", "The provider's script answered with an error: %1")
                           .arg(answer.value("error"_L1).toString()));
    if (!answer.value("text"_L1).isString())
        return failure(ErrorKind::Script, QCoreApplication::translate("Script", "The provider's script gave no output."));
    ScriptAnswer made;
    made.text = answer.value("text"_L1).toString();
    made.data = answer.value("data"_L1).toString();
    made.usage.inputTokens = tokensIn(answer.value("prompt"_L1));
    made.usage.outputTokens = tokensIn(answer.value("completion"_L1));
    if (const QJsonValue cost = answer.value("cost"_L1); cost.isDouble() && cost.toDouble() >= 0)
        made.usage.toldCost = Money::fromDollars(cost.toDouble());
    return made;
}

} // namespace Tempera
