// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runcommand.h"

#include "app/cli/comparetable.h"
#include "app/cli/runchoice.h"
#include "app/cli/runoutput.h"
#include "app/cli/terminaltext.h"
#include "models/experiment/experimentfile.h"
#include "models/experiment/promptproblems.h"
#include "models/experiment/writing/keptexperiment.h"
#include "models/report/reportformat.h"
#include "models/session/resume.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {

RunCommand::RunCommand(const CliContext &context, const RunArguments &arguments) : Command(context), m_arguments(arguments) { }

RunCommand::~RunCommand() = default;

void RunCommand::start()
{
    // From the event loop: a signal that comes while the experiment is read must not find the program unprepared.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_interrupted)
                return;
            if (m_arguments.resume)
                findRun();
            else
                go();
        },
        Qt::QueuedConnection);
}

void RunCommand::findRun()
{
    context().session.store->listRuns(std::numeric_limits<int>::max(), this, [this](const Result<QList<RunSummary>> &runs) {
        if (m_interrupted)
            return;
        if (!runs) {
            refuse(runs.error());
            return;
        }
        const ResumeWish wish{*m_arguments.resume, m_arguments.file, m_arguments.retryErrors};
        const Result<RunSummary> chosen =
            runToResume(*runs, wish, [this](const QString &path) { return context().files->nameOf(path); });
        if (chosen)
            loadRun(chosen->run.id);
        else
            refuse(chosen.error());
    });
}

void RunCommand::loadRun(const QUuid &run)
{
    context().session.store->loadRun(run, this, [this](const Result<StoredRun> &stored) {
        if (m_interrupted)
            return;
        if (!stored) {
            refuse(stored.error());
            return;
        }
        m_stored = *stored;
        if (m_arguments.file.isEmpty())
            m_arguments.file = stored->run.experimentPath;
        if (m_arguments.file.isEmpty() || m_arguments.file.startsWith(u':')) {
            const QString detail =
                QCoreApplication::translate("Cli", "The experiment of this run was not saved; name the file that it is in now.");
            refuse(failure(ErrorKind::Usage, detail, *m_arguments.resume).error());
            return;
        }
        go();
    });
}

void RunCommand::refuse(const Error &error)
{
    complainOfLedger(error);
    Q_EMIT finished(error.kind == ErrorKind::Usage ? ExitCode::Usage : ExitCode::RunError);
}

void RunCommand::go()
{
    if (const std::optional<ExitCode> code = begin())
        Q_EMIT finished(*code);
}

/// Starts the session; gives the exit code where that is not possible.
std::optional<ExitCode> RunCommand::begin()
{
    if (complainOfAll(outputFaults(m_arguments.outputs, *context().outputs)))
        return ExitCode::Usage;

    const Result<QByteArray> text = context().files->read(m_arguments.file);
    if (!text)
        return complainOfFile(text.error());
    const Trust allowed = word();
    const ReadRecorder files(*context().files);
    Result<LoadedExperiment> loaded = read(*text, allowed, files);
    if (!loaded) {
        complain(loaded.error());
        return ExitCode::RunError;
    }
    const QStringList inputs = inputsOf(loaded->experiment, m_arguments.file, files, context());
    if (complainOfAll(overwrittenInputs(m_arguments.outputs, inputs, *context().outputs)))
        return ExitCode::Usage;
    for (const Error &warning : loaded->warnings)
        say(QCoreApplication::translate("Cli", "%1 (warning)").arg(errorSentence(warning)));
    if (!isWhole(*loaded) || !promptsAreTemplates(*loaded))
        return ExitCode::RunError;
    if (m_arguments.trustTerm == TrustTerm::Remembered)
        remember(allowed, loaded->experiment);
    m_started = m_stored ? m_stored->run.started : context().session.clock->now();
    m_progress.emplace(*context().err, *context().session.clock);
    SessionContext outside = context().session;
    outside.localModelPath = context().resolveLocalModel;
    if (m_arguments.ledger == LedgerUse::Without)
        outside.store = &m_unkept;
    m_session = std::make_unique<Session>(outside);
    connect(m_session.get(), &Session::cellChanged, this, &RunCommand::showProgress);
    connect(m_session.get(), &Session::storageFailed, this, [this](const Error &error) {
        m_storageError = error;
        m_session->stop(); // nothing is paid for that cannot be kept
    });
    connect(m_session.get(), &Session::finished, this, &RunCommand::end);
    connect(m_session.get(), &Session::refused, this, [this](const Error &error) { Q_EMIT finished(refusal(error)); });
    if (const Result<void> begun = m_session->run(loaded->experiment, options(*loaded)); !begun)
        return refusal(begun.error());
    return std::nullopt;
}

Trust RunCommand::word() const
{
    Trust trust{m_arguments.allowedKeys, {}};
    for (const QString &folder : m_arguments.allowedFolders)
        trust.folders += FolderGrant{{}, context().files->nameOf(folder)};
    return trust;
}

Result<LoadedExperiment> RunCommand::read(const QByteArray &text, const Trust &allowed, const PromptStore &files) const
{
    if (context().allow)
        context().allow(allowed);
    const QString name = context().files->nameOf(m_arguments.file);
    const QStringList folders = context().folders ? context().folders(name) : foldersFor(allowed, name);
    return readExperiment(text, m_arguments.file, files, folders);
}

/// Complains of each file that may not be read. Where only values of variables are missing, the cells that use them
/// fail and the others run.
bool RunCommand::isWhole(const LoadedExperiment &loaded) const
{
    for (const RefusedFile &refused : loaded.refused)
        complain(refused.error);
    return std::ranges::none_of(loaded.refused, &RefusedFile::isNeeded);
}

/// Keeps what was allowed, no wider than this experiment has use for it.
void RunCommand::remember(const Trust &word, const Experiment &experiment) const
{
    const QString name = context().files->nameOf(m_arguments.file);
    Trust kept;
    for (const Variant &variant : experiment.variants) {
        const KeyUse use{name, variant.endpoint.keyName, variant.endpoint.baseUrl};
        if (!use.keyName.isEmpty() && allowsKey(word, use) && !kept.keys.contains(grantFor(use)))
            kept.keys += grantFor(use);
    }
    for (const FolderGrant &grant : word.folders)
        kept.folders += FolderGrant{name, grant.folder};
    if (!context().keep)
        return;
    if (const Result<void> done = context().keep(kept); !done)
        complain(done.error());
}

/// Nothing was started.
ExitCode RunCommand::refusal(const Error &error) const
{
    complain(error);
    return error.kind == ErrorKind::Usage ? ExitCode::Usage : ExitCode::RunError;
}

/// Complains of each prompt that is no template, with its place in the file.
bool RunCommand::promptsAreTemplates(const LoadedExperiment &loaded) const
{
    const Result<std::unique_ptr<TemplateEngine>> templates = TemplateEngine::create();
    if (!templates) {
        complain(templates.error());
        return false;
    }
    const QList<PromptProblem> problems = promptProblems(loaded.experiment, **templates);
    for (const PromptProblem &problem : problems)
        complain(placedInFile(problem, *loaded.source));
    return problems.isEmpty();
}

RunOptions RunCommand::options(const LoadedExperiment &loaded) const
{
    RunOptions options;
    options.plan.repeat = m_arguments.repeat;
    options.plan.filterPattern = m_arguments.filterPattern;
    options.plan.deadline = m_arguments.deadline;
    options.plan.strict = m_arguments.strict;
    options.maxCost = m_arguments.maxCost;
    options.maxConcurrency = m_arguments.jobs;
    options.experimentPath = m_arguments.file;
    options.experimentYaml = keptExperiment(loaded.experiment, loaded.source.get());
    if (m_stored) {
        takePlanOptions(m_stored->run.planOptions, options);
        options.resume = std::make_shared<const RunToResume>(
            RunToResume{*m_stored, experimentThen(loaded, options.experimentYaml), m_arguments.retryErrors});
    }
    return options;
}

/// The experiment as it was when the run began; nothing where that cannot be read any more.
std::optional<Experiment> RunCommand::experimentThen(const LoadedExperiment &now, const QByteArray &keptNow) const
{
    if (m_stored->run.experimentYaml == keptNow)
        return now.experiment;
    const QString path = context().files->nameOf(m_arguments.file);
    const QStringList folders = context().folders ? context().folders(path) : foldersFor(word(), path);
    const Result<LoadedExperiment> then =
        readExperiment(m_stored->run.experimentYaml, m_arguments.file, *context().files, folders);
    return then && then->refused.isEmpty() ? std::optional(then->experiment) : std::nullopt;
}

/// Says how a run goes on that was asked to end.
void RunCommand::adviseToResume() const
{
    const RunTotals &totals = m_session->totals();
    if (m_arguments.ledger == LedgerUse::Without || m_storageError || totals.done + totals.failed == totals.planned)
        return;
    say(QCoreApplication::translate("Cli", "`tempera run --resume %1` goes on with this run.")
            .arg(m_session->runId().toString(QUuid::WithoutBraces).first(8)));
}

void RunCommand::showProgress(int cell)
{
    const Cell &changed = m_session->cells().at(static_cast<std::size_t>(cell));
    QString note;
    if (changed.state == CellState::Loading) {
        note = QCoreApplication::translate("Cli", "loading %1 … %2 %")
                   .arg(terminalSafe(changed.request.endpoint.model))
                   .arg(std::lround(changed.loadingFraction * 100));
    }
    m_progress->update(m_session->totals(), note);
}

void RunCommand::interrupt()
{
    m_interrupted = true;
    const bool isPlanning = m_session && m_session->isPlanning();
    if (isPlanning)
        m_session->stop();
    if (!m_session || isPlanning)
        Q_EMIT finished(ExitCode::Interrupted);
    else if (m_session->isRunning())
        m_session->stop(); // finished() follows with what was done
}

RunReport RunCommand::report() const
{
    RunReport report;
    report.id = m_session->runId();
    report.experimentPath = m_arguments.file;
    report.programVersion = context().version;
    report.state = m_interrupted || m_storageError ? RunState::Stopped : RunState::Finished;
    report.started = m_started;
    report.finished = context().session.clock->now();
    report.experiment = m_session->experiment();
    report.cells = m_session->cells();
    return report;
}

void RunCommand::end()
{
    m_progress->clear();
    const RunReport done = report();
    // The files first: drawing may take its time, and whoever reads standard output may go away.
    const QList<Error> errors = writeReports(done, m_arguments.outputs, *context().outputs);
    if (m_arguments.shape == OutputShape::Json)
        writeReport(done, *context().out);
    else
        writeOut(compareTable(done, *context().out));
    say(runSummary(done));

    for (const Error &error : errors)
        complain(error);
    if (m_storageError)
        complainOfLedger(*m_storageError);
    if (m_interrupted) {
        adviseToResume();
        Q_EMIT finished(ExitCode::Interrupted);
    } else
        Q_EMIT finished(errors.isEmpty() && !m_storageError ? exitCodeOf(done) : ExitCode::RunError);
}

} // namespace Tempera
