// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/sampling/surprisal.h"

#include <QAbstractTableModel>

#include <optional>
#include <span>

namespace Tempera {

/// An answer token by token, as a table: what each token's probability was, and what becomes of it under another
/// chain. Follows an answer while it is written: rows are appended, never rebuilt.
class TokensModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns {
        NumberColumn,
        TokenColumn,
        ProbabilityColumn,
        SurprisalColumn,
        RankColumn,
        EntropyColumn,
        AfterColumn,
        OutcomeColumn,
        InsteadColumn,
        ColumnCount
    };

    /// Tokens that setChain() and showCell() look at before they return; the others follow from the event loop, or when asked for.
    static constexpr int AtOnce = 1500;

    explicit TokensModel(QObject *parent = nullptr);

    /// Shows the trace of an answer. The same answer with a longer trace appends rows. Null: nothing.
    void showCell(quint64 answer, const Cell *cell);
    /// Another chain: the whole answer is seen again.
    void setChain(const LensChain &chain);
    [[nodiscard]] const LensChain &chain() const { return m_lens.chain(); }

    [[nodiscard]] int size() const { return static_cast<int>(m_tokens.size()); }
    [[nodiscard]] quint64 answer() const { return m_answer; }
    [[nodiscard]] const TokenTrace &trace(int row) const { return *m_tokens[static_cast<std::size_t>(row)].trace; }
    /// Found out now if that was not done yet.
    [[nodiscard]] const TokenFacts &facts(int row) const;
    /// How unexpected the tokens were, as far as they were looked at (see measured()); the same under every chain.
    [[nodiscard]] std::span<const TokenSurprise> surprises() const { return m_surprises; }
    /// What the chain makes of the token; looked at now if that was not done yet.
    [[nodiscard]] const LensToken &look(int row) const;
    /// The distribution at one token, before and after the chain.
    [[nodiscard]] LensView view(int row) const;
    /// Bytes of the token, of a candidate of its, and of any id.
    [[nodiscard]] QByteArray piece(int row) const;
    [[nodiscard]] QByteArray candidatePiece(int row, int place) const;
    /// The first token that would come out differently; −1: none, as far as the answer was looked at (see recoloured()).
    [[nodiscard]] int firstChanged() const;
    /// "Differs from token 17 on: “Paris” → “Lyon”", or that nothing differs. Empty until so much was looked at.
    [[nodiscard]] QString changeSentence() const;
    /// A token in words: its text, probability, rank, entropy and outcome. Plain text of several lines.
    [[nodiscard]] QString description(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// surprises() has more.
    void measured();
    /// Every token was looked at through the present chain.
    void recoloured();

private:
    struct Token {
        std::shared_ptr<const TokenTrace> trace;
        mutable std::optional<TokenFacts> facts;
        mutable LensToken lens;
        mutable quint32 seen = 0; ///< Number of the chain that `lens` belongs to.
    };

    void append(const Cell &cell);
    void advance();
    void lookFromStart();
    void note(int row);
    void measure(int end);
    [[nodiscard]] QVariant display(int row, int column) const;

    std::vector<Token> m_tokens;
    std::vector<TokenSurprise> m_surprises; ///< Of the first ones.
    std::shared_ptr<const Vocabulary> m_vocabulary;
    mutable Lens m_lens;
    quint64 m_answer = 0;
    quint32 m_chainNumber = 1;
    int m_next = 0;          ///< Tokens before it were looked at.
    int m_firstChanged = -1; ///< Among these.
    int m_firstOpen = -1;    ///< Among these, of which it is not known what would be drawn.
    bool m_waiting = false;
};

} // namespace Tempera
