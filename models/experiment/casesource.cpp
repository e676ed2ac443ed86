// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/casesource.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace Tempera {

bool CaseSource::Block::isSame(const Block &other) const
{
    if (packed && other.packed)
        return packed == other.packed || packed->hasSameBytes(*other.packed);
    return !packed && !other.packed && values == other.values;
}

void CaseSource::Block::pack()
{
    if (packed)
        return;
    packed = PackedCases::of(values);
    if (packed)
        values = {};
}

void CaseSource::Block::unpack()
{
    if (!packed)
        return;
    values = packed->all();
    packed.reset();
}

CaseSource::CaseSource(std::initializer_list<Case> cases)
{
    for (const Case &each : cases)
        append(each);
}

qsizetype CaseSource::blockOf(qsizetype index) const
{
    const auto found = std::ranges::upper_bound(m_blocks, index, {}, &Block::end);
    return found - m_blocks.begin();
}

void CaseSource::moveEnds(qsizetype block, qsizetype by)
{
    for (; block < m_blocks.size(); ++block)
        m_blocks[block].end += by;
}

Case CaseSource::at(qsizetype index) const
{
    const qsizetype block = blockOf(index);
    return m_blocks.at(block).at(index - startOf(block));
}

Case CaseSource::value(qsizetype index) const
{
    return index >= 0 && index < size() ? at(index) : Case();
}

QList<Case> CaseSource::first(qsizetype count) const
{
    QList<Case> cases;
    for (qsizetype i = 0; i < std::min(count, size()); ++i)
        cases.append(at(i));
    return cases;
}

qsizetype CaseSource::indexOf(const Case &aCase) const
{
    for (qsizetype i = 0; i < size(); ++i) {
        if (at(i) == aCase)
            return i;
    }
    return -1;
}

QStringList CaseSource::variableNames() const
{
    QStringList names;
    QSet<QString> known;
    const auto add = [&](const QString &name) {
        if (known.contains(name))
            return;
        known.insert(name);
        names.append(name);
    };
    for (const Block &block : m_blocks) {
        if (block.packed)
            std::ranges::for_each(block.packed->names(), add);
        for (const Case &each : block.values)
            std::ranges::for_each(each.variables, add, &Variable::name);
    }
    return names;
}

qsizetype CaseSource::countWithout(const QString &variable) const
{
    const auto lacks = [&variable](const Case &aCase) {
        const auto found = std::ranges::find(aCase.variables, variable, &Variable::name);
        return found == aCase.variables.end() || found->value.isUndefined();
    };
    qsizetype count = 0;
    for (const Block &block : m_blocks)
        count += block.packed ? block.packed->countWithout(variable) : std::ranges::count_if(block.values, lacks);
    return count;
}

bool CaseSource::sharesCase(const CaseSource &other, qsizetype index) const
{
    if (index >= size() || index >= other.size())
        return false;
    const qsizetype mine = blockOf(index);
    const qsizetype its = other.blockOf(index);
    const Block &one = m_blocks.at(mine);
    const Block &two = other.m_blocks.at(its);
    return startOf(mine) == other.startOf(its) && one.packed == two.packed && one.values.constData() == two.values.constData();
}

Case &CaseSource::operator[](qsizetype index)
{
    const qsizetype place = blockOf(index);
    const qsizetype start = startOf(place);
    Block &block = m_blocks[place];
    block.unpack();
    return block.values[index - start];
}

void CaseSource::append(Case aCase)
{
    const bool isFull = m_blocks.isEmpty() || m_blocks.constLast().packed || m_blocks.constLast().values.size() >= casesOfBlock;
    if (isFull) {
        if (!m_blocks.isEmpty())
            m_blocks.last().pack();
        m_blocks.append(Block{.end = size()});
    }
    Block &last = m_blocks.last();
    last.values.append(std::move(aCase));
    ++last.end;
}

void CaseSource::append(const CaseSource &other)
{
    const QList<Block> blocks = other.m_blocks; // it may be this one
    for (const Block &block : blocks) {
        if (block.packed)
            m_blocks.append(Block{.packed = block.packed, .end = size() + block.packed->size()});
        for (const Case &each : block.values)
            append(each);
    }
}

CaseSource &CaseSource::operator+=(const Case &aCase)
{
    append(aCase);
    return *this;
}

CaseSource &CaseSource::operator+=(const CaseSource &other)
{
    append(other);
    return *this;
}

void CaseSource::insert(qsizetype index, const Case &aCase)
{
    if (index == size()) {
        append(aCase);
        return;
    }
    const qsizetype place = blockOf(index);
    const qsizetype start = startOf(place);
    Block &block = m_blocks[place];
    block.unpack();
    block.values.insert(index - start, aCase);
    moveEnds(place, 1);
    if (block.values.size() < 2 * casesOfBlock)
        return;
    const Block front{.values = block.values.first(casesOfBlock), .end = start + casesOfBlock};
    block.values.remove(0, casesOfBlock);
    m_blocks.insert(place, front);
}

void CaseSource::removeAt(qsizetype index)
{
    const qsizetype place = blockOf(index);
    const qsizetype start = startOf(place);
    Block &block = m_blocks[place];
    block.unpack();
    block.values.removeAt(index - start);
    moveEnds(place, -1);
    if (block.values.isEmpty())
        m_blocks.removeAt(place);
}

void CaseSource::resize(qsizetype wanted)
{
    while (size() < wanted)
        append(Case());
    while (!m_blocks.isEmpty() && startOf(m_blocks.size() - 1) >= wanted)
        m_blocks.removeLast();
    if (size() <= wanted)
        return;
    const qsizetype start = startOf(m_blocks.size() - 1);
    Block &last = m_blocks.last();
    last.unpack();
    last.values.resize(wanted - start);
    last.end = wanted;
}

void CaseSource::changeEach(const std::function<void(Case &)> &change)
{
    for (Block &block : m_blocks) {
        const bool wasPacked = block.packed != nullptr;
        block.unpack();
        std::ranges::for_each(block.values, change);
        if (wasPacked)
            block.pack();
    }
}

bool CaseSource::operator==(const CaseSource &other) const
{
    if (size() != other.size())
        return false;
    for (qsizetype i = 0; i < size() && m_blocks.constData() != other.m_blocks.constData();) {
        const qsizetype mine = blockOf(i);
        const qsizetype its = other.blockOf(i);
        const Block &one = m_blocks.at(mine);
        const Block &two = other.m_blocks.at(its);
        const qsizetype end = std::min(one.end, two.end);
        const bool areWhole = startOf(mine) == other.startOf(its) && one.end == two.end;
        if (areWhole && one.isSame(two)) {
            i = end;
            continue;
        }
        for (; i < end; ++i) {
            if (at(i) != other.at(i))
                return false;
        }
    }
    return true;
}

} // namespace Tempera
