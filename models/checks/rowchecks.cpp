// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/rowchecks.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr auto selectBest = "select-best"_L1;
constexpr auto maxScore = "max-score"_L1;
constexpr auto scoringFunction = "assertScoringFunction"_L1;

class RowTexts
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    static QString lonely() { return tr("there is only one answer to the case, so there is nothing to compare it with"); }
    static QString noOther() { return tr("it needs at least one other check, whose scores it compares"); }
    static QString unknownScore() { return tr("an answer to the case has no score yet to compare"); }
    static QString highest(double score) { return tr("it has the highest score, %1").arg(number(score)); }
    static QString lower(double score, double most)
    {
        return tr("its score is %1, the highest is %2").arg(number(score), number(most));
    }
    static QString tooLow(double score, double threshold)
    {
        return tr("its score of %1 is the highest, but below %2").arg(number(score)).arg(threshold);
    }
    static QString chosen(const QString &why) { return tr("it was chosen as the best: %1").arg(why); }
    static QString notChosen(const QString &why) { return tr("another answer was chosen as the best: %1").arg(why); }
    static QString noSuchAnswer(double index, qsizetype answers)
    {
        return tr("the judge chose the answer number %1, and there are those from 0 to %2").arg(index).arg(answers - 1);
    }

private:
    static QString number(double score) { return QString::number(score, 'f', 3); }
};

Verdict rowVerdict(const CheckSpec &check, Outcome outcome, const QString &reason)
{
    Verdict verdict;
    verdict.type = check.type;
    verdict.metric = check.metric;
    verdict.weight = 0; // it is no part of the mean
    verdict.outcome = outcome;
    verdict.score = outcome == Outcome::Pass ? 1 : 0;
    verdict.reason = reason;
    return verdict;
}

Verdicts forAll(const Verdict &verdict, qsizetype answers)
{
    return Verdicts(answers, verdict);
}

bool isComponent(const Verdict &verdict)
{
    return !comparesRow(verdict.type) && verdict.type != scoringFunction;
}

/// What max-score's value says of how scores become one.
struct ScoreRule {
    bool sums = false;
    QJsonObject weights;
    std::optional<double> threshold;

    explicit ScoreRule(const QJsonObject &value)
        : sums(value.value("method"_L1).toString() == "sum"_L1), weights(value.value("weights"_L1).toObject())
    {
        if (const QJsonValue least = value.value("threshold"_L1); least.isDouble())
            threshold = least.toDouble();
    }

    /// Nothing where none of the checks has a score.
    [[nodiscard]] std::optional<double> scoreOf(const Verdicts &verdicts) const
    {
        double sum = 0;
        double weight = 0;
        bool isKnown = false;
        for (const Verdict &verdict : verdicts) {
            if (!isComponent(verdict) || verdict.outcome == Outcome::NotEvaluated)
                continue;
            const double own = weights.value(verdict.type).toDouble(1);
            sum += verdict.score * own;
            weight += own;
            isKnown = true;
        }
        if (!isKnown)
            return std::nullopt;
        return sums ? sum : weight > 0 ? sum / weight : 0;
    }
};

} // namespace

bool comparesRow(const QString &type)
{
    return type == selectBest || type == maxScore;
}

bool asksOfRow(const QString &type)
{
    return type == selectBest;
}

QList<CheckSpec> rowChecks(const QList<CheckSpec> &checks)
{
    QList<CheckSpec> found;
    for (const CheckSpec &check : checks) {
        if (comparesRow(check.type) && !std::ranges::contains(found, check.type, &CheckSpec::type))
            found += check;
    }
    return found;
}

Verdicts lonelyVerdicts(const CheckSpec &check, qsizetype answers)
{
    return forAll(rowVerdict(check, Outcome::NotEvaluated, RowTexts::lonely()), answers);
}

Verdicts maxScoreVerdicts(const CheckSpec &check, const QList<Verdicts> &row)
{
    if (row.size() < 2)
        return lonelyVerdicts(check, row.size());
    const ScoreRule rule(check.value.toObject());
    std::vector<double> scores;
    for (const Verdicts &verdicts : row) {
        if (std::ranges::none_of(verdicts, &isComponent))
            return forAll(rowVerdict(check, Outcome::Error, RowTexts::noOther()), row.size());
        const std::optional<double> score = rule.scoreOf(verdicts);
        if (!score)
            return forAll(rowVerdict(check, Outcome::NotEvaluated, RowTexts::unknownScore()), row.size());
        scores.push_back(*score);
    }
    const auto best = std::ranges::max_element(scores); // the first of several
    const bool isEnough = !rule.threshold || *best >= *rule.threshold;
    Verdicts verdicts;
    for (auto score = scores.begin(); score != scores.end(); ++score) {
        if (score == best && isEnough)
            verdicts += rowVerdict(check, Outcome::Pass, RowTexts::highest(*score));
        else if (*score == *best && !isEnough)
            verdicts += rowVerdict(check, Outcome::Fail, RowTexts::tooLow(*score, *rule.threshold));
        else
            verdicts += rowVerdict(check, Outcome::Fail, RowTexts::lower(*score, *best));
    }
    return verdicts;
}

Verdicts selectBestVerdicts(const CheckSpec &check, const Verdict &judged, qsizetype answers)
{
    Verdicts verdicts;
    const double chosen = judged.asked ? judged.asked->score : -1;
    const bool isRead = judged.outcome == Outcome::Pass;
    if (!isRead) {
        verdicts = forAll(rowVerdict(check, judged.outcome, judged.reason), answers);
    } else if (chosen < 0 || chosen >= static_cast<double>(answers) || chosen != std::floor(chosen)) {
        verdicts = forAll(rowVerdict(check, Outcome::Error, RowTexts::noSuchAnswer(chosen, answers)), answers);
    } else {
        for (qsizetype i = 0; i < answers; ++i) {
            const bool isBest = i == static_cast<qsizetype>(chosen);
            verdicts += rowVerdict(check, isBest ? Outcome::Pass : Outcome::Fail,
                                   isBest ? RowTexts::chosen(judged.reason) : RowTexts::notChosen(judged.reason));
        }
    }
    if (!verdicts.isEmpty()) {
        verdicts.first().asked = judged.asked;
        verdicts.first().parts = judged.parts;
    }
    return verdicts;
}

void keepRowQuestions(Grade &grade, const Grade &earlier)
{
    for (Verdict &verdict : grade.verdicts) {
        const auto before = std::ranges::find(earlier.verdicts, verdict.type, &Verdict::type);
        if (!comparesRow(verdict.type) || before == earlier.verdicts.end())
            continue;
        verdict.asked = before->asked;
        verdict.parts = before->parts;
    }
}

Grade withRowVerdicts(const Grade &grade, const Verdicts &compared, std::optional<double> threshold)
{
    Verdicts own = grade.verdicts;
    own.removeIf([](const Verdict &verdict) { return comparesRow(verdict.type); });
    Grade made = grade;
    if (own.isEmpty() || own.constLast().type != scoringFunction) // which had the last word on the others
        made = gradeOf(own, threshold);
    made.verdicts = grade.verdicts;
    for (const Verdict &verdict : compared) {
        for (Verdict &each : made.verdicts) {
            if (each.type == verdict.type)
                each = verdict;
        }
        if (verdict.outcome == Outcome::Fail) {
            made.outcome = Outcome::Fail;
            made.score = 0;
        } else if (verdict.outcome != Outcome::Pass && made.outcome == Outcome::Pass) {
            made.outcome = verdict.outcome;
        }
    }
    return made;
}

} // namespace Tempera
