// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judgement.h"

#include <QString>

namespace Tempera {

/// "☝", "☟", or nothing.
[[nodiscard]] QString thumbSign(Thumb thumb);

/// A rating in a few signs: "☟ 0.35", or "✎" where there are only words.
[[nodiscard]] QString ratingSign(const Rating &rating);

/// A rating on one line, "☟ 0.35 · #too-long · Says nothing", with the beginning of the comment. Plain text.
[[nodiscard]] QString ratingText(const Rating &rating);

} // namespace Tempera
