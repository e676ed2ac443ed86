// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/variantmark.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestVariantMark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersGoOnAsColumnsOfASheetDo_data();
    void lettersGoOnAsColumnsOfASheetDo();
    void noTwoAreTheSame();
    void neighboursDifferWithoutColour();
};

void TestVariantMark::lettersGoOnAsColumnsOfASheetDo_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("text");
    QTest::newRow("first") << 0 << u"A"_s;
    QTest::newRow("last of one letter") << 25 << u"Z"_s;
    QTest::newRow("first of two") << 26 << u"AA"_s;
    QTest::newRow("second of two") << 27 << u"AB"_s;
    QTest::newRow("last of two") << 701 << u"ZZ"_s;
    QTest::newRow("first of three") << 702 << u"AAA"_s;
    QTest::newRow("none") << -1 << u"A"_s;
}

void TestVariantMark::lettersGoOnAsColumnsOfASheetDo()
{
    QFETCH(int, index);
    QFETCH(QString, text);
    const VariantMark mark = variantMark(index);
    QCOMPARE(mark.text, text);
    QCOMPARE(mark.letter, text.back());
    QVERIFY(mark.slot >= 0 && mark.slot < VariantSlots);
}

void TestVariantMark::noTwoAreTheSame()
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < 2000; ++i)
        seen.insert(variantMark(i).text);
    QCOMPARE(seen.size(), 2000);
}

/// As many as there are colours × shapes are told apart by either, whatever stands beside them.
void TestVariantMark::neighboursDifferWithoutColour()
{
    QSet<std::pair<int, int>> seen;
    for (qsizetype i = 0; i < VariantSlots * MarkShapes; ++i)
        seen.insert({variantMark(i).slot, static_cast<int>(variantMark(i).shape)});
    QCOMPARE(seen.size(), VariantSlots * MarkShapes);
    for (qsizetype i = 1; i < 40; ++i)
        QVERIFY(variantMark(i).shape != variantMark(i - 1).shape);
}

QTEST_GUILESS_MAIN(TestVariantMark)
#include "tst_variantmark.moc"
