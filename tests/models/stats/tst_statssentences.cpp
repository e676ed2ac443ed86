// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/statssentences.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

PairVerdict someVerdict(PairDecision decision)
{
    PairVerdict verdict;
    verdict.counts = {14, 6, 100};
    verdict.difference = 8.0 / 120;
    verdict.interval = ConfidenceInterval{-0.0071, 0.1432};
    verdict.pValue = 0.115;
    verdict.margin = 0.05;
    verdict.interesting = 0.05;
    verdict.casesNeeded = 510;
    verdict.visible = 0.103;
    verdict.decision = decision;
    return verdict;
}

} // namespace

class TestStatsSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void notDecided();
    void decisions();
    void tooFew();
    void leftOut();
    void starsAreNoPoints();
    void namesAreData();
    void otherLocales();
    void smallEndsAreNotZero();
    void visible();
    void rankings();
    void people();
    void signs();
};

void TestStatsSentences::init()
{
    QLocale::setDefault(QLocale::c());
}

void TestStatsSentences::notDecided()
{
    QCOMPARE(pairSentence(someVerdict(PairDecision::NotDecided), u"A"_s, u"B"_s),
             u"B better in 14, worse in 6 of 120 cases; 95 % interval −1 … +14 points; not decided; "
             "about 510 cases would show 5 points"_s);
}

void TestStatsSentences::decisions()
{
    QVERIFY(pairSentence(someVerdict(PairDecision::FirstBetter), u"A"_s, u"B"_s).endsWith("points; A is better"_L1));
    QVERIFY(pairSentence(someVerdict(PairDecision::SecondBetter), u"A"_s, u"B"_s).endsWith("points; B is better"_L1));
    QVERIFY(pairSentence(someVerdict(PairDecision::EqualEnough), u"A"_s, u"B"_s).endsWith("points; equal within 5 points"_L1));
    PairVerdict verdict = someVerdict(PairDecision::NotDecided);
    verdict.casesNeeded.reset();
    QVERIFY(pairSentence(verdict, u"A"_s, u"B"_s).endsWith("not decided"_L1));
}

void TestStatsSentences::tooFew()
{
    PairVerdict verdict;
    verdict.counts = {1, 0, 0};
    QCOMPARE(pairSentence(verdict, u"A"_s, u"B"_s), u"B better in 1, worse in 0 of 1 case; too few cases to say more"_s);
}

void TestStatsSentences::leftOut()
{
    PairVerdict verdict = someVerdict(PairDecision::SecondBetter);
    verdict.leftOut = 1;
    QVERIFY(pairSentence(verdict, u"A"_s, u"B"_s).endsWith("; 1 case left out, without a result of one of the two"_L1));
}

void TestStatsSentences::starsAreNoPoints()
{
    PairVerdict verdict = someVerdict(PairDecision::NotDecided);
    verdict.inPoints = false;
    verdict.interval = ConfidenceInterval{-0.31, 1.24};
    verdict.interesting = 0.2;
    QCOMPARE(pairSentence(verdict, u"A"_s, u"B"_s),
             u"B better in 14, worse in 6 of 120 cases; 95 % interval −0.3 … +1.2; not decided; "
             "about 510 cases would show a difference of 0.2"_s);
    verdict.decision = PairDecision::EqualEnough;
    verdict.margin = 0.4;
    QVERIFY(pairSentence(verdict, u"A"_s, u"B"_s).endsWith("; equal within 0.4"_L1));
}

void TestStatsSentences::namesAreData()
{
    const QString sentence = pairSentence(someVerdict(PairDecision::SecondBetter), u"%2 & <b>"_s, u"%1 %4 case(s)"_s);
    QVERIFY(sentence.startsWith("%1 %4 case(s) better in 14, worse in 6 of 120 cases"_L1));
    QVERIFY(sentence.endsWith("; %1 %4 case(s) is better"_L1));
}

void TestStatsSentences::otherLocales()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    PairVerdict verdict = someVerdict(PairDecision::NotDecided);
    verdict.counts.tied = 12'000;
    verdict.interval = ConfidenceInterval{-0.002, 0.0125};
    const QString sentence = pairSentence(verdict, u"A"_s, u"B"_s);
    QVERIFY2(sentence.contains("12.020"_L1), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"−0,2 … +1,3"_s) || sentence.contains(u"−0,2 … +1,2"_s), qPrintable(sentence));
}

void TestStatsSentences::smallEndsAreNotZero()
{
    PairVerdict verdict = someVerdict(PairDecision::SecondBetter);
    verdict.interval = ConfidenceInterval{0.003, 0.14};
    QVERIFY(pairSentence(verdict, u"A"_s, u"B"_s).contains(u"+0.3 … +14.0 points"_s));
    verdict.interval = ConfidenceInterval{0, 0.14};
    QVERIFY(pairSentence(verdict, u"A"_s, u"B"_s).contains(u" 0 … +14 points"_s));
}

void TestStatsSentences::visible()
{
    PairVerdict verdict = someVerdict(PairDecision::NotDecided);
    QCOMPARE(visibleSentence(verdict), u"120 cases can show differences of 10 points and more"_s);
    verdict.inPoints = false;
    verdict.visible = 0.25;
    QCOMPARE(visibleSentence(verdict), u"120 cases can show differences of 0.25 and more"_s);
    verdict.visible.reset();
    QVERIFY(visibleSentence(verdict).isEmpty());
}

void TestStatsSentences::rankings()
{
    Ranking ranking;
    ranking.variants = {{.variant = 1, .worstRank = 2}, {.variant = 0, .worstRank = 2}};
    ranking.pairs = 1;
    const QStringList names{u"cold"_s, u"warm"_s};
    QCOMPARE(rankingSentence(ranking, names), u"the ranking is not decisive: no two variants are told apart"_s);
    ranking.decidedPairs = 1;
    ranking.variants.front().worstRank = 1;
    QCOMPARE(rankingSentence(ranking, names), u"warm is better than every other variant"_s);
    ranking.variants.front().worstRank = 2;
    ranking.pairs = 3;
    QCOMPARE(rankingSentence(ranking, names), u"1 of 3 pairs of variants are told apart; none leads"_s);
}

void TestStatsSentences::people()
{
    QCOMPARE(preferenceSentence({14, 6, 3}, {0.45, 0.88}, 0.95, false, u"A"_s, u"B"_s),
             u"B preferred in 14, A in 6 of 23 pairs, 3 of them tied; of those that differ the share of B lies within 45 … 88 % "
             "(95 %, valid at any time); not decided"_s);
    QVERIFY(preferenceSentence({1, 9, 0}, {0.01, 0.4}, 0.95, true, u"%1"_s, u"%5"_s).endsWith("; decided: %1 is preferred"_L1));
    QCOMPARE(preferenceSentence({0, 0, 1}, {0, 1}, 0.95, false, u"A"_s, u"B"_s),
             u"B preferred in 0, A in 0 of 1 pair, 1 of them tied; not decided"_s);
    const Agreement agreement{{-0.25, {-0.5, 0.125}}, {0.7, {0.6, 0.8}}, 40};
    QCOMPARE(agreementSentence(agreement, u"is-json"_s),
             u"is-json agrees with people in 70 % of 40 answers; κ −0.25, 95 % interval −0.50 … 0.13"_s);
    const CorrectedMean mean{{0.74, {0.66, 0.82}}, {0.84, {0.8, 0.88}}, {0.71, {0.55, 0.87}}, 0.9};
    QCOMPARE(correctedSentence(mean, 40, u"A"_s),
             u"A: checks alone 84.0 %; people 71.0 % of 40 cases; checks put right by people "
             "(PPI++) 74.0 %, 95 % interval 66.0 … 82.0 %"_s);
}

void TestStatsSentences::signs()
{
    QCOMPARE(signedFigure(6.54, 1), u"+6.5"_s);
    QCOMPARE(signedFigure(-0.24, 1), u"−0.2"_s);
    QCOMPARE(signedFigure(-0.04, 1), u"0"_s);
    QCOMPARE(signedFigure(1234.5, 0), QLocale().toString(1234.5, 'f', 0).prepend(u'+'));
}

QTEST_GUILESS_MAIN(TestStatsSentences)
#include "tst_statssentences.moc"
