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

class TimelinePane;
class TokenView;
class TokensModel;

/// One answer token by token: its name, what would change under the present settings, how likely it was as a whole, the tokens
/// as running text or as a table, and their timeline. Or a prompt: then nothing was drawn, and `waiting` says why it is empty.
class TokenColumn final : public QFrame
{
    Q_OBJECT
public:
    explicit TokenColumn(LensState &state, QWidget *parent = nullptr);

    /// Null: nothing was run here. `answer` tells answers apart.
    void showAnswer(const AnswerPlace &place, const QString &title, const Cell *cell, quint64 answer, const Branch *branch);
    /// Null: it is being scored; `waiting` is shown instead.
    void showPrompt(const AnswerPlace &place, const QString &title, const Cell *prompt, quint64 number, const QString &waiting);
    void setTimeline(bool shown);
    void setColouring(TokenColouring colouring);
    void setTable(bool table);
    [[nodiscard]] const AnswerPlace &place() const { return m_place; }
    [[nodiscard]] TokensModel *tokens() const { return m_tokens; }
    [[nodiscard]] TokenView *view() const { return m_view; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] TimelinePane *timeline() const { return m_timeline; }
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
    void connectViews();
    void name(const QString &title);
    void showFace();
    void showLikelihood();
    void stepAlternative(int by);
    void showAlternative();
    void takeAlternativeBack();
    void choose();
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
    QLabel *m_likelihood = nullptr;
    QStackedWidget *m_faces = nullptr;
    QLabel *m_empty = nullptr;
    TokenView *m_view = nullptr;
    QTableView *m_table = nullptr;
    TimelinePane *m_timeline = nullptr;
    std::int64_t m_answerTokens = 0; ///< As its server counted them; 0 = not known.
    bool m_asTable = false;
    bool m_showsTimeline = true;
};

} // namespace Tempera
