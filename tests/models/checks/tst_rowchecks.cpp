// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/rowchecks.h"

#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Verdict verdictWith(const QString &type, double score, Outcome outcome = Outcome::Pass)
{
    Verdict verdict;
    verdict.type = type;
    verdict.score = score;
    verdict.outcome = outcome;
    return verdict;
}

CheckSpec rowSpec(const QString &type, const QJsonValue &value)
{
    CheckSpec check;
    check.type = type;
    check.value = value;
    return check;
}

QList<Outcome> outcomesOf(const Verdicts &verdicts)
{
    QList<Outcome> outcomes;
    for (const Verdict &verdict : verdicts)
        outcomes += verdict.outcome;
    return outcomes;
}

constexpr Outcome pass = Outcome::Pass;
constexpr Outcome fail = Outcome::Fail;

} // namespace

class RowChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whichCompare()
    {
        QVERIFY(comparesRow(u"select-best"_s));
        QVERIFY(comparesRow(u"max-score"_s));
        QVERIFY(!comparesRow(u"llm-rubric"_s));
        const QList<CheckSpec> found = rowChecks({rowSpec(u"contains"_s, u"x"_s), rowSpec(u"max-score"_s, {}),
                                                  rowSpec(u"select-best"_s, u"a"_s), rowSpec(u"select-best"_s, u"b"_s)});
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].type, u"max-score"_s);
        QCOMPARE(found[1].value, QJsonValue(u"a"_s)); // the first of its type
    }

    /// Winners of promptfoo 0.123.1's selectMaxScore for the same scores.
    void highestScore_data()
    {
        QTest::addColumn<QJsonObject>("value");
        QTest::addColumn<QList<Outcome>>("outcomes");
        const QJsonObject weights{{u"contains"_s, 3}, {u"latency"_s, 0}};
        QTest::newRow("the mean") << QJsonObject() << QList<Outcome>{fail, pass, fail}; // 0.5, 0.75, 0.75: the first of two
        QTest::newRow("the sum") << QJsonObject{{u"method"_s, u"sum"_s}} << QList<Outcome>{fail, fail, pass}; // 1, 1.5, 2.25
        QTest::newRow("weights") << QJsonObject{{u"weights"_s, weights}} << QList<Outcome>{pass, fail, fail}; // 1, 0.5, 0.875
        QTest::newRow("enough") << QJsonObject{{u"threshold"_s, 0.75}} << QList<Outcome>{fail, pass, fail};
        QTest::newRow("not enough") << QJsonObject{{u"threshold"_s, 0.8}} << QList<Outcome>{fail, fail, fail};
    }
    void highestScore()
    {
        QFETCH(const QJsonObject, value);
        QFETCH(const QList<Outcome>, outcomes);
        const QList<Verdicts> row{
            {verdictWith(u"contains"_s, 1), verdictWith(u"latency"_s, 0, Outcome::Fail)},
            {verdictWith(u"contains"_s, 0.5), verdictWith(u"latency"_s, 1),
             verdictWith(u"max-score"_s, 0, Outcome::NotEvaluated)},
            {verdictWith(u"contains"_s, 0.75), verdictWith(u"latency"_s, 0.5), verdictWith(u"equals"_s, 1)},
        };
        const Verdicts verdicts = maxScoreVerdicts(rowSpec(u"max-score"_s, value), row);
        QCOMPARE(outcomesOf(verdicts), outcomes);
        for (const Verdict &verdict : verdicts) {
            QCOMPARE(verdict.score, verdict.outcome == Outcome::Pass ? 1.0 : 0.0);
            QVERIFY(!verdict.reason.isEmpty());
        }
    }

    void whatHasNoScore()
    {
        const CheckSpec check = rowSpec(u"max-score"_s, {});
        const Verdicts some{verdictWith(u"contains"_s, 1)};
        QCOMPARE(outcomesOf(maxScoreVerdicts(check, {some})), QList<Outcome>{Outcome::NotEvaluated});
        QCOMPARE(outcomesOf(maxScoreVerdicts(check, {some, {}})), (QList<Outcome>{Outcome::Error, Outcome::Error}));
        const Verdicts open{verdictWith(u"python"_s, 0, Outcome::NotEvaluated)};
        QCOMPARE(outcomesOf(maxScoreVerdicts(check, {some, open})),
                 (QList<Outcome>{Outcome::NotEvaluated, Outcome::NotEvaluated}));
    }

    void theJudgeChooses_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QList<Outcome>>("outcomes");
        const QList<Outcome> errors{Outcome::Error, Outcome::Error, Outcome::Error};
        QTest::newRow("JSON") << u"{\"reason\": \"short\", \"index\": 2}"_s << QList<Outcome>{fail, fail, pass};
        QTest::newRow("a number alone") << u" 1\n"_s << QList<Outcome>{fail, pass, fail};
        QTest::newRow("words around it") << u"Text 0 is the best of 3."_s << QList<Outcome>{pass, fail, fail};
        QTest::newRow("none of them") << u"3"_s << errors;
        QTest::newRow("no number") << u"the last one"_s << errors;
        QTest::newRow("half a number") << u"{\"index\": 0.5}"_s << errors;
    }
    void theJudgeChooses()
    {
        QFETCH(const QString, reply);
        QFETCH(const QList<Outcome>, outcomes);
        GradingInput input;
        input.cell.text = u"first"_s;
        input.checks = {rowSpec(u"select-best"_s, u"is {{ word }}"_s)};
        input.variables = {{u"word"_s, u"brief"_s}};
        QCOMPARE(draftGrade(input).verdicts[0].outcome, Outcome::NotEvaluated); // the row is not there
        QVERIFY(draftGrade(input).asked.isEmpty());
        input.row = {u"first"_s, u"second </answer>"_s, u"third"_s};
        const GradingDraft draft = draftGrade(input);
        QCOMPARE(draft.asked.size(), 1);
        const QString asked = draft.asked[0].question.messages.constLast().text;
        for (const QString &part : {u"is brief"_s, u"first"_s, u"third"_s, u"number 2"_s})
            QVERIFY2(asked.contains(part), qPrintable(asked));
        JudgeUse use;
        use.usage.inputTokens = 5;
        const Verdicts verdicts = selectBestVerdicts(input.checks[0], verdictOfReply(input, 0, {reply}, use), 3);
        QCOMPARE(outcomesOf(verdicts), outcomes);
        QVERIFY(verdicts[0].asked); // once a row
        QVERIFY(!verdicts[1].asked && !verdicts[2].asked);
    }

    void ownPrompt()
    {
        GradingInput input;
        input.checks = {rowSpec(u"select-best"_s, u"brief"_s)};
        input.options = {{u"rubricPrompt"_s, u"{{ criteria }}:{% for o in outputs %} {{ loop.index0 }}={{ o }}{% endfor %}"_s}};
        input.row = {u"a"_s, u"b"_s};
        QCOMPARE(draftGrade(input).asked.at(0).question.messages.constLast().text, u"brief: 0=a 1=b"_s);
    }

    /// An answer that was not chosen fails with nothing; one that was keeps what it had.
    void whatBecomesOfTheGrade()
    {
        Grade grade = gradeOf({verdictWith(u"contains"_s, 1), verdictWith(u"levenshtein"_s, 0.5),
                               verdictWith(u"select-best"_s, 0, Outcome::NotEvaluated)},
                              std::nullopt);
        QCOMPARE(grade.outcome, Outcome::NotEvaluated);
        const Grade chosen = withRowVerdicts(grade, {verdictWith(u"select-best"_s, 1)}, std::nullopt);
        QCOMPARE(chosen.outcome, Outcome::Pass);
        QCOMPARE(chosen.score, 0.75);
        QCOMPARE(chosen.verdicts.size(), 3);
        QCOMPARE(chosen.verdicts[2].outcome, Outcome::Pass);
        const Grade other = withRowVerdicts(grade, {verdictWith(u"select-best"_s, 0, Outcome::Fail)}, std::nullopt);
        QCOMPARE(other.outcome, Outcome::Fail);
        QCOMPARE(other.score, 0.0);
        const Grade open = withRowVerdicts(grade, {verdictWith(u"select-best"_s, 0, Outcome::NotEvaluated)}, std::nullopt);
        QCOMPARE(open.outcome, Outcome::NotEvaluated);
        QCOMPARE(open.score, 0.75);
        // A threshold is for the others' mean.
        QCOMPARE(withRowVerdicts(grade, {verdictWith(u"select-best"_s, 1)}, 0.9).outcome, Outcome::Fail);
        // Nothing else was asked of it.
        const Grade alone = gradeOf({verdictWith(u"select-best"_s, 0, Outcome::NotEvaluated)}, std::nullopt);
        QCOMPARE(withRowVerdicts(alone, {verdictWith(u"select-best"_s, 1)}, std::nullopt).score, 1.0);
    }
};

QTEST_GUILESS_MAIN(RowChecksTest)
#include "tst_rowchecks.moc"
