// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/scriptmodule.h"
#include "models/checks/toolanswers.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `is-valid-openai-tools-call`, `is-valid-openai-function-call` and `is-valid-function-call`: the answer consists of calls of
/// tools that the request offers, with arguments that follow their schemas. Where promptfoo 0.123.1 asks the provider for them,
/// here they are those of the request itself.
class ValidCalls final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const QList<AnsweredCall> calls = callsIn(input.output ? *input.output : input.json.value());
        if (calls.isEmpty())
            return judged(false, tr("the answer calls no tool"));
        const QList<OfferedTool> tools = offeredTools(input.cell.request);
        if (tools.isEmpty())
            return judged(false, tr("the model calls a tool, but its provider has no \"tools\" in its \"config\""));
        for (const AnsweredCall &call : calls) {
            const Result<QString> fault = faultOf(call, tools);
            if (!fault)
                return broken(fault.error().detail);
            if (!fault->isEmpty())
                return judged(false, *fault);
        }
        return judged(true, tr("the model calls tools that there are, with arguments that follow their schemas"));
    }

    /// What is wrong with a call; empty = nothing.
    static Result<QString> faultOf(const AnsweredCall &call, const QList<OfferedTool> &tools)
    {
        const auto tool = std::ranges::find(tools, call.name, &OfferedTool::name);
        if (tool == tools.end())
            return tr("there is no tool %1").arg(quoted(call.name));
        if (!call.areReadable)
            return tr("the arguments of %1 are no JSON").arg(quoted(call.name));
        if (!tool->schema.isObject())
            return call.arguments.isEmpty() ? QString() : tr("%1 takes no arguments").arg(quoted(call.name));
        const QString arguments = QString::fromUtf8(QJsonDocument(call.arguments).toJson(QJsonDocument::Compact));
        Result<QString> violation = schemaViolation(arguments, tool->schema);
        if (violation && !violation->isEmpty())
            return tr("the arguments of %1 do not follow its schema at %2").arg(quoted(call.name), *violation);
        return violation;
    }
};

} // namespace

void addToolChecks(std::vector<RegisteredCheck> &checks)
{
    for (const QString &type : {u"is-valid-openai-tools-call"_s, u"is-valid-openai-function-call"_s, u"is-valid-function-call"_s})
        checks.push_back({type, CheckNeeds::Json, std::make_unique<ValidCalls>()});
}

} // namespace Tempera
