// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/validatecommand.h"

#include "app/cli/runinput.h"
#include "app/cli/terminaltext.h"
#include "models/experiment/experimentfile.h"
#include "models/experiment/experimentsource.h"
#include "models/experiment/plan.h"
#include "models/experiment/promptproblems.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

ValidateCommand::ValidateCommand(const CliContext &context, const ValidateArguments &arguments)
    : Command(context), m_arguments(arguments)
{
}

void ValidateCommand::start()
{
    QMetaObject::invokeMethod(this, [this] { Q_EMIT finished(validate()); }, Qt::QueuedConnection);
}

ExitCode ValidateCommand::validate() const
{
    const Result<QByteArray> written = context().files->read(m_arguments.file);
    if (!written)
        return complainOfFile(written.error());
    const Result<QByteArray> bytes = withNamedParts(m_arguments.parts, *written, m_arguments.file, *context().files);
    if (!bytes) {
        complain(bytes.error());
        return ExitCode::RunError;
    }
    const QString name = context().files->nameOf(m_arguments.file);
    QStringList folders = context().folders ? context().folders(name) : QStringList();
    for (const QString &folder : foldersOfParts(m_arguments.parts, *context().files))
        folders += context().files->nameOf(folder);
    const Result<LoadedExperiment> loaded =
        readExperiment(*bytes, m_arguments.file, *context().files, folders, environmentOf(m_arguments.allowedVariables));
    if (!loaded) {
        complain(loaded.error());
        return ExitCode::RunError;
    }
    for (const Error &warning : loaded->warnings)
        say(QCoreApplication::translate("Cli", "%1 (warning)").arg(errorSentence(warning)));
    for (const RefusedFile &refused : loaded->refused)
        complain(refused.error);
    if (std::ranges::any_of(loaded->refused, &RefusedFile::isNeeded))
        return ExitCode::RunError;
    const Result<std::unique_ptr<TemplateEngine>> templates = TemplateEngine::create();
    if (!templates) {
        complain(templates.error());
        return ExitCode::RunError;
    }
    const QList<PromptProblem> problems = promptProblems(loaded->experiment, **templates);
    for (const PromptProblem &problem : problems)
        complain(placedInFile(problem, *loaded->source));
    if (!problems.isEmpty())
        return ExitCode::RunError;
    const Result<Plan> plan = Plan::of(loaded->experiment, **templates, {});
    if (!plan) {
        complain(plan.error());
        return ExitCode::RunError;
    }
    writeOut(QCoreApplication::translate("Cli", "%1 is valid. Prompts: %2, variants: %3, cases: %4, cells: %5.\n")
                 .arg(terminalSafe(m_arguments.file))
                 .arg(loaded->experiment.prompts.size())
                 .arg(loaded->experiment.variants.size())
                 .arg(loaded->experiment.cases.size())
                 .arg(plan->size()));
    return ExitCode::Passed;
}

} // namespace Tempera
