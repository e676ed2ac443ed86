// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/verdictreport.h"
#include "models/compare/verdicttexts.h"

#include <QLocale>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Each character is a case: '+' passed, '-' failed, ' ' has no result. Rows stand for repeats.
Contender contender(const QString &name, int variant, const QStringList &repeats, int reference = -1)
{
    Contender made{.name = name, .mark = variantMark(variant), .variantIndex = variant, .reference = reference, .scores = {}};
    for (const QString &row : repeats) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (row.at(i) != u' ')
                made.scores.add(static_cast<std::size_t>(i), row.at(i) == u'+' ? 1 : 0);
        }
    }
    for (std::size_t i = 0; i < made.scores.size(); ++i)
        made.passes.add(static_cast<int>(made.scores[i].sum), made.scores[i].repeats);
    if (repeats.size() > 1)
        made.outcomes = made.scores;
    return made;
}

QString cases(int passed, int failed)
{
    return QString(passed, u'+') + QString(failed, u'-');
}

VerdictReport judged(std::vector<Contender> contenders, const VerdictQuestion &question = {})
{
    ScoreSheet sheet;
    sheet.contenders = std::move(contenders);
    return verdictReport(std::move(sheet), question);
}

} // namespace

class TestVerdictReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void onePairIsOneSentence();
    void manyPairsAreCorrectedTogether();
    void aPairWithoutAReferenceIsNotJudged();
    void casesOfOneSideAreLeftOutAndToldOf();
    void equalityIsSaidOnlyWhereItIsAskedFor();
    void repeatsCountAsOneCase();
    void anUndecidedRankingSaysSo();
    void equalScoresGiveEqualFigures();
    void thePageNamesWhatWasDone();
    void nothingToCompareIsSaid();
};

/// Better in 14, worse in 6 of 120. McNemar: 2·P(X ≤ 6 | 20, ½) = 0.1153. Tango's interval with the likelihood maximised by numeric
/// search instead of in closed form: −0.00691 … 0.14511.
void TestVerdictReport::onePairIsOneSentence()
{
    const QString first = cases(14, 0).replace(u'+', u'-') + cases(106, 0);
    const QString second = cases(14, 6) + cases(100, 0);
    const VerdictReport report = judged({contender(u"cool"_s, 0, {first}), contender(u"warm"_s, 1, {second}, 0)});
    QCOMPARE(report.pairs.size(), 1U);
    const PairVerdict &verdict = report.pairs[0].verdict;
    QVERIFY((verdict.counts == PairedCounts{14, 6, 100}));
    QCOMPARE(verdict.method, PairMethod::McNemar);
    QVERIFY(std::abs(*verdict.pValue - 0.11532) < 1e-4);
    QVERIFY(std::abs(verdict.interval->low + 0.006912) < 1e-5 && std::abs(verdict.interval->high - 0.145106) < 1e-5);
    QCOMPARE(report.correction, Correction::None);
    QVERIFY(!report.ranking);
    const QString sentence = verdictHeadline(report);
    QVERIFY2(sentence.startsWith(u"B · warm better in 14, worse in 6 of 120 cases; 95 % interval −1 … +15 points; not decided"_s),
             qPrintable(sentence));
    QVERIFY2(sentence.contains(u"would show 5 points"_s), qPrintable(sentence));
    QCOMPARE(pairSentences(report), QStringList{sentence});
    QVERIFY(report.contenders[0].isReference);
    QCOMPARE(report.contenders[0].passRate->value, 106.0 / 120);
}

/// p = 2·2⁻⁸ = 0.0078 of one pair alone: decided. Three such hypotheses: Holm makes 0.0234 of it; of ten it is not decided any more.
void TestVerdictReport::manyPairsAreCorrectedTogether()
{
    const QString base = cases(0, 8) + cases(12, 0);
    const auto report = [&](int pairs) {
        std::vector<Contender> all{contender(u"base"_s, 0, {base})};
        all.push_back(contender(u"better"_s, 1, {cases(20, 0)}, 0));
        for (int i = 1; i < pairs; ++i)
            all.push_back(contender(u"same"_s, i + 1, {base}, 0));
        return judged(std::move(all));
    };
    const VerdictReport one = report(1);
    QCOMPARE(*one.pairs[0].verdict.pValue, 0.0078125);
    QCOMPARE(one.pairs[0].verdict.decision, PairDecision::SecondBetter);
    const VerdictReport three = report(3);
    QCOMPARE(three.correction, Correction::Holm);
    QCOMPARE(*three.pairs[0].verdict.pValue, 3 * 0.0078125);
    QVERIFY2(verdictHeadline(three).startsWith(u"B: better than the baseline · C, D: not decided"_s),
             qPrintable(verdictHeadline(three)));
    const VerdictReport ten = report(10);
    QCOMPARE(*ten.pairs[0].verdict.pValue, 10 * 0.0078125);
    QCOMPARE(ten.pairs[0].verdict.decision, PairDecision::NotDecided);
    QCOMPARE(report(12).correction, Correction::BenjaminiHochberg);
}

void TestVerdictReport::aPairWithoutAReferenceIsNotJudged()
{
    const VerdictReport report = judged({contender(u"a"_s, 0, {u"+-"_s}), contender(u"b"_s, 1, {u"++"_s})});
    QVERIFY(report.pairs.empty());
    QVERIFY(!report.contenders[0].isReference);
}

void TestVerdictReport::casesOfOneSideAreLeftOutAndToldOf()
{
    const VerdictReport report = judged({contender(u"a"_s, 0, {u"+-+- "_s}), contender(u"b"_s, 1, {u"++ +  "_s}, 0)});
    QCOMPARE(report.pairs[0].verdict.counts.cases(), 3);
    QCOMPARE(report.pairs[0].verdict.leftOut, 1); // the last place has no result at all
    QVERIFY(verdictHeadline(report).contains(u"1 case left out"_s));
}

/// 400 equal cases: the difference is below 5 points at every usual level, and that is said only on demand.
void TestVerdictReport::equalityIsSaidOnlyWhereItIsAskedFor()
{
    const QString row = cases(300, 100);
    const std::vector<Contender> pair{contender(u"a"_s, 0, {row}), contender(u"b"_s, 1, {row}, 0)};
    QCOMPARE(judged(pair).pairs[0].verdict.decision, PairDecision::NotDecided);
    QVERIFY(howComputed(judged(pair)).contains(u"Not asked"_s));
    VerdictQuestion question;
    question.settings.margin = 0.05;
    const VerdictReport asked = judged(pair, question);
    QCOMPARE(asked.pairs[0].verdict.decision, PairDecision::EqualEnough);
    QVERIFY(verdictHeadline(asked).contains(u"equal within 5 points"_s));
    QVERIFY(howComputed(asked).contains(u"Schuirmann"_s));
    question.settings.margin = 0.001;
    QCOMPARE(judged(pair, question).pairs[0].verdict.decision, PairDecision::NotDecided);
}

/// 20 cases × 3 equal repeats are 20 cases, not 60. pass@2 of c = 3 of 3 is 1, of 0 of 3 is 0, of 1 of 3 is 1 − C(2,2)/C(3,2) = 2/3.
void TestVerdictReport::repeatsCountAsOneCase()
{
    const QString mixed = cases(10, 10);
    const VerdictReport report =
        judged({contender(u"a"_s, 0, {mixed, mixed, mixed}), contender(u"b"_s, 1, {cases(20, 0), mixed, mixed}, 0)});
    QCOMPARE(report.pairs[0].verdict.counts.cases(), 20);
    QCOMPARE(report.pairs[0].verdict.counts.better, 10);
    QCOMPARE(report.pairs[0].verdict.method, PairMethod::SignFlip);
    const IntervalEstimate rate = *report.contenders[0].passRate;
    QVERIFY2(rate.interval.width() > wilsonInterval(30, 60).width() * 1.5, "60 answers were taken for independent");
    QCOMPARE(report.repeated.size(), 4U); // k = 2, 3 of both
    const RepeatedPasses &second = report.repeated[2];
    QCOMPARE(second.contender, 1);
    QCOMPARE(second.k, 2);
    QVERIFY(std::abs(second.anyOfK.mean.value - (10 + 10 * 2.0 / 3) / 20) < 1e-12);
    QVERIFY(std::abs(second.allOfK.mean.value - 0.5) < 1e-12);
    QVERIFY(repeatLines(report).at(2).startsWith(u"B · b: of 2 answers at least one passes in 83 %"_s));
    QVERIFY(judged({contender(u"a"_s, 0, {mixed})}).repeated.empty());
}

void TestVerdictReport::anUndecidedRankingSaysSo()
{
    const VerdictReport report = judged({contender(u"a"_s, 0, {u"+-+-+-+-"_s}), contender(u"b"_s, 1, {u"-+-++-+-"_s}, 0),
                                         contender(u"c"_s, 2, {u"+-+--++-"_s}, 0)});
    QVERIFY(report.ranking);
    QVERIFY(!report.ranking->isDecisive());
    QVERIFY2(rankingLine(report).contains(u"rank 1–3"_s) && rankingLine(report).contains(u"the ranking is not decisive"_s),
             qPrintable(rankingLine(report)));
    const VerdictReport clear = judged({contender(u"a"_s, 0, {cases(0, 60)}), contender(u"b"_s, 1, {cases(60, 0)}, 0),
                                        contender(u"c"_s, 2, {cases(30, 30)}, 0)});
    QVERIFY(clear.ranking->hasWinner());
    QVERIFY2(rankingLine(clear).startsWith(u"Ranking: B · b rank 1, C · c rank 2, A · a rank 3"_s),
             qPrintable(rankingLine(clear)));
}

void TestVerdictReport::equalScoresGiveEqualFigures()
{
    Contender first = contender(u"a"_s, 0, {QString(40, u'+')});
    Contender second = contender(u"b"_s, 1, {QString(40, u'+')}, 0);
    second.scores = {};
    for (std::size_t i = 0; i < 40; ++i)
        second.scores.add(i, 0.3 + 0.01 * static_cast<double>(i));
    const VerdictReport one = judged({first, second});
    const VerdictReport other = judged({first, second});
    QCOMPARE(one.pairs[0].verdict.interval->low, other.pairs[0].verdict.interval->low);
    VerdictQuestion question;
    question.seed = 7;
    QVERIFY(judged({first, second}, question).pairs[0].verdict.interval->low != one.pairs[0].verdict.interval->low);
}

void TestVerdictReport::thePageNamesWhatWasDone()
{
    const QString row = cases(12, 8);
    VerdictQuestion question;
    question.seed = 42;
    const QString page = howComputed(judged(
        {contender(u"a"_s, 0, {row}), contender(u"b <b>"_s, 1, {cases(20, 0)}, 0), contender(u"c"_s, 2, {cases(8, 12)}, 0)},
        question));
    for (const QString &said : {u"Wilson"_s, u"McNemar"_s, u"Tango"_s, u"Holm"_s, u"Bradley"_s, u"Miller"_s, u"seed 42"_s,
                                u"500 resamples"_s, u"B · b <b> against A · a"_s, u"p = "_s})
        QVERIFY2(page.contains(said), qPrintable(said + u" is missing in\n"_s + page));
    QVERIFY(page.contains(u"Cases: 8 better, 0 worse, 12 equal, 0 left out."_s));
}

void TestVerdictReport::nothingToCompareIsSaid()
{
    QCOMPARE(verdictHeadline(VerdictReport()), u"Nothing has been run yet."_s);
    QVERIFY(verdictHeadline(judged({contender(u"a"_s, 0, {u"+"_s})})).startsWith(u"One column"_s));
    QVERIFY(verdictHeadline(judged({contender(u"a"_s, 0, {u"  "_s}), contender(u"b"_s, 1, {u"+"_s}, 0)}))
                .startsWith(u"No case has a result"_s));
}

QTEST_GUILESS_MAIN(TestVerdictReport)
#include "tst_verdictreport.moc"
