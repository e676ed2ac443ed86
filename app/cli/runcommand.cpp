// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runcommand.h"

#include "app/cli/comparetable.h"
#include "app/cli/namedfiles.h"
#include "app/cli/runchoice.h"
#include "app/cli/runinput.h"
#include "app/cli/terminaltext.h"
#include "models/core/ports/readrecorder.h"
#include "models/experiment/experimentfile.h"
#include "models/experiment/experimentsource.h"
#include "models/experiment/fallback.h"
#include "models/experiment/promptproblems.h"
#include "models/experiment/promptreview.h"
#include "models/experiment/reading/judgereader.h"
#include "models/experiment/writing/keptexperiment.h"
#include "models/items/cachetext.h"
#include "models/items/racetext.h"
#include "models/pricing/catalog.h"
#include "models/session/spentbefore.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

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
            if (!m_interrupted)
                m_arguments.resume ? findRun() : go();
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
        const bool hasAnswers = context().session.answers != nullptr;
        const ResumeWish wish{*m_arguments.resume, m_arguments.file, m_arguments.retryErrors, hasAnswers};
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
    loadRunToResume(*context().session.store, run, this, [this](const Result<RunToResume> &stored) {
        if (m_interrupted)
            return;
        if (!stored) {
            refuse(stored.error());
            return;
        }
        m_resume = *stored;
        if (m_arguments.file.isEmpty())
            m_arguments.file = stored->stored.run.experimentPath;
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

/// Starts the session; returns the exit code where that is not possible.
std::optional<ExitCode> RunCommand::begin()
{
    if (complainOfAll(outputFaults(m_arguments.outputs, context())))
        return ExitCode::Usage;

    const Result<QByteArray> written = context().files->read(m_arguments.file);
    if (!written)
        return complainOfFile(written.error());
    const Result<QByteArray> text = withNamedParts(m_arguments.parts, *written, m_arguments.file, *context().files);
    if (!text) {
        complain(text.error());
        return ExitCode::RunError;
    }
    const Trust allowed = wordOf(m_arguments, *context().files);
    const ReadRecorder files(*context().files);
    Result<LoadedExperiment> loaded = read(*text, allowed, files);
    Q_EMIT inputsRead(files.paths());
    if (!loaded) {
        complain(loaded.error());
        return ExitCode::RunError;
    }
    QStringList named = files.paths() + m_arguments.envFiles;
    if (!m_arguments.outputs.isEmpty())
        named += namedFiles(*loaded->source->document.root, m_arguments.file);
    const QStringList inputs = inputsOf(loaded->experiment, m_arguments.file, named, context());
    if (complainOfAll(overwrittenInputs(m_arguments.outputs, inputs, *context().outputs)))
        return ExitCode::Usage;
    const auto may = applyChoice(m_arguments.choice, loaded->experiment).and_then([&] { return mayRun(loaded->experiment); });
    if (!may) {
        complain(may.error());
        return ExitCode::Usage;
    }
    for (const Error &warning : loaded->warnings)
        say(QCoreApplication::translate("Cli", "%1 (warning)").arg(errorSentence(warning)));
    if (!isWhole(*loaded) || !promptsAreTemplates(*loaded))
        return ExitCode::RunError;
    sayWhatIsLeftOut(loaded->experiment);
    if (m_arguments.trustTerm == TrustTerm::Remembered)
        remember(allowed, loaded->experiment);
    m_started = m_resume ? m_resume->stored.run.started : context().session.clock->now();
    m_progress.emplace(*context().err, *context().session.clock);
    SessionContext outside = context().session;
    outside.localModelPath = context().resolveLocalModel;
    if (m_arguments.ledger == LedgerUse::Without)
        outside.store = &m_unstored;
    m_session = std::make_unique<Session>(outside);
    connect(m_session.get(), &Session::cellsChanged, this, &RunCommand::showProgress);
    connect(m_session.get(), &Session::planningProgressed, this,
            [this] { m_progress->showPlanning(m_session->planningShare()); });
    connect(m_session.get(), &Session::storageFailed, this, [this](const Error &error) {
        m_storageError = error;
        m_session->stop(); // nothing is paid for that cannot be kept
    });
    connect(m_session.get(), &Session::finished, this, &RunCommand::end);
    connect(m_session.get(), &Session::refused, this, [this](const Error &error) { Q_EMIT finished(refusal(error)); });
    RunOptions wished = options(*loaded);
    if (const Result<void> chosen = planChoice(m_arguments.choice, loaded->experiment, *context().files, wished.plan); !chosen)
        return refusal(chosen.error());
    if (context().limits)
        wished.limits = context().limits();
    if (!wished.limits.isUnlimited()) {
        runWithin(loaded->experiment, wished);
        return std::nullopt;
    }
    if (const Result<void> begun = m_session->run(loaded->experiment, wished); !begun)
        return refusal(begun.error());
    return std::nullopt;
}

/// What all runs together may spend holds here too: the ledger says what was spent of it.
void RunCommand::runWithin(const Experiment &experiment, const RunOptions &wished)
{
    loadSpentBefore(context().session, wished.limits, this, [this, experiment, wished](const Result<SpentBefore> &before) {
        if (m_interrupted || !before) {
            Q_EMIT finished(m_interrupted ? ExitCode::Interrupted : refusal(before.error()));
            return;
        }
        RunOptions limited = wished;
        limited.spentBefore = *before;
        if (const Result<void> begun = m_session->run(experiment, limited); !begun)
            Q_EMIT finished(refusal(begun.error()));
    });
}

Result<LoadedExperiment> RunCommand::read(const QByteArray &text, const Trust &allowed, const PromptStore &files) const
{
    if (context().allow)
        context().allow(allowed);
    const QString name = context().files->nameOf(m_arguments.file);
    const QStringList folders = context().folders ? context().folders(name) : foldersFor(allowed, name);
    return readExperiment(text, m_arguments.file, files, folders, environmentOf(m_arguments.allowedVariables));
}

/// Reports each file that may not be read. Where only values of variables are missing, the cells that use them
/// fail and the others run.
bool RunCommand::isWhole(const LoadedExperiment &loaded) const
{
    for (const RefusedFile &refused : loaded.refused)
        complain(refused.error);
    return std::ranges::none_of(loaded.refused, &RefusedFile::isNeeded);
}

/// What the models are known to refuse is not sent; each cell has a note of it, too.
void RunCommand::sayWhatIsLeftOut(const Experiment &experiment) const
{
    for (const Variant &variant : experiment.variants) {
        const Capabilities capabilities = context().session.catalog->providerFor(variant.endpoint).capabilities;
        for (const Parameter parameter : capabilities.refusedOf(variant.sampling)) {
            say(QCoreApplication::translate("Cli", "%1: %2 is not sent. %3 (warning)")
                    .arg(variant.title(), parameterName(parameter), capabilities.refused.value(parameter)));
        }
    }
}

/// Keeps what was allowed, no wider than this experiment has use for it.
void RunCommand::remember(const Trust &word, const Experiment &experiment) const
{
    const QString name = context().files->nameOf(m_arguments.file);
    Trust kept;
    const QList<Endpoint> asked = judgesOf(experiment) + variantEndpoints(experiment);
    for (const Endpoint &endpoint : asked) {
        for (const QUrl &address : endpoint.addresses()) {
            const KeyUse use{name, endpoint.keyName, address};
            if (!use.keyName.isEmpty() && allowsKey(word, use) && !kept.keys.contains(grantFor(use)))
                kept.keys += grantFor(use);
        }
    }
    for (const FolderGrant &grant : word.folders)
        kept.folders += FolderGrant{name, grant.folder};
    if (!context().keep)
        return;
    if (const Result<void> done = context().keep(kept); !done)
        complain(done.error());
}

/// Nothing was started.
ExitCode RunCommand::refusal(const Error &error)
{
    m_progress->clear();
    complain(error);
    return error.kind == ErrorKind::Usage ? ExitCode::Usage : ExitCode::RunError;
}

/// Reports each prompt that is not a template, with its place in the file.
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
    if (problems.isEmpty())
        sayWhatHasNoValue(loaded.experiment, **templates);
    return problems.isEmpty();
}

/// Nothing is put in the place of a variable without a value; each cell has a note of it, too.
void RunCommand::sayWhatHasNoValue(const Experiment &experiment, TemplateEngine &templates) const
{
    const PromptReview review = reviewPrompts(experiment, {}, templates);
    for (const PromptFault &fault : review.faults) {
        if (fault.kind != PromptFaultKind::MissingValue)
            continue;
        const QString place = promptPlace(experiment.prompts.at(fault.promptIndex), fault.promptIndex);
        say(QCoreApplication::translate("Cli", "%1 (warning)").arg(place + u": "_s + fault.text));
    }
}

RunOptions RunCommand::options(const LoadedExperiment &loaded)
{
    RunOptions options;
    options.plan.repeat = m_arguments.repeat;
    options.plan.filterPattern = m_arguments.filterPattern;
    options.plan.deadline = m_arguments.deadline;
    options.plan.strict = m_arguments.strict;
    options.maxCost = m_arguments.maxCost;
    options.acceptsUnknownCost = m_arguments.acceptsUnknownCost;
    options.race = m_arguments.race;
    options.maxConcurrency = m_arguments.jobs;
    options.delay = m_arguments.delay;
    options.bodyMemory = 0; // nobody looks at single answers
    options.cache = m_arguments.ledger == LedgerUse::Kept ? m_arguments.cache : CacheUse::Never;
    options.experimentPath = m_arguments.file;
    options.experimentYaml = keptExperiment(loaded.experiment, loaded.source.get());
    if (m_resume) {
        takePlanOptions(m_resume->stored.run.planOptions, options);
        if (m_resume->stored.run.experimentYaml == options.experimentYaml) {
            m_resume->then = loaded.experiment;
        } else {
            m_resume->then = keptExperimentIn(m_resume->stored.run.experimentYaml);
            m_resume->now = keptExperimentIn(options.experimentYaml);
        }
        m_resume->retryErrors = m_arguments.retryErrors;
        options.resume = std::make_shared<const RunToResume>(*std::exchange(m_resume, std::nullopt));
    }
    return options;
}

/// The experiment in a text as the ledger keeps it; nothing where that cannot be read any more.
std::optional<Experiment> RunCommand::keptExperimentIn(const QByteArray &text) const
{
    const QString path = context().files->nameOf(m_arguments.file);
    const QStringList folders =
        context().folders ? context().folders(path) : foldersFor(wordOf(m_arguments, *context().files), path);
    const Result<LoadedExperiment> read = readExperiment(text, m_arguments.file, *context().files, folders);
    return read && read->refused.isEmpty() ? std::optional(read->experiment) : std::nullopt;
}

/// Says how a run goes on that was asked to end.
void RunCommand::adviseToResume() const
{
    const RunTotals &totals = m_session->totals();
    if (m_arguments.ledger == LedgerUse::Without || m_storageError || totals.answered() + totals.notNeeded == totals.planned)
        return;
    say(QCoreApplication::translate("Cli", "`tempera run --resume %1` resumes this run.")
            .arg(m_session->runId().toString(QUuid::WithoutBraces).first(8)));
}

void RunCommand::showProgress(int cell)
{
    const Cell *changed = m_session->bodyInMemory(cell);
    QString note;
    if (changed && changed->state == CellState::Loading) {
        note = QCoreApplication::translate("Cli", "loading %1 … %2 %")
                   .arg(terminalSafe(changed->request.endpoint.shownModel()))
                   .arg(std::lround(changed->loadingFraction * 100));
    }
    m_progress->update(m_session->totals(), note);
}

void RunCommand::interrupt()
{
    m_interrupted = true;
    const bool isPlanning = m_session && m_session->isPlanning();
    if (isPlanning) {
        m_session->stop();
        m_progress->clear();
    }
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
    report.race = m_session->race();
    if (report.race)
        report.raceSentence = RaceText::sentence(*report.race, report.experiment);
    // Not a copy: nothing changes any more.
    report.cells = {std::shared_ptr<void>(), &m_session->summaries()};
    return report;
}

void RunCommand::end()
{
    if (m_output)
        return; // it was shown already
    m_progress->clear();
    RunStore &store = m_arguments.ledger == LedgerUse::Without ? m_unstored : *context().session.store;
    const auto missing = [this](int index) { // what was never asked is known without the ledger
        const Cell *body = m_session->body(index);
        return body ? *body : m_session->outline(index);
    };
    m_output.emplace(context(), report(), store, missing, m_arguments.outputs, m_arguments.shape, m_arguments.table);
    connect(&*m_output, &RunOutput::finished, this, &RunCommand::tellEnd);
    m_output->start();
}

void RunCommand::tellEnd()
{
    say(runSummary(m_output->report(), m_output->grid(), CacheText::ofRun(m_session->totals())));
    if (const QString race = m_output->report().raceSentence; !race.isEmpty())
        say(terminalSafe(race));
    for (const Error &error : m_output->errors())
        complain(error);
    if (m_storageError)
        complainOfLedger(*m_storageError);
    if (m_interrupted) {
        adviseToResume();
        Q_EMIT finished(ExitCode::Interrupted);
    } else
        Q_EMIT finished(m_output->errors().isEmpty() && !m_storageError ? exitCodeOf(m_output->grid()) : ExitCode::RunError);
}

} // namespace Tempera
