// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/scriptfunction.h"

#include "models/core/jsontext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Before a file, which is a function as it is for Node; what is in it begins on the first line.
const QString &moduleHead()
{
    static const QString head = u"((() => { const $module = { exports: {} }; (function (exports, require, module) { "_s;
    return head;
}

/// ES modules become what CommonJS has; the names in them are exported behind the file, where all of them are known.
QString withoutExports(const QString &source)
{
    static const QRegularExpression any(uR"(^[ \t]*(export|import)\b)"_s, QRegularExpression::MultilineOption);
    if (!any.match(source).hasMatch())
        return source;
    static const QRegularExpression imported(uR"(^[ \t]*import\b[^\n(]*['"]([^'"\n]*)['"])"_s,
                                             QRegularExpression::MultilineOption);
    static const QRegularExpression whole(uR"(^([ \t]*)export\s+default\b)"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression list(uR"(^[ \t]*export\s*\{([^}]*)\}[ \t]*;?)"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression declared(
        uR"(^([ \t]*)export\s+((?:async\s+)?(?:function\s*\*?|class|const|let|var)\s+([A-Za-z_$][\w$]*)))"_s,
        QRegularExpression::MultilineOption);
    QString exported;
    for (const QRegularExpressionMatch &match : declared.globalMatch(source))
        exported += u"exports.%1 = %1; "_s.arg(match.captured(3));
    for (const QRegularExpressionMatch &match : list.globalMatch(source)) {
        for (const QString &item : match.captured(1).split(u',', Qt::SkipEmptyParts)) {
            const QStringList words = item.simplified().split(u' '); // "name" or "name as other"
            exported += u"exports.%1 = %2; "_s.arg(words.constLast(), words.constFirst());
        }
    }
    QString code = source;
    code.replace(imported, u"require('\\1')"_s);
    code.replace(whole, u"\\1module.exports.default ="_s);
    code.replace(declared, u"\\1\\2"_s);
    code.replace(list, QString());
    return code + u"\n; "_s + exported;
}

/// A file as an expression. `whole` is what of its exports counts where no name is given; `take` are the statements that make the
/// expression's value of `$found`, which stands under `$name`.
ScriptExpression moduleOf(const QString &source, const QString &name, const QString &whole, const QString &take)
{
    const QString wanted = QString::fromUtf8(jsonText(name));
    return moduleHead() + withoutExports(source)
           + u"\n}).call($module.exports, $module.exports, "
             "(name) => { throw new Error('There are no modules here: ' + name); }, $module); "
             "const $all = $module.exports; const $name = "_s
           + wanted + u"; const $found = $name ? ($all[$name] ?? ($all.default ? $all.default[$name] : undefined)) : "_s + whole
           + u"; "_s + take + u" })())"_s;
}

/// What callForText() takes apart.
const QString &textOfValue()
{
    static const QString code = u"const $text = (value) => value === undefined || value === null ? null "
                                ": typeof value === 'string' ? { text: value, isData: false } "
                                ": { text: JSON.stringify(value), isData: true };\n"_s;
    return code;
}

} // namespace

ScriptExpression functionOfCode(const QString &code, const QStringList &parameters)
{
    static const QRegularExpression declaration(uR"(^(const|let|var)\s)"_s);
    static const QRegularExpression statement(uR"(^return\b)"_s);
    QString body = code.trimmed();
    if (!body.contains(u'\n') && !statement.match(body).hasMatch()) {
        while (body.endsWith(u';'))
            body = body.chopped(1).trimmed();
        const qsizetype end = declaration.match(body).hasMatch() ? body.lastIndexOf(u';') + 1 : 0;
        body = body.first(end) + u"return "_s + body.sliced(end).trimmed();
    }
    return u"(function ("_s + parameters.join(u", "_s) + u") { "_s + body + u"\n})"_s;
}

ScriptExpression functionOfFile(const QString &source, const QString &name)
{
    return moduleOf(source, name, u"typeof $all === 'function' ? $all : $all.default"_s,
                    u"if (typeof $found !== 'function') "
                    "throw new Error($name ? 'The file exports no function ' + $name : 'The file exports no function'); "
                    "return $found;"_s);
}

ScriptExpression exportOfFile(const QString &source, const QString &name)
{
    return moduleOf(source, name, u"$all.default ?? $all"_s,
                    u"if ($found === undefined || $found === null) "
                    "throw new Error($name ? 'The file exports no ' + $name : 'The file exports nothing'); "
                    "return $found;"_s);
}

Result<QJsonValue> callFunction(ScriptHost &host, const ScriptExpression &function, const QJsonArray &arguments)
{
    return host.call(u"const $function = "_s + function + u";\nreturn $function(...$given);"_s, {{u"$given"_s, arguments}});
}

Result<ScriptOutput> callForText(ScriptHost &host, const ScriptExpression &function, const ScriptOutput &first,
                                 const QJsonValue &second)
{
    const QString body = u"const $function = "_s + function + u";\n"_s + textOfValue()
                         + u"const $value = $isData ? JSON.parse($first) : $first;\n"
                           "const $result = $function($value, $second);\n"
                           "return $result instanceof Promise ? $result.then($text) : $text($result);"_s;
    const Result<QJsonValue> result =
        host.call(body, {{u"$first"_s, first.text}, {u"$isData"_s, first.isData}, {u"$second"_s, second}});
    if (!result)
        return std::unexpected(result.error());
    const QJsonValue text = result->toObject().value("text"_L1);
    if (!text.isString())
        return failure(ErrorKind::Script, QCoreApplication::translate("Script", "It returned nothing."));
    return ScriptOutput{text.toString(), result->toObject().value("isData"_L1).toBool()};
}

QString scriptErrorText(const Error &error)
{
    if (error.line <= 0)
        return error.detail;
    return QCoreApplication::translate("Script", "line %1: %2").arg(error.line).arg(error.detail);
}

} // namespace Tempera
