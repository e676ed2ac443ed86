// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/batch.h"

#include <QByteArrayView>
#include <QJsonObject>

#include <functional>

namespace Tempera {

/// Bytes of a line of results that is read; a longer one is told as a fault. Far more than any model writes, also with token
/// probabilities.
inline constexpr qsizetype MaxBatchLine = 8 * 1024 * 1024;

/// What one JSON object of the results says; an Error where it is none.
using BatchItemReader = std::function<Result<BatchItem>(const QJsonObject &object)>;

/// Reads JSON Lines. What cannot be read (a line that was cut, is too long or says nothing of a request) is a fault with its line,
/// and the others are read. Blank lines are skipped.
[[nodiscard]] BatchResults readBatchLines(QByteArrayView lines, const QString &source, const BatchItemReader &reader);

/// Adds what was read at a line, or that it could not be.
void addBatchItem(BatchResults &results, Result<BatchItem> item, const QString &source, int line);

/// An item that was answered by this JSON.
[[nodiscard]] BatchItem answeredItem(const QString &name, const QJsonObject &answer);
/// One that was not.
[[nodiscard]] BatchItem unansweredItem(const QString &name, BatchOutcome outcome, const Error &error);
/// One that the time ran out for, or that was taken back, in our words.
[[nodiscard]] BatchItem expiredItem(const QString &name);
[[nodiscard]] BatchItem cancelledItem(const QString &name);

} // namespace Tempera
