// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringView>

#include <stop_token>

namespace Tempera {

/// What became of a stretch of text.
enum class DiffKind : quint8 {
    Equal,
    Deleted,   ///< Only in the old text.
    MovedFrom, ///< In the old text; the same stands elsewhere in the new one.
    Inserted,  ///< Only in the new text.
    MovedTo,   ///< In the new text; the same stood elsewhere in the old one.
};

/// A stretch of one of two texts: Equal, Deleted and MovedFrom lie in the old one, Inserted and MovedTo in the new one.
struct DiffSpan {
    DiffKind kind = DiffKind::Equal;
    qsizetype oldStart = 0; ///< UTF-16 offset in the old text; for what is only in the new one, where it goes in.
    qsizetype newStart = 0; ///< UTF-16 offset in the new text; for what is only in the old one, where it was.
    qsizetype length = 0;   ///< UTF-16 units; never 0.
    qsizetype other = -1;   ///< Of MovedFrom and MovedTo: index of the span of the other end.

    [[nodiscard]] bool isInOld() const { return kind <= DiffKind::MovedFrom; }
    [[nodiscard]] bool isInNew() const { return kind == DiffKind::Equal || kind >= DiffKind::Inserted; }
    bool operator==(const DiffSpan &) const = default;
};

/// The difference of two texts, whatever their length and that of their lines, word by word (see DiffTokenizer): spans in
/// reading order that cover both texts; between two equal ones what was in the old text comes first.
/// - Blanks between words belong to the words around them, so that no blank keeps a rewritten sentence apart.
/// - A block that stands elsewhere is moved, not deleted and inserted (see uniqueBlocks()). Its two ends hold the same
///   words; blanks and line ends around it may differ.
/// - What was only inserted or only deleted begins and ends with a line, a sentence or a clause where it can.
/// - An island is merged into the changes around it: an equal stretch of at most two words between two changes that both
///   rewrite something (delete words and insert others), each at least as many words as the island has, and without a line
///   end or a sign other than those of prose (. , ; ! ? … ' -). So a "the" that stayed between two rewritten clauses does not
///   chop them; lists, code and JSON keep their grain, and so does what was only inserted or only deleted.
/// Texts of 20,000 words take some tens of milliseconds; for those that have little in common see keptEntries().
/// Pure, any thread. Empty when a stop was requested meanwhile.
[[nodiscard]] QList<DiffSpan> proseDiff(QStringView oldText, QStringView newText, const std::stop_token &stop = {});

/// Share of the old and new text that is equal and in its place, 0…1; 1 for two empty texts.
[[nodiscard]] double equalShare(const QList<DiffSpan> &spans);

} // namespace Tempera
