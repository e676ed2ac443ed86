// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checksuite.h"

#include "models/checks/checkregistry.h"
#include "models/checks/scripts.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class Suite
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    Suite(const Cell &cell, const Variables &variables) : m_cell(cell), m_variables(variablesToJson(variables)) { }

    Verdict verdict(const CheckSpec &spec)
    {
        Verdict verdict;
        verdict.type = spec.type;
        verdict.weight = spec.weight;
        verdict.metric = spec.metric;
        const bool negated = spec.type.startsWith("not-"_L1);
        const Check *check = findCheck(negated ? spec.type.sliced(4) : spec.type);
        if (!check) {
            verdict.reason = tr("this version does not know this check");
            return verdict;
        }
        if (spec.other.contains("transform"_L1)) {
            verdict.reason = tr("this version does not support its \"transform\"");
            return verdict;
        }
        const Result<QJsonValue> value = spec.isData ? spec.value : rendered(spec.value);
        Finding finding = value ? check->run({m_cell, *value, spec.threshold}) : Finding{Outcome::Error, 0, value.error().detail};
        if (negated && finding.outcome != Outcome::Error) {
            finding.outcome = finding.outcome == Outcome::Pass ? Outcome::Fail : Outcome::Pass;
            finding.score = 1 - finding.score;
        }
        verdict.outcome = finding.outcome;
        verdict.score = finding.score;
        verdict.reason = finding.fact;
        if (spec.weight == 0 && finding.outcome == Outcome::Fail)
            verdict.outcome = Outcome::Pass; // promptfoo: a check of no weight is for information
        return verdict;
    }

private:
    /// The value with the variables in all of its texts.
    Result<QJsonValue> rendered(const QJsonValue &value)
    {
        if (value.isString())
            return renderedText(value.toString());
        if (value.isArray()) {
            QJsonArray list;
            for (const auto &item : value.toArray()) {
                Result<QJsonValue> part = rendered(item);
                if (!part)
                    return part;
                list.append(*part);
            }
            return list;
        }
        if (!value.isObject())
            return value;
        QJsonObject map = value.toObject();
        for (auto it = map.begin(); it != map.end(); ++it) {
            Result<QJsonValue> part = rendered(it.value());
            if (!part)
                return part;
            it.value() = *part;
        }
        return map;
    }

    Result<QJsonValue> renderedText(const QString &text)
    {
        const bool isTemplate = text.contains("{{"_L1) || text.contains("{%"_L1) || text.contains("{#"_L1);
        if (!isTemplate)
            return text;
        TemplateEngine *engine = threadTemplateEngine();
        if (!engine)
            return failure(ErrorKind::Template, tr("templates cannot be rendered"));
        const Result<QString> result = engine->renderData(text, m_variables, MissingVariables::Error);
        return result ? Result<QJsonValue>(*result) : std::unexpected(result.error());
    }

    const Cell &m_cell;
    const QJsonObject m_variables;
};

bool contains(const Verdicts &verdicts, Outcome outcome)
{
    for (const Verdict &verdict : verdicts) {
        if (verdict.outcome == outcome)
            return true;
    }
    return false;
}

/// Σ(score·weight)/Σweight over what was evaluated; 1 without checks, 0 when none of them was evaluated.
double totalScore(const Verdicts &verdicts)
{
    double sum = 0;
    double weights = 0;
    qsizetype evaluated = 0;
    for (const Verdict &verdict : verdicts) {
        if (verdict.outcome == Outcome::NotEvaluated)
            continue;
        ++evaluated;
        sum += verdict.score * verdict.weight;
        weights += verdict.weight;
    }
    if (weights > 0)
        return sum / weights;
    return verdicts.isEmpty() || evaluated > 0 ? 1 : 0;
}

Outcome totalOutcome(const Verdicts &verdicts, double score, std::optional<double> threshold)
{
    const bool failed = threshold ? score < *threshold : contains(verdicts, Outcome::Fail);
    if (failed)
        return Outcome::Fail;
    if (!threshold && contains(verdicts, Outcome::Error))
        return Outcome::Error;
    return contains(verdicts, Outcome::NotEvaluated) ? Outcome::NotEvaluated : Outcome::Pass;
}

} // namespace

Grade gradeCell(const Cell &cell, const QList<CheckSpec> &checks, const Variables &variables, std::optional<double> threshold)
{
    Grade grade;
    Suite suite(cell, variables);
    for (const CheckSpec &spec : checks)
        grade.verdicts.append(suite.verdict(spec));
    grade.score = totalScore(grade.verdicts);
    grade.outcome = totalOutcome(grade.verdicts, grade.score, threshold);
    return grade;
}

} // namespace Tempera
