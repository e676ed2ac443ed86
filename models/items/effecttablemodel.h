// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/editeffect.h"

#include <QAbstractTableModel>

namespace Tempera {

/// Token by token, how an edit of the prompt changes the probability of an old answer.
class EffectTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { TokenColumn, BeforeColumn, AfterColumn, FactorColumn, ChangeColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setEffect(const std::optional<AnswerEffect> &effect);
    [[nodiscard]] const AnswerEffect &effect() const { return m_effect; }
    /// "Probability of the whole answer: ×12 (log-probability −14.20 → −11.72) · …"; empty without tokens.
    [[nodiscard]] QString summary() const;
    /// "« Paris»: 25 % → 50 % (×2)".
    [[nodiscard]] QString tokenSentence(int row) const;

private:
    AnswerEffect m_effect;
};

/// The bytes of a token as something to read: control characters as signs, a piece of a character as "\xE4".
[[nodiscard]] QString pieceText(const QByteArray &piece);

} // namespace Tempera
