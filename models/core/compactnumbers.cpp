// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/compactnumbers.h"

#include <algorithm>
#include <bit>

namespace Tempera {
namespace {

/// As many different measures as one byte can tell apart.
constexpr std::size_t mostDifferent = 256;

std::optional<std::int64_t> withinReach(const std::optional<std::int64_t> &number)
{
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min() + 1;
    return number ? std::optional(std::max(*number, least)) : std::nullopt;
}

bool isSameMeasure(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

bool isFloat(double measure)
{
    return isSameMeasure(static_cast<double>(static_cast<float>(measure)), measure);
}

} // namespace

template<typename Offset>
bool CompactNumbers::fits(std::int64_t number) const
{
    const std::int64_t offset = toBase(number);
    return offset > Unknown<Offset> && offset <= std::numeric_limits<Offset>::max();
}

template<typename Offset>
void CompactNumbers::write(std::size_t index, const std::optional<std::int64_t> &number)
{
    const Offset offset = number ? static_cast<Offset>(toBase(*number)) : Unknown<Offset>;
    std::memcpy(m_bytes.data() + index * sizeof(Offset), &offset, sizeof(Offset));
}

int CompactNumbers::widthOf(const std::optional<std::int64_t> &number) const
{
    if (!number || fits<std::int8_t>(*number))
        return 1;
    return fits<std::int16_t>(*number) ? 2 : fits<std::int32_t>(*number) ? 4 : 8;
}

bool CompactNumbers::isCommon(const std::optional<std::int64_t> &number) const
{
    return m_width == 0 && number.has_value() == m_isKnown && number.value_or(0) == (m_isKnown ? m_base : 0);
}

/// All stay what they are, and `number` can stand beside them.
void CompactNumbers::makeRoomFor(const std::optional<std::int64_t> &number)
{
    if (isCommon(number))
        return;
    if (number && !m_isKnown) { // what there is, is unknown
        if (m_width == 0)
            widen(1);
        m_base = *number;
        m_isKnown = true;
    }
    if (const int width = widthOf(number); width > m_width)
        widen(width);
}

void CompactNumbers::widen(int width)
{
    CompactNumbers wide;
    wide.m_width = static_cast<std::uint8_t>(width);
    wide.m_isKnown = m_isKnown;
    wide.m_base = width == 8 ? 0 : m_base;
    wide.m_size = m_size;
    wide.m_bytes.reserve(std::bit_ceil(m_size) * static_cast<std::size_t>(width));
    wide.m_bytes.resize(m_size * static_cast<std::size_t>(width));
    for (std::size_t i = 0; i < m_size; ++i)
        wide.store(i, at(i));
    *this = std::move(wide);
}

void CompactNumbers::store(std::size_t index, const std::optional<std::int64_t> &number)
{
    switch (m_width) {
    case 0: break; // it is the common one
    case 1: write<std::int8_t>(index, number); break;
    case 2: write<std::int16_t>(index, number); break;
    case 4: write<std::int32_t>(index, number); break;
    default: write<std::int64_t>(index, number);
    }
}

void CompactNumbers::push_back(std::optional<std::int64_t> number)
{
    number = withinReach(number);
    if (m_size == 0) {
        m_isKnown = number.has_value();
        m_base = number.value_or(0);
    }
    makeRoomFor(number);
    ++m_size;
    m_bytes.resize(m_size * m_width);
    store(m_size - 1, number);
}

void CompactNumbers::set(std::size_t index, std::optional<std::int64_t> number)
{
    number = withinReach(number);
    makeRoomFor(number);
    store(index, number);
}

int CompactMeasures::bytesEach() const
{
    switch (m_form) {
    case Form::Listed: return m_places.empty() ? 0 : 1;
    case Form::Floats: return 4;
    case Form::Doubles: break;
    }
    return 8;
}

/// In the list of the different ones, to which it is added. Nothing: the list is full.
std::optional<std::uint8_t> CompactMeasures::placeOf(double measure)
{
    const auto found = std::ranges::find_if(m_different, [measure](double each) { return isSameMeasure(each, measure); });
    const auto place = static_cast<std::size_t>(found - m_different.begin());
    if (found == m_different.end()) {
        if (m_different.size() == mostDifferent)
            return std::nullopt;
        m_different.push_back(measure);
    }
    return static_cast<std::uint8_t>(place);
}

/// All stay what they are, and `measure` can stand beside them.
void CompactMeasures::makeRoomFor(double measure)
{
    if (m_form == Form::Listed) {
        if (placeOf(measure)) {
            if (m_places.empty() && m_different.size() > 1)
                m_places.assign(m_size, 0);
            return;
        }
        spread(std::ranges::all_of(m_different, isFloat) ? Form::Floats : Form::Doubles);
    }
    if (m_form == Form::Floats && !isFloat(measure))
        spread(Form::Doubles);
}

void CompactMeasures::spread(Form form)
{
    CompactMeasures wide;
    wide.m_form = form;
    wide.m_size = m_size;
    const std::size_t room = std::bit_ceil(m_size);
    if (form == Form::Floats) {
        wide.m_floats.reserve(room);
        wide.m_floats.resize(m_size);
    } else {
        wide.m_doubles.reserve(room);
        wide.m_doubles.resize(m_size);
    }
    for (std::size_t i = 0; i < m_size; ++i)
        wide.store(i, at(i));
    *this = std::move(wide);
}

void CompactMeasures::store(std::size_t index, double measure)
{
    switch (m_form) {
    case Form::Listed:
        if (!m_places.empty())
            m_places[index] = placeOf(measure).value_or(0); // it is there: makeRoomFor()
        break;
    case Form::Floats: m_floats[index] = static_cast<float>(measure); break;
    case Form::Doubles: m_doubles[index] = measure; break;
    }
}

void CompactMeasures::push_back(double measure)
{
    makeRoomFor(measure);
    ++m_size;
    switch (m_form) {
    case Form::Listed:
        if (m_different.size() > 1)
            m_places.resize(m_size);
        break;
    case Form::Floats: m_floats.resize(m_size); break;
    case Form::Doubles: m_doubles.resize(m_size); break;
    }
    store(m_size - 1, measure);
}

void CompactMeasures::set(std::size_t index, double measure)
{
    makeRoomFor(measure);
    store(index, measure);
}

} // namespace Tempera
