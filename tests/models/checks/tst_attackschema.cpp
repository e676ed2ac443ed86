// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/jsonschema.h"
#include "models/checks/schemareferences.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QJsonObject schemaText(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// Levels of definitions, each of which asks for the next one twice.
QJsonObject doubled(const QByteArray &keyword, int levels)
{
    QByteArray definitions;
    for (int i = 0; i < levels; ++i) {
        const QByteArray next = "{\"$ref\": \"#/$defs/l" + QByteArray::number(i + 1) + "\"}";
        definitions += "\"l" + QByteArray::number(i) + "\": {\"" + keyword + "\": [" + next + ", " + next + "]}, ";
    }
    definitions += "\"l" + QByteArray::number(levels) + "\": {\"type\": \"integer\"}";
    return schemaText("{\"$ref\": \"#/$defs/l0\", \"$defs\": {" + definitions + "}}");
}

} // namespace

/// Schemas that would take a validator all time and memory.
class TestAttackSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itRefersToItself_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<bool>("loops");
        QTest::newRow("itself") << QByteArray(R"({"$ref": "#"})") << true;
        QTest::newRow("by its pointer") << QByteArray(R"({"$defs": {"a": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"})") << true;
        QTest::newRow("each other") << QByteArray(
            R"({"$defs": {"a": {"allOf": [{"$ref": "#/$defs/b"}]}, "b": {"not": {"$ref": "#/$defs/a"}}}})")
                                    << true;
        QTest::newRow("in a condition") << QByteArray(R"({"if": {"type": "string"}, "then": {"$ref": "#"}})") << true;
        QTest::newRow("by an anchor") << QByteArray(R"({"$anchor": "me", "anyOf": [{"$ref": "#me"}]})") << true;
        QTest::newRow("by its id") << QByteArray(R"({"$id": "http://x/y", "oneOf": [{"$ref": "http://x/y"}]})") << true;
        QTest::newRow("when a name is there") << QByteArray(R"({"dependentSchemas": {"a": {"$ref": "#"}}})") << true;
        QTest::newRow("a name with a slash")
            << QByteArray(R"({"$defs": {"a/b": {"$ref": "#/$defs/a~1b"}}, "$ref": "#/$defs/a~1b"})") << true;
        QTest::newRow("a tree") << QByteArray(R"({"properties": {"child": {"$ref": "#"}}, "items": {"$ref": "#"}})") << false;
        QTest::newRow("a list of itself") << QByteArray(R"({"anyOf": [{"type": "null"}, {"items": {"$ref": "#"}}]})") << false;
        QTest::newRow("a value that looks like it") << QByteArray(R"({"const": {"$ref": "#"}})") << false;
        QTest::newRow("twice the same") << QByteArray(
            R"({"$defs": {"a": {}}, "allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}]})")
                                        << false;
        QTest::newRow("elsewhere") << QByteArray(R"({"$ref": "other.json"})") << false;
    }
    void itRefersToItself()
    {
        QFETCH(QByteArray, schema);
        QFETCH(bool, loops);
        QCOMPARE(refersToItself(schemaText(schema)), loops);
        if (loops) {
            const Result<QString> violation = schemaViolation(u"{\"a\": 1}"_s, schemaText(schema));
            QVERIFY(!violation);
            QCOMPARE(violation.error().detail, u"the schema refers to itself"_s);
        }
    }
    void aChainOfManyIsNoLoop()
    {
        QByteArray definitions;
        for (int i = 0; i < 5000; ++i)
            definitions += "\"l" + QByteArray::number(i) + "\": {\"$ref\": \"#/$defs/l" + QByteArray::number(i + 1) + "\"}, ";
        QVERIFY(!refersToItself(schemaText("{\"$defs\": {" + definitions + "\"l5000\": {}}}")));
    }
    void doubledReferences_data()
    {
        QTest::addColumn<QByteArray>("keyword");
        for (const char *const keyword : {"oneOf", "allOf", "anyOf"})
            QTest::newRow(keyword) << QByteArray(keyword);
    }
    void doubledReferences()
    {
        QFETCH(QByteArray, keyword);
        const Result<QString> violation = schemaViolation(u"\"text\""_s, doubled(keyword, 30));
        // "allOf" may end at the first thing that does not hold.
        if (!violation)
            QVERIFY2(violation.error().detail.startsWith("the schema takes too long"_L1), qPrintable(violation.error().detail));
        else
            QCOMPARE(keyword, QByteArray("allOf"));
        // What comes after it is judged as ever.
        const QJsonObject number = schemaText(R"({"type": "integer"})");
        QCOMPARE(schemaViolation(u"1"_s, number).value_or(u"?"_s), QString());
    }
    void allOfThatHolds()
    {
        const Result<QString> violation = schemaViolation(u"1"_s, doubled("allOf", 30));
        QVERIFY(!violation);
        QVERIFY(violation.error().detail.startsWith("the schema takes too long"_L1));
    }
    void aTreeIsJudged()
    {
        const QJsonObject tree = schemaText(R"({"type": "object", "additionalProperties": {"$ref": "#"}})");
        QCOMPARE(schemaViolation(u"{\"a\": {\"b\": {}}}"_s, tree).value_or(u"?"_s), QString());
        QVERIFY(schemaViolation(u"{\"a\": {\"b\": 1}}"_s, tree).value_or(QString()).startsWith("/a/b"_L1));
    }
};

QTEST_GUILESS_MAIN(TestAttackSchema)
#include "tst_attackschema.moc"
