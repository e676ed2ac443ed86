// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/case.h"
#include "models/experiment/packedcases.h"

#include <QStringList>

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <memory>

namespace Tempera {

/// Cases of a CaseSource that are kept as values, until there are more of them.
inline constexpr qsizetype casesOfBlock = 1024;

/// Where the cases of an experiment come from: a list that keeps a million of them in little memory. They are in blocks; a full
/// one is packed, and its cases are made one by one when they are looked at, so that what is at an index comes by value. What is
/// changed is kept as it is. Cheap to copy; a copy shares all blocks but those that are changed. Like other values it may be
/// read from any thread.
class CaseSource
{
public:
    using value_type = Case;
    class Iterator;
    using const_iterator = Iterator;

    CaseSource() = default;
    CaseSource(std::initializer_list<Case> cases);

    [[nodiscard]] qsizetype size() const { return m_blocks.isEmpty() ? 0 : m_blocks.constLast().end; }
    [[nodiscard]] bool isEmpty() const { return m_blocks.isEmpty(); }
    /// `index` in [0, size()).
    [[nodiscard]] Case at(qsizetype index) const;
    [[nodiscard]] Case operator[](qsizetype index) const { return at(index); }
    /// A default case where there is none at `index`.
    [[nodiscard]] Case value(qsizetype index) const;
    /// Of a source that is not empty.
    [[nodiscard]] Case constFirst() const { return at(0); }
    [[nodiscard]] Case first() const { return at(0); }
    [[nodiscard]] Case last() const { return at(size() - 1); }
    /// The first ones, at most `count`.
    [[nodiscard]] QList<Case> first(qsizetype count) const;
    /// −1: it is not among them.
    [[nodiscard]] qsizetype indexOf(const Case &aCase) const;
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

    /// Names of the variables of all, each once, in the order in which they occur.
    [[nodiscard]] QStringList variableNames() const;
    /// How many cases have no value for a variable.
    [[nodiscard]] qsizetype countWithout(const QString &variable) const;
    /// Whether both have the same case at `index`, as far as can be said without looking at it: where one is a copy of the
    /// other that was not changed near it.
    [[nodiscard]] bool sharesCase(const CaseSource &other, qsizetype index) const;

    /// To be changed. The reference holds until the source is changed or copied.
    [[nodiscard]] Case &operator[](qsizetype index);
    [[nodiscard]] Case &last() { return (*this)[size() - 1]; }
    void append(Case aCase);
    void append(const CaseSource &other);
    CaseSource &operator+=(const Case &aCase);
    CaseSource &operator+=(const CaseSource &other);
    /// `index` in [0, size()].
    void insert(qsizetype index, const Case &aCase);
    /// `index` in [0, size()).
    void removeAt(qsizetype index);
    /// Takes from the end, or adds default cases there.
    void resize(qsizetype size);
    void clear() { m_blocks.clear(); }
    /// Changes all, one after the other.
    void changeEach(const std::function<void(Case &)> &change);

    bool operator==(const CaseSource &other) const;

private:
    /// Cases that follow each other.
    struct Block {
        QList<Case> values = {};                             ///< If they are not packed.
        std::shared_ptr<const PackedCases> packed = nullptr; ///< Null: they are values.
        qsizetype end = 0;                                   ///< Index behind the last of them.

        [[nodiscard]] Case at(qsizetype index) const { return packed ? packed->at(index) : values.at(index); }
        [[nodiscard]] bool isSame(const Block &other) const;
        void pack();
        void unpack();
    };
    [[nodiscard]] qsizetype blockOf(qsizetype index) const;
    [[nodiscard]] qsizetype startOf(qsizetype block) const { return block == 0 ? 0 : m_blocks.at(block - 1).end; }
    void moveEnds(qsizetype block, qsizetype by);

    QList<Block> m_blocks; ///< None is empty.
};

/// Goes through the cases in order; each is made when it is looked at.
class CaseSource::Iterator
{
public:
    using iterator_concept = std::forward_iterator_tag;
    using iterator_category = std::input_iterator_tag;
    using value_type = Case;
    using difference_type = std::ptrdiff_t;
    using reference = Case;
    using pointer = void;

    Iterator() = default;
    Iterator(const CaseSource &source, qsizetype index) : m_source(&source), m_index(index) { }

    [[nodiscard]] Case operator*() const { return m_source->at(m_index); }
    Iterator &operator++()
    {
        ++m_index;
        return *this;
    }
    Iterator operator++(int)
    {
        const Iterator before = *this;
        ++m_index;
        return before;
    }
    bool operator==(const Iterator &) const = default;

private:
    const CaseSource *m_source = nullptr;
    qsizetype m_index = 0;
};

inline CaseSource::Iterator CaseSource::begin() const
{
    return {*this, 0};
}

inline CaseSource::Iterator CaseSource::end() const
{
    return {*this, size()};
}

} // namespace Tempera
