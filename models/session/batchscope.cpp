// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchscope.h"

#include "models/experiment/casevariables.h"
#include "models/experiment/writing/keptexperiment.h"

#include <QCoreApplication>

#include <algorithm>

namespace Tempera {
namespace {

/// With those of its variants, in their order, that `part` has.
Experiment withVariantsOf(const Experiment &whole, const Experiment &part)
{
    Experiment made = whole;
    made.variants.clear();
    for (const Variant &variant : whole.variants) {
        const Variant wanted = part.variants.value(made.variants.size());
        if (made.variants.size() < part.variants.size() && variant.endpoint.id == wanted.endpoint.id
            && variant.label == wanted.label)
            made.variants += variant;
    }
    return made;
}

/// What of it was sent, where that is the same still: it differs from the ledger's in secrets alone.
std::optional<Experiment> sameAsSent(const LoadedExperiment &now, const Experiment &sent, const QByteArray &kept)
{
    if (!now.refused.isEmpty())
        return std::nullopt;
    const Experiment part = withVariantsOf(now.experiment, sent);
    return keptExperiment(part, now.source.get()) == kept ? std::optional(part) : std::nullopt;
}

} // namespace

BatchScope batchScope(const Experiment &experiment, const Catalog &catalog, const BatchService &service)
{
    BatchScope scope{experiment, {}};
    scope.experiment.variants.removeIf([&](const Variant &variant) {
        GenerationRequest request;
        request.endpoint = variant.endpoint;
        setProvider(request, SharedProvider(catalog.providerFor(variant.endpoint)));
        if (service.takes(request))
            return false;
        const bool isLocal = variant.endpoint.kind == EndpointKind::Local;
        scope.leftOut += {variant.title(), isLocal ? BatchObstacle::ThisMachine : BatchObstacle::NoBatchApi};
        return true;
    });
    return scope;
}

Result<void> mayGoInBatches(const Experiment &experiment)
{
    if (!needsOrder(experiment))
        return {};
    return failure(
        ErrorKind::Usage,
        QCoreApplication::translate("Batch", "Prompts of this experiment use earlier answers, which a batch does not have."));
}

Result<Experiment> sentExperiment(const RunRecord &run, const LoadedExperiment *open, const PromptStore &files,
                                  const QStringList &folders)
{
    if (run.experimentYaml.isEmpty()) {
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("Batch",
                                                   "This experiment was too large to be kept with its run; `tempera batch fetch` "
                                                   "merges the answers by its file."));
    }
    const Result<LoadedExperiment> sent =
        readExperiment(run.experimentYaml, run.experimentPath, files, folders, {}, TestScripts::Leave);
    if (!sent)
        return std::unexpected(sent.error());
    if (open) {
        if (const auto same = sameAsSent(*open, sent->experiment, run.experimentYaml))
            return *same;
    }
    const Result<QByteArray> text = run.experimentPath.isEmpty() ? failure(ErrorKind::File, {}) : files.read(run.experimentPath);
    const Result<LoadedExperiment> now = text.and_then([&](const QByteArray &bytes) {
        return readExperiment(bytes, run.experimentPath, files, folders, {}, TestScripts::Leave);
    });
    if (now && !now->needsScripts) {
        if (const auto same = sameAsSent(*now, sent->experiment, run.experimentYaml))
            return *same;
    }
    if (sent->needsScripts) {
        return failure(
            ErrorKind::Usage,
            QCoreApplication::translate("Batch", "Scripts make the tests of this experiment: open it in the window first, or use "
                                                 "`tempera batch fetch`."));
    }
    const auto needed = std::ranges::find_if(sent->refused, &RefusedFile::isNeeded);
    if (needed != sent->refused.end())
        return std::unexpected(needed->error);
    return sent->experiment;
}

} // namespace Tempera
