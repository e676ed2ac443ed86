// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sampling/surprisal.h"

#include <QAbstractTableModel>

namespace Tempera {

class TokensModel;

/// The places of a text where the probability fell most from one token to the next, the sharpest first (see
/// sharpestDrops()). Follows the text while it is written.
class DropsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { NumberColumn, TokenColumn, DropColumn, ProbabilityColumn, ColumnCount };
    /// So many are listed.
    static constexpr std::size_t Most = 10;

    /// `tokens` outlives it.
    explicit DropsModel(const TokensModel &tokens, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<ProbabilityDrop> &drops() const { return m_drops; }
    /// The token of a row; −1 where there is no such row.
    [[nodiscard]] int token(int row) const;
    /// The row of a token; −1: it is no drop that is listed.
    [[nodiscard]] int rowOf(int token) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();

    const TokensModel &m_tokens;
    std::vector<ProbabilityDrop> m_drops;
};

} // namespace Tempera
