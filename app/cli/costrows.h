// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/jobinput.h"
#include "app/cli/plaintable.h"
#include "models/pricing/job.h"

#include <QJsonObject>

namespace Tempera {

/// A model with what the job costs there.
struct CostRow {
    QString model; ///< As it was named.
    Endpoint endpoint;
    const JobInput::Part *part = nullptr;  ///< Of an experiment.
    std::vector<std::int64_t> tokens = {}; ///< Of its prompts, in their order.
    JobCounts counts = {};
    JobQuestion question = {};
    JobFigures figures = {};
};

/// The cheapest first, what is unknown last; else as they were asked for.
void sortCostRows(std::vector<CostRow> &rows);

[[nodiscard]] QJsonObject costRowJson(const CostRow &row);
[[nodiscard]] QList<PlainColumn> costColumns();
[[nodiscard]] QStringList costFields(const CostRow &row);

} // namespace Tempera
