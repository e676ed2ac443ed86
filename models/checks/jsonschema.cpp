// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Patterns of a schema would run on std::regex, which has neither a time nor a stack limit; they are taken out
// before (schemapatterns.h) and tried by the script host.
#include <jsoncons/config/compiler_support.hpp>
#undef JSONCONS_HAS_STD_REGEX

#include "models/checks/jsonschema.h"

#include "models/checks/schemapatterns.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <regex> // named by the header below even where it is switched off

#include <jsoncons/json.hpp>
#include <jsoncons_ext/jsonschema/jsonschema.hpp>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int maxNesting = 100;

jsoncons::json_options strictOptions()
{
    jsoncons::json_options options;
    options.max_nesting_depth(maxNesting).allow_comments(false).allow_trailing_comma(false);
    return options;
}

Result<jsoncons::json> parsed(const QString &text)
{
    try {
        return jsoncons::json::parse(text.toStdString(), strictOptions());
    } catch (const jsoncons::ser_error &error) {
        Error syntax;
        syntax.kind = ErrorKind::Syntax;
        syntax.detail = QString::fromStdString(error.code().message());
        syntax.line = static_cast<int>(error.line());
        syntax.column = static_cast<int>(error.column());
        return std::unexpected(syntax);
    } catch (const std::exception &error) {
        return failure(ErrorKind::Syntax, QString::fromUtf8(error.what()));
    }
}

/// "/a/0: message" of the first violation.
QString firstViolation(const jsoncons::jsonschema::json_schema<jsoncons::json> &schema, const jsoncons::json &value)
{
    QString violation;
    schema.validate(value, [&violation](const jsoncons::jsonschema::validation_message &message) {
        const QString place = QString::fromStdString(message.instance_location().string());
        violation = (place.isEmpty() ? u"/"_s : place) + u": "_s + QString::fromStdString(message.message());
        return jsoncons::jsonschema::walk_result::abort;
    });
    return violation;
}

} // namespace

Result<void> parseJson(const QString &text)
{
    const auto value = parsed(text);
    return value ? Result<void>() : std::unexpected(value.error());
}

Result<QString> schemaViolation(const QString &text, const QJsonValue &schema)
{
    const auto value = parsed(text);
    if (!value)
        return std::unexpected(value.error());
    const Result<QJsonValue> plain = withoutPatterns(schema, text);
    if (!plain)
        return std::unexpected(plain.error());
    const QByteArray schemaText = plain->isBool() ? QByteArray(plain->toBool() ? "true" : "false")
                                                  : QJsonDocument(plain->toObject()).toJson(QJsonDocument::Compact);
    try {
        const auto compiled = jsoncons::jsonschema::make_json_schema(
            jsoncons::json::parse(schemaText.toStdString()),
            jsoncons::jsonschema::evaluation_options().require_format_validation(true));
        return firstViolation(compiled, *value);
    } catch (const std::exception &error) {
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("Checks", "the schema cannot be used: %1")
                           .arg(QString::fromUtf8(error.what())));
    }
}

} // namespace Tempera
