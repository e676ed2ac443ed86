// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace Tempera {

/// What became of a stretch of text.
enum class DiffKind { Kept, Added, Removed };

/// A stretch of one of two texts. Kept and Removed lie in the old text, Added in the new one.
struct DiffSpan {
    DiffKind kind = DiffKind::Kept;
    qsizetype oldStart = 0; ///< UTF-16 offset in the old text; for Added where it goes in.
    qsizetype newStart = 0; ///< UTF-16 offset in the new text; for Removed where it was.
    qsizetype length = 0;   ///< UTF-16 units; never 0.

    bool operator==(const DiffSpan &) const = default;
};

/// Bounds the work on texts that have little in common.
struct DiffLimits {
    /// Edits looked for in one stretch without a common rare word; beyond it the stretch counts as rewritten.
    qsizetype maxEdits = 4000;
    /// Steps of the search in the whole of both texts, a few nanoseconds each; when they are used up, so too.
    qsizetype maxSteps = 40'000'000;
};

/// Word by word difference of two texts: words, numbers, runs of blanks, single ideographs and single signs are the
/// units. Spans are in reading order, neighbours differ in kind, Removed comes before Added; they cover both texts.
/// Equal texts cost one comparison. Pure, any thread. After Myers, "An O(ND) Difference Algorithm" (1986), with
/// common words that occur once as anchors.
[[nodiscard]] QList<DiffSpan> wordDiff(QStringView oldText, QStringView newText, const DiffLimits &limits = {});

/// Share of the old and new text that is kept, 0…1; 1 for two empty texts.
[[nodiscard]] double keptShare(const QList<DiffSpan> &spans);

} // namespace Tempera
