// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/branch.h"

#include <QList>
#include <QMap>

#include <optional>
#include <span>

namespace Tempera {

/// How the branches of one answer hang together: each leaves the answer or another of its branches. Branches are identified by
/// their index in `branches`, Answer stands for the answer itself. What was taken back is not part of the tree; what had left
/// it counts as leaving the answer.
class BranchTree
{
public:
    static constexpr int Answer = -1;

    /// Of the cell with this key, as it is now; `branches` are those of the whole run.
    BranchTree(std::span<const Branch> branches, const CellKey &key);

    /// All of them, in the order in which they were made.
    [[nodiscard]] QList<int> all() const;
    /// What the branch leaves; nothing for the answer and for what is not part of the tree.
    [[nodiscard]] std::optional<int> parentOf(int branch) const;
    /// What leaves it, in the order in which it was made.
    [[nodiscard]] QList<int> childrenOf(int branch) const;
    /// The branch of the same parent that was made that many after it (negative: before it).
    [[nodiscard]] std::optional<int> siblingOf(int branch, int by) const;

private:
    QMap<int, int> m_parents; ///< Of each branch in the tree.
};

} // namespace Tempera
