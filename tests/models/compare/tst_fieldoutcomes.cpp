// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/fieldoutcomes.h"
#include "models/text/jsondiff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QJsonObject objectFrom(const char *json)
{
    return QJsonDocument::fromJson(QByteArray(json)).object();
}

/// "total wrong, name missing": sorted.
QString told(const QList<FieldValue> &values)
{
    QStringList parts;
    for (const FieldValue &value : values)
        parts += value.field + u' ' + fieldOutcomeName(value.outcome);
    parts.sort();
    return parts.join(u", "_s);
}

} // namespace

class TestFieldOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAreFields()
    {
        QCOMPARE(fieldOfPath(u"$"_s), QString());
        QCOMPARE(fieldOfPath(u"$['items'][12]['price']"_s), u"items[].price"_s);
        QCOMPARE(fieldOfPath(u"$['a'][0][1]"_s), u"a[][]"_s);
        const QString odd = u"it's [a] \\ \t name"_s;
        QCOMPARE(fieldOfPath(jsonMemberPath(u"$"_s, odd)), odd);
        QCOMPARE(fieldsIn(objectFrom("{\"b\": {\"c\": 1}, \"a\": [{\"d\": 2}, {\"d\": 3}], \"n\": null, \"e\": []}")),
                 (QStringList{u"a[].d"_s, u"b.c"_s}));
    }

    void valuesAreCompared_data()
    {
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("outcomes");
        const auto add = [](const char *name, const char *expected, const char *given, const QString &outcomes) {
            QTest::newRow(name) << QByteArray(expected) << QByteArray(given) << outcomes;
        };
        add("all four", R"({"a": 1, "b": "x", "c": true})", R"({"a": 1.0, "b": "y", "d": "z"})",
            u"a right, b wrong, c missing, d invented"_s);
        add("types count", R"({"a": 1})", R"({"a": "1"})", u"a wrong"_s);
        add("inside of objects", R"({"to": {"city": "Rome", "zip": "1"}})", R"({"to": {"city": "Rome", "zip": "2"}})",
            u"to.city right, to.zip wrong"_s);
        add("a whole object is missing", R"({"to": {"city": "Rome", "zip": "1"}})", R"({})",
            u"to.city missing, to.zip missing"_s);
        add("another shape", R"({"to": {"city": "Rome"}})", R"({"to": "Rome"})", u"to invented, to.city missing"_s);
        add("lists", R"({"tags": ["a", "b", "c"]})", R"({"tags": ["b", "c", "d"]})",
            u"tags[] invented, tags[] missing, tags[] right, tags[] right"_s);
        add("objects in lists", R"({"items": [{"n": "pen", "p": 2}, {"n": "ink", "p": 5}]})",
            R"({"items": [{"n": "pen", "p": 3}, {"n": "ink", "p": 5}]})",
            u"items[].n right, items[].n right, items[].p right, items[].p wrong"_s);
        add("null is nothing", R"({"a": null, "b": 1, "c": null, "d": []})", R"({"a": 2, "b": null, "d": {}})",
            u"a invented, b missing"_s);
        add("nothing at all", R"({})", R"({})", QString());
    }

    void valuesAreCompared()
    {
        QFETCH(const QByteArray, expected);
        QFETCH(const QByteArray, given);
        QFETCH(const QString, outcomes);
        QCOMPARE(told(fieldValues(objectFrom(expected), objectFrom(given))), outcomes);
    }

    void theObjectIsFoundInTheAnswer()
    {
        QCOMPARE(objectInAnswer(u" {\"a\": 1}\n"_s), (QJsonObject{{u"a"_s, 1}}));
        QCOMPARE(objectInAnswer(u"Sure!\n```json\n[1]\n{\"a\": 1}\n```\n{\"b\": 2}"_s), (QJsonObject{{u"a"_s, 1}}));
        QVERIFY(!objectInAnswer(u"[1, 2]"_s));
        QVERIFY(!objectInAnswer(u"{broken"_s));
        QVERIFY(!objectInAnswer(QString()));
    }

    void evidenceIsLookedForInTheInput()
    {
        const QJsonObject expected = objectFrom(R"({"name": "Anna Berg", "total": 12.5, "paid": true})");
        const AnswerFields answer = answerFields(expected, u"{\"name\": \"anna berg\", \"total\": 12.5, \"city\": \"Rome\"}"_s,
                                                 {u"Anna Berg owes 12.50."_s});
        QVERIFY(answer.hasObject);
        QCOMPARE(told(answer.values), u"city invented, name wrong, paid missing, total right"_s);
        for (const FieldValue &value : answer.values) {
            const Evidence::Kind wanted = value.field == "city"_L1   ? Evidence::Kind::None
                                          : value.field == "paid"_L1 ? Evidence::Kind::Unasked
                                                                     : Evidence::Kind::Loose;
            QCOMPARE(value.evidence.kind, wanted);
            QCOMPARE(value.isUngrounded(), value.field == "city"_L1);
        }
        QVERIFY(isMeantBy(answer.values.last(), u"*"_s, u"Invented"_s));
        QVERIFY(isMeantBy(answer.values.last(), u"city"_s, u"ungrounded"_s));
        QVERIFY(!isMeantBy(answer.values.last(), u"name"_s, u"ungrounded"_s));
        const AnswerFields none = answerFields(expected, u"I cannot say."_s, {u"Anna"_s});
        QVERIFY(!none.hasObject);
        QCOMPARE(told(none.values), u"name missing, paid missing, total missing"_s);
        // Nobody knows what it was extracted from.
        QVERIFY(!answerFields(expected, u"{\"name\": \"Bob\"}"_s, {}).values.last().isUngrounded());
    }
};

QTEST_GUILESS_MAIN(TestFieldOutcomes)
#include "tst_fieldoutcomes.moc"
