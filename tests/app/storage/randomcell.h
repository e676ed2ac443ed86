// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

#include <QRandomGenerator>

namespace Tempera {

/// Values with every field set or unset by chance, and with texts that are hard to store.
class RandomCells
{
public:
    explicit RandomCells(quint32 seed) : m_random(seed) { }

    Cell cell(const CellKey &key);
    GenerationRequest request(const CellKey &key);
    TokenTrace token();
    QString text();

private:
    bool coin() { return m_random.bounded(2) == 0; }
    double real() { return m_random.generateDouble() * 4 - 2; }
    template<typename Value>
    std::optional<Value> maybe(Value value)
    {
        return coin() ? std::optional<Value>(value) : std::nullopt;
    }
    template<typename T>
    T pick(std::initializer_list<T> values)
    {
        return values.begin()[m_random.bounded(static_cast<int>(values.size()))];
    }
    std::int64_t whole();
    float anyFloat();
    SamplingSettings sampling();
    Endpoint endpoint();
    Usage usage();
    Timings timings();
    void addFacts(Cell &made);
    Error error();
    Grade grade();
    CellAttempt attempt();

    QRandomGenerator m_random;
};

/// The first field in which two cells differ, or an empty text.
[[nodiscard]] QString firstDifference(const Cell &a, const Cell &b);

} // namespace Tempera
