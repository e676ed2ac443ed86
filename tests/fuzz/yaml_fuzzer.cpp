// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/experimentfile.h"
#include "tests/fuzz/consume.h"
#include "tests/fuzz/entries.h"
#include "tests/models/experiment/memoryfiles.h"

using namespace Qt::StringLiterals;

namespace Tempera {

bool fuzzYaml(QByteArrayView bytes)
{
    const MemoryFiles noFiles;
    const QString path = u"/experiments/experiment.yaml"_s;
    const Result<LoadedExperiment> loaded = readExperiment(bytes.toByteArray(), path, noFiles);
    if (!loaded) {
        consume(loaded.error());
        return false;
    }
    for (const Error &warning : loaded->warnings)
        consume(warning);
    for (const ExperimentSource *source : {loaded->source.get(), static_cast<const ExperimentSource *>(nullptr)}) {
        const QByteArray written = writeExperiment(loaded->experiment, source);
        const Result<LoadedExperiment> again = readExperiment(written, path, noFiles);
        require(again.has_value(), "what is written of an experiment can be read");
    }
    return true;
}

} // namespace Tempera
