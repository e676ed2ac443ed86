// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

/// The stem of an English word in lower case, by M. F. Porter, "An algorithm for suffix stripping" (1980). Words of one or two
/// letters stay as they are.
[[nodiscard]] QString porterStem(const QString &word);

} // namespace Tempera
