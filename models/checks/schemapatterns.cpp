// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/schemapatterns.h"

#include "models/checks/schemaformats.h"
#include "models/checks/scripts.h"
#include "models/experiment/data/datareader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostTries = 20'000;

bool holdsSchema(const QString &keyword)
{
    static const QSet<QString> words{u"additionalProperties"_s,
                                     u"additionalItems"_s,
                                     u"items"_s,
                                     u"not"_s,
                                     u"if"_s,
                                     u"then"_s,
                                     u"else"_s,
                                     u"contains"_s,
                                     u"propertyNames"_s,
                                     u"unevaluatedItems"_s,
                                     u"unevaluatedProperties"_s,
                                     u"contentSchema"_s};
    return words.contains(keyword);
}

bool holdsSchemaList(const QString &keyword)
{
    static const QSet<QString> words{u"allOf"_s, u"anyOf"_s, u"oneOf"_s, u"prefixItems"_s, u"items"_s};
    return words.contains(keyword);
}

bool holdsSchemaMap(const QString &keyword)
{
    static const QSet<QString> words{u"properties"_s, u"$defs"_s, u"definitions"_s, u"dependentSchemas"_s, u"dependencies"_s};
    return words.contains(keyword);
}

/// Every string of a document, keys included, and every key.
struct DocumentTexts {
    QSet<QString> strings;
    QSet<QString> keys;

    void collect(const DataNode &node)
    {
        if (node.isString())
            strings.insert(node.text);
        for (const DataPtr &item : node.items)
            collect(*item);
        for (const DataEntry &entry : node.entries) {
            strings.insert(entry.key);
            keys.insert(entry.key);
            collect(*entry.value);
        }
    }
};

class Rewriter
{
public:
    explicit Rewriter(const DocumentTexts &texts) : m_texts(texts), m_host(threadScriptHost()) { }

    std::optional<Error> error;

    QJsonValue schema(const QJsonValue &value)
    {
        if (!value.isObject() || error)
            return value;
        QJsonObject map = value.toObject();
        for (const QString &keyword : map.keys()) {
            const QJsonValue part = map.value(keyword);
            if (holdsSchemaMap(keyword) && part.isObject())
                map[keyword] = each(part.toObject());
            else if (holdsSchemaList(keyword) && part.isArray())
                map[keyword] = each(part.toArray());
            else if (holdsSchema(keyword))
                map[keyword] = schema(part);
        }
        if (map.value("patternProperties"_L1).isObject())
            takePatternProperties(map);
        if (map.value("pattern"_L1).isString()) {
            const QString pattern = map.take("pattern"_L1).toString();
            allowOnly(map, matching(pattern, m_texts.strings));
        }
        if (isOwnFormat(map.value("format"_L1).toString())) {
            const QString format = map.take("format"_L1).toString();
            allowOnly(map, ofFormat(format));
        }
        return map;
    }

private:
    QJsonObject each(QJsonObject map)
    {
        for (auto it = map.begin(); it != map.end(); ++it)
            it.value() = schema(it.value());
        return map;
    }

    QJsonArray each(const QJsonArray &list)
    {
        QJsonArray result;
        for (const auto &item : list)
            result.append(schema(item));
        return result;
    }

    QStringList matching(const QString &pattern, const QSet<QString> &texts)
    {
        QStringList matches;
        for (const QString &text : texts) {
            if (error)
                break;
            if (!m_host || ++m_tries > mostTries) {
                fail(QCoreApplication::translate("Checks", "the schema's patterns take too long"));
                break;
            }
            const Result<bool> match = m_host->matches(pattern, text, u"u"_s);
            if (!match)
                fail(match.error().detail);
            else if (*match)
                matches.append(text);
        }
        matches.sort();
        return matches;
    }

    QStringList ofFormat(const QString &format)
    {
        QStringList found;
        for (const QString &text : m_texts.strings) {
            if (++m_tries > mostTries)
                fail(QCoreApplication::translate("Checks", "the schema's patterns take too long"));
            if (error)
                break;
            if (hasOwnFormat(format, text))
                found.append(text);
        }
        found.sort();
        return found;
    }

    /// A text is one of these; everything else is as it was.
    static void allowOnly(QJsonObject &map, const QStringList &texts)
    {
        const QJsonArray matches = QJsonArray::fromStringList(texts);
        const QJsonObject notText{{u"not"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
        // An empty "enum" is not allowed in every draft.
        const QJsonObject oneOfThem =
            matches.isEmpty() ? QJsonObject{{u"not"_s, QJsonObject()}} : QJsonObject{{u"enum"_s, matches}};
        QJsonArray all = map.value("allOf"_L1).toArray();
        all.append(QJsonObject{{u"anyOf"_s, QJsonArray{notText, oneOfThem}}});
        map[u"allOf"_s] = all;
    }

    void takePatternProperties(QJsonObject &map)
    {
        const QJsonObject patterns = map.take("patternProperties"_L1).toObject();
        QJsonObject properties = map.value("properties"_L1).toObject();
        for (auto it = patterns.begin(); it != patterns.end(); ++it) {
            const QJsonValue part = schema(it.value());
            for (const QString &name : matching(it.key(), m_texts.keys)) {
                const QJsonValue present = properties.value(name);
                properties[name] =
                    present.isUndefined() ? part : QJsonValue(QJsonObject{{u"allOf"_s, QJsonArray{present, part}}});
            }
        }
        map[u"properties"_s] = properties;
    }

    void fail(const QString &detail)
    {
        if (error)
            return;
        error.emplace();
        error->kind = ErrorKind::Script;
        error->detail = detail;
    }

    const DocumentTexts &m_texts;
    ScriptHost *m_host;
    qsizetype m_tries = 0;
};

bool mentionsPattern(const QJsonValue &value)
{
    if (value.isArray()) {
        for (const auto &item : value.toArray()) {
            if (mentionsPattern(item))
                return true;
        }
        return false;
    }
    const QJsonObject map = value.toObject();
    for (auto it = map.begin(); it != map.end(); ++it) {
        const bool isFormat = it.key() == "format"_L1 && isOwnFormat(it.value().toString());
        if (isFormat || it.key() == "pattern"_L1 || it.key() == "patternProperties"_L1 || mentionsPattern(it.value()))
            return true;
    }
    return false;
}

} // namespace

Result<QJsonValue> withoutPatterns(const QJsonValue &schema, const QString &jsonText)
{
    if (!mentionsPattern(schema))
        return schema;
    const Result<DataDocument> document = readData(jsonText.toUtf8(), u".json"_s);
    if (!document)
        return std::unexpected(document.error());
    DocumentTexts texts;
    texts.collect(*document->root);
    Rewriter rewriter(texts);
    const QJsonValue plain = rewriter.schema(schema);
    return rewriter.error ? Result<QJsonValue>(std::unexpected(*rewriter.error)) : plain;
}

} // namespace Tempera
