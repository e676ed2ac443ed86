// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/results/resultrow.h"

#include <QHash>
#include <QStringList>

#include <utility>

namespace Tempera {

/// The prompts and variants that rows of a result file name, in the order in which they come.
class ResultColumns
{
public:
    /// `config` is that of the file, and `heads` its list of columns (results.prompts); both may be empty.
    ResultColumns(const QJsonObject &config, const QJsonArray &heads);

    /// Indices of the prompt and the variant that a row is of.
    [[nodiscard]] std::pair<int, int> placeOf(const ResultRow &row);

    [[nodiscard]] const QList<Prompt> &prompts() const { return m_prompts; }
    [[nodiscard]] const QStringList &promptIds() const { return m_promptIds; }
    [[nodiscard]] const QList<Variant> &variants() const { return m_variants; }
    /// Whether `config` has the settings of all of them.
    [[nodiscard]] bool knowsSettings() const { return m_unknownSettings == 0; }

private:
    [[nodiscard]] int promptOf(const ResultRow &row, const QJsonObject &head);
    [[nodiscard]] int variantOf(const ResultRow &row, int ordinal);
    [[nodiscard]] Variant variantFor(const ResultRow &row, int ordinal);

    QJsonArray m_heads;
    QList<Variant> m_configured; ///< Of `config`.
    QList<Prompt> m_prompts;
    QStringList m_promptIds;
    QList<Variant> m_variants;
    int m_unknownSettings = 0;
    QHash<QString, int> m_promptPlaces;
    QHash<QString, int> m_variantPlaces;
    QHash<QString, std::pair<int, int>> m_columnPlaces; ///< By number, or by what names it where it has none.
    QHash<QString, int> m_alike;                        ///< Columns that have the same prompt and provider.
};

} // namespace Tempera
