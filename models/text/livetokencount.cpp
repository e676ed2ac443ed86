// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/livetokencount.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace Tempera {
namespace {

/// How many pieces before an edit may have looked at what it changed. The patterns look ahead over the run of blanks
/// or letters that they are in, and a little more: three pieces at most. Twice that, and some.
constexpr std::ptrdiff_t piecesBack = 8;

qsizetype commonPrefix(QByteArrayView a, QByteArrayView b)
{
    const qsizetype size = std::min(a.size(), b.size());
    constexpr qsizetype block = 4096;
    qsizetype at = 0;
    while (at + block <= size && std::memcmp(a.data() + at, b.data() + at, block) == 0)
        at += block;
    return std::mismatch(a.begin() + at, a.begin() + size, b.begin() + at).first - a.begin();
}

qsizetype commonSuffix(QByteArrayView a, QByteArrayView b, qsizetype longest)
{
    constexpr qsizetype block = 4096;
    qsizetype length = 0;
    while (length + block <= longest
           && std::memcmp(a.data() + a.size() - length - block, b.data() + b.size() - length - block, block) == 0)
        length += block;
    while (length < longest && a[a.size() - length - 1] == b[b.size() - length - 1])
        ++length;
    return length;
}

} // namespace

LiveTokenCount::LiveTokenCount(std::shared_ptr<const BpeEncoding> encoding) : m_encoding(std::move(encoding)) { }

qsizetype LiveTokenCount::update(const QByteArray &utf8)
{
    if (!utf8.isValidUtf8()) {
        m_text.clear();
        m_pieces.clear();
        m_count = m_encoding->count(utf8);
        m_isPieced = false;
        return m_count;
    }
    if (!m_isPieced) {
        m_count = 0;
        m_isPieced = true;
    }
    const qsizetype prefix = commonPrefix(m_text, utf8);
    if (prefix == m_text.size() && prefix == utf8.size())
        return m_count;
    const qsizetype suffix = commonSuffix(m_text, utf8, std::min(m_text.size(), utf8.size()) - prefix);
    recount(utf8, prefix, suffix);
    m_text = utf8;
    return m_count;
}

void LiveTokenCount::recount(const QByteArray &utf8, qsizetype prefix, qsizetype suffix)
{
    const auto after = std::ranges::upper_bound(m_pieces, prefix, {}, &Piece::start);
    const auto first = after - std::min(piecesBack, after - m_pieces.begin());
    const qsizetype from = first == m_pieces.end() ? 0 : first->start;
    const qsizetype moved = utf8.size() - m_text.size();

    // Walk until a piece starts in the unchanged end of the text where one started before: from there all is as it was.
    std::vector<Piece> fresh;
    auto old = first;
    bool isInStep = false;
    m_encoding->eachPiece(utf8, from, [&](qsizetype start, qsizetype tokens) {
        if (start >= utf8.size() - suffix) {
            while (old != m_pieces.end() && old->start + moved < start)
                ++old;
            if (old != m_pieces.end() && old->start + moved == start) {
                isInStep = true;
                return false;
            }
        }
        fresh.push_back({start, tokens});
        return true;
    });
    if (!isInStep)
        old = m_pieces.end();

    for (auto it = first; it != old; ++it)
        m_count -= it->tokens;
    for (const Piece &piece : fresh)
        m_count += piece.tokens;
    for (auto it = old; it != m_pieces.end(); ++it)
        it->start += moved;
    const auto shared = std::min(std::ssize(fresh), old - first);
    std::copy_n(fresh.begin(), shared, first);
    const auto at = m_pieces.erase(first + shared, old);
    m_pieces.insert(at, fresh.begin() + shared, fresh.end());
}

} // namespace Tempera
