// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/testgenerator.h"

#include "models/experiment/reading/configfiles.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A function that gives what a file makes as JSON, since the order of keys is that of the variables; null where that is no list.
/// The file begins on its first line. A function among the values would be lost without a word.
ScriptExpression listOfFile(const ScriptReference &script, const QString &source)
{
    return u"(($made) => async ($config) => { "
           "const $list = typeof $made === 'function' ? await $made($config ?? undefined) : $made; "
           "const $plain = (key, value) => { if (typeof value !== 'function') return value; "
           "throw new TypeError('A function cannot be part of a test: ' + key); }; "
           "return Array.isArray($list) ? '[' + $list.map((test) => JSON.stringify(test, $plain) ?? 'null').join(',\\n') + ']' "
           ": null; })("_s
           + exportOfFile(source, script.function) + u')';
}

} // namespace

std::optional<ScriptReference> testGenerator(const QString &reference)
{
    return scriptReference(isFileReference(reference) ? reference : u"file://"_s + reference);
}

QString placeOfGeneratedTests(const QString &path)
{
    return QCoreApplication::translate("ExperimentFile", "tests made by %1").arg(path);
}

std::optional<QByteArray> generatedTests(ReadContext &context, const DataNode &at, const ScriptReference &script,
                                         const DataPtr &config)
{
    const auto source = context.fileText(at, script.file);
    if (!source)
        return std::nullopt;
    const DataPtr whole = config ? withFilesRead(context, config) : nullptr;
    if (context.failed())
        return std::nullopt;
    if (context.leavesScripts()) {
        context.noteLeftScript();
        return std::nullopt;
    }
    const auto fail = [&](const QString &why, int line) {
        Error error;
        error.kind = ErrorKind::Script;
        error.detail = QCoreApplication::translate("ExperimentFile", "The script made no tests: %1").arg(why);
        error.place = context.resolved(script.file);
        error.line = line;
        context.fail(error);
    };
    const Result<std::unique_ptr<ScriptHost>> host = ScriptHost::create();
    const QJsonArray given{whole ? dataToJson(*whole) : QJsonValue(QJsonValue::Null)};
    const Result<QJsonValue> made =
        host ? callFunction(**host, listOfFile(script, *source), given) : Result<QJsonValue>(std::unexpected(host.error()));
    if (made && made->isString())
        return made->toString().toUtf8();
    if (made)
        fail(QCoreApplication::translate("ExperimentFile", "it must give a list, or export one."), 0);
    else
        fail(made.error().detail, made.error().line);
    return std::nullopt;
}

} // namespace Tempera
