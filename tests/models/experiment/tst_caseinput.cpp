// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/caseinput.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Case caseWith(const QString &type, const QJsonValue &value)
{
    Case aCase;
    CheckSpec check;
    check.type = type;
    check.value = value;
    aCase.checks += check;
    return aCase;
}

Messages userSays(const QString &text)
{
    return {{Role::System, u"Extract all fields."_s}, {Role::User, text}};
}

} // namespace

class TestCaseInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theInputIsWhatStandsInThePrompt()
    {
        Experiment experiment;
        experiment.defaultCase.variables += Variable{u"schema"_s, u"name and total, as JSON"_s};
        Case aCase;
        aCase.variables = {{u"subject"_s, u"Your bill"_s},
                           {u"mail"_s, u"Dear Anna, the total is 12."_s},
                           {u"part"_s, u"total"_s},             // of another one
                           {u"expected"_s, u"Bob owes 13."_s}}; // not sent
        const Messages asked = userSays(u"Return name and total, as JSON.\nYour bill\nDear Anna, the total is 12."_s);
        QCOMPARE(caseInputs(experiment, aCase, asked), (QStringList{u"Dear Anna, the total is 12."_s, u"Your bill"_s}));
        aCase.variables.clear(); // then what all cases have
        QCOMPARE(caseInputs(experiment, aCase, asked), QStringList{u"name and total, as JSON"_s});
        experiment.defaultCase.variables.clear(); // then what the user says
        QCOMPARE(caseInputs(experiment, aCase, asked), QStringList{asked.last().text});
        QCOMPARE(caseInputs(experiment, aCase, {}), QStringList());
    }

    void expectedObjects_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QJsonObject>("object");
        const QJsonObject anna{{u"name"_s, u"Anna"_s}};
        QTest::newRow("an object") << u"equals"_s << QJsonValue(anna) << anna;
        QTest::newRow("as text") << u"equals"_s << QJsonValue(u" {\"name\": \"Anna\"}"_s) << anna;
        QTest::newRow("a variable") << u"similar"_s << QJsonValue(u"{{ answer }}"_s) << anna;
        QTest::newRow("a variable in it") << u"equals"_s << QJsonValue(QJsonObject{{u"name"_s, u"{{ who }}"_s}}) << anna;
        QTest::newRow("a variable in text") << u"equals"_s << QJsonValue(u"{\"name\": \"{{who}}\"}"_s) << anna;
        QTest::newRow("another template") << u"equals"_s << QJsonValue(QJsonObject{{u"name"_s, u"{{ who | upper }}"_s}})
                                          << QJsonObject();
        QTest::newRow("a schema") << u"is-json"_s << QJsonValue(QJsonObject{{u"type"_s, u"object"_s}}) << QJsonObject();
        QTest::newRow("a word") << u"equals"_s << QJsonValue(u"Anna"_s) << QJsonObject();
        QTest::newRow("a list") << u"equals"_s << QJsonValue(QJsonArray{anna}) << QJsonObject();
    }

    void expectedObjects()
    {
        QFETCH(const QString, type);
        QFETCH(const QJsonValue, value);
        QFETCH(const QJsonObject, object);
        Case aCase = caseWith(type, value);
        aCase.variables = {{u"answer"_s, QJsonObject{{u"name"_s, u"Anna"_s}}}, {u"who"_s, u"Anna"_s}};
        QCOMPARE(expectedObject({}, aCase).value_or(QJsonObject()), object);
    }

    void aVariableMayNameTheObject()
    {
        Case aCase = caseWith(u"is-json"_s, {});
        QVERIFY(!expectedObject({}, aCase));
        aCase.variables = {{u"ideal"_s, u"{\"total\": 3}"_s}};
        QCOMPARE(expectedObject({}, aCase), (QJsonObject{{u"total"_s, 3}}));
        aCase.variables += Variable{u"expected"_s, QJsonObject{{u"total"_s, 4}}};
        QCOMPARE(expectedObject({}, aCase), (QJsonObject{{u"total"_s, 4}}));
    }

    void metadataIsThatOfTheCaseAndOfAll()
    {
        Experiment experiment;
        experiment.defaultCase.other.insert(
            u"metadata"_s, QJsonObject{{u"topic"_s, u"law"_s}, {u"team"_s, u"north"_s}, {u"tempera"_s, QJsonObject()}});
        Case aCase;
        aCase.other.insert(u"metadata"_s, QJsonObject{{u"topic"_s, u"tax"_s}, {u"level"_s, 2}, {u"note"_s, QJsonValue()}});
        QCOMPARE(effectiveMetadata(experiment, aCase).keys(), (QStringList{u"level"_s, u"note"_s, u"team"_s, u"topic"_s}));
        QCOMPARE(metadataText(experiment, aCase, u"topic"_s), u"tax"_s);
        QCOMPARE(metadataText(experiment, aCase, u"team"_s), u"north"_s);
        QCOMPARE(metadataText(experiment, aCase, u"level"_s), u"2"_s);
        QCOMPARE(metadataText(experiment, aCase, u"note"_s), QString());
        QVERIFY(!metadataText(experiment, aCase, u"tempera"_s));
    }

    /// As promptfoo 0.123.1: a part of the value does, one of a list too; the default test's counts only where there is no test.
    void casesByTheirMetadata()
    {
        Experiment experiment;
        experiment.defaultCase.other.insert(u"metadata"_s, QJsonObject{{u"team"_s, u"north"_s}});
        Case aCase;
        aCase.other.insert(u"metadata"_s, QJsonObject{{u"topic"_s, u"income tax"_s},
                                                      {u"level"_s, 2},
                                                      {u"note"_s, QJsonValue()},
                                                      {u"env"_s, QJsonArray{u"prod"_s, u"test"_s}}});
        experiment.cases = {aCase};
        const auto has = [&](const QList<std::pair<QString, QString>> &wanted) { return hasMetadata(experiment, aCase, wanted); };
        QVERIFY(has({}));
        QVERIFY(has({{u"topic"_s, u"tax"_s}}));
        QVERIFY(has({{u"topic"_s, u"tax"_s}, {u"level"_s, u"2"_s}, {u"env"_s, u"test"_s}}));
        QVERIFY(!has({{u"topic"_s, u"tax"_s}, {u"level"_s, u"3"_s}}));
        QVERIFY(!has({{u"env"_s, u"dev"_s}}));
        QVERIFY(!has({{u"team"_s, u"north"_s}}));
        QVERIFY(!has({{u"note"_s, u"n"_s}}));
        QVERIFY(!has({{u"nothing"_s, u"n"_s}}));
        experiment.cases = CaseSource();
        QVERIFY(hasMetadata(experiment, {}, {{u"team"_s, u"north"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestCaseInput)
#include "tst_caseinput.moc"
