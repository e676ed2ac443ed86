// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/distributions.h"

#include "tests/models/stats/goldenfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestDistributions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data();
    void golden();
    void gammaIsTheFactorial();
    void quantilesUndoTheirFunctions();
    void ends();
    void binomial();
};

void TestDistributions::golden_data()
{
    QTest::addColumn<QString>("section");
    for (const char *section : {"normalQuantile", "studentCdf", "studentQuantile", "betaCdf", "betaQuantile"})
        QTest::newRow(section) << QString::fromLatin1(section);
}

void TestDistributions::golden()
{
    QFETCH(QString, section);
    const std::vector<GoldenFigure> figures = goldenFigures(section);
    QVERIFY(!figures.empty());
    for (const GoldenFigure &figure : figures) {
        double value = 0;
        if (section == "normalQuantile"_L1)
            value = normalQuantile(figure.number(0));
        else if (section == "studentCdf"_L1)
            value = studentCdf(figure.number(0), figure.number(1));
        else if (section == "studentQuantile"_L1)
            value = studentQuantile(figure.number(0), figure.number(1));
        else if (section == "betaCdf"_L1)
            value = betaCdf(figure.number(0), figure.number(1), figure.number(2));
        else
            value = betaQuantile(figure.number(0), figure.number(1), figure.number(2));
        QVERIFY2(isNear(value, figure.wanted.toDouble(), 1e-10),
                 qPrintable(u"%1 for %2"_s.arg(value, 0, 'g', 15).arg(figure.wanted.toDouble(), 0, 'g', 15)));
    }
}

void TestDistributions::gammaIsTheFactorial()
{
    double factorial = 0;
    for (int n = 1; n <= 170; ++n) {
        QVERIFY(isNear(logGamma(n), factorial, 1e-13));
        factorial += std::log(n);
    }
    QVERIFY(isNear(logGamma(0.5), std::log(3.14159265358979323846) / 2, 1e-14));
    // At its zeros nothing of the digits may be lost.
    QVERIFY(std::abs(logGamma(1)) < 1e-14);
    QVERIFY(std::abs(logGamma(2)) < 1e-14);
}

void TestDistributions::quantilesUndoTheirFunctions()
{
    for (const double p : {1e-6, 0.01, 0.2, 0.5, 0.77, 0.999}) {
        QVERIFY(isNear(normalCdf(normalQuantile(p)), p, 1e-13));
        for (const double degrees : {1.0, 2.5, 14.0, 400.0, 1e5})
            QVERIFY2(isNear(studentCdf(studentQuantile(p, degrees), degrees), p, 1e-11), qPrintable(QString::number(degrees)));
        for (const double a : {0.5, 3.0, 1e4})
            QVERIFY(isNear(betaCdf(betaQuantile(p, a, 7), a, 7), p, 1e-10));
    }
    // With many degrees of freedom Student's distribution is the normal one.
    QVERIFY(isNear(twoSidedStudent(0.95, 1e7), twoSidedNormal(0.95), 1e-6));
}

void TestDistributions::ends()
{
    QCOMPARE(betaCdf(0, 2, 3), 0.0);
    QCOMPARE(betaCdf(1, 2, 3), 1.0);
    QVERIFY(std::isinf(normalQuantile(0)) && normalQuantile(0) < 0);
    QVERIFY(std::isinf(normalQuantile(1)) && normalQuantile(1) > 0);
    QVERIFY(isNear(studentCdf(0, 3), 0.5, 1e-14));
    // A million cases: the sum of half of the coin's throws and the middle one.
    QVERIFY(isNear(binomialCdf(500'000, 1e6, 0.5), 0.5 + binomialShare(500'000, 1e6, 0.5) / 2, 1e-8));
}

void TestDistributions::binomial()
{
    double sum = 0;
    for (int k = 0; k <= 12; ++k) {
        sum += binomialShare(k, 12, 0.3);
        QVERIFY(isNear(binomialCdf(k, 12, 0.3), sum, 1e-12));
    }
    QCOMPARE(binomialCdf(-1, 12, 0.3), 0.0);
    QCOMPARE(binomialCdf(0, 0, 0.5), 1.0);
}

QTEST_GUILESS_MAIN(TestDistributions)
#include "tst_distributions.moc"
