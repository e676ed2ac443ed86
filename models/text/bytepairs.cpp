// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/bytepairs.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>
#include <limits>
#include <queue>

namespace Tempera {
namespace {

/// Up to here looking at all pairs for each merge is quicker than a heap.
constexpr qsizetype longestShortPiece = 96;
constexpr int noMerge = std::numeric_limits<int>::max();

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word)
{
    hash = (hash ^ word) * 0x9e3779b97f4a7c15ULL;
    return hash ^ (hash >> 29);
}

std::uint64_t hashOf(const char *data, qsizetype length)
{
    auto hash = static_cast<std::uint64_t>(length);
    std::uint64_t word = 0;
    for (; length >= 8; data += 8, length -= 8) {
        std::memcpy(&word, data, 8);
        hash = mixed(hash, word);
    }
    word = 0;
    std::memcpy(&word, data, static_cast<std::size_t>(length));
    hash = mixed(hash, word);
    return mixed(hash, hash >> 32);
}

} // namespace

bool BytePairs::read(QByteArrayView tokens)
{
    m_bytes.reserve(tokens.size());
    m_offsets.assign(1, 0);
    for (qsizetype at = 0; at < tokens.size();) {
        const qsizetype length = static_cast<unsigned char>(tokens[at++]);
        if (length == 0 || at + length > tokens.size())
            return false;
        m_bytes.append(tokens.sliced(at, length));
        m_offsets.push_back(static_cast<std::uint32_t>(m_bytes.size()));
        m_longest = std::max(m_longest, length);
        at += length;
    }
    const std::size_t size = m_offsets.size() - 1;
    m_slots.assign(std::bit_ceil(size * 2), {});
    for (std::size_t rank = 0; rank < size; ++rank)
        insert(static_cast<int>(rank));
    // Every byte must be a token, or some text could not be encoded.
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        m_rankOfByte[static_cast<std::size_t>(byte)] = rankOf(&c, 1);
    }
    return std::ranges::find(m_rankOfByte, none) == m_rankOfByte.end();
}

void BytePairs::insert(int rank)
{
    const QByteArrayView token = bytes(rank);
    const std::uint64_t hash = hashOf(token.data(), token.size());
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at].rank != none)
        at = (at + 1) & mask;
    m_slots[at] = {static_cast<std::uint32_t>(hash >> 32), rank};
}

int BytePairs::rankOf(const char *data, qsizetype length) const
{
    if (length > m_longest)
        return none;
    const std::uint64_t hash = hashOf(data, length);
    const auto check = static_cast<std::uint32_t>(hash >> 32);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask; m_slots[at].rank != none; at = (at + 1) & mask) {
        if (m_slots[at].check == check && bytes(m_slots[at].rank) == QByteArrayView(data, length))
            return m_slots[at].rank;
    }
    return none;
}

QByteArrayView BytePairs::bytes(int id) const
{
    if (id < 0 || static_cast<std::size_t>(id) + 1 >= m_offsets.size())
        return {};
    const std::uint32_t start = m_offsets[static_cast<std::size_t>(id)];
    return QByteArrayView(m_bytes).sliced(start, m_offsets[static_cast<std::size_t>(id) + 1] - start);
}

template<typename Sink>
void BytePairs::merge(QByteArrayView piece, const Sink &sink) const
{
    if (piece.isEmpty())
        return;
    // Most pieces are a token as they are.
    if (const int rank = rankOf(piece.data(), piece.size()); rank != none)
        sink(rank);
    else if (piece.size() <= longestShortPiece)
        mergeShort(piece, sink);
    else
        mergeLong(piece, sink);
}

template<typename Sink>
void BytePairs::mergeShort(QByteArrayView piece, const Sink &sink) const
{
    struct Part {
        int start;
        int rank; ///< Of this part together with the next one.
    };
    std::array<Part, longestShortPiece + 1> parts;
    int size = static_cast<int>(piece.size());
    const auto rankAt = [&](int i) {
        // The end of the pair is the start of the part after the next one.
        if (i + 2 > size)
            return noMerge;
        const int start = parts[static_cast<std::size_t>(i)].start;
        const int end = parts[static_cast<std::size_t>(i) + 2].start;
        const int rank = rankOf(piece.data() + start, end - start);
        return rank == none ? noMerge : rank;
    };
    for (int i = 0; i <= size; ++i)
        parts[static_cast<std::size_t>(i)] = {i, noMerge};
    for (int i = 0; i + 1 < size; ++i)
        parts[static_cast<std::size_t>(i)].rank = rankAt(i);

    while (size > 1) {
        const auto best =
            std::min_element(parts.begin(), parts.begin() + size, [](const Part &a, const Part &b) { return a.rank < b.rank; });
        if (best->rank == noMerge)
            break;
        const int at = static_cast<int>(best - parts.begin());
        std::move(best + 2, parts.begin() + size + 1, best + 1);
        --size;
        best->rank = rankAt(at);
        if (at > 0)
            (best - 1)->rank = rankAt(at - 1);
    }
    for (int i = 0; i < size; ++i) {
        const int start = parts[static_cast<std::size_t>(i)].start;
        sink(rankOf(piece.data() + start, parts[static_cast<std::size_t>(i) + 1].start - start));
    }
}

template<typename Sink>
void BytePairs::mergeLong(QByteArrayView piece, const Sink &sink) const
{
    // A list of parts by the offset of their first byte, and a heap of the pairs that can be merged. An entry of the
    // heap whose rank is no longer that of its part is stale and skipped.
    struct Part {
        std::uint32_t previous;
        std::uint32_t next; ///< Also the end of this part.
        int rank;           ///< Of this part together with the next one.
        bool isAlive;
    };
    using Entry = std::pair<int, std::uint32_t>;
    const auto size = static_cast<std::uint32_t>(piece.size());
    std::vector<Part> parts(size + 1);
    const auto rankAt = [&](std::uint32_t at) {
        const std::uint32_t next = parts[at].next;
        if (next >= size)
            return noMerge;
        const int rank = rankOf(piece.data() + at, parts[next].next - at);
        return rank == none ? noMerge : rank;
    };
    for (std::uint32_t i = 0; i <= size; ++i)
        parts[i] = {i == 0 ? 0 : i - 1, i + 1, noMerge, true};

    std::vector<Entry> entries;
    entries.reserve(size);
    for (std::uint32_t i = 0; i + 1 < size; ++i) {
        parts[i].rank = rankAt(i);
        if (parts[i].rank != noMerge)
            entries.emplace_back(parts[i].rank, i);
    }
    std::priority_queue heap(std::greater<Entry>(), std::move(entries));
    const auto refresh = [&](std::uint32_t at) {
        parts[at].rank = rankAt(at);
        if (parts[at].rank != noMerge)
            heap.emplace(parts[at].rank, at);
    };
    while (!heap.empty()) {
        const auto [rank, at] = heap.top();
        heap.pop();
        if (!parts[at].isAlive || parts[at].rank != rank)
            continue;
        const std::uint32_t gone = parts[at].next;
        parts[gone].isAlive = false;
        parts[at].next = parts[gone].next;
        parts[parts[at].next].previous = at;
        refresh(at);
        if (at > 0)
            refresh(parts[at].previous);
    }
    for (std::uint32_t at = 0; at < size; at = parts[at].next)
        sink(rankOf(piece.data() + at, parts[at].next - at));
}

void BytePairs::encode(QByteArrayView piece, std::vector<int> &ids) const
{
    merge(piece, [&](int rank) { ids.push_back(rank); });
}

qsizetype BytePairs::count(QByteArrayView piece) const
{
    qsizetype tokens = 0;
    merge(piece, [&](int) { ++tokens; });
    return tokens;
}

} // namespace Tempera
