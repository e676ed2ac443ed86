// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/filterfields.h"

#include <QString>

#include <optional>

namespace Tempera {

/// A number as people write it behind a field: with a point or a comma, "500ms", "2s", "80%", "$0.01", "3k" where the field
/// has such a unit, "up" and "down" for a rating. In the field's own unit: seconds, dollars, shares of 1. Nothing: it is no
/// number. Pure, any thread.
[[nodiscard]] std::optional<double> filterNumber(QString text, FilterField field);

} // namespace Tempera
