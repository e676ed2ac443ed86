// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "models/core/batch.h"

#include <QJsonObject>
#include <QList>

namespace Tempera {

/// Batches as JSON: `{"batches": […]}`.
[[nodiscard]] QJsonObject batchesJson(const QList<BatchRecord> &batches);
/// The same as a table.
[[nodiscard]] QString batchesTable(const QList<BatchRecord> &batches, const OutStream &stream);

/// Lines for what is wrong with results, one each; of very many the first, and how many more there are.
[[nodiscard]] QStringList faultLines(const QList<Error> &faults);

/// The batches that a word means: one whose id begins so, else those of a run whose id does. Empty = those of the newest run. An
/// Error (Usage) where there are none, or the word may mean more than one.
[[nodiscard]] Result<QList<BatchRecord>> batchesNamed(const QList<BatchRecord> &all, const QString &word);

} // namespace Tempera
