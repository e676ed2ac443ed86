// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Other runs in Compare: the baseline's, and earlier ones side by side.

#include "models/session/session.h"
#include "widgets/common/latepage.h"
#include "widgets/compare/answercolumns.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/resultdrop.h"
#include "widgets/compare/verdictstrip.h"

#include <QTimer>

#include <utility>

namespace Tempera {

void ComparePanel::connectRuns()
{
    connect(m_grid->verdict()->verdict(), &LiveVerdict::changed, this, &ComparePanel::takeBaseline);
    connect(new ResultDrop(this), &ResultDrop::dropped, m_grid->verdict(), &VerdictStrip::chooseFile);
    connect(&m_session, &Session::planned, this, [this] { // their cells stood beside those of another run
        setEarlierRuns({});
        if (m_axis == ColumnAxis::Runs)
            Q_EMIT earlierRunsWanted();
    });
}

void ComparePanel::giveRuns(AnswerColumns &columns) const
{
    columns.setBaseline(m_grid->verdict()->otherRun());
    columns.setRuns(m_earlier);
}

void ComparePanel::takeBaseline()
{
    const OtherRun run = m_grid->verdict()->otherRun();
    if (std::exchange(m_otherRun, run) == run)
        return;
    for (AnswerColumns *each : followedColumns())
        each->setBaseline(run);
    scheduleRefresh();
}

void ComparePanel::setEarlierRuns(const QList<OtherRun> &runs)
{
    if (std::exchange(m_earlier, runs) == runs)
        return;
    for (AnswerColumns *each : followedColumns())
        each->setRuns(runs);
    refresh();
}

} // namespace Tempera
