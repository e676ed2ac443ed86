// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/answertransform.h"

#include "models/checks/answerjson.h"
#include "models/checks/scripts.h"
#include "models/checks/toolanswers.h"
#include "models/experiment/caseinput.h"
#include "models/experiment/casevariables.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The codes of both, those that are set. A test's own `transform` counts before that of the default test, and before
/// `postprocess`, its older name.
QStringList transformCodes(const Experiment &experiment, const CellKey &key)
{
    QStringList codes;
    if (key.variantIndex < experiment.variants.size())
        codes += experiment.variants.at(key.variantIndex).other.value("transform"_L1).toString();
    QJsonObject options = experiment.defaultCase.other.value("options"_L1).toObject();
    const QJsonObject own = experiment.cases.value(key.caseIndex).other.value("options"_L1).toObject();
    for (auto option = own.begin(); option != own.end(); ++option)
        options.insert(option.key(), option.value());
    const QString transform = options.value("transform"_L1).toString();
    codes += transform.isEmpty() ? options.value("postprocess"_L1).toString() : transform;
    codes.removeAll(QString());
    return codes;
}

ScriptOutput scriptInputOf(const Cell &answer)
{
    return {answer.text, isValueForScripts(answer, AnswerJson(answer.text))};
}

} // namespace

AnswerTransforms answerTransforms(const Experiment &experiment, const GenerationRequest &request)
{
    const CellKey &key = request.key;
    AnswerTransforms transforms;
    for (const QString &code : transformCodes(experiment, key))
        transforms.steps += scriptOf(experiment, code, {u"output"_s, u"context"_s});
    if (transforms.isEmpty())
        return transforms;
    const Case own = experiment.cases.value(key.caseIndex);
    transforms.variables = variablesToJson(askedVariables(experiment, request));
    transforms.valuesAreText = takesDataAsText(experiment, own);
    transforms.metadata = effectiveMetadata(experiment, own);
    transforms.promptLabel = experiment.prompts.value(key.promptIndex).label;
    return transforms;
}

bool transformsTheSame(const Experiment &a, const Experiment &b, const CellKey &key)
{
    const QStringList codes = transformCodes(a, key);
    const bool usesFiles = std::ranges::any_of(codes, [](const QString &code) { return scriptReference(code).has_value(); });
    return codes == transformCodes(b, key) && (!usesFiles || a.scripts == b.scripts);
}

Result<ScriptOutput> transformedAnswer(const AnswerTransforms &transforms, const Cell &answer, const Limits &limits)
{
    ScriptOutput text = scriptInputOf(answer);
    const Result<std::unique_ptr<ScriptHost>> host = ScriptHost::create(limits);
    if (!host)
        return std::unexpected(host.error());
    const QJsonObject variables = transforms.valuesAreText ? transforms.variables : variablesOfPrompt(transforms.variables);
    const QJsonObject context{
        {u"vars"_s, variables},
        {u"prompt"_s, QJsonObject{{u"label"_s, transforms.promptLabel}, {u"raw"_s, messagesText(answer.request.messages)}}},
        {u"metadata"_s, transforms.metadata}};
    for (const Result<ScriptExpression> &step : transforms.steps) {
        if (!step)
            return std::unexpected(step.error());
        Result<ScriptOutput> next = callForText(**host, *step, text, context);
        if (!next) {
            return failure(ErrorKind::Script,
                           QCoreApplication::translate("Checks", "The transform failed: %1").arg(scriptErrorText(next.error())));
        }
        text = *std::move(next);
    }
    return text;
}

void takeTransformed(Cell &cell, const QString &text)
{
    if (cell.text == text)
        return;
    cell.notes.append({NoteKind::Transformed, cell.text});
    cell.text = text;
}

QString answerAsGiven(const Cell &cell)
{
    const auto note = std::ranges::find(cell.notes, NoteKind::Transformed, &Note::kind);
    return note == cell.notes.end() ? cell.text : note->detail;
}

} // namespace Tempera
