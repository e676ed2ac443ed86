// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// Reads the cases of a data set: CSV (a column a variable, `__expected…` checks), JSON or YAML (a list of cases),
/// JSONL (a case a line). Programs that make cases give a warning and no case.
[[nodiscard]] QList<Case> readDatasetFile(ReadContext &context, const DataNode &at, const QString &reference);

} // namespace Tempera
