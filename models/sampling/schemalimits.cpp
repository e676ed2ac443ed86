// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/schemalimits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype MostLimits = 100;
constexpr int MostSchemaLevels = 100;

/// Keywords that say something about a value, whatever its type.
constexpr std::initializer_list<QLatin1StringView> forAnyType{
    "not"_L1, "if"_L1, "allOf"_L1, "anyOf"_L1, "oneOf"_L1, "const"_L1, "enum"_L1, "$dynamicRef"_L1, "$recursiveRef"_L1};
constexpr std::initializer_list<QLatin1StringView> forObjects{
    "properties"_L1,       "required"_L1,          "additionalProperties"_L1, "minProperties"_L1,
    "maxProperties"_L1,    "patternProperties"_L1, "propertyNames"_L1,        "dependentRequired"_L1,
    "dependentSchemas"_L1, "dependencies"_L1,      "unevaluatedProperties"_L1};
constexpr std::initializer_list<QLatin1StringView> forArrays{
    "items"_L1,       "prefixItems"_L1, "additionalItems"_L1, "minItems"_L1,    "maxItems"_L1,
    "uniqueItems"_L1, "contains"_L1,    "minContains"_L1,     "maxContains"_L1, "unevaluatedItems"_L1};
constexpr std::initializer_list<QLatin1StringView> forStrings{
    "pattern"_L1, "format"_L1, "minLength"_L1, "maxLength"_L1, "contentEncoding"_L1, "contentMediaType"_L1, "contentSchema"_L1};
constexpr std::initializer_list<QLatin1StringView> forNumbers{"minimum"_L1, "maximum"_L1, "exclusiveMinimum"_L1,
                                                              "exclusiveMaximum"_L1, "multipleOf"_L1};

QString pointer(const QString &place, const QString &name)
{
    QString escaped = name;
    escaped.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    return place + u'/' + escaped;
}

/// A keyword that allows everything says nothing.
bool saysNothing(const QString &keyword, const QJsonValue &value)
{
    if (keyword == "uniqueItems"_L1)
        return !value.toBool();
    if (keyword.startsWith("additional"_L1) || keyword.startsWith("unevaluated"_L1))
        return value.isBool() && value.toBool();
    if (keyword == "minItems"_L1 || keyword == "minLength"_L1 || keyword == "minProperties"_L1)
        return value.toDouble(1) <= 0;
    if (keyword == "required"_L1)
        return value.toArray().isEmpty();
    if (value.isObject())
        return value.toObject().isEmpty() && keyword != "not"_L1;
    return false;
}

/// Visits a schema as common_chat_schema_builder does (common/json-schema.cpp).
class LimitFinder
{
public:
    explicit LimitFinder(const QJsonObject &root) : m_root(root) { }

    void visit(const QJsonValue &value, const QString &place)
    {
        if (!value.isObject() || m_level >= MostSchemaLevels)
            return;
        ++m_level;
        visitObject(value.toObject(), place);
        --m_level;
    }
    [[nodiscard]] QList<SchemaLimit> limits() const { return m_limits; }

private:
    using Words = std::initializer_list<QLatin1StringView>;

    void add(const QString &keyword, const QString &place)
    {
        const SchemaLimit limit{keyword, place};
        if (m_limits.size() < MostLimits && !m_limits.contains(limit))
            m_limits.append(limit);
    }

    /// Those of the words that the schema has and that say something, but for the exceptions.
    void addAll(const QJsonObject &schema, const QString &place, Words words, const QStringList &exceptions = {})
    {
        for (const QLatin1StringView word : words) {
            const QString keyword(word);
            if (schema.contains(word) && !exceptions.contains(keyword) && !saysNothing(keyword, schema[word]))
                add(keyword, place);
        }
    }

    /// Every word about a value of any type.
    void addEverything(const QJsonObject &schema, const QString &place, const QStringList &exceptions)
    {
        for (const Words words : {forAnyType, forObjects, forArrays, forStrings, forNumbers})
            addAll(schema, place, words, exceptions);
    }

    void visitObject(const QJsonObject &schema, const QString &place)
    {
        if (schema.contains("$ref"_L1)) {
            addEverything(schema, place, {});
            if (schema.contains("type"_L1))
                add(u"type"_s, place);
            follow(schema["$ref"_L1].toString());
            return;
        }
        if (schema.contains("oneOf"_L1) || schema.contains("anyOf"_L1)) {
            visitAlternatives(schema, place);
            return;
        }
        const QJsonValue type = schema["type"_L1];
        if (type.isArray()) {
            const QJsonArray types = type.toArray();
            for (const QJsonValue &each : types) {
                QJsonObject one = schema;
                one["type"_L1] = each;
                visit(one, place);
            }
            return;
        }
        if (schema.contains("const"_L1) || schema.contains("enum"_L1)) {
            visitValues(schema, place);
            return;
        }
        visitTyped(schema, place, type.toString());
    }

    void follow(const QString &reference)
    {
        if (m_followed.contains(reference) || !reference.startsWith("#/"_L1))
            return;
        m_followed.insert(reference);
        QJsonValue target = m_root;
        const QStringList steps = reference.sliced(2).split(u'/');
        for (const QString &step : steps)
            target = target.isArray() ? target.toArray().at(step.toInt()) : target.toObject().value(step);
        visit(target, reference.sliced(1));
    }

    void visitAlternatives(const QJsonObject &schema, const QString &place)
    {
        const QString keyword = schema.contains("oneOf"_L1) ? u"oneOf"_s : u"anyOf"_s;
        const QJsonArray alternatives = schema[keyword].toArray();
        // Together with others of which one can be true as well, more than one may be.
        if (keyword == "oneOf"_L1 && !excludeEachOther(alternatives))
            add(keyword, place);
        addEverything(schema, place, {keyword});
        const QJsonValue type = schema["type"_L1];
        const bool typesAgree =
            std::ranges::all_of(alternatives, [&type](const QJsonValue &each) { return each.toObject()["type"_L1] == type; });
        if (!type.isUndefined() && !typesAgree)
            add(u"type"_s, place);
        for (qsizetype i = 0; i < alternatives.size(); ++i)
            visit(alternatives.at(i), pointer(pointer(place, keyword), QString::number(i)));
    }

    static bool excludeEachOther(const QJsonArray &alternatives)
    {
        QList<QJsonValue> constants;
        QStringList types;
        for (const QJsonValue &each : alternatives) {
            const QJsonObject alternative = each.toObject();
            const QString type = alternative["type"_L1].toString();
            types.append(type == "integer"_L1 ? u"number"_s : type);
            if (alternative.contains("const"_L1) && !constants.contains(alternative["const"_L1]))
                constants.append(alternative["const"_L1]);
        }
        const bool differentTypes =
            !types.contains(QString()) && QSet<QString>(types.begin(), types.end()).size() == types.size();
        return differentTypes || constants.size() == alternatives.size();
    }

    void visitValues(const QJsonObject &schema, const QString &place)
    {
        const QString keyword = schema.contains("const"_L1) ? u"const"_s : u"enum"_s;
        addEverything(schema, place, {keyword});
        const QString type = schema["type"_L1].toString();
        const QJsonArray values = keyword == "const"_L1 ? QJsonArray{schema[keyword]} : schema[keyword].toArray();
        if (!type.isEmpty() && !std::ranges::all_of(values, [&](const QJsonValue &value) { return isOfType(value, type); }))
            add(u"type"_s, place);
    }

    static bool isOfType(const QJsonValue &value, const QString &type)
    {
        switch (value.type()) {
        case QJsonValue::Null: return type == "null"_L1;
        case QJsonValue::Bool: return type == "boolean"_L1;
        case QJsonValue::Double:
            return type == "number"_L1 || (type == "integer"_L1 && value.toDouble() == static_cast<double>(value.toInteger()));
        case QJsonValue::String: return type == "string"_L1;
        case QJsonValue::Array: return type == "array"_L1;
        case QJsonValue::Object: return type == "object"_L1;
        case QJsonValue::Undefined: break;
        }
        return false;
    }

    void visitTyped(const QJsonObject &schema, const QString &place, const QString &type)
    {
        const auto has = [&schema](Words words) {
            return std::ranges::any_of(words, [&](QLatin1StringView word) { return schema.contains(word); });
        };
        const bool hasProperties =
            has({"properties"_L1}) || (has({"additionalProperties"_L1}) && schema["additionalProperties"_L1] != true);
        addAll(schema, place, forAnyType);
        if (type == "object"_L1 || (type.isEmpty() && hasProperties)) {
            if (hasProperties || !has({"allOf"_L1}))
                visitMembers(schema, place);
            else
                addAll(schema, place, forObjects);
        } else if (type == "array"_L1 || (type.isEmpty() && !has({"allOf"_L1}) && has({"items"_L1, "prefixItems"_L1}))) {
            visitItems(schema, place);
        } else if (type == "string"_L1
                   || (type.isEmpty() && !has({"allOf"_L1}) && has({"pattern"_L1, "minLength"_L1, "maxLength"_L1}))) {
            visitString(schema, place);
        } else if (type == "integer"_L1) {
            visitInteger(schema, place);
        } else if (type == "number"_L1) {
            addAll(schema, place, forNumbers);
        } else if (type.isEmpty() && has({"format"_L1}) && !has({"allOf"_L1})) {
            visitString(schema, place);
        } else if (type.isEmpty()) {
            for (const Words words : {forObjects, forArrays, forStrings, forNumbers})
                addAll(schema, place, words);
        }
    }

    void visitMembers(const QJsonObject &schema, const QString &place)
    {
        const QJsonObject properties = schema["properties"_L1].toObject();
        const QJsonArray required = schema["required"_L1].toArray();
        const auto isDeclared = [&properties](const QJsonValue &name) { return properties.contains(name.toString()); };
        if (!std::ranges::all_of(required, isDeclared))
            add(u"required"_s, place);
        QStringList kept{u"properties"_s, u"required"_s, u"additionalProperties"_s};
        if (schema["minProperties"_L1].toDouble() <= static_cast<double>(std::ranges::count_if(required, isDeclared)))
            kept.append(u"minProperties"_s);
        const bool isClosed = schema.contains("additionalProperties"_L1) ? schema["additionalProperties"_L1] == false
                                                                         : schema.contains("properties"_L1);
        if (isClosed && schema["maxProperties"_L1].toDouble() >= static_cast<double>(properties.size()))
            kept.append(u"maxProperties"_s);
        addAll(schema, place, forObjects, kept);
        for (auto it = properties.begin(); it != properties.end(); ++it)
            visit(it.value(), pointer(place + u"/properties"_s, it.key()));
        visit(schema["additionalProperties"_L1], place + u"/additionalProperties"_s);
    }

    void visitItems(const QJsonObject &schema, const QString &place)
    {
        const QString keyword = schema.contains("items"_L1) ? u"items"_s : u"prefixItems"_s;
        const QJsonValue items = schema[keyword];
        QStringList kept{keyword};
        if (items.isArray()) { // as many as there are
            const auto count = static_cast<double>(items.toArray().size());
            if (schema["minItems"_L1].toDouble() <= count)
                kept.append(u"minItems"_s);
            if (schema["maxItems"_L1].toDouble(count) >= count)
                kept.append(u"maxItems"_s);
            kept.append(u"additionalItems"_s);
            for (qsizetype i = 0; i < items.toArray().size(); ++i)
                visit(items.toArray().at(i), pointer(pointer(place, keyword), QString::number(i)));
        } else {
            kept += {u"minItems"_s, u"maxItems"_s};
            visit(items, pointer(place, keyword));
        }
        addAll(schema, place, forArrays, kept);
    }

    void visitString(const QJsonObject &schema, const QString &place)
    {
        // Of a pattern, a format and a length only the first is kept up.
        QStringList kept;
        const QString format = schema["format"_L1].toString();
        const bool isUuid = format == "uuid"_L1;
        if (schema.contains("pattern"_L1)) {
            if (isPatternEnforced(schema["pattern"_L1].toString()))
                kept = QStringList{u"pattern"_s};
            else if (isUuid) // the pattern is left out, then the next counts
                kept = QStringList{u"format"_s};
            else
                kept = QStringList{u"minLength"_s, u"maxLength"_s};
        } else if (isUuid) {
            kept = QStringList{u"format"_s};
        } else if (!QStringList{u"date"_s, u"time"_s, u"date-time"_s}.contains(format)) {
            kept = QStringList{u"minLength"_s, u"maxLength"_s};
        } else if (format == "time"_L1) {
            kept = QStringList{u"format"_s};
        }
        addAll(schema, place, forStrings, kept);
    }

    void visitInteger(const QJsonObject &schema, const QString &place)
    {
        QStringList kept{u"minimum"_s, u"maximum"_s};
        if (!schema.contains("minimum"_L1))
            kept.append(u"exclusiveMinimum"_s);
        if (!schema.contains("maximum"_L1))
            kept.append(u"exclusiveMaximum"_s);
        addAll(schema, place, forNumbers, kept);
    }

    const QJsonObject m_root;
    QList<SchemaLimit> m_limits;
    QSet<QString> m_followed;
    int m_level = 0;
};

} // namespace

QList<SchemaLimit> schemaLimits(const QJsonValue &schema)
{
    LimitFinder finder(schema.toObject());
    finder.visit(schema, {});
    return finder.limits();
}

QList<SchemaLimit> schemaLimitsOf(const QString &schemaText)
{
    return schemaLimits(QJsonDocument::fromJson(schemaText.toUtf8()).object());
}

QString schemaLimitsText(const QList<SchemaLimit> &limits)
{
    QStringList parts;
    for (const SchemaLimit &limit : limits)
        parts.append(limit.place.isEmpty() ? limit.keyword : u"%1 (%2)"_s.arg(limit.keyword, limit.place));
    return parts.join(u", "_s);
}

} // namespace Tempera
