// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/textdiff.h"

#include "models/text/tokenalignment.h"
#include "models/text/tokenblocks.h"

#include <QHash>

#include <algorithm>

namespace Tempera {
namespace {

/// A stretch of one text between two kept tokens.
struct ChangedPiece {
    qsizetype start = 0;
    qsizetype end = 0;
    int block = -1; ///< Number of the moved block that it is; −1: deleted or inserted.
};

/// One of the two texts as the spans are written.
struct ChangedSide {
    const DiffText &text;
    const std::vector<int> &moved; ///< Number of the moved block of each token, −1 where it is in none.
    qsizetype at = 0;              ///< What lies before is written.

    [[nodiscard]] qsizetype startOf(int token) const { return token < text.size() ? text.at(token).start : text.text.size(); }
    [[nodiscard]] QStringView stretch(qsizetype from, qsizetype to) const { return text.text.sliced(from, to - from); }
    [[nodiscard]] std::vector<ChangedPiece> pieces(TokenRange tokens, qsizetype end) const;
    void joinBlanks(std::vector<ChangedPiece> &pieces) const;
};

/// Blanks that only separate a moved block from what was around it are part of the move.
void ChangedSide::joinBlanks(std::vector<ChangedPiece> &pieces) const
{
    for (std::size_t i = 0; i < pieces.size();) {
        const ChangedPiece &piece = pieces[i];
        const bool isBlank = piece.block < 0 && stretch(piece.start, piece.end).trimmed().isEmpty();
        const bool joinsLast = isBlank && i > 0 && pieces[i - 1].block >= 0;
        const bool joinsNext = isBlank && !joinsLast && i + 1 < pieces.size() && pieces[i + 1].block >= 0;
        if (joinsLast)
            pieces[i - 1].end = piece.end;
        else if (joinsNext)
            pieces[i + 1].start = piece.start;
        if (joinsLast || joinsNext)
            pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
}

/// What lies between `at` and `end`, which holds these tokens.
std::vector<ChangedPiece> ChangedSide::pieces(TokenRange tokens, qsizetype end) const
{
    std::vector<ChangedPiece> pieces;
    const auto add = [&pieces](qsizetype from, qsizetype to, int block) {
        if (to > from)
            pieces.push_back({from, to, block});
    };
    qsizetype from = at;
    for (int i = tokens.from; i < tokens.to;) {
        const int block = moved[static_cast<std::size_t>(i)];
        if (block < 0) {
            ++i;
            continue;
        }
        add(from, text.at(i).start, -1);
        const qsizetype start = text.at(i).start;
        while (i < tokens.to && moved[static_cast<std::size_t>(i)] == block)
            from = text.at(i++).end;
        add(start, from, block);
    }
    add(from, end, -1);
    joinBlanks(pieces);
    return pieces;
}

class SpanWriter
{
public:
    explicit SpanWriter(const TokenAlignment &alignment)
        : m_alignment(alignment), m_old{alignment.before, alignment.movedOut}, m_new{alignment.after, alignment.movedIn}
    {
    }

    [[nodiscard]] QList<DiffSpan> write();

private:
    void add(DiffKind kind, qsizetype length, int block = -1);
    void writeChange(TokenRange before, TokenRange after);
    [[nodiscard]] qsizetype commonGapBehind(TokenRange before, qsizetype oldEnd, TokenRange after, qsizetype newEnd) const;

    const TokenAlignment &m_alignment;
    ChangedSide m_old;
    ChangedSide m_new;
    QList<DiffSpan> m_spans;
    QHash<int, qsizetype> m_ends; ///< Of moved blocks of which one end is written: its span.
};

void SpanWriter::add(DiffKind kind, qsizetype length, int block)
{
    if (length == 0)
        return;
    if (block < 0 && !m_spans.isEmpty() && m_spans.constLast().kind == kind) {
        m_spans.last().length += length;
    } else {
        m_spans.append({kind, m_old.at, m_new.at, length, -1});
        if (const auto end = m_ends.constFind(block); end != m_ends.constEnd()) {
            m_spans.last().other = *end;
            m_spans[*end].other = m_spans.size() - 1;
        } else if (block >= 0) {
            m_ends.insert(block, m_spans.size() - 1);
        }
    }
    const DiffSpan &span = m_spans.constLast();
    m_old.at += span.isInOld() ? length : 0;
    m_new.at += span.isInNew() ? length : 0;
}

/// The blanks before the next kept token, where both texts have the same and something of each is left before them.
qsizetype SpanWriter::commonGapBehind(TokenRange before, qsizetype oldEnd, TokenRange after, qsizetype newEnd) const
{
    const auto gap = [](const ChangedSide &side, TokenRange tokens, qsizetype end) {
        const qsizetype from = tokens.from < tokens.to ? side.text.at(tokens.to - 1).end : side.at;
        return side.stretch(from, end);
    };
    const QStringView oldGap = gap(m_old, before, oldEnd);
    return oldGap == gap(m_new, after, newEnd) ? oldGap.size() : 0;
}

/// From where the texts are written, to the next kept tokens, or the ends.
void SpanWriter::writeChange(TokenRange before, TokenRange after)
{
    const qsizetype oldEnd = m_old.startOf(before.to);
    const qsizetype newEnd = m_new.startOf(after.to);
    const QStringView oldGap = m_old.stretch(m_old.at, m_old.startOf(before.from));
    if (oldGap == m_new.stretch(m_new.at, m_new.startOf(after.from)))
        add(DiffKind::Equal, oldGap.size());
    const qsizetype behind = commonGapBehind(before, oldEnd, after, newEnd);
    const std::vector<ChangedPiece> gone = m_old.pieces(before, oldEnd - behind);
    const std::vector<ChangedPiece> come = m_new.pieces(after, newEnd - behind);
    for (const ChangedPiece &piece : gone)
        add(piece.block < 0 ? DiffKind::Deleted : DiffKind::MovedFrom, piece.end - piece.start, piece.block);
    for (const ChangedPiece &piece : come)
        add(piece.block < 0 ? DiffKind::Inserted : DiffKind::MovedTo, piece.end - piece.start, piece.block);
    add(DiffKind::Equal, behind);
}

QList<DiffSpan> SpanWriter::write()
{
    const auto size = static_cast<int>(m_alignment.before.size());
    TokenRange before;
    TokenRange after;
    for (before.to = 0; before.to < size; ++before.to) {
        const int kept = m_alignment.keptAs[static_cast<std::size_t>(before.to)];
        if (kept < 0)
            continue;
        after.to = kept;
        writeChange(before, after);
        const DiffToken &token = m_alignment.before.at(before.to);
        add(DiffKind::Equal, token.end - token.start);
        before.from = before.to + 1;
        after.from = kept + 1;
    }
    after.to = static_cast<int>(m_alignment.after.size());
    writeChange(before, after);
    return std::move(m_spans);
}

} // namespace

QList<DiffSpan> proseDiff(QStringView oldText, QStringView newText, const std::stop_token &stop)
{
    if (oldText == newText)
        return oldText.isEmpty() ? QList<DiffSpan>() : QList<DiffSpan>{{DiffKind::Equal, 0, 0, oldText.size(), -1}};
    const TokenAlignment alignment = alignTokens(oldText, newText, stop);
    return stop.stop_requested() ? QList<DiffSpan>() : SpanWriter(alignment).write();
}

double equalShare(const QList<DiffSpan> &spans)
{
    double equal = 0;
    double all = 0;
    for (const DiffSpan &span : spans) {
        const auto length = static_cast<double>(span.length);
        equal += span.kind == DiffKind::Equal ? 2 * length : 0;
        all += span.kind == DiffKind::Equal ? 2 * length : length;
    }
    return all == 0 ? 1 : equal / all;
}

} // namespace Tempera
