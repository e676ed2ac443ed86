// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checksuite.h"
#include "models/checks/scriptmodule.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class GradeTexts
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    static QString part(const Verdict &verdict)
    {
        return tr("%1: %2", "a check, what it found").arg(verdict.type, verdict.reason);
    }
    static QString allHold() { return tr("all of its checks passed"); }
    static QString score(double score, double threshold)
    {
        return tr("the score is %1, the threshold %2").arg(QString::number(score, 'f', 2)).arg(threshold);
    }
    static QString notKnown(const QString &why) { return tr("a check was not carried out: %1").arg(why); }
    static QString noGrade() { return tr("the scoring function returned no object with \"pass\" and \"score\""); }
    static QString scored(double score) { return tr("the scoring function gave %1").arg(score); }
    static QString noScript() { return tr("only scoring functions in JavaScript are run"); }
};

const Verdict *firstWith(const Verdicts &verdicts, Outcome outcome)
{
    const auto found = std::ranges::find(verdicts, outcome, &Verdict::outcome);
    return found == verdicts.end() ? nullptr : &*found;
}

/// Σ(score·weight)/Σweight over what was evaluated; 1 without checks, 0 when none of them was evaluated or has a weight.
double totalScore(const Verdicts &verdicts)
{
    double sum = 0;
    double weights = 0;
    for (const Verdict &verdict : verdicts) {
        if (verdict.outcome == Outcome::NotEvaluated)
            continue;
        sum += verdict.score * verdict.weight;
        weights += verdict.weight;
    }
    if (weights > 0)
        return sum / weights;
    return verdicts.isEmpty() ? 1 : 0;
}

/// The score if all that was not evaluated had passed.
double highestScore(const Verdicts &verdicts)
{
    Verdicts best = verdicts;
    for (Verdict &verdict : best) {
        if (verdict.outcome != Outcome::NotEvaluated)
            continue;
        verdict.outcome = Outcome::Pass;
        verdict.score = 1;
    }
    return totalScore(best);
}

/// With a threshold the score decides; what was not evaluated fails nothing that it might have saved.
Outcome totalOutcome(const Verdicts &verdicts, double score, std::optional<double> threshold)
{
    const bool isOpen = firstWith(verdicts, Outcome::NotEvaluated) != nullptr;
    const bool failed =
        threshold ? (isOpen ? highestScore(verdicts) : score) < *threshold : firstWith(verdicts, Outcome::Fail) != nullptr;
    if (failed)
        return Outcome::Fail;
    if (!threshold && firstWith(verdicts, Outcome::Error))
        return Outcome::Error;
    return isOpen ? Outcome::NotEvaluated : Outcome::Pass;
}

QString reasonOfSet(const Grade &grade, std::optional<double> threshold)
{
    if (grade.outcome == Outcome::NotEvaluated)
        return GradeTexts::notKnown(firstWith(grade.verdicts, Outcome::NotEvaluated)->reason);
    if (threshold)
        return GradeTexts::score(grade.score, *threshold);
    for (const Outcome bad : {Outcome::Fail, Outcome::Error}) {
        if (const Verdict *verdict = firstWith(grade.verdicts, bad))
            return GradeTexts::part(*verdict);
    }
    return GradeTexts::allHold();
}

/// What all judges of a set used. One question keeps its own record, by which it is not asked again.
std::optional<JudgeUse> useOfSet(const Verdicts &parts)
{
    std::optional<JudgeUse> use;
    for (const Verdict &part : parts) {
        if (!part.asked)
            continue;
        if (!use) {
            use = part.asked;
            continue;
        }
        use = usedTogether(*use, *part.asked);
        use->question.clear();
        use->wasRead = false;
        if (use->model != part.asked->model)
            use->model.clear();
    }
    return use;
}

Verdict joinedSet(const CheckSpec &set, const Verdicts &parts)
{
    const Grade grade = gradeOf(parts, set.threshold);
    Verdict verdict;
    verdict.type = set.type;
    verdict.weight = set.weight;
    verdict.metric = set.metric;
    verdict.outcome = grade.outcome;
    verdict.score = grade.score;
    verdict.reason = reasonOfSet(grade, set.threshold);
    verdict.asked = useOfSet(parts);
    verdict.named = namedScores(parts);
    for (const Verdict &part : parts) {
        verdict.parts += VerdictPart{part.outcome == Outcome::Pass, part.score, GradeTexts::part(part)};
        verdict.evidence += part.evidence;
    }
    return verdict;
}

QJsonObject scoringContext(const Grade &grade, std::optional<double> threshold)
{
    QJsonArray components;
    for (const Verdict &verdict : grade.verdicts) {
        components.append(QJsonObject{{u"pass"_s, verdict.outcome == Outcome::Pass},
                                      {u"score"_s, verdict.score},
                                      {u"reason"_s, verdict.reason},
                                      {u"assertion"_s, QJsonObject{{u"type"_s, verdict.type}, {u"metric"_s, verdict.metric}}}});
    }
    QJsonObject context{{u"componentResults"_s, components}};
    if (threshold)
        context.insert(u"threshold"_s, *threshold);
    return context;
}

Result<QJsonValue> scored(const GradingInput &input, const Grade &grade)
{
    QJsonObject named;
    for (const NamedScore &score : namedScores(grade.verdicts))
        named.insert(score.name, score.score);
    const QJsonArray arguments{named, scoringContext(grade, input.threshold)};
    if (const auto called = callNamedScript(input.scoring, input.scripts, arguments, input.limits))
        return *called;
    if (input.scoring.startsWith("file://"_L1))
        return failure(ErrorKind::Script, GradeTexts::noScript());
    return callScript(u"("_s + input.scoring + u"\n)"_s, arguments, input.limits);
}

} // namespace

Grade gradeOf(const Verdicts &verdicts, std::optional<double> threshold)
{
    Grade grade;
    grade.verdicts = verdicts;
    grade.score = totalScore(verdicts);
    grade.outcome = totalOutcome(verdicts, grade.score, threshold);
    return grade;
}

Verdicts withSetsJoined(const QList<CheckSpec> &checks, const Verdicts &verdicts)
{
    Verdicts joined;
    for (qsizetype i = 0; i < verdicts.size(); ++i) {
        const CheckSpec set = checks.value(i);
        if (!isCheckSet(set)) {
            joined += verdicts.at(i);
            continue;
        }
        const qsizetype parts = std::min<qsizetype>(set.parts, verdicts.size() - i - 1);
        joined += joinedSet(set, verdicts.sliced(i + 1, parts));
        i += parts;
    }
    return joined;
}

Grade gradeOf(const GradingInput &input, const Verdicts &verdicts)
{
    Grade grade = gradeOf(withSetsJoined(input.checks, verdicts), input.threshold);
    if (input.scoring.isEmpty())
        return grade;
    const Result<QJsonValue> result = scored(input, grade);
    const QJsonObject map = result.value_or(QJsonValue()).toObject();
    Verdict verdict;
    verdict.type = u"assertScoringFunction"_s;
    verdict.weight = 0; // it is no part of the mean: it is the score
    if (map.value("pass"_L1).isBool() && map.value("score"_L1).isDouble()) {
        verdict.outcome = map.value("pass"_L1).toBool() ? Outcome::Pass : Outcome::Fail;
        verdict.score = map.value("score"_L1).toDouble();
        verdict.reason = map.value("reason"_L1).toString(GradeTexts::scored(verdict.score));
    } else {
        verdict.outcome = Outcome::Error;
        verdict.reason = result ? GradeTexts::noGrade() : result.error().detail;
    }
    grade.outcome = verdict.outcome;
    grade.score = verdict.score;
    grade.verdicts += verdict;
    return grade;
}

Grade gradeCell(const Cell &cell, const QList<CheckSpec> &checks, const Variables &variables, std::optional<double> threshold)
{
    const GradingInput input{cell, withSetsOpened(checks), variables, threshold};
    return gradeOf(input, draftGrade(input).verdicts);
}

} // namespace Tempera
