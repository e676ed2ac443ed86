// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUuid>

#include <map>
#include <set>
#include <vector>

namespace Tempera {

/// The requests that wait for one endpoint. Runs take turns, one request each; within a run the one that came first, by its
/// number, goes first, also where it comes back for another attempt. Those of no run (null) are a run of their own. Pure.
class FairQueue
{
public:
    using Id = quint64;

    void add(const QUuid &run, Id id) { m_runs[run].insert(id); }
    /// Nothing happens where it does not wait.
    void remove(const QUuid &run, Id id);

    [[nodiscard]] bool isEmpty() const { return m_runs.empty(); }
    /// Whose turn it is; there must be one.
    [[nodiscard]] Id next() const { return *turn()->second.begin(); }
    /// The same, and takes it out: then it is the next run's turn.
    Id take();
    /// All, in no order.
    [[nodiscard]] std::vector<Id> all() const;

private:
    using Runs = std::map<QUuid, std::set<Id>>;
    [[nodiscard]] Runs::const_iterator turn() const;

    Runs m_runs; ///< None of them is empty.
    QUuid m_last;
};

} // namespace Tempera
