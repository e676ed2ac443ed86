// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/lens/lensstate.h"
#include "widgets/lens/tokencolours.h"

#include <QFrame>

class QLabel;
class QStackedWidget;
class QTableView;

namespace Tempera {

class TokenView;
class TokensModel;

/// One answer token by token: its name, what would change under the present settings, and the tokens as running text
/// or as a table.
class TokenColumn final : public QFrame
{
    Q_OBJECT
public:
    explicit TokenColumn(LensState &state, QWidget *parent = nullptr);

    /// Null: nothing was run here. `answer` tells answers apart.
    void showAnswer(const AnswerPlace &place, const QString &title, const Cell *cell, quint64 answer, const Branch *branch);
    void setColouring(TokenColouring colouring);
    void setTable(bool table);
    [[nodiscard]] const AnswerPlace &place() const { return m_place; }
    [[nodiscard]] TokensModel *tokens() const { return m_tokens; }
    [[nodiscard]] TokenView *view() const { return m_view; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QString noteText() const;
    /// Puts the focus on the tokens.
    void focusTokens();
    void setCurrentToken(int row);
    [[nodiscard]] int currentToken() const;

Q_SIGNALS:
    void focused();
    void activated();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void createTable();
    void recolour();
    void showSentence();
    void tokenChanged(int row);
    void explain(const Cell *cell);

    LensState &m_state;
    AnswerPlace m_place;
    TokensModel *m_tokens = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_note = nullptr;
    QStackedWidget *m_faces = nullptr;
    QLabel *m_empty = nullptr;
    TokenView *m_view = nullptr;
    QTableView *m_table = nullptr;
    bool m_asTable = false;
};

} // namespace Tempera
