// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cellkeys.h"
#include "models/core/cellsummary.h"

#include <initializer_list>
#include <iterator>

namespace Tempera {

/// The summaries of the cells of a run as columns: 10 to 35 bytes a cell, its key included. What all cells of a stretch have in
/// common takes nothing, and each number as many bytes as those beside it need; nothing is lost. A summary is put together when it
/// is asked for; who looks at many cells reads the columns. A copy shares what neither changes, also with another thread: it is
/// how a run that goes on is looked at in the background.
class CellTable
{
public:
    using value_type = CellSummary;
    class Iterator;

    CellTable() = default;
    CellTable(std::initializer_list<CellSummary> cells)
    {
        for (const CellSummary &cell : cells)
            push_back(cell);
    }

    [[nodiscard]] std::size_t size() const { return m_keys.size(); }
    [[nodiscard]] bool empty() const { return m_keys.empty(); }
    /// `cell` lies in [0, size()), as everywhere here.
    [[nodiscard]] CellSummary operator[](std::size_t cell) const;
    [[nodiscard]] CellSummary front() const { return (*this)[0]; }
    [[nodiscard]] CellSummary back() const { return (*this)[size() - 1]; }
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

    void push_back(const CellSummary &cell);
    /// A cell of which nothing is known yet.
    void addPlanned(const CellKey &key);
    /// All but the key, which stays.
    void set(std::size_t cell, const CellSummary &summary);
    void setState(std::size_t cell, CellState state);

    [[nodiscard]] const CellKeys &keys() const { return m_keys; }
    // See CellSummary.
    [[nodiscard]] CellKey key(std::size_t cell) const { return m_keys[cell]; }
    [[nodiscard]] CellState state(std::size_t cell) const;
    [[nodiscard]] std::optional<Outcome> outcome(std::size_t cell) const;
    [[nodiscard]] bool hasText(std::size_t cell) const;
    [[nodiscard]] bool hasAttempts(std::size_t cell) const { return read(&Chunk::attempts, cell).value_or(0) > 0; }
    [[nodiscard]] int verdicts(std::size_t cell) const { return static_cast<int>(read(&Chunk::verdicts, cell).value_or(0)); }
    [[nodiscard]] double score(std::size_t cell) const { return chunkOf(cell).scores.at(cell % cellsOfChunk); }
    [[nodiscard]] std::optional<std::int64_t> outputTokens(std::size_t cell) const { return read(&Chunk::outputTokens, cell); }
    [[nodiscard]] std::optional<Money> cost(std::size_t cell) const;
    [[nodiscard]] std::optional<std::chrono::microseconds> firstToken(std::size_t cell) const
    {
        return time(&Chunk::firstTokens, cell);
    }
    [[nodiscard]] std::optional<std::chrono::microseconds> total(std::size_t cell) const { return time(&Chunk::totals, cell); }
    [[nodiscard]] std::optional<double> tokensPerSecond(std::size_t cell) const;

private:
    static constexpr std::size_t cellsOfChunk = CellKeys::cellsOfChunk;
    struct Chunk : QSharedData {
        CompactNumbers marks; ///< State, outcome and whether it has text, in one number.
        CompactNumbers verdicts;
        CompactNumbers passedVerdicts;
        CompactNumbers costs;
        CompactNumbers firstTokens;
        CompactNumbers totals;
        CompactNumbers inputTokens;
        CompactNumbers outputTokens;
        CompactNumbers otherInputTokens;
        CompactNumbers otherOutputTokens;
        CompactNumbers gradingCosts;
        CompactNumbers gradingInputTokens;
        CompactNumbers gradingOutputTokens;
        CompactNumbers gradingRequests;
        CompactNumbers gradingUnknownCosts;
        CompactNumbers attempts; ///< 0 = one; 1 = several, 2 = also such whose cost is not known.
        CompactMeasures scores;
        CompactMeasures speeds; ///< Not a number: unknown.
    };
    struct Writing;
    [[nodiscard]] const Chunk &chunkOf(std::size_t cell) const { return *m_chunks[cell / cellsOfChunk]; }
    [[nodiscard]] std::optional<std::int64_t> read(CompactNumbers Chunk::*column, std::size_t cell) const
    {
        return (chunkOf(cell).*column).at(cell % cellsOfChunk);
    }
    [[nodiscard]] std::optional<std::chrono::microseconds> time(CompactNumbers Chunk::*column, std::size_t cell) const;
    [[nodiscard]] std::int64_t marksOf(std::size_t cell) const { return read(&Chunk::marks, cell).value_or(0); }

    CellKeys m_keys;
    std::vector<QSharedDataPointer<Chunk>> m_chunks;
};

/// Goes through the summaries one after the other.
class CellTable::Iterator
{
public:
    using iterator_concept = std::forward_iterator_tag;
    using iterator_category = std::input_iterator_tag;
    using value_type = CellSummary;
    using difference_type = std::ptrdiff_t;
    using reference = CellSummary;

    Iterator() = default;
    Iterator(const CellTable *table, std::size_t cell) : m_table(table), m_cell(cell) { }

    [[nodiscard]] CellSummary operator*() const { return (*m_table)[m_cell]; }
    Iterator &operator++()
    {
        ++m_cell;
        return *this;
    }
    Iterator operator++(int)
    {
        Iterator before = *this;
        ++m_cell;
        return before;
    }
    bool operator==(const Iterator &) const = default;

private:
    const CellTable *m_table = nullptr;
    std::size_t m_cell = 0;
};

inline CellTable::Iterator CellTable::begin() const
{
    return {this, 0};
}

inline CellTable::Iterator CellTable::end() const
{
    return {this, size()};
}

} // namespace Tempera
