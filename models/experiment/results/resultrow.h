// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/experiment.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace Tempera {

/// A row of a result file: an answer, what was asked and what came of it. All of it is the word of the file.
struct ResultRow {
    Cell cell;                        ///< Over, without key, endpoint, messages and trace.
    Case tested;                      ///< Its variables and its pass mark; the checks are in `checks`.
    std::optional<QJsonArray> checks; ///< As written; nothing = the file does not say what was checked.
    int testIndex = -1;               ///< −1: not said, as the others.
    int columnIndex = -1;
    int caseIndex = -1; ///< Tempera's own, as the next one: promptfoo has no word for them.
    int repeat = -1;
    QString promptId;
    QString promptLabel;
    QString promptText; ///< Rendered.
    QString providerId;
    QString providerLabel; ///< Empty where it is the id.
};

/// Reads promptfoo's row, with what Tempera adds to it. Numbers that cannot be (negative costs, more tokens than there are) are
/// unknown; 0 is unknown where promptfoo writes it for what it does not know (cost, latency, tokens). An Error{Syntax} without
/// place for what is no row.
[[nodiscard]] Result<ResultRow> readResultRow(const QJsonObject &row);

} // namespace Tempera
