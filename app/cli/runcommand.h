// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "app/cli/runoutput.h"
#include "app/cli/runprogress.h"
#include "models/experiment/experimentfile.h"
#include "models/report/report.h"
#include "models/session/resume.h"
#include "models/session/unstoredruns.h"
#include "models/text/prompttemplate.h"

#include <memory>
#include <optional>

namespace Tempera {

/// `tempera run`: an experiment, its table, its files, and the exit code for scripts.
class RunCommand : public Command
{
    Q_OBJECT
public:
    RunCommand(const CliContext &context, const RunArguments &arguments);
    ~RunCommand() override;
    void start() override;
    void interrupt() override;

Q_SIGNALS:
    /// The experiment was read, or could not be: from these files beside its own.
    void inputsRead(const QStringList &files);

protected:
    /// Whether an experiment may be run so; an Error (Usage) where not.
    [[nodiscard]] virtual Result<void> mayRun(const Experiment &) const { return {}; }
    /// The session has ended: shows what came of it, then finished() follows.
    virtual void end();
    [[nodiscard]] const Session &session() const { return *m_session; }
    void clearProgress() { m_progress->clear(); }

private:
    void findRun();
    void loadRun(const QUuid &run);
    void go();
    void refuse(const Error &error);
    [[nodiscard]] std::optional<ExitCode> begin();
    void runWithin(const Experiment &experiment, const RunOptions &wished);
    [[nodiscard]] std::optional<Experiment> keptExperimentIn(const QByteArray &text) const;
    void adviseToResume() const;
    [[nodiscard]] Result<LoadedExperiment> read(const QByteArray &text, const Trust &allowed, const PromptStore &files) const;
    [[nodiscard]] bool isWhole(const LoadedExperiment &loaded) const;
    void sayWhatIsLeftOut(const Experiment &experiment) const;
    void remember(const Trust &word, const Experiment &experiment) const;
    void sayWhatHasNoValue(const Experiment &experiment, TemplateEngine &templates) const;
    [[nodiscard]] bool promptsAreTemplates(const LoadedExperiment &loaded) const;
    [[nodiscard]] ExitCode refusal(const Error &error);
    [[nodiscard]] RunOptions options(const LoadedExperiment &loaded);
    void showProgress(int cell);
    void tellEnd();
    [[nodiscard]] RunReport report() const;

    RunArguments m_arguments;
    std::optional<RunToResume> m_resume; ///< The run that goes on, until it does.
    std::optional<RunProgress> m_progress;
    UnstoredRuns m_unstored;
    std::unique_ptr<Session> m_session;
    std::optional<RunOutput> m_output; ///< Shows what the session has: goes before it.
    QDateTime m_started;
    std::optional<Error> m_storageError;
    bool m_interrupted = false;
};

} // namespace Tempera
