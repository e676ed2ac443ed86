// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/experimentdocument.h"

#include "models/experiment/writing/keptexperiment.h"

#include <optional>
#include <utility>

namespace Tempera {
namespace {

/// Steps that are kept; the oldest is forgotten first.
constexpr std::size_t maxSteps = 500;

} // namespace

/// One undo step: what was before it and what is after it. Values share their data, so a step is small.
struct UndoStep {
    Experiment before;
    Experiment after;
    QString label;
    QString mergeKey;
};

struct ExperimentDocument::Private {
    Experiment experiment;
    Experiment saved;
    std::shared_ptr<const ExperimentSource> source;
    QString path;
    QString origin;
    QList<RefusedFile> refused;
    std::vector<UndoStep> steps;
    std::size_t position = 0; ///< Steps that are done; those after it can be redone.
    bool mergeAllowed = false;
    bool wasModified = false;
};

ExperimentDocument::ExperimentDocument(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) { }

ExperimentDocument::~ExperimentDocument() = default;

const Experiment &ExperimentDocument::experiment() const
{
    return d->experiment;
}

void ExperimentDocument::edit(Experiment next, const QString &label, const QString &mergeKey)
{
    if (next == d->experiment)
        return;
    d->steps.resize(d->position);
    const bool merges = d->mergeAllowed && !mergeKey.isEmpty() && !d->steps.empty() && d->steps.back().mergeKey == mergeKey;
    if (merges) {
        d->steps.back().after = next;
    } else {
        d->steps.push_back({d->experiment, next, label, mergeKey});
        if (d->steps.size() > maxSteps)
            d->steps.erase(d->steps.begin());
        d->position = d->steps.size();
    }
    d->mergeAllowed = true;
    d->experiment = std::move(next);
    announce();
}

void ExperimentDocument::reset(LoadedExperiment loaded, const QString &path, const QString &origin)
{
    d->experiment = std::move(loaded.experiment);
    d->saved = d->experiment;
    d->source = std::move(loaded.source);
    d->refused = std::move(loaded.refused);
    d->path = path;
    d->origin = path.isEmpty() ? origin : path;
    d->steps.clear();
    d->position = 0;
    d->mergeAllowed = false;
    d->wasModified = false;
    Q_EMIT replaced();
    Q_EMIT experimentChanged();
    Q_EMIT historyChanged();
    Q_EMIT modifiedChanged();
}

bool ExperimentDocument::canUndo() const
{
    return d->position > 0;
}

bool ExperimentDocument::canRedo() const
{
    return d->position < d->steps.size();
}

QString ExperimentDocument::undoLabel() const
{
    return canUndo() ? d->steps[d->position - 1].label : QString();
}

QString ExperimentDocument::redoLabel() const
{
    return canRedo() ? d->steps[d->position].label : QString();
}

void ExperimentDocument::undo()
{
    if (!canUndo())
        return;
    d->experiment = d->steps[--d->position].before;
    d->mergeAllowed = false;
    announce();
}

void ExperimentDocument::redo()
{
    if (!canRedo())
        return;
    d->experiment = d->steps[d->position++].after;
    d->mergeAllowed = false;
    announce();
}

QString ExperimentDocument::path() const
{
    return d->path;
}

QString ExperimentDocument::origin() const
{
    return d->origin;
}

bool ExperimentDocument::isModified() const
{
    return d->experiment != d->saved;
}

const QList<RefusedFile> &ExperimentDocument::refused() const
{
    return d->refused;
}

QByteArray ExperimentDocument::fileText() const
{
    return writeExperiment(d->experiment, d->source.get());
}

std::function<QByteArray()> ExperimentDocument::draftWriter() const
{
    const std::optional<Experiment> saved = d->path.isEmpty() ? std::nullopt : std::optional(d->saved);
    return [experiment = d->experiment, source = d->source, saved] {
        return keylessDraft(experiment, source.get(), saved ? &*saved : nullptr);
    };
}

RestoredDraft ExperimentDocument::restored(const QByteArray &draft) const
{
    return restoredDraft(draft, d->source.get(), d->path.isEmpty() ? nullptr : &d->saved);
}

LoadedExperiment ExperimentDocument::loaded() const
{
    return {.experiment = d->experiment, .warnings = {}, .source = d->source, .refused = d->refused};
}

QByteArray ExperimentDocument::keptText() const
{
    return keptExperiment(d->experiment, d->source.get());
}

void ExperimentDocument::markSaved(const QString &path)
{
    d->path = path;
    d->origin = path;
    d->saved = d->experiment;
    d->mergeAllowed = false; // typing on after saving is a step of its own
    d->wasModified = false;
    Q_EMIT saved();
    Q_EMIT modifiedChanged();
}

void ExperimentDocument::announce()
{
    Q_EMIT experimentChanged();
    Q_EMIT historyChanged();
    if (isModified() != d->wasModified) {
        d->wasModified = isModified();
        Q_EMIT modifiedChanged();
    }
}

} // namespace Tempera
