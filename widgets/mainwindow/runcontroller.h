// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/windowcontext.h"

#include <QAction>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QUuid>

class QMessageBox;

namespace Tempera {

class BackgroundRuns;
class RunView;
struct RunToResume;
class Selection;

/// Running and stopping the open experiment, and keeping each run with its own: when another experiment is opened, what
/// runs continues in the background, and the answers of the new one come in its place. Also shows runs of the ledger, in a view of
/// their own.
class RunController final : public QObject
{
    Q_OBJECT
public:
    /// `selection` says which case, variant and cell the smaller runs are of.
    RunController(const WindowContext &context, Session &session, Selection &selection, QObject *parent);

    [[nodiscard]] QAction *runAction() const { return m_run; }
    [[nodiscard]] QAction *stopAction() const { return m_stop; }
    /// Goes on with the run that is seen, where it was stopped or interrupted.
    [[nodiscard]] QAction *resumeAction() const { return m_resume; }
    /// The ways to run less or more than what the action would.
    [[nodiscard]] QList<QAction *> scopeActions() const;
    /// Runs all cells, or only those of variants that were added since the others were answered.
    void run();
    void run(const RunScope &scope);
    /// Runs all cells as a race, which stops when it is decided.
    void race();
    /// Asks so many cases, drawn at random, to see how long the answers are.
    void runPilot(int cases);
    /// How, asked at each race.
    void setRaceSettings(std::function<RaceSettings()> settings) { m_raceSettings = std::move(settings); }
    /// Asked before each run, which begins when and if what it is given is called.
    void setGate(std::function<void(std::function<void()>)> gate) { m_gate = std::move(gate); }
    /// What runs may cost that begin from now on; nothing = there is no limit.
    void setBudget(std::optional<Money> budget) { m_budget = budget; }
    /// Stops what is seen.
    void stop();
    /// Escape in `answers` stops what is seen; where that is being paid for it is asked first.
    void stopOnEscape(QWidget *answers);
    /// Resumes a run of the ledger: what it has not asked yet is asked, its finished answers stay. A run of the open experiment
    /// is resumed there, any other one in the view. failed() says why it cannot be.
    void resumeRun(const QUuid &run);
    /// Stops a run, also one in the background.
    void stopRun(const QUuid &run);
    /// Something else that Stop ends, such as scoring; update() is called when it began or ended.
    void alsoStop(std::function<bool()> isRunning, std::function<void()> stop);
    void update();

    /// Where runs are shown that are not of the open experiment; made when it is first needed.
    void setViewFactory(std::function<RunView *()> factory) { m_makeView = std::move(factory); }
    /// Fetches a run of the ledger, or one that is running in the background, into the view; viewed() or failed() follows.
    void reopen(const QUuid &run);
    /// The ledger has other answers of a run, which were made elsewhere: where it is shown, or is the open experiment's and nothing
    /// else is shown for that, it is read again.
    void readAgain(const RunRecord &run);
    /// Leaves the view; what it showed continues in the background.
    void leaveView();
    /// The run that is viewed becomes the one of the open experiment, which holds what was run by now.
    void adoptViewed();
    /// Shows a run as the one of the open experiment, which is what ran.
    void showRun(const QUuid &run);
    [[nodiscard]] RunView *view() const { return m_view; }
    [[nodiscard]] int backgroundRuns() const;

Q_SIGNALS:
    void failed(const Tempera::Error &error);
    void viewed(); ///< view() has a run to show.
    void left();   ///< The open experiment is to be seen again.
    void started();
    void ended();
    void backgroundRunsChanged();  ///< backgroundRuns()
    void pilotBegins(bool begins); ///< The next run of the open experiment is one; false: it is not, after all.

private:
    void addScope(const QString &name, const QString &text, const QKeySequence &key, RunScope::Kind kind);
    [[nodiscard]] RunScope usualScope() const;
    void start(const RunScope &scope, const std::optional<RaceSettings> &race);
    void throughGate(const RunOptions &wish);
    void begin(const RunOptions &wish);
    void startOwn(const Experiment &experiment, const RunOptions &options);
    void startViewed(const Experiment &experiment, const RunOptions &options);
    void withLimits(RunOptions options, std::function<void(const RunOptions &)> run);
    void updateRace();
    [[nodiscard]] bool isOwn(const RunRecord &run) const;
    void resumeStored(RunToResume run);
    void resumeOwn(const std::shared_ptr<const RunToResume> &resume);
    void resumeViewed(const std::shared_ptr<const RunToResume> &resume, const LoadedExperiment &loaded);
    void changeExperiment();
    void rememberName();
    void showLastRun();
    void loadNext(QList<QUuid> runs, quint64 asked);
    void viewStored(const StoredRun &run);
    void readExperimentOf(const RunRecord &run, std::function<void(const Result<LoadedExperiment> &)> callback);
    void joinRun(const StoredRun &stored, const LoadedExperiment &loaded, const QList<QUuid> &older, quint64 asked);
    void resumeRead(RunToResume run, const Result<LoadedExperiment> &loaded);
    [[nodiscard]] std::optional<Experiment> experimentOf(const QString &path) const;
    [[nodiscard]] bool isViewing() const;
    RunView *ensureView();
    [[nodiscard]] int paidRequests() const;
    void askToStop(QWidget *window, int paid);

    const WindowContext &m_context;
    Session &m_session;
    Selection &m_selection;
    BackgroundRuns *m_background = nullptr;
    RunView *m_view = nullptr;
    std::function<RunView *()> m_makeView;
    QAction *m_run = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_resume = nullptr;
    QAction *m_race = nullptr;
    std::optional<QString> m_raceObstacle; ///< Why the open experiment cannot be raced.
    std::function<RaceSettings()> m_raceSettings;
    QList<QAction *> m_scopes;
    QHash<QString, QUuid> m_lastRuns; ///< Of experiments that got another name after they were run.
    quint64 m_asked = 0;              ///< Recognises an answer of the ledger that comes too late.
    quint64 m_viewAsked = 0;          ///< The same of a run that is to be viewed.
    bool m_viewing = false;
    std::function<void(std::function<void()>)> m_gate;
    std::optional<Money> m_budget;
    QPointer<QMessageBox> m_question;
    std::function<bool()> m_otherRuns;
    std::function<void()> m_stopOther;
};

} // namespace Tempera
