// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/storedruns.h"

#include "models/compare/baselinetable.h"

#include <QLocale>

#include <memory>
#include <utility>

namespace Tempera {
namespace {

/// The last runs of the ledger that are looked through.
constexpr int runsLookedThrough = 500;

} // namespace

StoredRuns::StoredRuns(const WindowContext &context, QObject *parent) : QObject(parent), m_context(context) { }

void StoredRuns::list(const RunRecord &shown, qsizetype most, std::function<void(Result<QList<RunSummary>>)> callback)
{
    m_context.session.store->listRuns(
        runsLookedThrough, this, [shown, most, callback = std::move(callback)](const Result<QList<RunSummary>> &runs) {
            if (!runs)
                return callback(std::unexpected(runs.error()));
            QList<RunSummary> found;
            for (const RunSummary &each : *runs) {
                const bool isOfTheSame = each.run.experimentPath == shown.experimentPath
                                         && (!shown.experimentPath.isEmpty() || each.run.title == shown.title);
                if (isOfTheSame && each.run.id != shown.id && each.storedCells > 0 && found.size() < most)
                    found += each;
            }
            callback(found);
        });
}

void StoredRuns::inBackground(std::function<void()> work, std::function<void()> done)
{
    if (m_context.background)
        return m_context.background->run(std::move(work), this, std::move(done));
    work();
    done();
}

void StoredRuns::load(const QUuid &run, std::shared_ptr<const Experiment> beside, std::function<void(Result<Loaded>)> callback)
{
    m_context.session.store->loadRun(
        run, this, [this, beside = std::move(beside), callback = std::move(callback)](Result<StoredRun> stored) mutable {
            if (stored)
                read(std::move(*stored), std::move(beside), std::move(callback));
            else
                callback(std::unexpected(stored.error()));
        });
}

void StoredRuns::read(StoredRun run, std::shared_ptr<const Experiment> beside, std::function<void(Result<Loaded>)> callback)
{
    struct Reading {
        StoredRun stored;
        Result<std::shared_ptr<const BaselineRun>> run;
        std::shared_ptr<const BaselineTable> table;
    };
    const QUuid id = run.run.id;
    const QString name = tr("run of %1").arg(QLocale().toString(run.run.started.toLocalTime(), QLocale::ShortFormat));
    const QStringList folders = m_context.trust.foldersOf(run.run.experimentPath);
    const auto reading = std::make_shared<Reading>(std::move(run));
    inBackground(
        [reading, name, folders, beside = std::move(beside), files = m_context.files] {
            reading->run = baselineFromRun(std::move(reading->stored), name, *files, folders);
            if (reading->run && beside)
                reading->table = baselineTable(*reading->run, *beside);
        },
        [this, reading, id, callback = std::move(callback)] {
            if (!reading->run)
                return callback(std::unexpected(reading->run.error()));
            auto answers = std::make_shared<StoredAnswers>(m_context.session.store, id, *reading->run);
            callback(Loaded{*reading->run, std::move(answers), reading->table});
        });
}

} // namespace Tempera
