// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/judging/blindpairs.h"
#include "models/judging/preferencefigures.h"

#include <deque>
#include <optional>
#include <vector>

namespace Tempera {

/// What is said of the two answers that are seen.
enum class BlindChoice { Left, Right, Tie, Skip };

/// Pairs that are judged one after the other without knowing whose they are. Pure; what is said goes into the ledger by whoever
/// asks. Pairs whose answers are the same text are ties at once, and nobody is asked about them.
class BlindDeck
{
public:
    BlindDeck() = default;
    /// `pairs` as blindPairs() draws them; `judged` is what was said of these columns before: its cases are not asked again.
    BlindDeck(const std::vector<BlindPair> &pairs, std::vector<JudgedPair> judged, double alpha = 0.05);

    /// Pairs in all, and how many are judged, the skipped ones included.
    [[nodiscard]] int size() const { return static_cast<int>(m_open.size() + m_judged.size()); }
    [[nodiscard]] int judgedCount() const { return static_cast<int>(m_judged.size()); }
    /// The pair that is to be judged; nothing when none is left.
    [[nodiscard]] std::optional<BlindPair> current() const;
    /// The one after it, so that its answers can be fetched.
    [[nodiscard]] std::optional<BlindPair> next() const;

    /// Says something of the current pair, of which there must be one.
    JudgedPair choose(BlindChoice choice);
    /// Both answers of the current pair are the same text.
    JudgedPair takeAsIdentical();
    /// What was said by hand last in this deck is taken back: it is the current pair again, on the same sides. Nothing where
    /// there is none; what was said before the deck was made stays.
    std::optional<JudgedPair> undo();
    [[nodiscard]] bool canUndo() const { return !m_byHand.empty(); }

    /// In the order in which they were judged.
    [[nodiscard]] const std::vector<JudgedPair> &judged() const { return m_judged; }
    [[nodiscard]] PreferenceFigures figures() const { return preferenceFigures(m_judged, m_alpha); }
    /// Enough: which of the two is preferred is decided, whatever is said of the others.
    [[nodiscard]] bool isDecided() const { return figures().decided; }

private:
    JudgedPair record(Preference preference, bool byHand);

    double m_alpha = 0.05;
    std::deque<BlindPair> m_open;
    std::vector<JudgedPair> m_judged;
    std::vector<int> m_byHand; ///< Numbers of those that can be taken back.
};

} // namespace Tempera
