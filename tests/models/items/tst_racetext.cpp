// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/racetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

Experiment namedVariants(const QStringList &names)
{
    Experiment experiment;
    experiment.prompts.resize(1);
    for (const QString &name : names) {
        Variant variant;
        variant.label = name;
        experiment.variants += variant;
    }
    return experiment;
}

RaceReport decidedRace(CaseOutcome verdict)
{
    RaceReport race;
    race.contenders = {{0, 0}, {0, 1}};
    race.pairs = {RacedPair{.pairing = {0, 1}, .eValue = 28.4, .better = 8, .verdict = verdict}};
    race.plannedCases = 120;
    race.racedCases = 34;
    race.isDecided = true;
    return race;
}

} // namespace

class TestRaceText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsBetter();
    void severalPairs();
    void notDecided();
    void whatWasSaved_data();
    void whatWasSaved();
    void howItStands();
    void howItWasDecided();
};

void TestRaceText::whoIsBetter()
{
    const Experiment ran = namedVariants({u"A"_s, u"B"_s});
    QCOMPARE(RaceText::sentence(decidedRace(CaseOutcome::Better), ran), u"Decided after 34 of 120 cases: B better."_s);
    QCOMPARE(RaceText::sentence(decidedRace(CaseOutcome::Worse), ran), u"Decided after 34 of 120 cases: A better."_s);
}

void TestRaceText::severalPairs()
{
    const Experiment ran = namedVariants({u"A"_s, u"B"_s, u"C"_s});
    RaceReport race = decidedRace(CaseOutcome::Better);
    race.contenders.push_back({0, 2});
    race.pairs.push_back(RacedPair{.pairing = {0, 2}, .verdict = CaseOutcome::Worse});
    QCOMPARE(RaceText::sentence(race, ran), u"Decided after 34 of 120 cases: B better than A, C worse than A."_s);
    race.pairs[1].verdict.reset();
    race.isDecided = false;
    QCOMPARE(RaceText::sentence(race, ran), u"Not decided after 34 of 120 cases: B better than A, A and C not told apart."_s);
}

void TestRaceText::notDecided()
{
    RaceReport race = decidedRace(CaseOutcome::Better);
    race.pairs[0].verdict.reset();
    race.isDecided = false;
    race.racedCases = 120;
    QCOMPARE(RaceText::sentence(race, namedVariants({u"A"_s, u"B"_s})), u"Not decided after 120 of 120 cases."_s);
    race.plannedCases = race.racedCases = 1;
    QCOMPARE(RaceText::sentence(race, namedVariants({u"A"_s, u"B"_s})), u"Not decided after 1 of 1 case."_s);
}

void TestRaceText::whatWasSaved_data()
{
    QTest::addColumn<RaceSavings>("saved");
    QTest::addColumn<QString>("said");

    const Money likely = Money::fromDollars(0.31);
    const Money low = Money::fromDollars(0.28);
    const Money high = Money::fromDollars(0.34);
    QTest::newRow("all") << RaceSavings{172, likely, low, high, 240s}
                         << u"172 cells, about $0.31 ($0.28–$0.34) and about 4 min 0 s saved."_s;
    QTest::newRow("exact") << RaceSavings{172, likely, likely, likely, 40s} << u"172 cells, $0.31 and about 40 s saved."_s;
    QTest::newRow("without an interval") << RaceSavings{2, likely, {}, {}, {}} << u"2 cells and about $0.31 saved."_s;
    QTest::newRow("free") << RaceSavings{1, Money(), Money(), Money(), 40s} << u"1 cell and about 40 s saved."_s;
    QTest::newRow("of unknown cost") << RaceSavings{9, {}, {}, {}, 40s}
                                     << u"9 cells and about 40 s saved. How much money that is is not known."_s;
    QTest::newRow("free, of unknown time") << RaceSavings{9, Money(), Money(), Money(), {}} << u"9 cells saved."_s;
}

void TestRaceText::whatWasSaved()
{
    QFETCH(const RaceSavings, saved);
    QFETCH(const QString, said);
    RaceReport race = decidedRace(CaseOutcome::Better);
    race.saved = saved;
    QCOMPARE(RaceText::sentence(race, namedVariants({u"A"_s, u"B"_s})), u"Decided after 34 of 120 cases: B better. "_s + said);
}

void TestRaceText::howItStands()
{
    RaceReport race = decidedRace(CaseOutcome::Better);
    QCOMPARE(RaceText::progress(race), u"race: decided after 34 of 120 cases"_s);
    race.isDecided = false;
    race.contenders.push_back({0, 2});
    race.pairs.push_back(RacedPair{.pairing = {0, 2}, .eValue = 3.14159});
    race.neededEValue = 20;
    QCOMPARE(RaceText::progress(race), u"race: 34 of 120 cases, e-value 3.1 of 20"_s); // of the pair that is open
}

void TestRaceText::howItWasDecided()
{
    const Experiment ran = namedVariants({u"A"_s, u"B"_s});
    RaceReport race = decidedRace(CaseOutcome::Better);
    const QString outcomes = RaceText::method(race, ran);
    QVERIFY(outcomes.contains(RaceText::sentence(race, ran)));
    QVERIFY(outcomes.contains(u"Robbins"_s) && !outcomes.contains(u"Waudby-Smith"_s));
    QVERIFY2(outcomes.contains(u"B against A: highest e-value 28.4, decided. Cases: 8 better, 0 worse, 0 equal."_s),
             qPrintable(outcomes));
    QVERIFY(!outcomes.contains(u"Saved money"_s));
    race.figure = RaceFigure::MeanDifference;
    race.saved.likely = Money::fromDollars(1);
    QVERIFY(RaceText::method(race, ran).contains(u"Waudby-Smith"_s));
    QVERIFY(RaceText::method(race, ran).contains(u"Saved money"_s));
}

QTEST_GUILESS_MAIN(TestRaceText)
#include "tst_racetext.moc"
