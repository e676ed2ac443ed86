// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"

#include "models/core/counted.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `latency`: milliseconds from leaving the queue to the end, at most the threshold.
class Latency final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        if (!input.threshold)
            return broken(tr("it needs a threshold in milliseconds"));
        if (!input.cell.timings.total)
            return broken(tr("the latency is unknown"));
        const double milliseconds = static_cast<double>(input.cell.timings.total->count()) / 1000;
        return judged(milliseconds <= *input.threshold, tr("the answer took %1 ms").arg(QString::number(milliseconds, 'f', 0)));
    }
};

/// `cost`: US dollars, at most the threshold.
class CostCheck final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        if (!input.threshold)
            return broken(tr("it needs a threshold in US dollars"));
        if (!input.cell.cost)
            return broken(tr("the cost is unknown"));
        return judged(input.cell.cost->dollars() <= *input.threshold, tr("the answer cost %1").arg(input.cell.cost->text()));
    }
};

/// `word-count`: an exact number, or {min, max}.
class WordCount final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        static const QRegularExpression space(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
        const qsizetype words = input.cell.text.split(space, Qt::SkipEmptyParts).size();
        const QString fact = counted(tr("the output has %Ln word(s)", nullptr, countForm(words)), words);
        if (input.value.isObject()) {
            const QJsonObject range = input.value.toObject();
            const QJsonValue low = range.value("min"_L1);
            const QJsonValue high = range.value("max"_L1);
            if (!low.isDouble() && !high.isDouble())
                return broken(tr("it needs a number, or \"min\" and \"max\""));
            const bool inside = static_cast<double>(words) >= low.toDouble(0)
                                && (!high.isDouble() || static_cast<double>(words) <= high.toDouble());
            return judged(inside, fact);
        }
        bool ok = false;
        const auto text = asText(input.value);
        const double wanted = text ? text->toDouble(&ok) : 0;
        return ok ? judged(static_cast<double>(words) == wanted, fact) : broken(tr("it needs a number, or \"min\" and \"max\""));
    }
};

/// `finish-reason`: "stop", "length", …
class FinishReasonIs final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const auto wanted = asText(input.value);
        if (!wanted || wanted->isEmpty())
            return broken(tr("it needs a reason such as \"stop\""));
        if (input.cell.request.endpoint.kind == EndpointKind::Echo)
            return judged(false, tr("an echo has no finish reason"));
        if (input.cell.request.endpoint.kind == EndpointKind::Script)
            return judged(false, tr("a script has no finish reason"));
        const QString reason = finishReasonName(input.cell.finishReason);
        return judged(reason.compare(*wanted, Qt::CaseInsensitive) == 0, tr("it ended with \"%1\"").arg(reason));
    }
};

/// `perplexity`: e^(−mean ln p), at most the threshold; without one it passes. `perplexity-score`: 1 / (1 + e^(−mean ln p)), at
/// least the threshold; it is 0.5 at most.
class PerplexityCheck final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    explicit PerplexityCheck(bool isScore) : m_isScore(isScore) { }

private:
    Finding run(const CheckInput &input) const override
    {
        if (!input.meanLogProbability)
            return broken(tr("the probabilities of the tokens are not known"));
        const double perplexity = std::exp(-*input.meanLogProbability);
        const double value = m_isScore ? 1 / (1 + perplexity) : perplexity;
        const bool holds = !input.threshold || (m_isScore ? value >= *input.threshold : value <= *input.threshold);
        Finding finding = judged(holds, tr("the perplexity is %1").arg(QString::number(perplexity, 'f', 2)));
        if (m_isScore)
            finding.score = value;
        if (!input.threshold)
            finding.turnedRound = m_isScore ? TurnedRound::Score : TurnedRound::Nothing;
        return finding;
    }

    const bool m_isScore;
};

/// `guardrails`: the endpoint did not withhold the answer.
class Guardrails final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const bool isWithheld = input.cell.finishReason == FinishReason::ContentFilter;
        return judged(!isWithheld, isWithheld ? tr("the endpoint withheld the answer") : tr("the endpoint let the answer pass"));
    }
};

} // namespace

void addMeasureChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"word-count"_s, CheckNeeds::Answer, std::make_unique<WordCount>()});
    checks.push_back({u"latency"_s, CheckNeeds::Answer, std::make_unique<Latency>()});
    checks.push_back({u"cost"_s, CheckNeeds::Answer, std::make_unique<CostCheck>()});
    checks.push_back({u"finish-reason"_s, CheckNeeds::Answer, std::make_unique<FinishReasonIs>()});
    checks.push_back({u"perplexity"_s, CheckNeeds::Answer, std::make_unique<PerplexityCheck>(false)});
    checks.push_back({u"perplexity-score"_s, CheckNeeds::Answer, std::make_unique<PerplexityCheck>(true)});
    checks.push_back({u"guardrails"_s, CheckNeeds::Answer, std::make_unique<Guardrails>()});
}

} // namespace Tempera
