// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/surprisal.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Tempera;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A place of which everything is known: a model that gave these probabilities, and the place of the one it chose.
TokenTrace placeOf(const std::vector<double> &probabilities, std::int32_t chosen)
{
    TokenTrace trace;
    trace.chosen = chosen;
    trace.chosenLogit = static_cast<float>(std::log(probabilities[static_cast<std::size_t>(chosen)]));
    for (std::size_t i = 0; i < probabilities.size(); ++i)
        trace.candidates.push_back({static_cast<std::int32_t>(i), static_cast<float>(std::log(probabilities[i]))});
    return trace;
}

TokenSurprise surprising(double bits, double entropy = 1)
{
    return {Bounds{bits, bits}, Bounds{entropy, entropy}};
}

bool isNear(double value, double expected, double error = 1e-6)
{
    return std::abs(value - expected) <= error;
}

} // namespace

/// Figures worked out by hand.
class TestSurprisal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bitsOfOnePlace();
    void whatIsNotKnownIsNotZero();
    void likelihoodOfAText();
    void whatIsNotKnownCountsInNothing();
    void anImpossibleTokenIsInfinite();
    void dropsAreSharpestFirst();
    void smallRisesAndUnknownPlacesAreNoDrops();
    void aColumnAToken();
    void columnsKeepPeaks();
    void columnsCoverEveryTokenOnce();
};

void TestSurprisal::bitsOfOnePlace()
{
    // H = ½·1 + ¼·2 + ⅛·3 + ⅛·3 = 1.75 bits; the chosen one has 1/8: 3 bits.
    const TokenSurprise surprise = tokenSurprise(tokenFacts(placeOf({0.5, 0.25, 0.125, 0.125}, 2)));
    QVERIFY(surprise.surprisal && surprise.entropy);
    QVERIFY2(isNear(surprise.surprisal->middle(), 3, 1e-5), qPrintable(QString::number(surprise.surprisal->middle(), 'g', 12)));
    QVERIFY2(isNear(surprise.entropy->middle(), 1.75, 1e-5), qPrintable(QString::number(surprise.entropy->middle(), 'g', 12)));
    QVERIFY(surprise.surprisal->low <= surprise.surprisal->high);
}

void TestSurprisal::whatIsNotKnownIsNotZero()
{
    TokenTrace silent; // the first token of a prompt: nothing is before it
    const TokenSurprise nothing = tokenSurprise(tokenFacts(silent));
    QVERIFY(!nothing.surprisal);
    QVERIFY(!nothing.entropy);
    // A server that tells the probability of its token and no other one.
    silent.topOnly = true;
    silent.chosen = -1;
    silent.chosenLogit = std::log(0.25F);
    const TokenSurprise told = tokenSurprise(tokenFacts(silent));
    QVERIFY(told.surprisal && isNear(told.surprisal->middle(), 2));
    QVERIFY(!told.entropy);
    // A sure one is 0 bits, not −0.
    silent.chosenLogit = 0;
    const TokenSurprise sure = tokenSurprise(tokenFacts(silent));
    QVERIFY(sure.surprisal && sure.surprisal->middle() == 0 && !std::signbit(sure.surprisal->middle()));
}

void TestSurprisal::likelihoodOfAText()
{
    // ½ · ¼ · ½: 4 bits of three tokens; the perplexity is 2^(4/3).
    const std::vector<TokenSurprise> tokens{surprising(1), surprising(2), surprising(1)};
    const TextLikelihood likelihood = textLikelihood(tokens);
    QCOMPARE(likelihood.tokens, 3);
    QCOMPARE(likelihood.unknown, 0);
    QVERIFY(isNear(likelihood.meanSurprisal().middle(), 4.0 / 3));
    QVERIFY(isNear(likelihood.meanLogProbability.middle(), std::log(1.0 / 16) / 3));
    QVERIFY(isNear(likelihood.perplexity().middle(), 2.5198421));
    const TextLikelihood empty = textLikelihood({});
    QCOMPARE(empty.tokens, 0);
    QCOMPARE(empty.perplexity(), (Bounds{1, 1}));
    // Bounds stay bounds: a surprisal of 1 to 2 bits is a perplexity of 2 to 4.
    const std::vector<TokenSurprise> wide{{Bounds{1, 2}, std::nullopt}};
    const Bounds perplexity = textLikelihood(wide).perplexity();
    QVERIFY(isNear(perplexity.low, 2) && isNear(perplexity.high, 4));
}

void TestSurprisal::whatIsNotKnownCountsInNothing()
{
    const std::vector<TokenSurprise> tokens{{}, surprising(3), {}, surprising(1)};
    const TextLikelihood likelihood = textLikelihood(tokens);
    QCOMPARE(likelihood.tokens, 2);
    QCOMPARE(likelihood.unknown, 2);
    QVERIFY(isNear(likelihood.perplexity().middle(), 4));
}

void TestSurprisal::anImpossibleTokenIsInfinite()
{
    const std::vector<TokenSurprise> tokens{surprising(1), surprising(infinity), surprising(1)};
    QCOMPARE(textLikelihood(tokens).perplexity().middle(), infinity);
    const std::vector<ProbabilityDrop> drops = sharpestDrops(tokens, 5);
    QCOMPARE(drops.size(), std::size_t{1}); // back from it nothing drops
    QCOMPARE(drops[0].token, 1);
    QCOMPARE(drops[0].to, 0.0);
}

void TestSurprisal::dropsAreSharpestFirst()
{
    // Probabilities 1/2, 1/16, 1/2, 1/16, 1/256: drops of 3, 3 and 4 bits.
    const std::vector<TokenSurprise> tokens{surprising(1), surprising(4), surprising(1), surprising(4), surprising(8)};
    const std::vector<ProbabilityDrop> drops = sharpestDrops(tokens, 5);
    QCOMPARE(drops.size(), std::size_t{3});
    QCOMPARE(drops[0], (ProbabilityDrop{4, 4, 1.0 / 16, 1.0 / 256}));
    QCOMPARE(drops[1], (ProbabilityDrop{1, 3, 0.5, 1.0 / 16})); // of equal ones the earlier
    QCOMPARE(drops[2].token, 3);
    QCOMPARE(sharpestDrops(tokens, 1), (std::vector<ProbabilityDrop>{drops[0]}));
    QVERIFY(sharpestDrops(tokens, 0).empty());
    QVERIFY(sharpestDrops({}, 5).empty());
}

void TestSurprisal::smallRisesAndUnknownPlacesAreNoDrops()
{
    const std::vector<TokenSurprise> tokens{{}, surprising(9), surprising(9.5), {}, surprising(12), surprising(13)};
    const std::vector<ProbabilityDrop> drops = sharpestDrops(tokens, 5);
    QCOMPARE(drops.size(), std::size_t{1});
    QCOMPARE(drops[0].token, 5); // exactly one bit counts
}

void TestSurprisal::aColumnAToken()
{
    const std::vector<TokenSurprise> tokens{surprising(1, 2), {}, surprising(3, 4)};
    const std::vector<TimelineColumn> columns = timelineColumns(tokens, 100);
    QCOMPARE(columns.size(), std::size_t{3});
    QCOMPARE(columns[0], (TimelineColumn{0, 0, 1, 2}));
    QCOMPARE(columns[1], (TimelineColumn{1, 1, {}, {}}));
    QCOMPARE(columns[2], (TimelineColumn{2, 2, 3, 4}));
    QVERIFY(timelineColumns(tokens, 0).empty());
    QVERIFY(timelineColumns({}, 10).empty());
}

void TestSurprisal::columnsKeepPeaks()
{
    const std::vector<TokenSurprise> tokens{surprising(1, 2), surprising(9, 4), surprising(2, 0), {}};
    const std::vector<TimelineColumn> columns = timelineColumns(tokens, 2);
    QCOMPARE(columns.size(), std::size_t{2});
    QCOMPARE(columns[0], (TimelineColumn{0, 1, 9, 3})); // the highest surprisal, the mean entropy
    QCOMPARE(columns[1], (TimelineColumn{2, 3, 2, 0}));
}

void TestSurprisal::columnsCoverEveryTokenOnce()
{
    for (const int count : {1, 2, 7, 100, 1001}) {
        const std::vector<TokenSurprise> tokens(static_cast<std::size_t>(count), surprising(1));
        for (const int most : {1, 3, 10, 640}) {
            int next = 0;
            for (const TimelineColumn &column : timelineColumns(tokens, most)) {
                QCOMPARE(column.first, next);
                QVERIFY(column.last >= column.first);
                next = column.last + 1;
            }
            QCOMPARE(next, count);
        }
    }
}

QTEST_GUILESS_MAIN(TestSurprisal)
#include "tst_surprisal.moc"
