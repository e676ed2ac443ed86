// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

PaletteEntry named(PaletteKind kind, const QString &title, const QString &detail = {}, const QString &otherName = {})
{
    return {.kind = kind, .title = title, .detail = detail, .shortcut = {}, .otherName = otherName, .id = title};
}

QStringList titles(const PaletteModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found += model.index(row).data().toString();
    return found;
}

} // namespace

class TestPaletteModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void betterMatchesScoreHigher_data();
    void betterMatchesScoreHigher();
    void whatDoesNotMatchScoresNothing();
    void theBestComesFirst();
    void amongEqualOnesTheKindDecides();
    void nothingTypedListsAll();
    void manyEntriesAreBounded();
};

void TestPaletteModel::betterMatchesScoreHigher_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("whole before beginning") << u"run"_s << u"Run"_s << u"Run All"_s;
    QTest::newRow("beginning before a word's beginning") << u"temp"_s << u"Temperature"_s << u"A temp"_s;
    QTest::newRow("a word's beginning before its middle") << u"top"_s << u"Go to the top"_s << u"Stop"_s;
    QTest::newRow("middle before initials") << u"rv"_s << u"Serve"_s << u"Remove Variant"_s;
    QTest::newRow("short before long") << u"re"_s << u"Redo"_s << u"Remove Variant"_s;
    QTest::newRow("accents do not count") << u"gro"_s << u"Größe"_s << u"A grown one"_s;
    QTest::newRow("capitals do not count") << u"TEMP"_s << u"temperature"_s << u"Attempt"_s;
    QTest::newRow("words in any order") << u"variant remove"_s << u"Remove Variant"_s << u"Remove a removed thing, variantless"_s;
}

void TestPaletteModel::betterMatchesScoreHigher()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(paletteScore(typed, worse) > 0);
    QVERIFY2(paletteScore(typed, better) > paletteScore(typed, worse), qPrintable(better));
}

void TestPaletteModel::whatDoesNotMatchScoresNothing()
{
    QCOMPARE(paletteScore(u"xyz"_s, u"Temperature"_s), 0);
    QCOMPARE(paletteScore(u"remove xyz"_s, u"Remove Variant"_s), 0); // every word must be found
    QVERIFY(paletteScore(u"temperature"_s, u"Wärme"_s, u"temperature"_s) > 0);
    QVERIFY(paletteScore(u"中"_s, u"中文"_s) > paletteScore(u"中"_s, u"一个中文"_s));
}

void TestPaletteModel::theBestComesFirst()
{
    PaletteModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEntries({named(PaletteKind::Action, u"About Tempera"_s), named(PaletteKind::Model, u"tempera-mini"_s),
                      named(PaletteKind::Case, u"a case"_s, u"contemporary"_s), named(PaletteKind::Setting, u"Temperature"_s),
                      named(PaletteKind::Action, u"Save"_s)});
    model.setTyped(u"temp"_s);
    QCOMPARE(titles(model), (QStringList{u"Temperature"_s, u"tempera-mini"_s, u"About Tempera"_s, u"a case"_s}));
    model.setTyped(u"  TEMPERATURE "_s);
    QCOMPARE(titles(model), QStringList{u"Temperature"_s});
    QCOMPARE(model.entry(0).id, u"Temperature"_s);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Temperature, Setting"_s);
    model.setTyped(u"nothing of this"_s);
    QCOMPARE(model.rowCount(), 0);
}

void TestPaletteModel::amongEqualOnesTheKindDecides()
{
    PaletteModel model;
    model.setEntries({named(PaletteKind::Model, u"Same"_s), named(PaletteKind::Variant, u"Same"_s),
                      named(PaletteKind::Setting, u"Same"_s), named(PaletteKind::Action, u"Same"_s)});
    model.setTyped(u"same"_s);
    QStringList kinds;
    for (int row = 0; row < model.rowCount(); ++row)
        kinds += model.index(row).data(PaletteModel::KindRole).toString();
    QCOMPARE(kinds, (QStringList{u"Setting"_s, u"Action"_s, u"Variant"_s, u"Model"_s}));
}

void TestPaletteModel::nothingTypedListsAll()
{
    PaletteModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEntries({named(PaletteKind::Model, u"m"_s), named(PaletteKind::Setting, u"s"_s)});
    QCOMPARE(titles(model), (QStringList{u"s"_s, u"m"_s}));
}

void TestPaletteModel::manyEntriesAreBounded()
{
    QList<PaletteEntry> many;
    for (int i = 0; i < 1000; ++i)
        many += named(PaletteKind::Case, u"case number %1"_s.arg(i));
    many += named(PaletteKind::Model, u"Case"_s);
    PaletteModel model;
    model.setEntries(many);
    model.setTyped(u"case"_s);
    QCOMPARE(model.rowCount(), 200);
    QCOMPARE(titles(model).constFirst(), u"Case"_s); // the best is among them, wherever it stood
}

QTEST_GUILESS_MAIN(TestPaletteModel)
#include "tst_palettemodel.moc"
