// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/turnsmodel.h"

#include "models/session/session.h"
#include "models/text/displaytext.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// More of a turn would not be read in a table; the columns have all of it.
constexpr qsizetype longestTurnShown = 10'000;

QString shownTurn(const QString &text)
{
    const QString shown = DisplayText::of(QStringView(text).first(std::min(text.size(), longestTurnShown)));
    return text.size() > longestTurnShown ? shown + u'…' : shown;
}

} // namespace

TurnsModel::TurnsModel(const Session &session, QObject *parent) : QAbstractTableModel(parent), m_session(session) { }

Conversation TurnsModel::conversationAt(const Experiment &experiment, CellKey place)
{
    Conversation conversation;
    for (const int index : conversationCases(experiment, place.caseIndex)) {
        place.caseIndex = index;
        const int cell = m_session.find(place).cell;
        if (cell < 0)
            continue;
        m_cells.insert(cell);
        if (const Cell *body = m_session.body(cell))
            addExchange(conversation, body->request.messages, body->text, cell);
    }
    return conversation;
}

/// While texts grow the rows stay, and with them what is current.
void TurnsModel::show(const Experiment &experiment, const QList<Column> &columns)
{
    m_cells.clear();
    QList<Conversation> conversations;
    for (const Column &column : columns)
        conversations += conversationAt(experiment, column.place);
    const QList<TurnRow> rows = alignedTurns(conversations);
    const bool isSameShape = columns == m_columns && std::ranges::equal(rows, m_rows, {}, &TurnRow::role, &TurnRow::role);
    if (!isSameShape) {
        beginResetModel();
        m_columns = columns;
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int row = 0; row < m_rows.size(); ++row) {
        if (std::exchange(m_rows[row], rows.at(row)) != rows.at(row))
            Q_EMIT dataChanged(index(row, 0), index(row, static_cast<int>(m_columns.size()) - 1));
    }
}

bool TurnsModel::showsCell(int first, int last) const
{
    const auto found = m_cells.lower_bound(first);
    return found != m_cells.end() && *found <= last;
}

const ConversationTurn *TurnsModel::turnAt(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return nullptr;
    const std::optional<ConversationTurn> &turn = m_rows.at(index.row()).turns.at(index.column());
    return turn ? &*turn : nullptr;
}

std::optional<CellKey> TurnsModel::placeOf(const QModelIndex &index) const
{
    const ConversationTurn *turn = turnAt(index);
    if (!turn || !turn->isAnswer() || turn->cell >= m_session.size())
        return std::nullopt;
    const CellKey ran = m_session.summary(turn->cell).key;
    return m_session.lookup().placeOf(ran);
}

int TurnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TurnsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TurnsModel::data(const QModelIndex &index, int role) const
{
    const ConversationTurn *turn = turnAt(index);
    switch (role) {
    case Qt::DisplayRole: return turn ? shownTurn(turn->text) : QString();
    case Qt::AccessibleTextRole:
        return turn ? tr("%1, %2: %3", "column, who speaks, text")
                          .arg(m_columns.at(index.column()).title, speaker(index.row()), shownTurn(turn->text))
                    : tr("nothing is said here");
    case SharedRole: return index.isValid() && m_rows.at(index.row()).isShared();
    case AnswerRole: return turn && turn->isAnswer();
    default: return {};
    }
}

QString TurnsModel::speaker(int row) const
{
    switch (m_rows.at(row).role) {
    case Role::System: return tr("System");
    case Role::User: return tr("User");
    case Role::Assistant: break;
    }
    return tr("Assistant");
}

QVariant TurnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_rows.size() ? tr("%1 · %2", "number of a turn, who speaks").arg(section + 1).arg(speaker(section))
                                       : QVariant();
    return section < m_columns.size() ? QVariant(firstLine(m_columns.at(section).title, 60)) : QVariant();
}

} // namespace Tempera
