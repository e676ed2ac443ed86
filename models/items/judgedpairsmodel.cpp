// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/judgedpairsmodel.h"

#include "models/experiment/titles.h"
#include "models/items/peoplestudy.h"

#include <utility>

namespace Tempera {

JudgedPairsModel::JudgedPairsModel(const Session &session, QObject *parent) : QAbstractTableModel(parent), m_session(session) { }

void JudgedPairsModel::show(std::vector<JudgedPair> pairs)
{
    beginResetModel();
    m_pairs = std::move(pairs);
    endResetModel();
}

int JudgedPairsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

int JudgedPairsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString JudgedPairsModel::preferred(const JudgedPair &pair) const
{
    const auto title = [this](const CellKey &key) {
        return PeopleStudy::title(m_session.experiment(), {key.promptIndex, key.variantIndex});
    };
    switch (pair.preference) {
    case Preference::First: return title(pair.first);
    case Preference::Second: return title(pair.second);
    case Preference::Tie: return tr("Neither");
    case Preference::Skipped: break;
    }
    return tr("Skipped");
}

QString JudgedPairsModel::remark(const JudgedPair &pair)
{
    if (!pair.byHand)
        return tr("the same text: a tie, nobody was asked");
    if (pair.preference == Preference::Tie || pair.preference == Preference::Skipped)
        return {};
    return (pair.preference == Preference::Second) == pair.secondWasLeft ? tr("stood left") : tr("stood right");
}

QVariant JudgedPairsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const JudgedPair &pair = m_pairs[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case CaseColumn: return caseTitle(m_session.experiment(), pair.first.caseIndex);
    case PreferredColumn: return preferred(pair);
    case RemarkColumn: return remark(pair);
    default: return {};
    }
}

QVariant JudgedPairsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case CaseColumn: return tr("Case");
    case PreferredColumn: return tr("Preferred");
    case RemarkColumn: return tr("Remark");
    default: return {};
    }
}

} // namespace Tempera
