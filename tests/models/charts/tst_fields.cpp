// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/fieldssource.h"
#include "models/compare/filterexpression.h"
#include "models/items/fieldsmodel.h"
#include "tests/models/session/sessionworld.h"
#include "tests/support/goldenfile.h"
#include "tests/support/handbackground.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

FieldValue valueOf(const QString &field, FieldOutcome outcome, Evidence::Kind evidence = Evidence::Kind::Exact)
{
    return {.field = field, .outcome = outcome, .evidence = {.kind = evidence, .places = {}}};
}

/// Two bills, of which name and total are to be read; a third case expects no object.
Experiment experimentOfBills()
{
    Experiment experiment = experimentOf({u"openai:chat:m"_s}, {u"Anna owes 12.50"_s, u"Bob owes 7"_s, u"Eve"_s});
    const auto expects = [&](int index, const QString &name, double total) {
        CheckSpec check;
        check.type = u"equals"_s;
        check.value = QJsonObject{{u"name"_s, name}, {u"total"_s, total}};
        experiment.cases[index].checks = {check};
    };
    expects(0, u"Anna"_s, 12.5);
    expects(1, u"Bob"_s, 7);
    return experiment;
}

/// Answers its cells: a wrong total, no object, no matter.
void runBills(World &world)
{
    QSignalSpy finished(world.session.get(), &Session::finished);
    QVERIFY(world.session->run(experimentOfBills(), {}));
    QTRY_COMPARE(world.engine.count(), 3);
    world.engine.answer(0, u"{\"name\": \"Anna\", \"total\": 13, \"city\": \"Rome\"}"_s, used(1, 1));
    world.engine.answer(1, u"I cannot say."_s, used(1, 1));
    world.engine.answer(2, u"Eve"_s, used(1, 1));
    waitForEnd(world, finished);
}

const FieldRow &rowOf(const FieldTable &table, const QString &field)
{
    for (const FieldRow &row : table.rows) {
        if (row.field == field)
            return row;
    }
    return table.rest;
}

} // namespace

class TestFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void valuesAreCounted()
    {
        using enum FieldOutcome;
        FieldTally tally;
        // Twice the first case, once the second.
        tally.add(0, {true, {valueOf(u"name"_s, Right), valueOf(u"tags[]"_s, Right), valueOf(u"tags[]"_s, Missing)}});
        tally.add(0, {true, {valueOf(u"name"_s, Wrong, Evidence::Kind::None), valueOf(u"tags[]"_s, Right)}});
        tally.add(1, {false, {valueOf(u"name"_s, Missing, Evidence::Kind::Unasked)}});
        tally.add(1, {true, {valueOf(u"age"_s, Invented, Evidence::Kind::None), valueOf(u"name"_s, Right)}});
        const FieldTable table = tally.table();
        QCOMPARE(table.answers, 4);
        QCOMPARE(table.withoutObject, 1);
        QCOMPARE(table.rows.size(), std::size_t(3));
        QCOMPARE(table.rows.back().field, u"age"_s); // nobody expects it
        const FieldRow &name = rowOf(table, u"name"_s);
        QCOMPARE(name.counts, (FieldCounts{.right = 2, .wrong = 1, .missing = 1, .invented = 0}));
        QCOMPARE(name.ungrounded, 1);
        QCOMPARE(name.sought, 3);
        QCOMPARE(table.all.counts, (FieldCounts{.right = 4, .wrong = 1, .missing = 2, .invented = 1}));
        QCOMPARE(table.all.figures.accuracy->value, 0.5);
        // The repeats of a case are one cluster.
        FieldSums sums;
        sums.add({.right = 1, .wrong = 1});
        sums.add({.right = 1, .missing = 1});
        QCOMPARE(name.figures.accuracy->interval, sums.figures().accuracy->interval);
        QCOMPARE(table.rest.counts.all(), 0);
    }

    /// Against counts worked out by tests/data/charts/fields.py.
    void goldenCounts()
    {
        const QJsonObject golden = QJsonDocument::fromJson(testData(u"charts/fields.json"_s)).object();
        const QJsonArray cases = golden.value("cases"_L1).toArray();
        const QJsonObject fields = golden.value("fields"_L1).toObject();
        QVERIFY(cases.size() >= 40);
        FieldTally tally;
        for (qsizetype i = 0; i < cases.size(); ++i) {
            const QJsonObject about = cases.at(i).toObject();
            tally.add(static_cast<int>(i),
                      answerFields(about.value("expected"_L1).toObject(), about.value("answer"_L1).toString(),
                                   {about.value("input"_L1).toString()}));
        }
        const FieldTable table = tally.table();
        QCOMPARE(static_cast<qsizetype>(table.rows.size()), fields.size());
        for (const FieldRow &row : table.rows) {
            const QJsonObject wanted = fields.value(row.field).toObject();
            const auto count = [&wanted](const char *name) { return wanted.value(QLatin1StringView(name)).toInt(-1); };
            const FieldCounts counts{
                .right = count("right"), .wrong = count("wrong"), .missing = count("missing"), .invented = count("invented")};
            QVERIFY2(row.counts == counts, qPrintable(row.field));
            QVERIFY2(row.ungrounded == count("ungrounded"), qPrintable(row.field));
        }
    }

    void fieldsWithoutEndStandTogether()
    {
        FieldTally tally;
        for (int i = 0; i < mostFieldRows + 50; ++i)
            tally.add(i, {true, {valueOf(u"f%1"_s.arg(i), FieldOutcome::Invented)}});
        const FieldTable table = tally.table();
        QCOMPARE(table.rows.size(), std::size_t(mostFieldRows));
        QCOMPARE(table.rest.counts.invented, 50);
        QCOMPARE(table.all.counts.invented, mostFieldRows + 50);
    }

    void filtersAreReadable()
    {
        const ChartColumn column{.column = {}, .title = {}, .filter = u"variant = cold"_s, .sign = {}};
        QCOMPARE(fieldFilter(column, u"items[].price"_s, FieldCells::Wrong),
                 u"variant = cold done field:items[].price = wrong"_s);
        QCOMPARE(fieldFilter(column, QString(), FieldCells::Ungrounded), u"variant = cold done field:* = ungrounded"_s);
        for (const FieldCells cells : {FieldCells::Right, FieldCells::Missing, FieldCells::Invented, FieldCells::All,
                                       FieldCells::Expected, FieldCells::Given})
            QVERIFY(parseFilter(fieldFilter(column, u"total"_s, cells)));
        QVERIFY(fieldFilter(column, u"net total"_s, FieldCells::Wrong).isEmpty());
    }

    void answersAreComparedInTheBackground()
    {
        World world;
        runBills(world);
        HandBackground background;
        FieldsSource source(*world.session, &background);
        QVERIFY(!source.isWorking());
        source.setActive(true);
        QVERIFY(source.isWorking());
        QVERIFY(!source.hasExpected());
        QTRY_VERIFY((background.workOff(), !source.isWorking()));
        QVERIFY(source.hasExpected());
        QCOMPARE(source.columns().size(), std::size_t(1));
        QCOMPARE(source.leftOut(), 1);
        const FieldTable &table = source.table(0);
        QCOMPARE(table.answers, 2);
        QCOMPARE(table.withoutObject, 1);
        QCOMPARE(rowOf(table, u"name"_s).counts, (FieldCounts{.right = 1, .missing = 1}));
        QCOMPARE(rowOf(table, u"total"_s).counts, (FieldCounts{.wrong = 1, .missing = 1}));
        QCOMPARE(rowOf(table, u"city"_s).counts, (FieldCounts{.invented = 1}));
        QCOMPARE(rowOf(table, u"city"_s).ungrounded, 1);
        QCOMPARE(rowOf(table, u"name"_s).ungrounded, 0); // "Anna owes 12.50"
        QCOMPARE(table.all.ungrounded, 2);               // and 13
    }

    void theTableIsAModel()
    {
        World world;
        runBills(world);
        FieldsSource source(*world.session, nullptr);
        FieldsModel model(source);
        const QAbstractItemModelTester tester(&model);
        model.refresh();
        QCOMPARE(model.rowCount(), 0);
        source.setActive(true);
        QTRY_VERIFY(!source.isWorking());
        model.refresh();
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.columnCount(), static_cast<int>(FieldsModel::ColumnsOfAll));
        QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), u"name"_s);
        QCOMPARE(model.headerData(2, Qt::Vertical, Qt::DisplayRole).toString(), u"city"_s);
        QCOMPARE(model.headerData(3, Qt::Vertical, Qt::DisplayRole).toString(), u"All fields (micro)"_s);
        QCOMPARE(model.index(0, FieldsModel::Right).data().toString(), u"1"_s);
        QCOMPARE(model.index(0, FieldsModel::Missing).data(FieldsModel::ShareRole).toDouble(), 0.5);
        QVERIFY(model.index(0, FieldsModel::Right).data(FieldsModel::RightRole).toBool());
        QCOMPARE(model.index(2, FieldsModel::Recall).data().toString(), u"–"_s);
        QVERIFY2(model.index(3, FieldsModel::Accuracy).data().toString().startsWith(u"20 % ("_s), // 1 of 5
                 qPrintable(model.index(3, FieldsModel::Accuracy).data().toString()));
        QCOMPARE(model.index(1, FieldsModel::Wrong).data(FieldsModel::FilterRole).toString(),
                 u"variant = openai:chat:m done field:total = wrong"_s);
        QVERIFY2(model.summary().contains(u"1 answer without a JSON object"_s), qPrintable(model.summary()));
        QVERIFY2(model.summary().contains(u"2 of 3 given texts and numbers stand nowhere"_s), qPrintable(model.summary()));
    }
};

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
