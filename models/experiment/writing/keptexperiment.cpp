// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/writing/keptexperiment.h"

#include "models/experiment/data/datasecrets.h"
#include "models/experiment/data/datawriter.h"
#include "models/experiment/experimentfile.h"
#include "models/experiment/experimentsource.h"
#include "models/experiment/writing/experimentwriter.h"

namespace Tempera {
namespace {

/// Characters of all texts below a node; aliases count each time that they would be written.
qint64 writtenSize(const DataNode &node)
{
    qint64 size = node.text.size();
    for (const DataPtr &item : node.items)
        size += writtenSize(*item);
    for (const DataEntry &entry : node.entries)
        size += entry.key.size() + writtenSize(*entry.value);
    return size;
}

} // namespace

QByteArray keptExperiment(const Experiment &experiment, const ExperimentSource *source)
{
    const bool isUntouched = source && experiment == source->experiment;
    const DataPtr tree = isUntouched ? source->document.root : experimentTree(experiment, source);
    const DataPtr kept = withoutSecrets(tree, source ? source->removedKeys : QStringList());
    const bool isJson = source && source->document.format == DataFormat::Json;
    if (kept == tree) {
        const QByteArray text = writeExperiment(experiment, source);
        if (isJson || !mayHideSecrets(text))
            return text;
    }
    if (writtenSize(*kept) > maxDataBytes) // could not be read again
        return {};
    return isJson ? writeJsonTree(*kept) : writeYamlTree(*kept);
}

} // namespace Tempera
