// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Tempera {

/// What the data on standard output is for.
enum class OutputShape { People, Json };
/// Whether the variants are shown side by side.
enum class TableUse { Shown, Without };

} // namespace Tempera
