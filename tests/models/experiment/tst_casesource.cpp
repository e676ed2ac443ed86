// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/casesource.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Case caseWith(const QString &name, const QJsonValue &value)
{
    Case aCase;
    aCase.variables = {{name, value}};
    return aCase;
}

Case numbered(qsizetype number)
{
    return caseWith(u"n"_s, number);
}

CaseSource numberedCases(qsizetype count)
{
    CaseSource cases;
    for (qsizetype i = 0; i < count; ++i)
        cases.append(numbered(i));
    return cases;
}

/// Everything that a case can hold.
Case fullCase()
{
    CheckSpec check;
    check.type = u"not-contains-any"_s;
    check.value = QJsonArray{u"a"_s, 1, QJsonObject{{u"k"_s, QJsonValue::Null}}};
    check.threshold = 0.25;
    check.weight = 3;
    check.metric = u"tone"_s;
    check.other = {{u"provider"_s, u"openai:chat:judge"_s}};
    check.isData = true;
    Case full = caseWith(u"text"_s, u"Straße, 東京, 😀"_s);
    full.variables += Variable{u"list"_s, QJsonArray{u"x"_s, QJsonArray{true, false}}};
    full.description = u"all of it"_s;
    full.checks = {check, CheckSpec{u"equals"_s, u"yes"_s, {}, 1, {}, {}}};
    full.threshold = 0.5;
    full.other = {{u"metadata"_s, QJsonObject{{u"kind"_s, u"k"_s}}}};
    return full;
}

/// The same list as the source has.
void compare(const CaseSource &cases, const QList<Case> &expected)
{
    QCOMPARE(cases.size(), expected.size());
    QCOMPARE(cases.isEmpty(), expected.isEmpty());
    qsizetype next = 0;
    for (const Case &each : cases) {
        QVERIFY2(each == expected.at(next), qPrintable(QString::number(next)));
        ++next;
    }
    QCOMPARE(next, expected.size());
}

} // namespace

class CaseSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPackedCaseIsTheSame_data()
    {
        QTest::addColumn<Case>("given");
        const auto value = [](const char *name, const QJsonValue &json) { QTest::newRow(name) << caseWith(u"v"_s, json); };
        QTest::newRow("nothing") << Case();
        QTest::newRow("everything") << fullCase();
        value("undefined", QJsonValue(QJsonValue::Undefined));
        value("null", QJsonValue::Null);
        value("yes", true);
        value("no", false);
        value("zero", 0);
        value("negative", -1);
        value("least", std::numeric_limits<qint64>::min());
        value("most", std::numeric_limits<qint64>::max());
        value("real", 0.1);
        value("negative zero", -0.0);
        value("empty text", u""_s);
        value("text with a byte order mark", u"\uFEFFa"_s);
        value("text of a thousand characters", QString(1000, u'é'));
        value("half a pair", QString(QChar(0xD83D)) + u"x"_s);
        value("a zero character", QString(u"a"_s + QChar(u'\0') + u"b"_s));
        value("empty list", QJsonArray());
        value("nested", QJsonObject{{u""_s, QJsonArray{QJsonObject{{u"a"_s, 1.5}}}}, {u"b"_s, QJsonObject()}});
    }
    void aPackedCaseIsTheSame()
    {
        QFETCH(const Case, given);
        const auto packed = PackedCases::of({numbered(1), given, numbered(2)});
        QVERIFY(packed);
        QCOMPARE(packed->size(), 3);
        const Case found = packed->at(1);
        QVERIFY(found == given);
        QCOMPARE(packed->at(2).variables.at(0).value, QJsonValue(2)); // nothing of it was left to be read
        for (qsizetype i = 0; i < given.variables.size(); ++i) {
            const QJsonValue before = given.variables.at(i).value;
            const QJsonValue after = found.variables.at(i).value;
            QCOMPARE(after.type(), before.type());
            QCOMPARE(after.toVariant().typeId(), before.toVariant().typeId()); // whole numbers stay whole
            QCOMPARE(std::signbit(after.toDouble()), std::signbit(before.toDouble()));
        }
    }

    void aRowTakesLittleMoreThanItsText()
    {
        QList<Case> rows;
        for (int i = 0; i < 1000; ++i) {
            Case row = caseWith(u"number"_s, QString::number(100'000 + i));
            row.variables += Variable{u"word"_s, u"word%1"_s.arg(i)};
            rows += row;
        }
        const auto packed = PackedCases::of(rows);
        QVERIFY2(packed->bytes() < 1000 * 32, qPrintable(QString::number(packed->bytes())));
    }

    void names()
    {
        CaseSource cases = numberedCases(2 * casesOfBlock + 5);
        cases[3].variables += Variable{u"third"_s, 3};
        cases[casesOfBlock + 1].variables.prepend(Variable{u"first"_s, 1});
        cases.append(caseWith(u"last"_s, QJsonValue(QJsonValue::Undefined)));
        QCOMPARE(cases.variableNames(), QStringList({u"n"_s, u"third"_s, u"first"_s, u"last"_s}));
        QCOMPARE(cases.countWithout(u"n"_s), 1);
        QCOMPARE(cases.countWithout(u"third"_s), cases.size() - 1);
        QCOMPARE(cases.countWithout(u"last"_s), cases.size()); // an undefined value is none
    }

    void countsUndefinedValuesThatArePacked()
    {
        CaseSource cases;
        for (qsizetype i = 0; i < 2 * casesOfBlock; ++i)
            cases.append(caseWith(u"v"_s, i % 2 == 0 ? QJsonValue(QJsonValue::Undefined) : QJsonValue(u"x"_s)));
        QCOMPARE(cases.countWithout(u"v"_s), casesOfBlock);
    }

    /// Whatever is done to it, it is what a list would be.
    void isAList()
    {
        QRandomGenerator random(7);
        CaseSource cases = numberedCases(3 * casesOfBlock + 17);
        QList<Case> expected = cases.first(cases.size());
        const auto place = [&random](qsizetype size) {
            return static_cast<qsizetype>(random.bounded(static_cast<quint32>(size)));
        };
        for (int step = 0; step < 4000; ++step) {
            const Case fresh = numbered(-step);
            const qsizetype at = place(expected.size());
            switch (random.bounded(6)) {
            case 0:
                cases.append(fresh);
                expected.append(fresh);
                break;
            case 1:
                cases.insert(at, fresh);
                expected.insert(at, fresh);
                break;
            case 2:
                cases.removeAt(at);
                expected.removeAt(at);
                break;
            case 3:
                cases[at].description = u"step %1"_s.arg(step);
                expected[at].description = u"step %1"_s.arg(step);
                break;
            default: QVERIFY(cases.at(at) == expected.at(at));
            }
        }
        compare(cases, expected);
    }

    void oneBlockMayGrow()
    {
        CaseSource cases = numberedCases(3 * casesOfBlock);
        QList<Case> expected = cases.first(cases.size());
        for (int i = 0; i < 3 * casesOfBlock; ++i) {
            cases.insert(5, numbered(-i));
            expected.insert(5, numbered(-i));
        }
        compare(cases, expected);
        while (!cases.isEmpty())
            cases.removeAt(cases.size() / 2);
        compare(cases, {});
        cases.append(numbered(1));
        compare(cases, {numbered(1)});
    }

    void resizes_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {qsizetype{0}, qsizetype{1}, casesOfBlock - 1, casesOfBlock, casesOfBlock + 1,
                                     3 * casesOfBlock, 5 * casesOfBlock + 1})
            QTest::addRow("%d", static_cast<int>(size)) << size;
    }
    void resizes()
    {
        QFETCH(const qsizetype, size);
        CaseSource cases = numberedCases(3 * casesOfBlock);
        QList<Case> expected = cases.first(cases.size());
        cases.resize(size);
        expected.resize(size);
        compare(cases, expected);
        cases.append(fullCase());
        expected.append(fullCase());
        compare(cases, expected);
    }

    void joins()
    {
        CaseSource cases = numberedCases(casesOfBlock + 1);
        QList<Case> expected = cases.first(cases.size());
        cases += cases;
        expected += expected;
        cases += fullCase();
        expected += fullCase();
        compare(cases, expected);
    }

    void anItemMayBeAddedAgain()
    {
        CaseSource cases = numberedCases(casesOfBlock); // the next one packs them
        cases.append(cases[casesOfBlock - 1]);
        QVERIFY(cases.at(casesOfBlock) == numbered(casesOfBlock - 1));
    }

    void changesAll()
    {
        CaseSource cases = numberedCases(2 * casesOfBlock + 3);
        const CaseSource before = cases;
        cases.changeEach([](Case &each) { each.variables[0].name = u"m"_s; });
        QCOMPARE(cases.size(), before.size());
        QCOMPARE(cases.variableNames(), QStringList{u"m"_s});
        QCOMPARE(before.variableNames(), QStringList{u"n"_s});
        QCOMPARE(cases.at(casesOfBlock).variables.at(0).value, QJsonValue(casesOfBlock));
    }

    void equality()
    {
        const CaseSource cases = numberedCases(3 * casesOfBlock);
        CaseSource same = numberedCases(3 * casesOfBlock);
        QVERIFY(cases == same);
        QVERIFY(cases == CaseSource(cases));
        same[casesOfBlock + 7].description = u"other"_s;
        QVERIFY(cases != same);
        same[casesOfBlock + 7].description.clear();
        QVERIFY(cases == same); // one is packed there, the other is not
        same.insert(0, numbered(0));
        QVERIFY(cases != same);
        same.removeAt(1);
        QVERIFY(cases == same);
        same.removeAt(same.size() - 1);
        QVERIFY(cases != same);

        CaseSource rest;
        for (qsizetype i = 10; i < cases.size(); ++i)
            rest.append(cases.at(i));
        CaseSource shifted = numberedCases(10); // other blocks
        shifted += rest;
        QVERIFY(shifted == cases);
        shifted[2 * casesOfBlock].description = u"other"_s;
        QVERIFY(shifted != cases);
        QVERIFY(CaseSource() == CaseSource());
        QVERIFY(CaseSource() != cases);
    }

    void copiesShareWhatIsNotChanged()
    {
        const CaseSource cases = numberedCases(3 * casesOfBlock);
        CaseSource edited = cases;
        edited[casesOfBlock].description = u"edited"_s;
        QVERIFY(edited.sharesCase(cases, 0));
        QVERIFY(!edited.sharesCase(cases, casesOfBlock));
        QVERIFY(edited.sharesCase(cases, 2 * casesOfBlock));
        QVERIFY(!edited.sharesCase(cases, cases.size()));
        QVERIFY(!edited.sharesCase(numberedCases(3 * casesOfBlock), 0)); // equal, but that has to be looked at
        QCOMPARE(cases.at(casesOfBlock).description, QString());
        edited.removeAt(0);
        QVERIFY(!edited.sharesCase(cases, 2 * casesOfBlock)); // others are at these places now
    }

    void looksThingsUp()
    {
        const CaseSource cases = numberedCases(2 * casesOfBlock);
        QVERIFY(cases.value(-1) == Case());
        QVERIFY(cases.value(cases.size()) == Case());
        QVERIFY(cases.value(casesOfBlock) == numbered(casesOfBlock));
        QVERIFY(cases.constFirst() == numbered(0));
        QVERIFY(cases.last() == numbered(cases.size() - 1));
        QCOMPARE(cases.indexOf(numbered(casesOfBlock + 1)), casesOfBlock + 1);
        QCOMPARE(cases.indexOf(fullCase()), -1);
        QCOMPARE(cases.first(3).size(), 3);
        QCOMPARE(cases.first(cases.size() + 3).size(), cases.size());
        QCOMPARE(std::ranges::count_if(cases, [](const Case &each) { return each == numbered(5); }), 1);
        const CaseSource listed{numbered(1), fullCase()};
        compare(listed, {numbered(1), fullCase()});
    }
};

QTEST_GUILESS_MAIN(CaseSourceTest)
#include "tst_casesource.moc"
