// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QStringList>

namespace Tempera {

/// Finds the label that an answer names, the way a filter of the grid can: an answer names a label that stands in it as whole
/// words, in any capitals, and is no part of a longer label there ("positive" in "very positive"). An answer that names none, or
/// several, is unclear. A value; any thread.
class AnswerLabels
{
public:
    static constexpr int Unclear = -1;

    AnswerLabels() = default;
    explicit AnswerLabels(const QStringList &labels);

    [[nodiscard]] const QStringList &labels() const { return m_labels; }
    /// Index of the only label that the answer names, or Unclear. A search that takes too long finds nothing.
    [[nodiscard]] int labelOf(const QString &answer) const;
    /// The filter that leaves the answers with that label, or the unclear ones; empty where a filter cannot say it: it would be
    /// too long.
    [[nodiscard]] QString filter(int label) const;

private:
    [[nodiscard]] QString onlyFilter(int label) const;

    QStringList m_labels;
    QStringList m_sources; ///< Patterns, one a label.
    QList<QRegularExpression> m_patterns;
};

} // namespace Tempera
