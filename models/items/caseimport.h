// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/reading/tablereader.h"

namespace Tempera {

/// Where the rows of a table go.
enum class ImportPlacement {
    Append,    ///< Every row is a new case.
    Overwrite, ///< They fill the cases from `firstCase` on; where those run out, new ones follow.
    Replace,   ///< They are the cases from now on.
};

/// What becomes of a table. A target is the name of a variable, a name of the kind "__expected" or "__description" as
/// data sets have them (see putDataSetField()), or empty: the column is left out.
struct CaseImport {
    ImportPlacement placement = ImportPlacement::Append;
    int firstCase = 0;
    QStringList targets; ///< One a column of the table.
};

/// The targets that suggest themselves. A table with names keeps them; the columns of another one go to `columns` from
/// `firstColumn` on, and those that find none there keep their own names. Nothing is left out.
[[nodiscard]] QStringList suggestedTargets(const DataTable &table, const QStringList &columns, qsizetype firstColumn);

/// Whether the first row looks like names: each is the name of a column that is there, or "__…", and other rows follow.
[[nodiscard]] bool looksLikeNames(const QList<QStringList> &rows, const QStringList &columns);

/// The experiment with the rows put in. An Error{Syntax} with the row's line where a field is not what its target takes.
[[nodiscard]] Result<Experiment> withImportedCases(Experiment experiment, const DataTable &table, const CaseImport &import);

} // namespace Tempera
