// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/skewedmean.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Tempera;

class SkewedMeanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofTooFewNothing()
    {
        QVERIFY(!skewedMean({}, 100));
        const std::vector<double> one{3};
        QVERIFY(!skewedMean(one, 100));
    }

    /// Without skewness it is Student's interval: 2, 4, 6 → 4 ± 4.303 × 2 / √3 (t of 2 degrees, any table).
    void withoutSkewnessItIsStudents()
    {
        const std::vector<double> values{2, 4, 6};
        const IntervalEstimate mean = skewedMean(values, EndlessPopulation).value();
        QCOMPARE(mean.value, 4.0);
        QVERIFY(std::abs(mean.interval.high - (4 + 4.30265 * 2 / std::sqrt(3.0))) < 1e-4);
        QVERIFY(std::abs(mean.interval.low - (4 - 4.30265 * 2 / std::sqrt(3.0))) < 1e-4);
    }

    /// With a long tail on one side the interval reaches further there.
    void aTailPullsItsSide()
    {
        const std::vector<double> values{1, 1, 2, 2, 2, 3, 3, 4, 5, 40};
        const IntervalEstimate mean = skewedMean(values, EndlessPopulation).value();
        QVERIFY(mean.interval.high - mean.value > 2 * (mean.value - mean.interval.low));
        QVERIFY(mean.interval.contains(mean.value));
    }

    void aWholePopulationHasNoWidth()
    {
        const std::vector<double> values{1, 5, 9, 200};
        const IntervalEstimate mean = skewedMean(values, 4).value();
        QCOMPARE(mean.interval.low, mean.interval.high);
        QCOMPARE(mean.interval.low, mean.value);
        QVERIFY(skewedMean(values, 8)->interval.width() < skewedMean(values, 80)->interval.width());
    }

    void equalValues()
    {
        const std::vector<double> values(20, 7.0);
        QCOMPARE(skewedMean(values, 1000)->interval.width(), 0.0);
    }
};

QTEST_GUILESS_MAIN(SkewedMeanTest)
#include "tst_skewedmean.moc"
