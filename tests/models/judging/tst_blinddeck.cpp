// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/judging/blinddeck.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr JudgedColumn one{0, 0};
constexpr JudgedColumn two{0, 1};

CellSummary doneSummary(const CellKey &key, CellState state = CellState::Done)
{
    CellSummary cell;
    cell.key = key;
    cell.state = state;
    cell.hasText = true;
    return cell;
}

/// Two variants over so many cases, all answered.
CellTable answered(int cases, int repeats = 1)
{
    CellTable cells;
    for (int i = 0; i < cases; ++i) {
        for (int variant = 0; variant < 2; ++variant) {
            for (int repeat = 0; repeat < repeats; ++repeat)
                cells.push_back(doneSummary({i, 0, variant, repeat}));
        }
    }
    return cells;
}

std::vector<BlindPair> drawn(const CellTable &cells, quint64 seed)
{
    StatsRandom random(seed);
    return blindPairs(cells, one, two, random);
}

BlindDeck deckOf(int cases, quint64 seed = 1)
{
    return BlindDeck(drawn(answered(cases), seed), {});
}

/// The choice for which the second column is preferred.
BlindChoice forSecond(const BlindDeck &deck)
{
    return deck.current()->secondIsLeft ? BlindChoice::Left : BlindChoice::Right;
}

BlindChoice forFirst(const BlindDeck &deck)
{
    return deck.current()->secondIsLeft ? BlindChoice::Right : BlindChoice::Left;
}

} // namespace

class TestBlindDeck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSeedGivesTheSameAgain();
    void sidesAndOrderAreLuck();
    void onlyWholeAnswersAreAsked();
    void oneRepeatStandsForTheCase();
    void columnsAreFound();
    void choicesAreOfTheColumnNotTheSide();
    void undoBringsThePairBack();
    void whatWasSaidBeforeStays();
    void identicalAnswersAreTies();
    void enoughIsDecided();
    void skippedCountsForNothing();
    void peopleAndChecksAgree();
};

void TestBlindDeck::aSeedGivesTheSameAgain()
{
    const CellTable cells = answered(40, 3);
    QVERIFY(drawn(cells, 7) == drawn(cells, 7));
    QVERIFY(drawn(cells, 7) != drawn(cells, 8));
    CellTable otherOrder;
    for (std::size_t i = cells.size(); i > 0; --i)
        otherOrder.push_back(cells[i - 1]);
    QVERIFY(drawn(otherOrder, 7) == drawn(cells, 7)); // cells end in any order
}

/// Of 10,000 pairs half have the second on the left: within four standard deviations, and with a seed that never changes.
void TestBlindDeck::sidesAndOrderAreLuck()
{
    const std::vector<BlindPair> pairs = drawn(answered(10'000), 3);
    QCOMPARE(pairs.size(), 10'000u);
    const auto left = std::ranges::count_if(pairs, &BlindPair::secondIsLeft);
    QVERIFY2(left > 4800 && left < 5200, qPrintable(QString::number(left)));
    QSet<int> cases;
    int inPlace = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        cases.insert(pairs[i].first.caseIndex);
        inPlace += pairs[i].first.caseIndex == static_cast<int>(i) ? 1 : 0;
    }
    QCOMPARE(cases.size(), 10'000);
    QVERIFY(inPlace < 20); // one is to be expected
}

void TestBlindDeck::onlyWholeAnswersAreAsked()
{
    CellTable cells = answered(3);
    cells.setState(0, CellState::Failed);
    cells.setState(3, CellState::Streaming);
    const std::vector<BlindPair> pairs = drawn(cells, 1);
    QCOMPARE(pairs.size(), 1u);
    QCOMPARE(pairs[0].first, (CellKey{2, 0, 0, 0}));
    QCOMPARE(pairs[0].second, (CellKey{2, 0, 1, 0}));
    QVERIFY(drawn({}, 1).empty());
    QVERIFY(!BlindDeck().current());
}

void TestBlindDeck::oneRepeatStandsForTheCase()
{
    const std::vector<BlindPair> pairs = drawn(answered(200, 4), 5);
    QCOMPARE(pairs.size(), 200u);
    QSet<int> repeats;
    for (const BlindPair &pair : pairs) {
        QCOMPARE(pair.first.repeat, pair.second.repeat);
        repeats.insert(pair.first.repeat);
    }
    QCOMPARE(repeats, (QSet<int>{0, 1, 2, 3}));
    // Where none is in both, each has its own.
    const CellTable apart{doneSummary({0, 0, 0, 0}), doneSummary({0, 0, 1, 1})};
    QCOMPARE(drawn(apart, 5).front().second.repeat, 1);
}

void TestBlindDeck::columnsAreFound()
{
    QVERIFY(judgedColumns(answered(3, 2)) == (std::vector<JudgedColumn>{one, two}));
    QVERIFY(judgedColumns({}).empty());
}

void TestBlindDeck::choicesAreOfTheColumnNotTheSide()
{
    BlindDeck deck = deckOf(40);
    bool sawLeft = false;
    bool sawRight = false;
    while (deck.current()) {
        const bool isLeft = deck.current()->secondIsLeft;
        (isLeft ? sawLeft : sawRight) = true;
        const JudgedPair said = deck.choose(BlindChoice::Left);
        QCOMPARE(said.preference, isLeft ? Preference::Second : Preference::First);
        QCOMPARE(said.secondWasLeft, isLeft);
        QVERIFY(said.byHand);
    }
    QVERIFY(sawLeft && sawRight);
    QCOMPARE(deck.judgedCount(), 40);
    const PreferenceFigures figures = deck.figures();
    QCOMPARE(figures.leftChosen, 40);
    QCOMPARE(figures.rightChosen, 0);
    QVERIFY(!figures.decided); // whoever always takes the left says nothing of the columns
}

void TestBlindDeck::undoBringsThePairBack()
{
    BlindDeck deck = deckOf(3);
    QVERIFY(!deck.undo());
    const BlindPair first = *deck.current();
    deck.choose(forSecond(deck));
    const BlindPair second = *deck.current();
    deck.takeAsIdentical();
    const std::optional<JudgedPair> taken = deck.undo();
    QVERIFY(taken && taken->preference == Preference::Second);
    QVERIFY(deck.current() == first); // on the same sides
    QCOMPARE(deck.judgedCount(), 1);
    QVERIFY(!deck.canUndo()); // nobody said that they are the same
    QCOMPARE(deck.judged().front().first, second.first);
    const JudgedPair again = deck.choose(BlindChoice::Tie);
    QVERIFY(again.number > deck.judged().front().number);
    QCOMPARE(deck.size(), 3);
}

void TestBlindDeck::whatWasSaidBeforeStays()
{
    BlindDeck deck = deckOf(10, 2);
    deck.choose(forSecond(deck));
    deck.choose(BlindChoice::Skip);
    const BlindDeck later(drawn(answered(10), 99), deck.judged());
    QCOMPARE(later.judgedCount(), 2);
    QCOMPARE(later.size(), 10);
    QVERIFY(!later.canUndo());
    QVERIFY(later.judged() == deck.judged());
    QVERIFY(std::ranges::none_of(
        deck.judged(), [&later](const JudgedPair &pair) { return pair.first.caseIndex == later.current()->first.caseIndex; }));
    QVERIFY(pairsOf(later.judged(), one, two) == later.judged());
    QVERIFY(pairsOf(later.judged(), two, one).empty());
}

void TestBlindDeck::identicalAnswersAreTies()
{
    BlindDeck deck = deckOf(2);
    const JudgedPair said = deck.takeAsIdentical();
    QCOMPARE(said.preference, Preference::Tie);
    QVERIFY(!said.byHand);
    deck.choose(BlindChoice::Tie);
    QCOMPARE(deck.figures().counts, (PairedCounts{0, 0, 2}));
    QCOMPARE(deck.figures().identical, 1);
    QVERIFY(!deck.current());
}

/// The second wins each time: E = 2^n / (n + 1) reaches 20 with the eighth. Taking one back takes the decision back.
void TestBlindDeck::enoughIsDecided()
{
    BlindDeck deck = deckOf(20);
    for (int i = 0; i < 7; ++i)
        deck.choose(forSecond(deck));
    QVERIFY(!deck.isDecided());
    deck.choose(forSecond(deck));
    QVERIFY(deck.isDecided());
    QVERIFY(deck.figures().secondShare.low > 0.5);
    QCOMPARE(deck.figures().lead(), 8);
    deck.undo();
    QVERIFY(!deck.isDecided());
    deck.choose(forFirst(deck));
    QVERIFY(!deck.isDecided());
    QCOMPARE(deck.figures().counts, (PairedCounts{7, 1, 0}));
}

void TestBlindDeck::skippedCountsForNothing()
{
    BlindDeck deck = deckOf(5);
    while (deck.current())
        deck.choose(BlindChoice::Skip);
    QCOMPARE(deck.figures().counts.cases(), 0);
    QCOMPARE(deck.figures().skipped, 5);
    QVERIFY(!deck.isDecided());
}

void TestBlindDeck::peopleAndChecksAgree()
{
    std::vector<ScoredPair> pairs(10, {Preference::First, -0.5});
    pairs.insert(pairs.end(), 10, {Preference::Second, 1});
    QCOMPARE(agreementWithScores(pairs)->kappa.value, 1.0);
    pairs.insert(pairs.end(), 10, {Preference::Second, -1});
    pairs.insert(pairs.end(), 10, {Preference::First, 1});
    QCOMPARE(agreementWithScores(pairs)->kappa.value, 0.0); // as chance would
    QVERIFY(!agreementWithScores({}));
}

QTEST_GUILESS_MAIN(TestBlindDeck)
#include "tst_blinddeck.moc"
