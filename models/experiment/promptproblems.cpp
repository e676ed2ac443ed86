// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/promptproblems.h"

#include "models/experiment/experimentsource.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The node of the file that gave a prompt; null where it has none.
DataPtr nodeOfPrompt(const ExperimentSource &source, int promptIndex)
{
    int first = 0;
    for (const ItemGroup &group : source.prompts.groups) {
        if (promptIndex < first + group.count)
            return group.node ? group.node : source.document.root->find(u"prompts");
        first += group.count;
    }
    return {};
}

/// Whether the lines of a text in the file are those of the text itself; `below`: they begin on the line after the node.
struct TextLines {
    bool areTheFiles = false;
    bool below = false;
};

TextLines linesOf(const DataDocument &document, const DataNode &node)
{
    if (!node.isString())
        return {};
    const QList<QByteArray> lines = document.text.split('\n');
    const QByteArray line = lines.value(node.line - document.linesBefore - 1);
    const QByteArray written = line.mid(qMax(0, node.column - 1));
    if (written.startsWith('|'))
        return {true, true};
    // Folded and quoted texts have line ends of their own; on one line nothing can differ.
    return {!node.text.contains(u'\n') && !written.startsWith('>'), false};
}

} // namespace

QString promptPlace(const Prompt &prompt, int index)
{
    return prompt.label.isEmpty() ? QCoreApplication::translate("Plan", "prompt %1").arg(index + 1) : prompt.label;
}

QList<PromptProblem> promptProblems(const Experiment &experiment, TemplateEngine &templates)
{
    QList<PromptProblem> problems;
    for (int i = 0; i < experiment.prompts.size(); ++i) {
        const Prompt &prompt = experiment.prompts.at(i);
        for (int k = 0; k < prompt.messages.size(); ++k) {
            const Result<QStringList> parsed = templates.variables(prompt.messages.at(k).text);
            if (parsed)
                continue;
            Error error = parsed.error();
            error.place = promptPlace(prompt, i);
            if (!error.detail.endsWith(u'.'))
                error.detail += u'.';
            error.detail += u' ' + QCoreApplication::translate("Plan", "Put literal braces between {% raw %} and {% endraw %}.");
            problems.append({i, k, error});
        }
    }
    return problems;
}

Error placedInFile(const PromptProblem &problem, const ExperimentSource &source)
{
    Error error = problem.error;
    DataPtr node = nodeOfPrompt(source, problem.promptIndex);
    if (!node)
        return error;
    if (const DataPtr raw = node->find(u"raw"))
        node = raw;
    const Prompt &prompt = source.experiment.prompts.at(problem.promptIndex);
    const bool isWhole = node->isString() && prompt.messages.size() == 1 && prompt.messages.constFirst().text == node->text;
    const TextLines lines = isWhole ? linesOf(source.document, *node) : TextLines{};
    const QString title = error.place;
    error.place = source.document.path;
    error.column = 0;
    if (lines.areTheFiles) {
        error.line = node->line + (lines.below ? 1 : 0) + qMax(error.line, 1) - 1;
        return error;
    }
    error.detail = problem.error.line > 0 ? QCoreApplication::translate("Plan", "%1, message %2, line %3: %4")
                                                .arg(title)
                                                .arg(problem.messageIndex + 1)
                                                .arg(problem.error.line)
                                                .arg(error.detail)
                                          : title + u": "_s + error.detail;
    error.line = node->line;
    return error;
}

} // namespace Tempera
