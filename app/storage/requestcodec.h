// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/event.h"
#include "models/core/request.h"

#include <QByteArray>

#include <optional>

namespace Tempera {

/// A request as JSON for the ledger, without its cell key (that has columns of its own) and without secrets: the user
/// and password of the URL, and values of headers and query items whose names look like keys, are left out.
/// Everything else comes back bit for bit from requestFromJson().
[[nodiscard]] QByteArray requestToJson(const GenerationRequest &request);
/// Inverse; what is missing or of the wrong type has its default.
[[nodiscard]] GenerationRequest requestFromJson(const QByteArray &json);

[[nodiscard]] QByteArray errorToJson(const Error &error);
[[nodiscard]] Error errorFromJson(const QByteArray &json);

[[nodiscard]] QByteArray notesToLedger(const Notes &notes);
[[nodiscard]] Notes notesFromLedger(const QByteArray &json);

/// "unknown", "fast", "strict".
[[nodiscard]] QString reproducibilityName(Reproducibility reproducibility);
[[nodiscard]] Reproducibility reproducibilityFromName(const QString &name);

} // namespace Tempera
