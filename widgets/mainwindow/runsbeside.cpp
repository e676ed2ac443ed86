// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/runsbeside.h"

#include "widgets/compare/comparepanel.h"

#include <memory>

namespace Tempera {
namespace {

/// Earlier runs that stand beside the one that is shown.
constexpr qsizetype runsBeside = 4;

} // namespace

RunsBeside::RunsBeside(const WindowContext &context, ComparePanel *panel, const Session *session, QObject *parent)
    : QObject(parent), m_stored(new StoredRuns(context, this)), m_panel(panel), m_session(session)
{
    connect(panel, &ComparePanel::earlierRunsWanted, this, &RunsBeside::begin);
}

void RunsBeside::begin()
{
    const int round = ++m_round;
    m_toLoad.clear();
    m_loaded.clear();
    m_ran = std::make_shared<const Experiment>(m_session->experiment());
    m_stored->list(m_session->record(), runsBeside, [this, round](const Result<QList<RunSummary>> &runs) {
        if (round != m_round)
            return;
        if (!runs)
            Q_EMIT failed(runs.error());
        for (const RunSummary &each : runs.value_or(QList<RunSummary>()))
            m_toLoad += each.run.id;
        loadNext(round);
    });
}

/// One after the other; one that cannot be read is told of and left out.
void RunsBeside::loadNext(int round)
{
    if (m_toLoad.isEmpty())
        return m_panel->setEarlierRuns(m_loaded);
    m_stored->load(m_toLoad.takeFirst(), m_ran, [this, round](const Result<StoredRuns::Loaded> &loaded) {
        if (round != m_round)
            return;
        if (loaded)
            m_loaded += OtherRun{loaded->table, loaded->answers};
        else
            Q_EMIT failed(loaded.error());
        loadNext(round);
    });
}

} // namespace Tempera
