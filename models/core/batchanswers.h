// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/batch.h"

#include <QHash>
#include <QSet>

namespace Tempera {

/// Requests that ended alike without an answer.
struct BatchEnding {
    BatchOutcome outcome = BatchOutcome::Failed;
    Error error; ///< Why, without the place.
    int count = 0;
};

/// The results of batches by the names of their requests. Each name counts once: the first answer, else the first line. What is
/// asked for is noted, so that what nobody asked for can be told.
class BatchAnswers
{
public:
    BatchAnswers() = default;
    explicit BatchAnswers(BatchResults results);

    /// What became of a request; null where the results do not name it.
    [[nodiscard]] const BatchItem *ask(const QString &name);
    /// How many there are, each name once.
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(m_places.size()); }

    /// Lines that could not be read, and names that stand there again: Syntax, with file and line.
    [[nodiscard]] const QList<Error> &faults() const { return m_faults; }
    /// Lines that were not asked for so far, in their order: names of nothing that was planned, and of cells that ask something
    /// else now. Syntax, with file and line.
    [[nodiscard]] QList<Error> unasked() const;
    /// Lines that were asked for and hold no answer, each with why: failed, expired, cancelled. In their order.
    [[nodiscard]] QList<Error> unanswered() const;
    /// How many hold an answer, each name once, whether it was asked for or not.
    [[nodiscard]] int answered() const;
    /// The others, alike ones together, in the order in which they come first.
    [[nodiscard]] QList<BatchEnding> endings() const;
    /// Whether anything was asked for at all.
    [[nodiscard]] bool wasAsked() const { return !m_asked.isEmpty(); }
    /// Names that were asked for and are not there, in the order of asking.
    [[nodiscard]] const QStringList &missing() const { return m_missing; }

private:
    void add(std::size_t index);
    [[nodiscard]] static Error faultAt(const BatchItem &item, const QString &detail);

    std::vector<BatchItem> m_items;
    QHash<QString, std::size_t> m_places; ///< Of the line that counts.
    QList<Error> m_faults;
    QSet<QString> m_asked;
    QSet<QString> m_askedCells; ///< By cellPartOf().
    QStringList m_missing;
};

} // namespace Tempera
