// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"

#include <QByteArray>

namespace Tempera {

class ExperimentSource;

/// The text of an experiment as the ledger keeps it: as it is in its file where nothing secret is there, else written
/// again from its tree without secrets (see withoutSecrets()) and without comments. Readable by readExperiment();
/// empty where it would be too large for that.
[[nodiscard]] QByteArray keptExperiment(const Experiment &experiment, const ExperimentSource *source);

} // namespace Tempera
