// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cellsummary.h"

#include <QString>

namespace Tempera {

/// Words for the numbers of a cell, as every screen shows them; translated, in the language's own number format.
namespace CellText {

/// "320 ms", "1.24 s", "2 min 5 s".
[[nodiscard]] QString duration(std::chrono::microseconds time);
/// "3,412".
[[nodiscard]] QString number(std::int64_t value);
/// "3,412 tokens", with "≈" before an estimate.
[[nodiscard]] QString tokens(std::int64_t value, Exactness exactness);
/// What is left, in whole seconds and never less than one: it is a guess.
[[nodiscard]] QString timeLeft(std::chrono::microseconds time);
/// "first token 0.12 s · 45.3 tokens/s · 120 → 48 tokens · $0.0021"; what is unknown is left out, but an unknown
/// cost of a finished cell is said.
[[nodiscard]] QString footer(const Cell &cell);
/// Where an answer came from, a line each: model, seed, hash of the model's file, how far an identical request gives an identical
/// answer, how evenly its text came and how many bytes it took, and its notes. What is unknown is left out.
[[nodiscard]] QString origin(const Cell &cell);
/// "⚠ no chat template": the cell's notes in a few words each; empty where there are none.
[[nodiscard]] QString notesInShort(const Cell &cell);
/// "Streaming", "Loading the model, 40 %", "Waits to try again (2)".
[[nodiscard]] QString state(const Cell &cell);
[[nodiscard]] QString outcome(Outcome outcome);
/// "✓", "✗", "!" and "?": never colour alone.
[[nodiscard]] QString outcomeSign(Outcome outcome);
/// "2 of 3 checks passed"; empty while there is no grade or no check.
[[nodiscard]] QString grade(const CellSummary &cell);

} // namespace CellText
} // namespace Tempera
