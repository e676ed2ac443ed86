// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/choice.h"
#include "models/sampling/counterrandom.h"
#include "models/sampling/fastexp.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Tempera;

namespace {

constexpr float Infinity = std::numeric_limits<float>::infinity();

/// Inverse CDF over the whole sorted list in double: what Chooser must agree with.
Choice plainChoice(std::vector<Candidate> candidates, double u)
{
    std::ranges::sort(
        candidates, [](const Candidate &a, const Candidate &b) { return a.logit != b.logit ? a.logit > b.logit : a.id < b.id; });
    const double best = candidates.front().logit;
    double total = 0;
    for (const Candidate &c : candidates)
        total += std::exp(c.logit - best);
    double sum = 0;
    for (const Candidate &c : candidates) {
        sum += std::exp(c.logit - best) / total;
        if (u < sum)
            return {c.id, std::exp(c.logit - best) / total};
    }
    return {candidates.back().id, 0};
}

std::vector<Candidate> randomCandidates(int count, float spread, std::uint32_t seed)
{
    std::vector<Candidate> candidates;
    for (int i = 0; i < count; ++i) {
        const double u = uniformAt({.seed = seed}, static_cast<std::uint32_t>(i));
        candidates.push_back({i, static_cast<float>(u * u * u) * spread - 3.0F});
    }
    return candidates;
}

} // namespace

class TestChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fastExpIsExp()
    {
        QCOMPARE(fastExp(0.0F), 1.0F);
        QCOMPARE(fastExp(-1000.0F), 0.0F);
        QCOMPARE(fastExp(-Infinity), 0.0F);
        double worst = 0;
        for (float x = 0; x > -86; x -= 0.0137F)
            worst = std::max(worst, std::abs(fastExp(x) / std::exp(static_cast<double>(x)) - 1));
        QVERIFY2(worst < 3e-7, qPrintable(QString::number(worst)));
    }

    void agreesWithPlainInverseCdf_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<float>("spread");
        QTest::newRow("one") << 1 << 1.0F;
        QTest::newRow("two") << 2 << 1.0F;
        QTest::newRow("forty") << 40 << 10.0F;
        QTest::newRow("vocabulary, flat") << 50'000 << 0.5F;
        QTest::newRow("vocabulary, peaked") << 50'000 << 25.0F;
        QTest::newRow("vocabulary, wide") << 50'000 << 200.0F;
    }

    void agreesWithPlainInverseCdf()
    {
        QFETCH(const int, count);
        QFETCH(const float, spread);
        const std::vector<Candidate> candidates = randomCandidates(count, spread, 5);
        Chooser chooser;
        int differences = 0;
        for (std::uint32_t i = 0; i < 40; ++i) {
            const double u = uniformAt({.seed = 6}, i);
            const Choice choice = chooser.choose(candidates, u);
            const Choice plain = plainChoice(candidates, u);
            if (choice.id != plain.id) {
                ++differences;
                continue;
            }
            QVERIFY(std::abs(choice.probability / plain.probability - 1) < 1e-5);
        }
        // Single-precision masses may move the border between two neighbours by a hair.
        QVERIFY2(differences <= (count > 1000 ? 2 : 0), qPrintable(QString::number(differences)));
    }

    void aWholeVocabularyIsChosenFromAlike()
    {
        const std::vector<Candidate> candidates = randomCandidates(50'000, 25.0F, 8);
        std::vector<float> logits;
        for (const Candidate &candidate : candidates)
            logits.push_back(candidate.logit);
        Chooser chooser;
        for (const float temperature : {0.5F, 1.0F, 2.0F}) {
            std::vector<Candidate> divided = candidates;
            for (Candidate &candidate : divided)
                candidate.logit /= temperature;
            for (std::uint32_t i = 0; i < 40; ++i) {
                const double u = uniformAt({.seed = 9}, i);
                const Choice whole = chooser.chooseAny(logits, temperature, u);
                const Choice listed = chooser.choose(divided, u);
                QCOMPARE(whole.id, listed.id);
                QCOMPARE(whole.probability, listed.probability);
            }
        }
        QCOMPARE(chooser.chooseAny({}, 1, 0.5).id, -1);
    }

    void orderIsByProbabilityThenId()
    {
        const std::vector<Candidate> candidates{{7, 0.0F}, {3, 0.0F}, {5, 1.0F}, {1, 0.0F}};
        Chooser chooser;
        QList<int> order;
        for (double u = 0; u < 1; u += 0.001) {
            const int id = chooser.choose(candidates, u).id;
            if (order.isEmpty() || order.last() != id)
                order += id;
        }
        QCOMPARE(order, (QList<int>{5, 1, 3, 7}));
    }

    void edges()
    {
        Chooser chooser;
        QCOMPARE(chooser.choose({}, 0.5).id, -1);
        QCOMPARE(chooser.choose(std::vector<Candidate>{{4, -Infinity}, {5, std::nanf("")}}, 0.5).id, -1);
        QCOMPARE(chooser.choose(std::vector<Candidate>{{4, Infinity}}, 0.5).id, -1);
        const std::vector<Candidate> two{{4, 1.0F}, {5, -Infinity}, {6, 0.0F}, {7, std::nanf("")}};
        QCOMPARE(chooser.choose(two, 0.0).id, 4);
        QCOMPARE(chooser.choose(two, std::nextafter(1.0, 0.0)).id, 6);
        const std::vector<Candidate> far{{1, 0.0F}, {2, -1e30F}};
        QCOMPARE(chooser.choose(far, std::nextafter(1.0, 0.0)).id, 1);
        QCOMPARE(chooser.choose(far, 0.5).probability, 1.0);
    }

    void greedyTakesTheFirstOfTheBest()
    {
        QCOMPARE(greedyChoice(std::vector<float>{1, 3, 2, 3}).id, 1);
        QCOMPARE(greedyChoice(std::vector<float>{}).id, -1);
        QCOMPARE(greedyChoice(std::vector<float>{std::nanf(""), -1}).id, 1);
    }
};

QTEST_GUILESS_MAIN(TestChoice)
#include "tst_choice.moc"
