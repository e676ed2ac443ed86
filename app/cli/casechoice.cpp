// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/casechoice.h"

#include "models/experiment/results/resultfile.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The values of cases that did not pass, as they are compared.
std::set<QByteArray> failedValues(const ResultFile &results)
{
    std::set<QByteArray> values;
    for (const Cell &cell : results.cells) {
        const bool passed = cell.state == CellState::Done && (!cell.grade || cell.grade->outcome == Outcome::Pass);
        if (!passed) {
            const Case failed = results.experiment.cases.value(cell.request.key.caseIndex);
            values.insert(QJsonDocument(variablesToJson(failed.variables)).toJson(QJsonDocument::Compact));
        }
    }
    return values;
}

/// As promptfoo's --grader: it takes the place of the default test's. Who makes vectors there, moderates or classifies still does.
void nameGrader(const QString &grader, Case &defaultCase)
{
    QJsonObject options = defaultCase.other.value("options"_L1).toObject();
    QJsonObject both = options.value("provider"_L1).toObject();
    const bool namesOthers =
        both.contains("embedding"_L1) || both.contains("moderation"_L1) || both.contains("classification"_L1);
    if (namesOthers && !both.contains("id"_L1)) {
        both.insert(u"text"_s, grader);
        options.insert(u"provider"_s, both);
    } else {
        options.insert(u"provider"_s, grader);
    }
    defaultCase.other.insert(u"options"_s, options);
}

/// As promptfoo's --prompt-prefix and --prompt-suffix: what the file says counts more.
void affix(const QString &name, const QString &text, Case &defaultCase)
{
    QJsonObject options = defaultCase.other.value("options"_L1).toObject();
    if (text.isEmpty() || !options.value(name).toString().isEmpty())
        return;
    options.insert(name, text);
    defaultCase.other.insert(u"options"_s, options);
}

} // namespace

Result<void> applyChoice(const CaseChoice &choice, Experiment &experiment)
{
    const QRegularExpression providers(choice.providers);
    const QRegularExpression prompts(choice.prompts);
    if (!choice.providers.isEmpty()) {
        experiment.variants.removeIf([&](const Variant &variant) {
            const QStringList names{variant.calledId.isEmpty() ? variant.endpoint.id : variant.calledId, variant.label};
            return std::ranges::none_of(names, [&](const QString &name) { return providers.match(name).hasMatch(); });
        });
        if (experiment.variants.isEmpty())
            return failure(ErrorKind::Usage, QCoreApplication::translate("Cli", "No variant matches --filter-providers."));
    }
    if (!choice.prompts.isEmpty()) {
        experiment.prompts.removeIf([&](const Prompt &prompt) {
            const QString id = prompt.other.value("id"_L1).toString();
            const QString name = prompt.label.isEmpty() ? messagesText(prompt.messages) : prompt.label;
            return !prompts.match(id).hasMatch() && !prompts.match(name).hasMatch();
        });
        if (experiment.prompts.isEmpty())
            return failure(ErrorKind::Usage, QCoreApplication::translate("Cli", "No prompt matches --filter-prompts."));
    }
    if (!choice.grader.isEmpty())
        nameGrader(choice.grader, experiment.defaultCase);
    for (const auto &[name, value] : choice.variables) {
        experiment.defaultCase.variables.removeIf([&](const Variable &variable) { return variable.name == name; });
        experiment.defaultCase.variables.append({name, value});
    }
    affix(u"prefix"_s, choice.promptPrefix, experiment.defaultCase);
    affix(u"suffix"_s, choice.promptSuffix, experiment.defaultCase);
    if (!choice.description.isEmpty())
        experiment.description = choice.description;
    for (const auto &[name, value] : choice.tags)
        experiment.tags.insert(name, value);
    return {};
}

Result<void> planChoice(const CaseChoice &choice, const Experiment &experiment, const PromptStore &files, PlanOptions &options)
{
    if (choice.firstCases > 0)
        options.firstCases = choice.firstCases;
    if (choice.sampleCases > 0) {
        options.sampleCases = choice.sampleCases;
        options.sampleSeed = choice.sampleSeed.value_or(QRandomGenerator::global()->generate());
    }
    if (choice.range)
        options.caseRange = choice.range;
    options.metadata = choice.metadata;
    if (choice.failing.isEmpty())
        return {};
    const Result<QByteArray> bytes = files.read(choice.failing);
    if (!bytes)
        return std::unexpected(bytes.error());
    const Result<ResultFile> results = readResultFile(*bytes, choice.failing);
    if (!results)
        return std::unexpected(results.error());
    const std::set<QByteArray> failed = failedValues(*results);
    for (int i = 0; i < experiment.cases.size(); ++i) {
        const Variables own = experiment.cases.at(i).variables;
        const Variables all = effectiveVariables(experiment, experiment.cases.at(i));
        const bool isFailed = std::ranges::any_of(std::array{own, all}, [&](const Variables &variables) {
            return failed.contains(QJsonDocument(variablesToJson(variables)).toJson(QJsonDocument::Compact));
        });
        if (isFailed)
            options.caseIndexes += i;
    }
    if (options.caseIndexes.isEmpty())
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("Cli", "No case of the experiment failed in %1.").arg(choice.failing));
    return {};
}

} // namespace Tempera
