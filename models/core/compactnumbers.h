// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <vector>

namespace Tempera {

/// A list of whole numbers of which some may be unknown, in as few bytes each as they need: none while all are the same, else
/// 1, 2, 4 or 8, by the one that lies farthest from the first known one. Nothing is lost, but that the smallest std::int64_t
/// counts as the one above it.
class CompactNumbers
{
public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    /// `index` lies in [0, size()), as everywhere here.
    [[nodiscard]] std::optional<std::int64_t> at(std::size_t index) const
    {
        switch (m_width) {
        case 0: return m_isKnown ? std::optional(m_base) : std::nullopt;
        case 1: return read<std::int8_t>(index);
        case 2: return read<std::int16_t>(index);
        case 4: return read<std::int32_t>(index);
        default: return read<std::int64_t>(index);
        }
    }
    [[nodiscard]] std::int64_t valueOr(std::size_t index, std::int64_t other) const { return at(index).value_or(other); }
    void push_back(std::optional<std::int64_t> number);
    void set(std::size_t index, std::optional<std::int64_t> number);
    /// What each of them takes now: 0, 1, 2, 4 or 8.
    [[nodiscard]] int bytesEach() const { return m_width; }

private:
    template<typename Offset>
    static constexpr Offset Unknown = std::numeric_limits<Offset>::min();

    template<typename Offset>
    [[nodiscard]] std::optional<std::int64_t> read(std::size_t index) const
    {
        Offset offset = 0;
        std::memcpy(&offset, m_bytes.data() + index * sizeof(Offset), sizeof(Offset));
        return offset == Unknown<Offset> ? std::nullopt : std::optional(fromBase(offset));
    }
    template<typename Offset>
    void write(std::size_t index, const std::optional<std::int64_t> &number);
    template<typename Offset>
    [[nodiscard]] bool fits(std::int64_t number) const;
    [[nodiscard]] std::int64_t fromBase(std::int64_t offset) const
    {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(m_base) + static_cast<std::uint64_t>(offset));
    }
    [[nodiscard]] std::int64_t toBase(std::int64_t number) const
    {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(number) - static_cast<std::uint64_t>(m_base));
    }
    [[nodiscard]] int widthOf(const std::optional<std::int64_t> &number) const;
    [[nodiscard]] bool isCommon(const std::optional<std::int64_t> &number) const;
    void makeRoomFor(const std::optional<std::int64_t> &number);
    void widen(int width);
    void store(std::size_t index, const std::optional<std::int64_t> &number);

    std::vector<std::byte> m_bytes; ///< Differences from the base.
    std::int64_t m_base = 0;        ///< The first known one; 0 where the differences could be as large as numbers are.
    std::size_t m_size = 0;
    std::uint8_t m_width = 0;
    bool m_isKnown = false; ///< Whether there is a base.
};

/// A list of measures, not numbers included: in one byte each while few differ, as floats where all of them are floats, else in
/// eight bytes. Nothing is lost.
class CompactMeasures
{
public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] double at(std::size_t index) const
    {
        switch (m_form) {
        case Form::Listed: return m_places.empty() ? m_different.front() : m_different[m_places[index]];
        case Form::Floats: return m_floats[index];
        case Form::Doubles: break;
        }
        return m_doubles[index];
    }
    void push_back(double measure);
    void set(std::size_t index, double measure);
    /// What each of them takes now: 0, 1, 4 or 8.
    [[nodiscard]] int bytesEach() const;

private:
    enum class Form : std::uint8_t { Listed, Floats, Doubles };
    [[nodiscard]] std::optional<std::uint8_t> placeOf(double measure);
    void makeRoomFor(double measure);
    void spread(Form form);
    void store(std::size_t index, double measure);

    std::vector<double> m_different;    ///< Those that differ, while they are listed.
    std::vector<std::uint8_t> m_places; ///< In that list; empty while all are the same.
    std::vector<float> m_floats;
    std::vector<double> m_doubles;
    std::size_t m_size = 0;
    Form m_form = Form::Listed;
};

} // namespace Tempera
