// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/chartcells.h"
#include "models/compare/fieldoutcomes.h"
#include "models/stats/extraction.h"

#include <QHash>

namespace Tempera {

/// One field, or all of them.
struct FieldRow {
    QString field; ///< Empty for several.
    FieldCounts counts;
    FieldFigures figures;
    int sought = 0;     ///< Given values that were looked for in the input.
    int ungrounded = 0; ///< Of those, not found there.
};

/// How well each field was extracted, under one prompt and variant.
struct FieldTable {
    std::vector<FieldRow> rows; ///< What is expected comes first.
    FieldRow rest;              ///< Fields beyond mostFieldRows, together; no counts where there are none.
    FieldRow all;               ///< Every value counts once: micro.
    int answers = 0;            ///< To cases of which an object is expected.
    int withoutObject = 0;      ///< Of those: all their fields are missing.
};

/// Most fields that are told apart; answers may invent any number of them.
inline constexpr int mostFieldRows = 200;

/// Counts fields answer by answer; the answers to one case follow each other. Belongs to one thread.
class FieldTally
{
public:
    void add(int caseIndex, const AnswerFields &answer);
    [[nodiscard]] FieldTable table() const;

private:
    /// Counted so far of a field.
    struct Line {
        QString field;
        bool isExpected = false;
        FieldSums sums;
        FieldCounts ofCase; ///< Of the case that is not over.
        int sought = 0;
        int ungrounded = 0;

        void add(const FieldValue &value);
        void close();
        [[nodiscard]] FieldRow row() const;
    };
    [[nodiscard]] Line &lineOf(const QString &field);

    QHash<QString, std::size_t> m_places; ///< Of m_lines.
    std::vector<Line> m_lines;
    Line m_rest;
    Line m_all;
    int m_case = -1;
    int m_answers = 0;
    int m_withoutObject = 0;
};

/// Cells that belong together.
enum class FieldCells { Right, Wrong, Missing, Invented, Ungrounded, All, Expected, Given };
/// The filter that leaves the cells with such a value of a field, or of any field where it is empty; empty where a filter cannot
/// say it.
[[nodiscard]] QString fieldFilter(const ChartColumn &column, const QString &field, FieldCells cells);

} // namespace Tempera
