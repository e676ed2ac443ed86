// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/scriptmodule.h"

#include "models/core/money.h"
#include "models/experiment/checkparts.h"
#include "models/text/scripthost.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class ScriptTexts
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    static QString failed(const Error &error)
    {
        return error.line > 0 ? tr("the script failed in line %1: %2").arg(error.line).arg(error.detail)
                              : tr("the script failed: %1").arg(error.detail);
    }
    static QString noHost() { return tr("scripts cannot be run"); }
    static QString notRead(const QString &file) { return tr("the script %1 was not read").arg(file); }
};

/// `export` at the beginning of lines, as assignments to `exports`: there are no modules where scripts run.
QString withoutExports(const QString &text)
{
    static const QRegularExpression whole(u"^export\\s+default\\s+"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression named(u"^export\\s+((?:async\\s+)?function\\s*\\*?|const|let|var|class)\\s+([A-Za-z_$][\\w$]*)"_s,
                                          QRegularExpression::MultilineOption);
    QString plain = text;
    plain.replace(whole, u"exports.default = "_s);
    QString ends;
    for (const QRegularExpressionMatch &match : named.globalMatch(plain))
        ends += u"\nexports.%1 = %1;"_s.arg(match.captured(2));
    plain.replace(named, u"\\1 \\2"_s);
    return plain + ends;
}

template<typename Number>
QJsonValue numberForScript(const std::optional<Number> &number)
{
    return number ? QJsonValue(static_cast<double>(*number)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QString scriptBody(const QString &code)
{
    static const QRegularExpression declaration(uR"(^(const|let|var)\s)"_s);
    static const QRegularExpression statement(uR"(^return\b)"_s);
    QString line = code.trimmed();
    if (line.contains(u'\n') || statement.match(line).hasMatch())
        return line;
    while (line.endsWith(u';'))
        line = line.chopped(1).trimmed();
    const qsizetype end = declaration.match(line).hasMatch() ? line.lastIndexOf(u';') + 1 : 0;
    return line.first(end) + u"return "_s + line.sliced(end).trimmed();
}

Result<QJsonValue> callScript(const QString &body, const QJsonObject &arguments, const Limits &limits)
{
    const auto host = ScriptHost::create(limits);
    if (!host)
        return failure(ErrorKind::Script, ScriptTexts::noHost());
    Result<QJsonValue> result = (*host)->call(body, arguments);
    if (!result)
        return failure(ErrorKind::Script, ScriptTexts::failed(result.error()));
    return result;
}

Result<QJsonValue> callScriptFile(const QString &text, const QString &function, const QJsonArray &arguments, const Limits &limits)
{
    // The file begins in the first line, so that the lines that errors name are its own.
    const QString body = u"const module = {exports: {}}; const require = name => { throw new Error('it needs ' + name + ', and "
                         "modules are not loaded here'); }; (function (exports) {"_s
                         + withoutExports(text)
                         + u"\n}).call(module.exports, module.exports);\n"
                           "const made = module.exports;\n"
                           "const chosen = named && made && typeof made[named] === 'function' ? made[named]\n"
                           "    : typeof made === 'function' ? made\n"
                           "    : made && typeof made.default === 'function' ? made.default : null;\n"
                           "if (!chosen) throw new Error('it exports no function');\n"
                           "return chosen.apply(null, given);"_s;
    return callScript(body, {{u"given"_s, arguments}, {u"named"_s, function}}, limits);
}

std::optional<Result<QJsonValue>> callNamedScript(const QJsonValue &value, const QMap<QString, QString> &scripts,
                                                  const QJsonArray &arguments, const Limits &limits)
{
    const std::optional<ScriptReference> script = scriptReference(value);
    if (!script)
        return std::nullopt;
    const auto text = scripts.constFind(script->file);
    if (text == scripts.cend())
        return Result<QJsonValue>(failure(ErrorKind::File, ScriptTexts::notRead(script->file)));
    return callScriptFile(*text, script->function, arguments, limits);
}

QJsonValue scriptOutput(const CheckInput &input)
{
    if (input.output)
        return *input.output;
    const bool askedForJson = !input.cell.request.sampling.jsonSchema.isEmpty();
    return askedForJson && !input.json.value().isUndefined() ? input.json.value() : QJsonValue(input.cell.text);
}

QJsonObject scriptContext(const CheckInput &input)
{
    const Cell &cell = input.cell;
    const QJsonObject usage{{u"prompt"_s, numberForScript(cell.usage.inputTokens)},
                            {u"completion"_s, numberForScript(cell.usage.outputTokens)},
                            {u"cached"_s, numberForScript(cell.usage.cachedInputTokens)}};
    const QJsonValue cost = cell.cost ? QJsonValue(cell.cost->dollars()) : QJsonValue(QJsonValue::Null);
    std::optional<double> milliseconds;
    if (cell.timings.total)
        milliseconds = static_cast<double>(cell.timings.total->count()) / 1000;
    QJsonObject test = input.test;
    test.insert(u"vars"_s, input.variables);
    return {{u"prompt"_s, messagesText(cell.request.messages)},
            {u"vars"_s, input.variables},
            {u"test"_s, test},
            {u"metadata"_s, input.test.value("metadata"_L1).toObject()},
            {u"config"_s, input.options.value("config"_L1).toObject()},
            {u"provider"_s, QJsonObject{{u"id"_s, cell.request.endpoint.id}}},
            {u"providerResponse"_s, QJsonObject{{u"output"_s, scriptOutput(input)},
                                                {u"tokenUsage"_s, usage},
                                                {u"cost"_s, cost},
                                                {u"latencyMs"_s, numberForScript(milliseconds)},
                                                {u"finishReason"_s, finishReasonName(cell.finishReason)}}}};
}

} // namespace Tempera
