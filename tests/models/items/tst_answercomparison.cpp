// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/inputcomparison.h"
#include "models/items/livecomparisons.h"
#include "tests/support/handbackground.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

using Shares = QList<QPair<QByteArray, double>>;

/// A token with the shares of its likeliest alternatives, itself among them.
std::shared_ptr<const TokenTrace> token(const QByteArray &piece, const Shares &shares = {})
{
    auto trace = std::make_shared<TokenTrace>();
    trace->piece = piece;
    trace->topOnly = true;
    trace->chosen = -1;
    for (const auto &[alternative, share] : shares.isEmpty() ? Shares{{piece, 0.99}} : shares) {
        if (alternative == piece) {
            trace->chosen = static_cast<std::int32_t>(trace->candidates.size());
            trace->chosenLogit = static_cast<float>(std::log(share));
        }
        trace->candidates.push_back({static_cast<std::int32_t>(trace->candidates.size()), static_cast<float>(std::log(share))});
        trace->pieces.push_back(alternative);
    }
    return trace;
}

TracedAnswer answer(const Trace &trace)
{
    QByteArray text;
    for (const auto &one : trace)
        text += one->piece;
    return {QString::fromUtf8(text), trace, {}};
}

QList<DivergenceCause> causesOf(const TracedAnswer &before, const TracedAnswer &now)
{
    return compareAnswers(before, now).causes;
}

Cell done(const QString &text)
{
    Cell cell;
    cell.state = CellState::Done;
    cell.text = text;
    return cell;
}

Experiment expecting(const QList<CheckSpec> &checks)
{
    Experiment experiment;
    experiment.cases = {Case{}};
    experiment.cases[0].variables = {Variable{u"city"_s, u"Paris"_s}};
    experiment.cases[0].checks = checks;
    return experiment;
}

CheckSpec check(const QString &type, const QJsonValue &value)
{
    CheckSpec spec;
    spec.type = type;
    spec.value = value;
    return spec;
}

} // namespace

class TestAnswerComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void luckIsToldFromAChangedMind_data();
    void luckIsToldFromAChangedMind();
    void aWordMayPartInItsMiddle();
    void whatIsNotTracedIsUnknown();
    void lineEndsAndCutCharactersKeepTheirPlace();
    void wordsSayWhatWasLuck();
    void jsonIsComparedByPath();
    void wordsSayHowMuchIsEqual();
    void comparingIsDoneBeside();
    void theOldestPairIsForgotten();
    void whatIsExpectedIsTheNearest();
    void rewritingIsComparedWithTheInput();
    void extractedValuesAreLookedForInTheInput();
};

void TestAnswerComparison::luckIsToldFromAChangedMind_data()
{
    QTest::addColumn<Shares>("before");
    QTest::addColumn<Shares>("now");
    QTest::addColumn<DivergenceCause>("cause");
    QTest::newRow("the same distribution, both likely")
        << Shares{{" red", 0.5}, {" blue", 0.45}} << Shares{{" red", 0.5}, {" blue", 0.45}} << DivergenceCause::CoinFlip;
    QTest::newRow("just likely") << Shares{{" red", 0.7}, {" blue", 0.21}} << Shares{{" blue", 0.7}, {" red", 0.21}}
                                 << DivergenceCause::CoinFlip;
    QTest::newRow("the mass moved") << Shares{{" red", 0.9}, {" blue", 0.05}} << Shares{{" blue", 0.9}, {" red", 0.05}}
                                    << DivergenceCause::ChangeOfMind;
    QTest::newRow("the other one was not thought of")
        << Shares{{" red", 0.9}, {" old", 0.05}} << Shares{{" blue", 0.8}, {" new", 0.1}} << DivergenceCause::ChangeOfMind;
    QTest::newRow("an unlikely draw") << Shares{{" red", 0.9}, {" blue", 0.05}} << Shares{{" red", 0.9}, {" blue", 0.05}}
                                      << DivergenceCause::Unknown;
    QTest::newRow("too short a list") << Shares{{" red", 0.5}} << Shares{{" blue", 0.5}} << DivergenceCause::Unknown;
}

void TestAnswerComparison::luckIsToldFromAChangedMind()
{
    QFETCH(Shares, before);
    QFETCH(Shares, now);
    QFETCH(DivergenceCause, cause);
    const TracedAnswer old = answer({token("The"), token(" red", before), token(" lamp")});
    const TracedAnswer other = answer({token("The"), token(" blue", now), token(" lamp")});
    QCOMPARE(causesOf(old, other), QList<DivergenceCause>{cause});
}

void TestAnswerComparison::aWordMayPartInItsMiddle()
{
    const Shares even{{"s", 0.5}, {"", 0.45}};
    const TracedAnswer one = answer({token("The"), token(" lamp"), token("s", even), token(" burn")});
    const TracedAnswer other = answer({token("The"), token(" lamp"), token("", even)});
    QCOMPARE(causesOf(one, other), QList<DivergenceCause>{DivergenceCause::CoinFlip});
}

void TestAnswerComparison::whatIsNotTracedIsUnknown()
{
    const Shares even{{" red", 0.5}, {" blue", 0.45}};
    const TracedAnswer traced = answer({token("The"), token(" red", even), token(" lamp")});
    const TracedAnswer plain{u"The blue lamp"_s, {}, {}};
    QCOMPARE(causesOf(traced, plain), QList<DivergenceCause>{DivergenceCause::Unknown});
    // A trace of another text (thinking in front of the answer) says nothing about places in this one.
    TracedAnswer shifted = answer({token("The"), token(" blue", even), token(" lamp")});
    shifted.trace.insert(shifted.trace.begin(), token("Hmm. "));
    QCOMPARE(causesOf(traced, shifted), QList<DivergenceCause>{DivergenceCause::Unknown});
}

void TestAnswerComparison::lineEndsAndCutCharactersKeepTheirPlace()
{
    const Shares even{{" red", 0.5}, {" blue", 0.45}};
    const Trace start{token("\xf0\x9f"), token("\x98\x80\r"), token("\nThe")}; // an emoji and a line end in two tokens each
    Trace one = start;
    Trace other = start;
    one.push_back(token(" red", even));
    other.push_back(token(" blue", even));
    QCOMPARE(causesOf(answer(one), answer(other)), QList<DivergenceCause>{DivergenceCause::CoinFlip});
}

void TestAnswerComparison::wordsSayWhatWasLuck()
{
    AnswerComparison comparison = compareAnswers({u"aaaa bbbb"_s, {}, {}}, {u"aaaa cccc"_s, {}, {}});
    comparison.causes = {DivergenceCause::CoinFlip, DivergenceCause::Unknown, DivergenceCause::CoinFlip,
                         DivergenceCause::ChangeOfMind};
    QCOMPARE(comparisonText(comparison, ComparedWith::Variant), u"56 % as in the baseline · 2 coin flips, 1 change of mind"_s);
    QVERIFY(divergenceText(DivergenceCause::CoinFlip).startsWith(u"coin flip"_s));
    QVERIFY(divergenceText(DivergenceCause::ChangeOfMind).startsWith(u"change of mind"_s));
    QCOMPARE(divergenceText(DivergenceCause::Unknown), QString());
}

void TestAnswerComparison::jsonIsComparedByPath()
{
    const AnswerComparison comparison =
        compareAnswers({u"{\"a\": 1, \"b\": [1, 2]}"_s, {}, {}}, {u"{\"b\": [1, 2, 3], \"a\": 2}"_s, {}, {}});
    QVERIFY(comparison.json);
    QCOMPARE(comparisonDetails(comparison), u"$['a']: 1 → 2\n$['b'][2] added: 3"_s);
    QVERIFY(comparisonText(comparison, ComparedWith::Variant).contains(u"JSON: 1 changed, 1 added, 0 removed"_s));
    const AnswerComparison same = compareAnswers({u"{\"a\": 1, \"b\": 2}"_s, {}, {}}, {u"{\"b\": 2, \"a\": 1}"_s, {}, {}});
    QVERIFY(comparisonText(same, ComparedWith::Variant).endsWith(u"the same JSON"_s));
    QVERIFY(!compareAnswers({u"{\"a\": 1}"_s, {}, {}}, {u"{\"a\": "_s, {}, {}}).json);
    QVERIFY(!compareAnswers({u"1"_s, {}, {}}, {u"2"_s, {}, {}}).json);
}

void TestAnswerComparison::wordsSayHowMuchIsEqual()
{
    const AnswerComparison comparison = compareAnswers({u"aaaa bbbb"_s, {}, {}}, {u"aaaa cccc"_s, {}, {}});
    QCOMPARE(comparisonText(comparison, ComparedWith::Variant), u"56 % as in the baseline"_s);
    QCOMPARE(comparisonText(comparison, ComparedWith::Expected), u"56 % as expected"_s);
    QCOMPARE(comparisonText(comparison, ComparedWith::PreviousRepeat), u"56 % as in the previous repeat"_s);
    QCOMPARE(differenceText(comparison, 0), u"difference 1 of 1"_s);
    const QString words = u"word "_s.repeated(1000);
    QVERIFY(comparisonText(compareAnswers({words, {}, {}}, {words + u'!', {}, {}}), ComparedWith::Variant).startsWith(u"99 %"_s));
}

void TestAnswerComparison::comparingIsDoneBeside()
{
    HandBackground background;
    LiveComparisons comparisons(&background);
    QSignalSpy changed(&comparisons, &LiveComparisons::changed);
    const Cell before = done(u"one two"_s);
    const Cell now = done(u"one three"_s);
    QVERIFY(!comparisons.of(before, now));
    QVERIFY(!comparisons.of(before, now));
    QCOMPARE(background.waiting(), 1); // it is asked once
    background.workOff();
    QCOMPARE(changed.count(), 1);
    const AnswerComparison *comparison = comparisons.of(before, now);
    QVERIFY(comparison);
    QCOMPARE(comparison->differences.size(), 1);
    QCOMPARE(background.waiting(), 0);
    LiveComparisons atOnce(nullptr);
    QVERIFY(atOnce.of(before, now));
}

void TestAnswerComparison::theOldestPairIsForgotten()
{
    HandBackground background;
    LiveComparisons comparisons(&background);
    const Cell before = done(u"one"_s);
    QVERIFY(!comparisons.of(before, done(u"first"_s)));
    for (std::size_t i = 0; i < LiveComparisons::MostPairs; ++i)
        QVERIFY(!comparisons.of(before, done(u"other %1"_s.arg(i))));
    background.workOff();
    QVERIFY(comparisons.of(before, done(u"other 0"_s)));
    QVERIFY(!comparisons.of(before, done(u"first"_s)));
    background.workOff();
    QVERIFY(comparisons.of(before, done(u"first"_s)));
}

void TestAnswerComparison::whatIsExpectedIsTheNearest()
{
    LiveComparisons comparisons(nullptr);
    const Experiment experiment = expecting({check(u"contains"_s, u"lamp"_s), check(u"equals"_s, u"It is somewhere else."_s),
                                             check(u"similar"_s, u"The lamp is in {{ city }}."_s)});
    const AnswerComparison *comparison = comparisons.withExpected(experiment, 0, done(u"The lamp is in Rome."_s));
    QVERIFY(comparison && comparison->hasBefore);
    QCOMPARE(comparison->differences.size(), 1);
    QCOMPARE(comparison->differences.constFirst().old, (TextStretch{15, 5}));
    const AnswerComparison *none = comparisons.withExpected(expecting({check(u"is-json"_s, {})}), 0, done(u"x"_s));
    QVERIFY(none && !none->hasBefore);
    QVERIFY(comparisonText(*none, ComparedWith::Expected).contains(u"no check"_s));
}

void TestAnswerComparison::rewritingIsComparedWithTheInput()
{
    LiveComparisons comparisons(nullptr);
    Experiment experiment = expecting({});
    experiment.cases[0].variables = {{u"text"_s, u"The house is red and rather old."_s}, {u"tone"_s, u"plain"_s}};
    Cell now = done(u"The house is blue and old."_s);
    now.request.messages = {{Role::User, u"Make it plain: The house is red and rather old."_s}};
    const AnswerComparison *comparison = comparisons.withInput(experiment, 0, now);
    QVERIFY(comparison && comparison->hasBefore);
    QCOMPARE(comparisonText(*comparison, ComparedWith::Input), u"input: 71 % kept, 14 % changed, 14 % removed; 0 % added"_s);
    QCOMPARE(comparison->differences.size(), 2);
    QVERIFY(comparisonDetails(*comparison).isEmpty());
    QVERIFY(!comparisonObstacle(nullptr, &now, ComparedWith::Input));
    now.request.messages.clear();
    const AnswerComparison *none = comparisons.withInput(experiment, 0, now);
    QVERIFY(none && !none->hasBefore);
    QVERIFY(comparisonText(*none, ComparedWith::Input).contains(u"not known"_s));
}

void TestAnswerComparison::extractedValuesAreLookedForInTheInput()
{
    const QString answer = u"{\"name\": \"anna\", \"total\": 12.5, \"city\": \"Rome\", \"paid\": true}"_s;
    const AnswerComparison comparison = compareWithInput({u"Dear Sir,\nAnna owes 12.50."_s}, answer);
    QCOMPARE(comparisonText(comparison, ComparedWith::Input), u"2 of 3 values stand in the input"_s);
    QCOMPARE(comparison.differences.size(), 1); // what is marked and walked to
    QCOMPARE(answer.sliced(comparison.differences.first().now.start, comparison.differences.first().now.length), u"Rome"_s);
    QCOMPARE(comparisonDetails(comparison), u"city: Rome stands nowhere in the input\nname: anna ← Dear Sir, Anna owes 12.50.\n"
                                            "total: 12.5 ← Dear Sir, Anna owes 12.50."_s);
    qsizetype length = 0;
    for (const DiffSpan &span : comparison.spans)
        length += span.isInNew() ? span.length : 0;
    QCOMPARE(length, answer.size());
}

QTEST_GUILESS_MAIN(TestAnswerComparison)
#include "tst_answercomparison.moc"
