// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/racereport.h"

#include <QJsonObject>

namespace Tempera {

/// A race: whether and after how many cases it was decided, each pair with its e-value, and what was saved. Money in US dollars,
/// time in seconds; null where a figure is not known.
[[nodiscard]] QJsonObject raceJson(const RaceReport &race);

} // namespace Tempera
