// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/data/datareader.h"
#include "models/experiment/experiment.h"

#include <vector>

namespace Tempera {

/// Which items of the experiment one node of a list in the file gave: a prompt file may give several prompts,
/// a test whose variables are lists several cases.
struct ItemGroup {
    DataPtr node; ///< Null for the whole value where it is not a list ("tests: cases.csv"), or for nothing at all.
    int count = 0;
};

/// A list in the file.
struct ListSource {
    std::vector<ItemGroup> groups;
    bool isList = false; ///< The value in the file is a list; else it is kept or replaced as a whole.
};

class ExperimentSource
{
public:
    DataDocument document; ///< Without literal keys: they are cut out on reading.
    bool keysRemoved = false;
    QStringList removedKeys; ///< Their texts, so that they are known wherever else they are; never shown.
    Experiment experiment;   ///< As it was read.
    ListSource prompts;
    ListSource variants;
    ListSource cases;
    qsizetype scenarioCases = 0; ///< So many cases at the end come from `scenarios`.
    QString providersKey;        ///< "providers" or "targets".
};

} // namespace Tempera
