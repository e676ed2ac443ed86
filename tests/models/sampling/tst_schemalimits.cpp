// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/schemalimits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

/// What of a JSON schema a grammar of it does not keep up.
class TestSchemaLimits : public QObject
{
    Q_OBJECT

    /// JSON with ' for ".
    static QString json(const char *text) { return QString::fromUtf8(text).replace(u'\'', u'"'); }

private Q_SLOTS:
    void limits_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("limits");
        const auto row = [](const char *name, const QString &schema, const QString &limits) {
            QTest::newRow(name) << schema << limits;
        };
        row("nothing", u"{}"_s, {});
        row("no schema", u"[1]"_s, {});
        row("kept up whole",
            json(
                "{'$schema': 'x', 'title': 't', 'type': 'object', 'properties': {'a': {'type': 'string', 'maxLength': 5}, 'b': {'type': 'array', 'items': {'enum': ['x', 1]}, 'minItems': 1, 'maxItems': 2}, 'c': {'type': 'integer', 'minimum': 1, 'maximum': 5}, 'd': {'type': ['boolean', 'null']}, 'e': {'anyOf': [{'type': 'null'}, {'const': 3}]}, 'f': {'$ref': '#/$defs/f'}}, 'required': ['a'], 'additionalProperties': false, 'minProperties': 1, '$defs': {'f': {'type': 'number'}}}"),
            {});
        row("not", json("{'not': {}}"), u"not"_s);
        row("not within", json("{'type': 'object', 'properties': {'a/b': {'not': {'type': 'null'}}}}"),
            u"not (/properties/a~1b)"_s);
        row("numbers", json("{'type': 'number', 'minimum': 1, 'maximum': 2, 'multipleOf': 0.5}"),
            u"minimum, maximum, multipleOf"_s);
        row("two lower bounds", json("{'type': 'integer', 'minimum': 1, 'exclusiveMinimum': 5}"), u"exclusiveMinimum"_s);
        row("bound of a type of several", json("{'type': ['integer', 'number'], 'minimum': 1}"), u"minimum"_s);
        row("format", json("{'type': 'string', 'format': 'email'}"), u"format"_s);
        row("format kept up", json("{'type': 'string', 'format': 'uuid'}"), {});
        row("a day that is none", json("{'type': 'string', 'format': 'date'}"), u"format"_s);
        row("length beside a format", json("{'type': 'string', 'format': 'uuid', 'maxLength': 3}"), u"maxLength"_s);
        row("length beside a pattern", json("{'type': 'string', 'pattern': '^a+$', 'maxLength': 3}"), u"maxLength"_s);
        row("pattern", json("{'type': 'string', 'pattern': 'a'}"), u"pattern"_s);
        row("pattern without a type", json("{'pattern': '\\\\\\\\w'}"), u"pattern"_s);
        row("unique", json("{'type': 'array', 'uniqueItems': true}"), u"uniqueItems"_s);
        row("not unique", json("{'type': 'array', 'uniqueItems': false}"), {});
        row("contains", json("{'type': 'array', 'contains': {'type': 'null'}, 'minContains': 2}"), u"contains, minContains"_s);
        row("first items and others", json("{'prefixItems': [{'type': 'null'}], 'items': {'type': 'string'}}"), u"prefixItems"_s);
        row("too few of a list", json("{'prefixItems': [{'type': 'null'}], 'minItems': 2}"), u"minItems"_s);
        row("properties",
            json(
                "{'type': 'object', 'minProperties': 1, 'maxProperties': 2, 'propertyNames': {'maxLength': 3}, 'patternProperties': {'^a': {}, 'b': {'type': 'null'}}}"),
            u"minProperties, maxProperties, patternProperties, propertyNames"_s);
        row("required but not declared",
            json("{'type': 'object', 'properties': {'a': {'type': 'null'}}, 'required': ['a', 'b']}"), u"required"_s);
        row("dependent",
            json("{'type': 'object', 'dependentRequired': {'a': ['b']}, 'dependentSchemas': {'a': {'required': ['c']}}}"),
            u"dependentRequired, dependentSchemas"_s);
        row("if", json("{'type': 'integer', 'if': {'minimum': 3}, 'then': {'maximum': 4}}"), u"if"_s);
        row("one of different types", json("{'oneOf': [{'type': 'string'}, {'type': 'integer'}]}"), {});
        row("one of overlapping", json("{'oneOf': [{'type': 'number'}, {'type': 'integer'}]}"), u"oneOf"_s);
        row("beside alternatives",
            json("{'type': 'object', 'required': ['a'], 'anyOf': [{'type': 'object'}, {'type': 'object'}]}"), u"required"_s);
        row("type beside alternatives", json("{'type': 'string', 'anyOf': [{'maxLength': 3}, {'type': 'string'}]}"), u"type"_s);
        row("beside a reference",
            json("{'$ref': '#/$defs/a', 'maxLength': 2, '$defs': {'a': {'type': 'string', 'format': 'uri'}}}"),
            u"maxLength, format (/$defs/a)"_s);
        row("a reference to itself",
            json("{'type': 'object', 'properties': {'next': {'$ref': '#'}, 'again': {'$ref': '#/properties/again'}}}"), {});
        row("all of", json("{'allOf': [{'type': 'object'}, {'required': ['a']}]}"), u"allOf"_s);
        row("values of another type", json("{'type': 'integer', 'enum': [1, 'a']}"), u"type"_s);
        row("beside values", json("{'enum': [1, 2, 3], 'minimum': 2}"), u"minimum"_s);
        row("no type", json("{'minimum': 2, 'required': ['a']}"), u"required, minimum"_s);
    }
    void limits()
    {
        QFETCH(QString, schema);
        QFETCH(QString, limits);
        QString said = schemaLimitsText(schemaLimitsOf(schema));
        QCOMPARE(said, limits);
    }

    void patterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("enforced");
        for (const char *each :
             {"^a$", "^[a-z0-9_]+$", "^(yes|no)$", "^a{2,3}b?$", "^(?:ab)*$", "^v1\\.2$", "^[A-Z]{3}-[0-9]+$", "^a{3}$"})
            QTest::newRow(each) << QString::fromUtf8(each) << true;
        for (const char *each :
             {"a",         "^a",       "a$",    "^\\d$", "^\\w+$", "^[\\s]$", "^\\S$",  "^[^a]$", "^.$",     "^(?=a)a$",
              "^(?<n>a)$", "^(a)\\1$", "^a|b$", "^a+?$", "^a*+$",  "^\"$",    "^\\.+$", "^é$",    "^a{,3}$", "^(a$",
              "^a)$",      "^[a$",     "^a\\$", "^\\b$", "^()$",   "^[]$",    "^a{$",   ""})
            QTest::newRow(QByteArray("not ") + each) << QString::fromUtf8(each) << false;
    }
    void patterns()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, enforced);
        QCOMPARE(isPatternEnforced(pattern), enforced);
    }
};

QTEST_GUILESS_MAIN(TestSchemaLimits)
#include "tst_schemalimits.moc"
