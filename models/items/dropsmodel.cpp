// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/dropsmodel.h"

#include "models/items/tokensmodel.h"
#include "models/items/tokentext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {

DropsModel::DropsModel(const TokensModel &tokens, QObject *parent) : QAbstractTableModel(parent), m_tokens(tokens)
{
    connect(&tokens, &TokensModel::measured, this, &DropsModel::refresh);
    connect(&tokens, &QAbstractItemModel::modelReset, this, &DropsModel::refresh);
    refresh();
}

void DropsModel::refresh()
{
    std::vector<ProbabilityDrop> drops = sharpestDrops(m_tokens.surprises(), Most);
    if (drops == m_drops)
        return;
    beginResetModel();
    m_drops = std::move(drops);
    endResetModel();
}

int DropsModel::token(int row) const
{
    return row >= 0 && row < rowCount() ? m_drops[static_cast<std::size_t>(row)].token : -1;
}

int DropsModel::rowOf(int token) const
{
    const auto found = std::ranges::find(m_drops, token, &ProbabilityDrop::token);
    return found == m_drops.end() ? -1 : static_cast<int>(found - m_drops.begin());
}

int DropsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_drops.size());
}

int DropsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DropsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == TokenColumn ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const ProbabilityDrop &drop = m_drops[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case NumberColumn: return QLocale().toString(drop.token + 1);
    case TokenColumn: return TokenText::visible(m_tokens.piece(drop.token));
    case DropColumn: return tr("−%1 bits").arg(std::isfinite(drop.bits) ? QLocale().toString(drop.bits, 'f', 1) : u"∞"_s);
    case ProbabilityColumn: return u"%1 → %2"_s.arg(TokenText::percent(drop.from), TokenText::percent(drop.to));
    default: return {};
    }
}

QVariant DropsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case NumberColumn: return tr("No.");
    case TokenColumn: return tr("Token");
    case DropColumn: return tr("Drop");
    case ProbabilityColumn: return tr("Probability");
    default: return {};
    }
}

} // namespace Tempera
