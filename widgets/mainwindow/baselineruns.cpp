// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/baselineruns.h"

#include "models/experiment/experimentfile.h"
#include "widgets/compare/verdictstrip.h"

#include <QLocale>
#include <QPointer>

#include <memory>
#include <utility>

namespace Tempera {
namespace {

/// The last runs of the ledger that are looked through, and how many of them are offered.
constexpr int runsLookedThrough = 500;
constexpr qsizetype runsOffered = 15;

} // namespace

BaselineRuns::BaselineRuns(const WindowContext &context, QObject *parent) : QObject(parent), m_context(context) { }

void BaselineRuns::serve(VerdictStrip *strip, const Session *session)
{
    connect(strip, &VerdictStrip::runsWanted, this, [this, strip, session] { offer(strip, session); });
    connect(strip, &VerdictStrip::runChosen, this, [this, strip](const QUuid &run) { load(strip, run); });
}

void BaselineRuns::offer(VerdictStrip *strip, const Session *session)
{
    const RunRecord shown = session->record();
    m_context.session.store->listRuns(runsLookedThrough, strip, [strip, shown](const Result<QList<RunSummary>> &runs) {
        if (!runs)
            return strip->showProblem(errorMessage(runs.error()));
        QList<RunSummary> offered;
        for (const RunSummary &each : *runs) {
            const bool isOfTheSame = each.run.experimentPath == shown.experimentPath
                                     && (!shown.experimentPath.isEmpty() || each.run.title == shown.title);
            if (isOfTheSame && each.run.id != shown.id && each.storedCells > 0 && offered.size() < runsOffered)
                offered += each;
        }
        strip->offerRuns(offered);
    });
}

void BaselineRuns::load(VerdictStrip *strip, const QUuid &run)
{
    m_context.session.store->loadRun(run, strip, [self = QPointer(this), strip](Result<StoredRun> stored) {
        if (!stored)
            strip->showProblem(errorMessage(stored.error()));
        else if (self)
            self->take(strip, std::move(*stored));
    });
}

void BaselineRuns::take(VerdictStrip *strip, StoredRun run) const
{
    const Result<LoadedExperiment> loaded = readExperiment(run.run.experimentYaml, run.run.experimentPath, *m_context.files,
                                                           m_context.trust.foldersOf(run.run.experimentPath));
    if (!loaded)
        return strip->showProblem(errorMessage(loaded.error()));
    auto baseline = std::make_shared<BaselineRun>();
    baseline->name = tr("run of %1").arg(QLocale().toString(run.run.started.toLocalTime(), QLocale::ShortFormat));
    baseline->experiment = loaded->experiment;
    baseline->cells = std::move(run.cells);
    strip->setBaselineRun(std::move(baseline));
}

} // namespace Tempera
