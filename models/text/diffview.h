// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/textdiff.h"

namespace Tempera {

/// Which of two compared texts is looked at.
enum class DiffSide : quint8 { Old, New };

/// A stretch of a text: offset and length in UTF-16 units.
struct TextStretch {
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextStretch &) const = default;
};

/// One place where two texts differ: all that lies between two equal spans.
struct Difference {
    qsizetype firstSpan = 0; ///< Index of its first span …
    qsizetype lastSpan = 0;  ///< … and of its last one.
    TextStretch old;         ///< Empty where something only came in: then where that is.
    TextStretch now;         ///< The same in the new text.

    [[nodiscard]] const TextStretch &on(DiffSide side) const { return side == DiffSide::Old ? old : now; }
    bool operator==(const Difference &) const = default;
};

[[nodiscard]] QList<Difference> differencesOf(const QList<DiffSpan> &spans);

/// A walk through differences. It stays at the first and at the last one.
struct DiffWalk {
    qsizetype count = 0;
    qsizetype current = -1; ///< −1: nowhere yet.

    /// Goes `steps` on (back where negative) and returns where it is then; −1 where there is none. From nowhere the first
    /// step leads to the first one, and back to the last one.
    qsizetype step(int steps);
    bool operator==(const DiffWalk &) const = default;
};

/// A mark in a strip that shows a whole text as a line from 0 to 1.
struct StripMark {
    double from = 0;
    double to = 0; ///< Equal to `from` where nothing of this text is left there.
    DiffKind kind = DiffKind::Inserted;

    bool operator==(const StripMark &) const = default;
};

/// What differs, as shares of the length of one of the texts; in the other's place a mark without width.
[[nodiscard]] QList<StripMark> overviewStrip(const QList<DiffSpan> &spans, DiffSide side);

/// What is left of a text when only differences are shown: whole lines that hold one, with `context` lines before and after
/// each. Rising, never touching; everything between two of them, and before and after, is left out. Lines end at "\n".
[[nodiscard]] QList<TextStretch> onlyDifferences(QStringView text, const QList<Difference> &differences, DiffSide side,
                                                 int context);

} // namespace Tempera
