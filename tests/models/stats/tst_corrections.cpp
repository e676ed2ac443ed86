// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/corrections.h"

#include "tests/models/stats/goldenfigures.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestCorrections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data();
    void golden();
    void whichIsUsual();
    void holmKeepsTheFamily();
    void benjaminiHochbergKeepsTheShare();
};

void TestCorrections::golden_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<int>("correction");
    QTest::newRow("Holm") << u"holm"_s << int(Correction::Holm);
    QTest::newRow("Benjamini-Hochberg") << u"benjaminiHochberg"_s << int(Correction::BenjaminiHochberg);
}

void TestCorrections::golden()
{
    QFETCH(QString, section);
    QFETCH(int, correction);
    const std::vector<GoldenFigure> figures = goldenFigures(section);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        const std::vector<double> adjusted =
            adjustedPValues(numbersOf(figure.arguments.at(0)), static_cast<Correction>(correction));
        const std::vector<double> wanted = numbersOf(figure.wanted);
        QCOMPARE(adjusted.size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            QVERIFY(isNear(adjusted[i], wanted[i]));
    }
}

void TestCorrections::whichIsUsual()
{
    QCOMPARE(usualCorrection(0), Correction::None);
    QCOMPARE(usualCorrection(1), Correction::None);
    QCOMPARE(usualCorrection(2), Correction::Holm);
    QCOMPARE(usualCorrection(10), Correction::Holm);
    QCOMPARE(usualCorrection(11), Correction::BenjaminiHochberg);
    const std::vector<double> some{0.2, 0.01};
    QCOMPARE(adjustedPValues(some, Correction::None), some);
    QVERIFY(adjustedPValues({}, Correction::Holm).empty());
    QVERIFY(adjustedPValues({}, Correction::BenjaminiHochberg).empty());
}

void TestCorrections::holmKeepsTheFamily()
{
    StatsRandom random(31);
    Frequency uncorrected;
    Frequency corrected;
    for (int i = 0; i < 20'000; ++i) {
        std::vector<double> pValues(6);
        for (double &p : pValues)
            p = uniformReal(random);
        uncorrected.add(std::ranges::min(pValues) <= 0.05);
        corrected.add(std::ranges::min(adjustedPValues(pValues, Correction::Holm)) <= 0.05);
    }
    COMPARE_LEVEL(corrected);
    QVERIFY(uncorrected.share() > 0.2);
}

void TestCorrections::benjaminiHochbergKeepsTheShare()
{
    StatsRandom random(32);
    double falseShare = 0;
    constexpr int times = 5'000;
    for (int i = 0; i < times; ++i) {
        std::vector<double> pValues(20);
        for (std::size_t j = 0; j < pValues.size(); ++j) // the first ten differ
            pValues[j] = uniformReal(random) * (j < 10 ? 0.02 : 1);
        const std::vector<double> adjusted = adjustedPValues(pValues, Correction::BenjaminiHochberg);
        const auto called = [&adjusted](std::size_t from) {
            return std::count_if(adjusted.begin() + static_cast<std::ptrdiff_t>(from), adjusted.end(),
                                 [](double p) { return p <= 0.05; });
        };
        falseShare += static_cast<double>(called(10)) / static_cast<double>(std::max<std::ptrdiff_t>(1, called(0)));
    }
    QVERIFY(falseShare / times <= 0.05);
    QVERIFY(falseShare / times > 0.01); // or the simulation would show nothing
}

QTEST_GUILESS_MAIN(TestCorrections)
#include "tst_corrections.moc"
