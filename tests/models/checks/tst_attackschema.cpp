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

struct Reference {
    const char *name;
    const char *schema;
    bool loops;
};

constexpr Reference references[] = {
    {"itself", "{\"$ref\": \"#\"}", true},
    {"by its pointer", "{\"$defs\": {\"a\": {\"$ref\": \"#/$defs/a\"}}, \"$ref\": \"#/$defs/a\"}", true},
    {"each other", "{\"$defs\": {\"a\": {\"allOf\": [{\"$ref\": \"#/$defs/b\"}]}, \"b\": {\"not\": {\"$ref\": \"#/$defs/a\"}}}}",
     true},
    {"in a condition", "{\"if\": {\"type\": \"string\"}, \"then\": {\"$ref\": \"#\"}}", true},
    {"by an anchor", "{\"$anchor\": \"me\", \"anyOf\": [{\"$ref\": \"#me\"}]}", true},
    {"by its id", "{\"$id\": \"http://x/y\", \"oneOf\": [{\"$ref\": \"http://x/y\"}]}", true},
    {"when a name is there", "{\"dependentSchemas\": {\"a\": {\"$ref\": \"#\"}}}", true},
    {"a name with a slash", "{\"$defs\": {\"a/b\": {\"$ref\": \"#/$defs/a~1b\"}}, \"$ref\": \"#/$defs/a~1b\"}", true},
    {"a tree", "{\"properties\": {\"child\": {\"$ref\": \"#\"}}, \"items\": {\"$ref\": \"#\"}}", false},
    {"a list of itself", "{\"anyOf\": [{\"type\": \"null\"}, {\"items\": {\"$ref\": \"#\"}}]}", false},
    {"a value that looks like it", "{\"const\": {\"$ref\": \"#\"}}", false},
    {"twice the same", "{\"$defs\": {\"a\": {}}, \"allOf\": [{\"$ref\": \"#/$defs/a\"}, {\"$ref\": \"#/$defs/a\"}]}", false},
    {"elsewhere", "{\"$ref\": \"other.json\"}", false},
};

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
        for (const Reference &reference : references)
            QTest::newRow(reference.name) << QByteArray(reference.schema) << reference.loops;
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
        const QJsonObject number = schemaText("{\"type\": \"integer\"}");
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
        const QJsonObject tree = schemaText("{\"type\": \"object\", \"additionalProperties\": {\"$ref\": \"#\"}}");
        QCOMPARE(schemaViolation(u"{\"a\": {\"b\": {}}}"_s, tree).value_or(u"?"_s), QString());
        const QString violation = schemaViolation(u"{\"a\": {\"b\": 1}}"_s, tree).value_or(QString());
        QVERIFY2(violation.contains("'a'"_L1), qPrintable(violation));
    }
};

QTEST_GUILESS_MAIN(TestAttackSchema)
#include "tst_attackschema.moc"
