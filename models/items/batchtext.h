// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/batchanswers.h"
#include "models/session/batchoffer.h"
#include "models/session/batchscope.h"

#include <QString>
#include <QStringList>

/// Words about batches, in the user's language and number format. Names and what providers say are put in as they are, made safe to
/// show as plain text.
namespace Tempera::BatchText {

/// "running", "expired", …
[[nodiscard]] QString state(BatchState state);
/// What a batch was to cost when it was sent: "$0.21–$0.43", "unknown".
[[nodiscard]] QString cost(const BatchRecord &batch);
/// "Requests: 240. Batches: 2, to openai:chat:gpt-4o (120), …"
[[nodiscard]] QString requests(const BatchOffer &offer);
/// "At batch price: $0.21–$0.43. Run one by one: $0.42–$0.86."
[[nodiscard]] QString prices(const BatchOffer &offer);
/// Why a variant is left out, as a sentence.
[[nodiscard]] QString leftOut(const UnbatchedVariant &variant);
/// That all batches of a run are over, and what became of its requests.
[[nodiscard]] QString over(const QString &title, const QList<BatchRecord> &ofRun);
/// What became of the requests of a run whose results were merged: how many were answered, and of the others how many ended in which
/// way and why, a line each.
[[nodiscard]] QStringList merged(const QString &title, const BatchAnswers &answers);

} // namespace Tempera::BatchText
