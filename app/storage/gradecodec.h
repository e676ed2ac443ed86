// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/verdict.h"

#include <QByteArray>

namespace Tempera {

/// A grade as JSON for the ledger; everything comes back bit for bit.
[[nodiscard]] QByteArray gradeToJson(const Grade &grade);
/// Inverse; what is missing or of the wrong type has its default, and an unknown outcome passes nothing.
[[nodiscard]] Grade gradeFromJson(const QByteArray &json);

} // namespace Tempera
