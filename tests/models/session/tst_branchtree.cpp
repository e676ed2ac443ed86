// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/branchtree.h"

#include <QTest>

#include <vector>

using namespace Tempera;

namespace {

const CellKey here{.caseIndex = 0, .promptIndex = 0, .variantIndex = 1};
const CellKey elsewhere{.caseIndex = 2, .promptIndex = 0, .variantIndex = 1};

Branch branchOf(int number, int parent, const CellKey &key = here)
{
    Branch branch;
    branch.number = number;
    branch.parent = parent;
    branch.cell.request.key = key;
    return branch;
}

/// answer ── 1 ─┬─ 3
///        │      └─ 5
///        └─ 2 ── 6        and 4 belongs to another answer.
std::vector<Branch> grown()
{
    return {branchOf(1, 0), branchOf(2, 0), branchOf(3, 1), branchOf(4, 0, elsewhere), branchOf(5, 1), branchOf(6, 2)};
}

} // namespace

class TestBranchTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheBranchesOfItsAnswer()
    {
        const std::vector<Branch> branches = grown();
        QCOMPARE(BranchTree(branches, here).all(), QList<int>({0, 1, 2, 4, 5}));
        QCOMPARE(BranchTree(branches, elsewhere).all(), QList<int>({3}));
        QCOMPARE(BranchTree(branches, CellKey{.caseIndex = 7}).all(), QList<int>());
        QCOMPARE(BranchTree({}, here).all(), QList<int>());
    }

    void knowsParentsAndChildren()
    {
        const std::vector<Branch> branches = grown();
        const BranchTree tree(branches, here);
        QCOMPARE(tree.childrenOf(BranchTree::Answer), QList<int>({0, 1}));
        QCOMPARE(tree.childrenOf(0), QList<int>({2, 4}));
        QCOMPARE(tree.childrenOf(1), QList<int>({5}));
        QCOMPARE(tree.childrenOf(5), QList<int>());
        QCOMPARE(tree.parentOf(4), std::optional(0));
        QCOMPARE(tree.parentOf(0), std::optional(int(BranchTree::Answer)));
        QCOMPARE(tree.parentOf(BranchTree::Answer), std::nullopt);
        QCOMPARE(tree.parentOf(3), std::nullopt); // of another answer
        QCOMPARE(tree.parentOf(99), std::nullopt);
    }

    void walksBesides()
    {
        const std::vector<Branch> branches = grown();
        const BranchTree tree(branches, here);
        QCOMPARE(tree.siblingOf(2, 1), std::optional(4));
        QCOMPARE(tree.siblingOf(4, -1), std::optional(2));
        QCOMPARE(tree.siblingOf(4, 1), std::nullopt);
        QCOMPARE(tree.siblingOf(0, 1), std::optional(1));
        QCOMPARE(tree.siblingOf(5, 1), std::nullopt);
        QCOMPARE(tree.siblingOf(BranchTree::Answer, 1), std::nullopt);
    }

    void whatLeftARemovedBranchLeavesTheAnswer()
    {
        std::vector<Branch> branches = grown();
        branches[0].removed = true;
        const BranchTree tree(branches, here);
        QCOMPARE(tree.all(), QList<int>({1, 2, 4, 5}));
        QCOMPARE(tree.childrenOf(BranchTree::Answer), QList<int>({1, 2, 4}));
        QCOMPARE(tree.parentOf(2), std::optional(int(BranchTree::Answer)));
        QCOMPARE(tree.parentOf(0), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestBranchTree)
#include "tst_branchtree.moc"
