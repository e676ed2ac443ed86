// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sampling/surprisal.h"

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
/// "2.41": bits alone, for table cells; "?" where nothing is known.
[[nodiscard]] QString bits(const Bounds &nats);
/// The same of what is in bits already; "∞" of what could not be.
[[nodiscard]] QString surprisal(const std::optional<Bounds> &bits);
/// "Mean log-probability −0.42 (0.61 bits a token), perplexity 1.52, over 20 tokens". `answerTokens` are those that the answer
/// is known to have: where they are more, or some of the trace are not known, it says of how many. Empty without tokens.
[[nodiscard]] QString likelihood(const TextLikelihood &likelihood, std::int64_t answerTokens);
/// "rest of the vocabulary 5.6 %": what the listed ones leave over.
[[nodiscard]] QString restOfVocabulary(double share);
/// "top-k 40", "top-p 0.9", "T 0.7".
[[nodiscard]] QString step(const LensStep &step);
/// "kept", "cut", "changed", "possible", "unknown".
[[nodiscard]] QString outcome(TokenOutcome outcome);
/// A sentence that explains it.
[[nodiscard]] QString outcomeExplanation(TokenOutcome outcome);

} // namespace TokenText
} // namespace Tempera
