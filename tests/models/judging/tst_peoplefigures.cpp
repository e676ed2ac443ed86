// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/judging/peoplefigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

RatedAnswer ratedAnswer(bool isGood, bool all, bool judge)
{
    return {isGood, {{{}, false, all}, {u"llm-rubric"_s, true, judge}}};
}

CaseScores scoresOf(std::initializer_list<double> repeats)
{
    return caseScores(std::vector<double>(repeats));
}

} // namespace

class TestPeopleFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 2 × 2 by hand: [[20, 5], [10, 15]] has p_o = 0.7, p_e = 0.5, κ = 0.4.
    void eachVoiceIsCompared()
    {
        std::vector<RatedAnswer> answers;
        const auto add = [&answers](int count, bool isGood, bool judge) {
            for (int i = 0; i < count; ++i)
                answers.push_back(ratedAnswer(isGood, isGood, judge));
        };
        add(20, false, false);
        add(5, false, true);
        add(10, true, false);
        add(15, true, true);
        const std::vector<VoiceAgreement> voices = voiceAgreements(answers);
        QCOMPARE(voices.size(), 2u);
        QVERIFY(voices[0].type.isEmpty());
        QCOMPARE(voices[0].answers, 50);
        QCOMPARE(voices[0].agreement->kappa.value, 1.0);
        QVERIFY(!voices[0].isJudge);
        QCOMPARE(voices[1].type, u"llm-rubric"_s);
        QVERIFY(voices[1].isJudge);
        QVERIFY(std::abs(voices[1].agreement->kappa.value - 0.4) < 1e-12);
        QVERIFY(std::abs(voices[1].agreement->agreed.value - 0.7) < 1e-12);
    }

    void oneLabelThroughoutSaysNothing()
    {
        const std::vector<RatedAnswer> answers(5, ratedAnswer(true, true, true));
        QVERIFY(!voiceAgreements(answers).front().agreement);
        QVERIFY(!voiceAgreements({}).front().agreement);
    }

    /// A judge that passes all is put right by those whom people asked.
    void peoplePutTheChecksRight()
    {
        ColumnVoices voices;
        for (int i = 0; i < 40; ++i)
            voices.checks.push_back(scoresOf({i % 4 == 0 ? 0.0 : 1.0}));
        voices.checks.push_back({}); // not evaluated
        for (int i = 0; i < 20; ++i)
            voices.people[i] = scoresOf({i % 4 == 0 || i % 2 == 1 ? 0.0 : 1.0});
        voices.people[40] = scoresOf({1}); // of a case that no check looked at
        const std::optional<CorrectedMean> mean = correctedByPeople(voices);
        QVERIFY(mean);
        QCOMPARE(mean->people.value, 0.25);
        QVERIFY(std::abs(mean->judge.value - 0.75) < 1e-12);
        QVERIFY(mean->corrected.value < 0.5);
        QVERIFY(mean->corrected.interval.contains(0.25));
        voices.people = {{0, scoresOf({1})}};
        QVERIFY(!correctedByPeople(voices)); // one is not enough
    }

    void ratingsAreScoresLikeOthers()
    {
        ColumnVoices first{{0, 0}, {}, {{1, scoresOf({0, 1})}, {2, scoresOf({1})}}};
        ColumnVoices second{{0, 1}, {}, {{1, scoresOf({1})}, {3, scoresOf({1})}}};
        const std::vector<PairedCase> cases = peoplesCases(first, second);
        QCOMPARE(cases.size(), 1u);
        QCOMPARE(cases[0].difference(), 0.5);
    }
};

QTEST_GUILESS_MAIN(TestPeopleFigures)
#include "tst_peoplefigures.moc"
