// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/results/resultrow.h"

#include <QByteArray>
#include <QHash>

#include <utility>

namespace Tempera {

/// The cases that rows of a result file are of. Tempera numbers cases and repeats; promptfoo counts each repeat as a test of its
/// own, so that equal tests are repeats of one case as long as the experiment has repeats, and cases of their own beyond.
class ResultCases
{
public:
    /// `repeats` ≥ 1: those of the file's experiment.
    explicit ResultCases(int repeats) : m_repeats(repeats) { }

    /// Index of the case and the repeat that a row in this column is.
    [[nodiscard]] std::pair<int, int> placeOf(const ResultRow &row, const std::pair<int, int> &column);

    [[nodiscard]] const CaseSource &cases() const { return m_cases; }
    /// Cases of which the file does not say what was checked.
    [[nodiscard]] const QList<int> &withoutChecks() const { return m_withoutChecks; }

private:
    [[nodiscard]] int addCase(const ResultRow &row);

    int m_repeats = 1;
    CaseSource m_cases;
    QList<int> m_withoutChecks;
    QHash<int, int> m_numbered;                     ///< By Tempera's own index.
    QHash<QByteArray, std::pair<int, int>> m_tests; ///< Case and repeat of a test, by its number or by what it is.
    QHash<QByteArray, int> m_alike;                 ///< How many tests there are with equal values and checks.
    QHash<QByteArray, int> m_last;                  ///< The last case of them.
    QHash<QByteArray, int> m_inColumn;              ///< How many rows without a number there are of a test in a column.
};

} // namespace Tempera
