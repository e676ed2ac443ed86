// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/jsonschema.h"

#include "models/checks/compiledschema.h"
#include "models/checks/schemadialect.h"
#include "models/checks/schemanullable.h"
#include "models/checks/schemapatterns.h"
#include "models/checks/schemareferences.h"
#include "models/checks/scripts.h"
#include "models/core/limitedwork.h"
#include "models/experiment/data/jsonfault.h"

#include <QCache>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <memory>

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
        syntax.detail = jsonFault(error.code());
        syntax.line = static_cast<int>(error.line());
        syntax.column = static_cast<int>(error.column());
        return std::unexpected(syntax);
    } catch (const std::exception &error) {
        return failure(ErrorKind::Syntax, QString::fromUtf8(error.what()));
    }
}

/// "/a/0: message" of the first violation.
QString firstViolation(const CompiledSchema &schema, const jsoncons::json &value)
{
    QString violation;
    schema.validate(value, [&violation](const jsoncons::jsonschema::validation_message &message) {
        const QString place = QString::fromStdString(message.instance_location().string());
        violation = (place.isEmpty() ? u"/"_s : place) + u": "_s + QString::fromStdString(message.message());
        return jsoncons::jsonschema::walk_result::abort;
    });
    return violation;
}

/// Why a schema is none, by the schema of schemas of its own draft; empty when it is one.
QString faultOfSchema(const jsoncons::json &schema)
{
    std::string dialect = "https://json-schema.org/draft/2020-12/schema";
    if (schema.is_object() && schema.contains("$schema") && schema.at("$schema").is_string())
        dialect = schema.at("$schema").as_string();
    thread_local std::map<std::string, std::unique_ptr<const CompiledSchema>> dialects; // making one takes milliseconds
    auto &judge = dialects[dialect];
    if (!judge) {
        jsoncons::json reference(jsoncons::json_object_arg);
        reference.insert_or_assign("$schema", dialect);
        reference.insert_or_assign("$ref", dialect);
        judge = compiledSchema(std::move(reference), SchemaFormats::Ignored);
    }
    return firstViolation(*judge, schema);
}

/// Throws what jsoncons throws.
Result<std::shared_ptr<const CompiledSchema>> compiled(const QByteArray &text)
{
    if (refersToItself(QJsonDocument::fromJson(text).object()))
        return failure(ErrorKind::Usage, QCoreApplication::translate("Checks", "the schema refers to itself"));
    jsoncons::json schema = jsoncons::json::parse(text.toStdString());
    if (const QString fault = faultOfSchema(schema); !fault.isEmpty())
        return failure(ErrorKind::Usage, QCoreApplication::translate("Checks", "the schema is wrong at %1").arg(fault));
    return compiledSchema(std::move(schema), SchemaFormats::Required);
}

/// The same few schemas serve many cells.
Result<std::shared_ptr<const CompiledSchema>> cachedSchema(const QByteArray &text)
{
    constexpr qsizetype mostKept = 32;
    thread_local QCache<QByteArray, std::shared_ptr<const CompiledSchema>> kept(mostKept);
    if (const std::shared_ptr<const CompiledSchema> *known = kept.object(text))
        return *known;
    Result<std::shared_ptr<const CompiledSchema>> schema = compiled(text);
    if (schema)
        kept.insert(text, new std::shared_ptr<const CompiledSchema>(*schema)); // the cache takes it
    return schema;
}

/// jsoncons follows references, and tries alternatives, without an end of its own. The stack bears about 10,000 levels.
Limits schemaCheckLimits()
{
    Limits limits = threadLimits();
    limits.stackBytes = std::size_t{16} << 20;
    return limits;
}

Result<QString> schemaTakesTooMuch(LimitHit hit, const Limits &limits)
{
    if (hit == LimitHit::Depth)
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("Checks", "the schema is nested too deep, or refers to itself"));
    return failure(ErrorKind::Usage,
                   QCoreApplication::translate("Checks", "the schema takes too long: %1").arg(limitSentence(hit, limits)));
}

} // namespace

struct ParsedJson::Value {
    jsoncons::json json;
};

Result<ParsedJson> ParsedJson::parse(const QString &text)
{
    auto value = parsed(text);
    if (!value)
        return std::unexpected(value.error());
    return ParsedJson(text, std::make_shared<const Value>(*std::move(value)));
}

Result<QString> schemaViolation(const ParsedJson &json, const QJsonValue &schema)
{
    const Result<QJsonValue> plain = withoutPatterns(withoutNullable(withDialect(schema)), json.text());
    if (!plain)
        return std::unexpected(plain.error());
    const QByteArray schemaText = plain->isBool() ? QByteArray(plain->toBool() ? "true" : "false")
                                                  : QJsonDocument(plain->toObject()).toJson(QJsonDocument::Compact);
    const Limits limits = schemaCheckLimits();
    Result<QString> violation;
    try {
        const LimitHit hit = runLimited(limits, [&] {
            const auto usable = cachedSchema(schemaText);
            violation = usable ? Result<QString>(firstViolation(**usable, json.m_value->json)) : std::unexpected(usable.error());
        });
        return hit == LimitHit::None ? violation : schemaTakesTooMuch(hit, limits);
    } catch (const std::exception &error) {
        return failure(
            ErrorKind::Usage,
            QCoreApplication::translate("Checks", "the schema cannot be used: %1").arg(QString::fromUtf8(error.what())));
    }
}

Result<QString> schemaViolation(const QString &text, const QJsonValue &schema)
{
    const Result<ParsedJson> json = ParsedJson::parse(text);
    return json ? schemaViolation(*json, schema) : Result<QString>(std::unexpected(json.error()));
}

Notes schemaNotes(const QString &answer, const QString &schemaText)
{
    const QJsonDocument schema = QJsonDocument::fromJson(schemaText.toUtf8());
    if (!schema.isObject())
        return {};
    const Result<QString> violation = schemaViolation(answer, schema.object());
    if (violation && violation->isEmpty())
        return {};
    const QString detail = violation ? *violation : violation.error().detail;
    return {{NoteKind::SchemaViolated, detail}};
}

} // namespace Tempera
