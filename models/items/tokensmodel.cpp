// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/tokensmodel.h"

#include "models/items/tokentext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

TokensModel::TokensModel(QObject *parent) : QAbstractTableModel(parent) { }

void TokensModel::showCell(quint64 answer, const Cell *cell)
{
    const std::size_t length = cell ? cell->trace.size() : 0;
    const bool isSame = answer == m_answer && cell && length >= m_tokens.size()
                        && (m_tokens.empty() || cell->trace[m_tokens.size() - 1] == m_tokens.back().trace);
    if (!isSame) {
        beginResetModel();
        m_tokens.clear();
        m_surprises.clear();
        m_answer = cell ? answer : 0;
        m_vocabulary = cell ? cell->vocabulary : nullptr;
        lookFromStart();
        endResetModel();
    }
    if (cell && length > m_tokens.size())
        append(*cell);
}

void TokensModel::append(const Cell &cell)
{
    m_vocabulary = cell.vocabulary;
    const int first = size();
    beginInsertRows({}, first, static_cast<int>(cell.trace.size()) - 1);
    m_tokens.reserve(cell.trace.size());
    for (std::size_t i = m_tokens.size(); i < cell.trace.size(); ++i)
        m_tokens.push_back({cell.trace[i], {}, {}, 0});
    endInsertRows();
    advance();
}

void TokensModel::setChain(const LensChain &chain)
{
    if (chain == m_lens.chain() && m_chainNumber > 1)
        return;
    m_lens.setChain(chain);
    ++m_chainNumber;
    lookFromStart();
    advance();
}

void TokensModel::lookFromStart()
{
    m_next = 0;
    m_firstChanged = -1;
    m_firstOpen = -1;
}

void TokensModel::note(int row)
{
    switch (look(row).outcome) {
    case TokenOutcome::Changed:
    case TokenOutcome::Cut:
        if (m_firstChanged < 0)
            m_firstChanged = row;
        break;
    case TokenOutcome::Possible:
    case TokenOutcome::Unknown:
        if (m_firstOpen < 0)
            m_firstOpen = row;
        break;
    default: break;
    }
}

void TokensModel::measure(int end)
{
    const std::size_t before = m_surprises.size();
    for (std::size_t row = before; row < static_cast<std::size_t>(end); ++row)
        m_surprises.push_back(tokenSurprise(facts(static_cast<int>(row))));
    if (m_surprises.size() > before)
        Q_EMIT measured();
}

void TokensModel::advance()
{
    const int first = m_next;
    const int last = std::min(size(), first + AtOnce);
    for (int row = first; row < last; ++row)
        note(row);
    m_next = last;
    measure(last);
    if (last > first)
        Q_EMIT dataChanged(index(first, AfterColumn), index(last - 1, InsteadColumn), {Qt::DisplayRole});
    if (m_next >= size()) {
        Q_EMIT recoloured();
        return;
    }
    if (m_waiting)
        return;
    m_waiting = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_waiting = false;
            advance();
        },
        Qt::QueuedConnection);
}

const LensToken &TokensModel::look(int row) const
{
    const Token &token = m_tokens[static_cast<std::size_t>(row)];
    if (token.seen != m_chainNumber) {
        token.lens = m_lens.look(*token.trace, facts(row));
        token.seen = m_chainNumber;
    }
    return token.lens;
}

const TokenFacts &TokensModel::facts(int row) const
{
    const Token &token = m_tokens[static_cast<std::size_t>(row)];
    if (!token.facts)
        token.facts = tokenFacts(*token.trace);
    return *token.facts;
}

LensView TokensModel::view(int row) const
{
    return m_lens.view(trace(row), facts(row));
}

QByteArray TokensModel::piece(int row) const
{
    return trace(row).piece;
}

QByteArray TokensModel::candidatePiece(int row, int place) const
{
    const TokenTrace &token = trace(row);
    const auto at = static_cast<std::size_t>(place);
    if (place < 0 || at >= token.candidates.size())
        return {};
    if (at < token.pieces.size())
        return token.pieces[at];
    if (token.candidates[at].id == token.chosen && !token.piece.isEmpty())
        return token.piece;
    return m_vocabulary ? m_vocabulary->piece(token.candidates[at].id).toByteArray() : QByteArray();
}

int TokensModel::firstChanged() const
{
    return m_firstChanged;
}

QString TokensModel::changeSentence() const
{
    const int first = m_firstChanged;
    if (m_tokens.empty() || (first < 0 && m_next < size()))
        return {};
    const bool open = m_firstOpen >= 0 && (first < 0 || m_firstOpen < first);
    if (first < 0)
        return open ? tr("No token is cut; for some it is not known which would be drawn.") : tr("The answer would be the same.");
    const LensToken &token = look(first);
    const QString was = TokenText::visible(piece(first));
    const QString sentence =
        token.choicePlace >= 0
            ? tr("Differs from token %1 on: “%2” → “%3”")
                  .arg(QLocale().toString(first + 1), was, TokenText::visible(candidatePiece(first, token.choicePlace)))
            : tr("Differs from token %1 on: “%2” is cut").arg(QLocale().toString(first + 1), was);
    return open ? tr("%1, or earlier").arg(sentence) : sentence;
}

QString TokensModel::description(int row) const
{
    const TokenFacts &facts = this->facts(row);
    const LensToken &lens = look(row);
    QStringList lines;
    lines +=
        tr("Token %1 of %2: %3").arg(QLocale().toString(row + 1), QLocale().toString(size()), TokenText::visible(piece(row)));
    lines += tr("probability %1, rank %2").arg(TokenText::percent(facts.probability), display(row, RankColumn).toString());
    if (const std::optional<Bounds> surprisal = tokenSurprise(facts).surprisal)
        lines += tr("surprisal %1 bits").arg(TokenText::surprisal(surprisal));
    lines += tr("entropy %1").arg(TokenText::entropy(facts.entropy));
    QString outcome = tr("after sampling %1: %2").arg(TokenText::percent(lens.probability), TokenText::outcome(lens.outcome));
    if (lens.choicePlace >= 0 && lens.outcome != TokenOutcome::Kept)
        outcome += u" → "_s + TokenText::visible(candidatePiece(row, lens.choicePlace));
    lines += outcome;
    return lines.join(u'\n');
}

int TokensModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : size();
}

int TokensModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TokensModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return display(index.row(), index.column());
    case Qt::AccessibleTextRole: return display(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == OutcomeColumn ? TokenText::outcomeExplanation(look(index.row()).outcome) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == TokenColumn || index.column() >= OutcomeColumn ? int(Qt::AlignLeft | Qt::AlignVCenter)
                                                                                : int(Qt::AlignRight | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant TokensModel::display(int row, int column) const
{
    const TokenFacts &facts = this->facts(row);
    switch (column) {
    case NumberColumn: return QLocale().toString(row + 1);
    case TokenColumn: return TokenText::visible(piece(row));
    case ProbabilityColumn: return TokenText::percent(facts.probability);
    case SurprisalColumn: return TokenText::surprisal(tokenSurprise(facts).surprisal);
    case RankColumn: return (facts.rankExact ? QString() : u"≥ "_s) + QLocale().toString(facts.rank + 1);
    case EntropyColumn: return TokenText::bits(facts.entropy);
    case AfterColumn: return TokenText::percent(look(row).probability);
    case OutcomeColumn: return TokenText::outcome(look(row).outcome);
    case InsteadColumn: {
        const LensToken &lens = look(row);
        return lens.choicePlace >= 0 && lens.outcome != TokenOutcome::Kept
                   ? TokenText::visible(candidatePiece(row, lens.choicePlace))
                   : QString();
    }
    default: return {};
    }
}

QVariant TokensModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case NumberColumn: return tr("No.");
    case TokenColumn: return tr("Token");
    case ProbabilityColumn: return tr("Probability");
    case SurprisalColumn: return tr("Surprisal (bits)");
    case RankColumn: return tr("Rank");
    case EntropyColumn: return tr("Entropy (bits)");
    case AfterColumn: return tr("After sampling");
    case OutcomeColumn: return tr("Result");
    case InsteadColumn: return tr("Instead");
    default: return {};
    }
}

} // namespace Tempera
