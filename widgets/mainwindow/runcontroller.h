// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/mainwindow/windowcontext.h"

#include <QAction>
#include <QObject>

namespace Tempera {

/// Running and stopping the edited experiment, and showing runs of the ledger again.
class RunController final : public QObject
{
    Q_OBJECT
public:
    RunController(const WindowContext &context, Session &session, QObject *parent);

    [[nodiscard]] QAction *runAction() const { return m_run; }
    [[nodiscard]] QAction *stopAction() const { return m_stop; }
    void run();
    void stop();
    /// Something else that Stop ends, such as scoring; update() is called when it began or ended.
    void alsoStop(std::function<bool()> isRunning, std::function<void()> stop);
    void update();
    /// Fetches a run of the ledger; reopened() or failed() follows.
    void reopen(const QUuid &run);

Q_SIGNALS:
    void failed(const Tempera::Error &error);
    /// The session shows the run; `loaded` is the experiment as it was then.
    void reopened(const Tempera::LoadedExperiment &loaded, const QString &path);
    void started();
    void ended();

private:
    void restore(const StoredRun &run);

    const WindowContext &m_context;
    Session &m_session;
    QAction *m_run = nullptr;
    QAction *m_stop = nullptr;
    std::function<bool()> m_otherRuns;
    std::function<void()> m_stopOther;
};

} // namespace Tempera
