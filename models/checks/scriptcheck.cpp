// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/core/money.h"
#include "models/text/scripthost.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What promptfoo makes of a script: one line is an expression, with declarations before it where there are some; several
/// lines are the body of a function.
QString scriptBody(const QString &code)
{
    static const QRegularExpression declaration(uR"(^(const|let|var)\s)"_s);
    static const QRegularExpression statement(uR"(^return\b)"_s);
    QString line = code.trimmed();
    if (line.contains(u'\n') || statement.match(line).hasMatch())
        return line;
    while (line.endsWith(u';'))
        line = line.chopped(1).trimmed();
    const qsizetype end = declaration.match(line).hasMatch() ? line.lastIndexOf(u';') + 1 : 0;
    return line.first(end) + u"return "_s + line.sliced(end).trimmed();
}

template<typename Number>
QJsonValue numberOrNull(const std::optional<Number> &number)
{
    return number ? QJsonValue(static_cast<double>(*number)) : QJsonValue(QJsonValue::Null);
}

/// `javascript`: a script says whether the answer is good. It has no files, no network and no modules.
class JavaScript final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const QString code = input.value.toString();
        if (code.trimmed().isEmpty())
            return broken(tr("it needs a script"));
        if (code.trimmed().startsWith("file://"_L1))
            return broken(tr("a script in a separate file is not supported; put it into the check"));
        const auto host = ScriptHost::create(input.limits);
        if (!host)
            return broken(tr("scripts cannot be run"));
        const Result<QJsonValue> result =
            (*host)->call(scriptBody(code), {{u"output"_s, outputOf(input)}, {u"context"_s, contextOf(input)}});
        if (!result) {
            const Error &error = result.error();
            return broken(error.line > 0 ? tr("the script failed in line %1: %2").arg(error.line).arg(error.detail)
                                         : tr("the script failed: %1").arg(error.detail));
        }
        return found(*result, input);
    }

    /// An answer that was asked for as JSON is handed over as such.
    static QJsonValue outputOf(const CheckInput &input)
    {
        const bool askedForJson = !input.cell.request.sampling.jsonSchema.isEmpty();
        return askedForJson && !input.json.value().isUndefined() ? input.json.value() : QJsonValue(input.cell.text);
    }

    static QJsonObject contextOf(const CheckInput &input)
    {
        const Cell &cell = input.cell;
        const QJsonObject usage{{u"prompt"_s, numberOrNull(cell.usage.inputTokens)},
                                {u"completion"_s, numberOrNull(cell.usage.outputTokens)},
                                {u"cached"_s, numberOrNull(cell.usage.cachedInputTokens)}};
        const QJsonValue cost = cell.cost ? QJsonValue(cell.cost->dollars()) : QJsonValue(QJsonValue::Null);
        std::optional<double> milliseconds;
        if (cell.timings.total)
            milliseconds = static_cast<double>(cell.timings.total->count()) / 1000;
        QJsonObject test = input.test;
        test.insert(u"vars"_s, input.variables);
        return {{u"prompt"_s, messagesText(cell.request.messages)},
                {u"vars"_s, input.variables},
                {u"test"_s, test},
                {u"metadata"_s, input.test.value("metadata"_L1).toObject()},
                {u"config"_s, input.options.value("config"_L1).toObject()},
                {u"provider"_s, QJsonObject{{u"id"_s, cell.request.endpoint.id}}},
                {u"providerResponse"_s, QJsonObject{{u"output"_s, outputOf(input)},
                                                    {u"tokenUsage"_s, usage},
                                                    {u"cost"_s, cost},
                                                    {u"latencyMs"_s, numberOrNull(milliseconds)},
                                                    {u"finishReason"_s, finishReasonName(cell.finishReason)}}}};
    }

    static Finding found(const QJsonValue &result, const CheckInput &input)
    {
        if (result.isBool())
            return judged(result.toBool(), result.toBool() ? tr("the script returned true") : tr("the script returned false"));
        if (result.isDouble()) {
            const double score = result.toDouble();
            const bool holds = input.threshold ? score >= *input.threshold : score > 0;
            return {holds ? Outcome::Pass : Outcome::Fail, score, tr("the script returned %1").arg(score)};
        }
        const QJsonObject map = result.toObject();
        if (!map.value("pass"_L1).isBool())
            return broken(tr("the script returned neither true or false, a number, nor an object with \"pass\""));
        const bool passed = map.value("pass"_L1).toBool();
        const double score = map.value("score"_L1).toDouble(passed ? 1 : 0);
        const bool holds = passed && (!input.threshold || score >= *input.threshold);
        Finding finding{holds ? Outcome::Pass : Outcome::Fail, score, map.value("reason"_L1).toString()};
        for (const QJsonValue &component : map.value("componentResults"_L1).toArray()) {
            const QJsonObject part = component.toObject();
            const bool partPassed = part.value("pass"_L1).toBool();
            finding.parts +=
                {partPassed, part.value("score"_L1).toDouble(partPassed ? 1 : 0), part.value("reason"_L1).toString()};
        }
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
