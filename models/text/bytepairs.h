// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <cstdint>
#include <vector>

namespace Tempera {

/// The tokens of a byte pair encoding by their ranks, and the merging of one piece of text.
/// The lowest rank is merged first, the leftmost of equal ones, until no neighbours make a token:
/// P. Gage, "A New Algorithm for Data Compression" (1994), as tiktoken applies it. Immutable after read().
class BytePairs
{
public:
    /// Takes the list of tokens (see resources/tokenizers/make.py). False where it is broken.
    [[nodiscard]] bool read(QByteArrayView tokens);
    /// Appends the ids of a piece.
    void encode(QByteArrayView piece, std::vector<int> &ids) const;
    /// How many ids encode() appends.
    [[nodiscard]] qsizetype count(QByteArrayView piece) const;
    /// The bytes of an id; empty for an unknown one.
    [[nodiscard]] QByteArrayView bytes(int id) const;

private:
    static constexpr int none = -1;
    struct Slot {
        std::uint32_t check = 0; ///< Some more bits of the hash.
        int rank = none;
    };

    [[nodiscard]] int rankOf(const char *data, qsizetype length) const;
    void insert(int rank);
    template<typename Sink>
    void merge(QByteArrayView piece, const Sink &sink) const;
    template<typename Sink>
    void mergeShort(QByteArrayView piece, const Sink &sink) const;
    template<typename Sink>
    void mergeLong(QByteArrayView piece, const Sink &sink) const;

    QByteArray m_bytes;                   ///< All tokens, one after the other.
    std::vector<std::uint32_t> m_offsets; ///< Start of each token in m_bytes, and the end.
    std::vector<Slot> m_slots;            ///< Open addressing; a power of two.
    std::array<int, 256> m_rankOfByte{};
    qsizetype m_longest = 0;
};

} // namespace Tempera
