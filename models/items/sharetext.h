// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace Tempera {

/// Words for probabilities and what is computed from them, in the language's number format.
namespace ShareText {

/// "62.4 %"; small ones keep a figure that says something: "0.012 %", "< 0.0001 %", and "0 %".
[[nodiscard]] QString percent(double share);
/// The same, or "–" where there is none.
[[nodiscard]] QString percent(const std::optional<double> &share);
/// "0.123", or "–".
[[nodiscard]] QString number(const std::optional<double> &value);
/// A factor of probabilities from its natural logarithm: "×2.4", "÷12", "=" (within half a percent), "÷1e9".
[[nodiscard]] QString factor(double logRatio);

} // namespace ShareText
} // namespace Tempera
