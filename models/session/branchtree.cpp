// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/branchtree.h"

#include <QHash>

namespace Tempera {

BranchTree::BranchTree(std::span<const Branch> branches, const CellKey &key)
{
    QHash<int, int> byNumber;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        const Branch &branch = branches[i];
        if (branch.removed || branch.cell.request.key != key)
            continue;
        // A branch is made after what it leaves.
        m_parents.insert(static_cast<int>(i), byNumber.value(branch.parent, Answer));
        byNumber.insert(branch.number, static_cast<int>(i));
    }
}

QList<int> BranchTree::all() const
{
    return m_parents.keys();
}

std::optional<int> BranchTree::parentOf(int branch) const
{
    const auto found = m_parents.constFind(branch);
    return found == m_parents.cend() ? std::nullopt : std::optional(*found);
}

QList<int> BranchTree::childrenOf(int branch) const
{
    return m_parents.keys(branch);
}

std::optional<int> BranchTree::siblingOf(int branch, int by) const
{
    const std::optional<int> parent = parentOf(branch);
    if (!parent)
        return {};
    const QList<int> siblings = childrenOf(*parent);
    const qsizetype next = siblings.indexOf(branch) + by;
    return next < 0 || next >= siblings.size() ? std::nullopt : std::optional(siblings.at(next));
}

} // namespace Tempera
