// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/scriptmodule.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `javascript`: a script says whether the answer is good. It has no files, no network and no modules.
class JavaScript final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const QString code = input.value.toString();
        if (code.trimmed().isEmpty())
            return broken(tr("it needs a script"));
        if (!input.scripted && code.trimmed().startsWith("file://"_L1))
            return notEvaluated(tr("only scripts in JavaScript are run"));
        const Result<QJsonValue> result = input.scripted ? Result<QJsonValue>(*input.scripted)
                                                         : callScript(functionOfCode(code, {u"output"_s, u"context"_s}),
                                                                      {scriptOutput(input), scriptContext(input)}, input.limits);
        if (!result)
            return broken(result.error().detail);
        return found(*result, input);
    }

    static Finding found(const QJsonValue &result, const CheckInput &input)
    {
        if (result.isBool())
            return judged(result.toBool(), result.toBool() ? tr("the script returned true") : tr("the script returned false"));
        if (result.isDouble()) {
            const double score = result.toDouble();
            const bool holds = input.threshold ? score >= *input.threshold : score > 0;
            Finding finding{holds ? Outcome::Pass : Outcome::Fail, score, tr("the script returned %1").arg(score)};
            finding.turnedRound = TurnedRound::Outcome; // the script's score is its own
            return finding;
        }
        const QJsonObject map = result.toObject();
        if (!map.value("pass"_L1).isBool())
            return broken(tr("the script returned neither true or false, a number, nor an object with \"pass\""));
        const bool holds = map.value("pass"_L1).toBool(); // promptfoo: the script knows its threshold itself
        const double score = map.value("score"_L1).toDouble(holds ? 1 : 0);
        Finding finding{holds ? Outcome::Pass : Outcome::Fail, score, map.value("reason"_L1).toString()};
        for (const QJsonValue &component : map.value("componentResults"_L1).toArray()) {
            const QJsonObject part = component.toObject();
            const bool partPassed = part.value("pass"_L1).toBool();
            finding.parts +=
                {partPassed, part.value("score"_L1).toDouble(partPassed ? 1 : 0), part.value("reason"_L1).toString()};
        }
        const QJsonObject named = map.value("namedScores"_L1).toObject();
        for (auto entry = named.begin(); entry != named.end(); ++entry) {
            if (entry->isDouble())
                finding.named += NamedScore{entry.key(), entry->toDouble()};
        }
        finding.turnedRound = TurnedRound::Outcome;
        if (finding.fact.isEmpty())
            finding.fact = holds ? tr("the script returned true") : tr("the script returned false");
        return finding;
    }
};

} // namespace

void addScriptChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"javascript"_s, CheckNeeds::Answer, std::make_unique<JavaScript>()});
}

} // namespace Tempera
