// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alternativesmodel.h"

#include "models/items/tokentext.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Tempera {

AlternativesModel::AlternativesModel(QObject *parent) : QAbstractTableModel(parent) { }

void AlternativesModel::show(const TokensModel *tokens, int row)
{
    beginResetModel();
    m_rows.clear();
    m_view = {};
    m_lens = {};
    m_chosen = -1;
    if (tokens && row >= 0 && row < tokens->size()) {
        m_view = tokens->view(row);
        m_lens = tokens->look(row);
        m_chosen = tokens->facts(row).place;
        const auto &candidates = tokens->trace(row).candidates;
        const int count = static_cast<int>(candidates.size());
        std::vector<int> places(static_cast<std::size_t>(std::min(count, Most)));
        std::iota(places.begin(), places.end(), 0);
        for (const int special : {m_chosen, m_lens.choicePlace}) {
            if (special >= count || special < 0 || std::ranges::find(places, special) != places.end())
                continue;
            places.push_back(special);
        }
        std::ranges::sort(places);
        double shownRaw = 0;
        double shownAfter = 0;
        for (const int place : places) {
            const auto at = static_cast<std::size_t>(place);
            m_rows.push_back({place,
                              candidates[at].id,
                              tokens->candidatePiece(row, place),
                              m_view.raw[at],
                              m_view.after[at],
                              m_view.cutBy[at],
                              {}});
            shownRaw += m_view.raw[at];
            shownAfter += m_view.after[at];
        }
        for (const LensCut &cut : m_view.cuts) {
            if (cut.step.kind == LensStep::Kind::Temperature || cut.place <= 0)
                continue;
            const auto last = std::ranges::find(m_rows, cut.place - 1, &Row::place);
            if (last == m_rows.end() || cut.place >= count)
                continue;
            if (!last->cutLine.isEmpty())
                last->cutLine += u" · "_s;
            last->cutLine += TokenText::step(cut.step);
        }
        if (shownRaw < 1 - 1e-9)
            m_rows.push_back({-1, -1, {}, std::max(0.0, 1 - shownRaw), std::max(0.0, 1 - shownAfter), -1, {}});
    }
    endResetModel();
}

int AlternativesModel::chosenRow() const
{
    const auto found = std::ranges::find(m_rows, m_chosen, &Row::place);
    return m_chosen < 0 || found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::int32_t AlternativesModel::token(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].id : -1;
}

QByteArray AlternativesModel::piece(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].piece : QByteArray();
}

int AlternativesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlternativesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString AlternativesModel::note(const Row &row) const
{
    QStringList words;
    if (row.place >= 0 && row.place == m_chosen)
        words += tr("in the answer");
    if (row.place >= 0 && row.place == m_lens.choicePlace && row.place != m_chosen)
        words += tr("would be drawn");
    if (row.cutBy >= 0 && row.cutBy < static_cast<int>(m_view.cuts.size()))
        words += tr("cut by %1").arg(TokenText::step(m_view.cuts[static_cast<std::size_t>(row.cutBy)].step));
    return words.join(u", "_s);
}

QVariant AlternativesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case TokenColumn: return row.place < 0 ? tr("rest of the vocabulary") : TokenText::visible(row.piece);
        case RawColumn: return TokenText::percent(row.raw);
        case AfterColumn: return TokenText::percent(row.after);
        case NoteColumn: return note(row);
        default: return {};
        }
    case Qt::ToolTipRole: return index.column() == NoteColumn ? QVariant(note(row)) : QVariant(); // it is cut where it is long
    case Qt::TextAlignmentRole:
        return index.column() == RawColumn || index.column() == AfterColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                                            : int(Qt::AlignLeft | Qt::AlignVCenter);
    case RawRole: return row.raw;
    case AfterRole: return row.after;
    case PlaceRole: return row.place;
    case ChosenRole: return row.place >= 0 && row.place == m_chosen;
    case DrawnRole: return row.place >= 0 && row.place == m_lens.choicePlace;
    case CutLineRole: return row.cutLine;
    default: return {};
    }
}

QVariant AlternativesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case TokenColumn: return tr("Token");
    case RawColumn: return tr("Before");
    case AfterColumn: return tr("After");
    case NoteColumn: return tr("Note");
    default: return {};
    }
}

} // namespace Tempera
