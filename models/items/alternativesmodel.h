// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/tokensmodel.h"

namespace Tempera {

/// What could be at one place of an answer: the likeliest tokens with their probabilities before and after the
/// chain, the chosen one and the one that would be chosen always among them, and the rest as one row.
class AlternativesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { TokenColumn, RawColumn, AfterColumn, NoteColumn, ColumnCount };
    enum Roles {
        RawRole = Qt::UserRole + 1, ///< Probability before the chain, double.
        AfterRole,                  ///< After it.
        PlaceRole,                  ///< Among the candidates; −1: the rest.
        ChosenRole,                 ///< It is in the answer.
        DrawnRole,                  ///< The chain would draw it.
        CutLineRole,                ///< Names of the steps whose cut lies right below this row; empty: none.
    };
    static constexpr int Most = 60; ///< Rows before the rest.

    explicit AlternativesModel(QObject *parent = nullptr);

    /// Shows one token of a model; null or a row that there is not: nothing.
    void show(const TokensModel *tokens, int row);
    [[nodiscard]] const LensView &view() const { return m_view; }
    /// The row of the token that is in the answer; −1: none.
    [[nodiscard]] int chosenRow() const;
    /// The id at a row, −1 for the rest.
    [[nodiscard]] std::int32_t token(int row) const;
    [[nodiscard]] QByteArray piece(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        int place = -1;
        std::int32_t id = -1;
        QByteArray piece;
        double raw = 0;
        double after = 0;
        int cutBy = -1;
        QString cutLine;
    };
    [[nodiscard]] QString note(const Row &row) const;

    std::vector<Row> m_rows;
    LensView m_view;
    LensToken m_lens;
    int m_chosen = -1; ///< Place of the token in the answer.
};

} // namespace Tempera
