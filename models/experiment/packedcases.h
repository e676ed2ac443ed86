// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/case.h"

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

namespace Tempera {

/// Cases as bytes: one with two short values takes about 25 of them, where a Case takes some hundreds. Each is made when it is
/// asked for, equal to what was packed. Never changes; any thread.
class PackedCases
{
public:
    /// Null where they take more than 4 GB.
    [[nodiscard]] static std::shared_ptr<const PackedCases> of(const QList<Case> &cases);

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_starts.size()); }
    /// `index` in [0, size()).
    [[nodiscard]] Case at(qsizetype index) const;
    [[nodiscard]] QList<Case> all() const;
    /// Names of the variables of all, in the order in which they occur; some more than once.
    [[nodiscard]] QStringList names() const;
    /// How many cases have no value for a variable.
    [[nodiscard]] qsizetype countWithout(const QString &variable) const;
    /// Then they are equal; others may be, too.
    [[nodiscard]] bool hasSameBytes(const PackedCases &other) const
    {
        return m_bytes == other.m_bytes && m_nameLists == other.m_nameLists;
    }
    /// What they take in memory, by estimate.
    [[nodiscard]] std::size_t bytes() const;

private:
    PackedCases() = default;

    QList<QStringList> m_nameLists;      ///< Each list of names that one of them has.
    QByteArray m_bytes;                  ///< Each begins with the number of its list of names.
    std::vector<std::uint32_t> m_starts; ///< Of each in the bytes.
    bool m_areComplete = true;           ///< No value is undefined.
};

} // namespace Tempera
