// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace Tempera {

/// The bytes of every token of a model, by id: traces name their candidates by id only. One a model, shared by all of
/// its answers; immutable once filled.
class Vocabulary
{
public:
    /// Adds the bytes of the next id; a piece may be part of a character.
    void append(QByteArrayView piece);

    [[nodiscard]] int size() const { return static_cast<int>(m_ends.size()); }
    /// Empty for an id that there is not, and for control tokens.
    [[nodiscard]] QByteArrayView piece(std::int32_t id) const;
    /// SHA-256 over all pieces: equal vocabularies have equal ones.
    [[nodiscard]] QByteArray hash() const;

    /// All pieces as bytes (LEB128 length, then the piece), and the inverse; damaged bytes give a shorter vocabulary.
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static Vocabulary fromBytes(QByteArrayView bytes);

    bool operator==(const Vocabulary &) const = default;

private:
    QByteArray m_bytes;
    std::vector<std::uint32_t> m_ends; ///< Where in m_bytes the piece of each id ends.
};

} // namespace Tempera
