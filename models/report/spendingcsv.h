// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/spending.h"

#include <QByteArray>

namespace Tempera {

/// What was spent as a table: RFC 4180 with LF, formulas neutralised, amounts in US dollars with nine decimals. An amount of which
/// nothing is known is empty, never 0.
[[nodiscard]] QByteArray spendingCsv(const QList<SpendingRow> &rows, SpendingBy by);

/// The word for it in files: "day", "model", "endpoint", "experiment".
[[nodiscard]] QString spendingByName(SpendingBy by);

} // namespace Tempera
