// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/conversation.h"
#include "models/core/request.h"

#include <QAbstractTableModel>

#include <set>

namespace Tempera {

class Session;

/// Whole conversations side by side: a row a turn, a column a place of the experiment (a variant, a prompt, a repeat). The
/// turns of cases that form one conversation follow each other.
class TurnsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        SharedRole = Qt::UserRole + 1, ///< bool: all conversations say the same here.
        AnswerRole,                    ///< bool: an answer of the run, not a part of what was asked.
    };

    /// What a column shows.
    struct Column {
        QString title;
        CellKey place;

        bool operator==(const Column &) const = default;
    };

    explicit TurnsModel(const Session &session, QObject *parent = nullptr);

    /// Shows the conversations that these places of an experiment, which the session follows, are in. Bodies that only the ledger
    /// has are asked for; showsCell() tells when to do it again.
    void show(const Experiment &experiment, const QList<Column> &columns);
    /// Whether one of these cells is in what is shown.
    [[nodiscard]] bool showsCell(int first, int last) const;
    /// Where the answer of a turn is in the experiment; nothing where it is no answer.
    [[nodiscard]] std::optional<CellKey> placeOf(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] Conversation conversationAt(const Experiment &experiment, CellKey place);
    [[nodiscard]] const ConversationTurn *turnAt(const QModelIndex &index) const;
    [[nodiscard]] QString speaker(int row) const;

    const Session &m_session;
    QList<Column> m_columns;
    QList<TurnRow> m_rows;
    std::set<int> m_cells; ///< Those that turns are of, or are to be.
};

} // namespace Tempera
