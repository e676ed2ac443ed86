// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sampling/lens.h"

#include <QByteArrayView>
#include <QString>

namespace Tempera {

/// Words and numbers of the lens, as every view shows them; translated, in the language's own number format.
namespace TokenText {

/// The bytes of a token as text in which nothing is invisible: blanks at the ends are "␣", line ends "⏎", tabs "⇥",
/// control characters their signs, bytes that are no whole character "⟨E2 82⟩", no bytes "∅".
[[nodiscard]] QString visible(QByteArrayView piece);
/// The same for running text: a blank stays a blank.
[[nodiscard]] QString flowing(QByteArrayView piece);
/// "63.2 %", "0.04 %", "< 0.001 %".
[[nodiscard]] QString percent(double share);
/// A share known within bounds: its middle with "≈" where they differ visibly, "≤ 0.2 %", or "?" where nothing is known.
[[nodiscard]] QString percent(const Bounds &share);
/// "2.41 bits (1.67 nats)".
[[nodiscard]] QString entropy(const Bounds &nats);
/// "2.41": bits alone, for table cells.
[[nodiscard]] QString bits(const Bounds &nats);
/// "top-k 40", "top-p 0.9", "T 0.7".
[[nodiscard]] QString step(const LensStep &step);
/// "kept", "cut", "changed", "possible", "unknown".
[[nodiscard]] QString outcome(TokenOutcome outcome);
/// A sentence that explains it.
[[nodiscard]] QString outcomeExplanation(TokenOutcome outcome);

} // namespace TokenText
} // namespace Tempera
