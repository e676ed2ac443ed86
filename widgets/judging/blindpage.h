// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/judging/blinddeck.h"
#include "models/session/session.h"

#include <QWidget>

#include <map>

class QAbstractButton;
class QLabel;
class QPlainTextEdit;
class QProgressBar;

namespace Tempera {

/// Two answers beside each other without a word of whose they are. 1 or ←: the left is better; 2 or →: the right; 3 or ↓: neither;
/// S: skip; Backspace or Ctrl+Z: take the last one back; Page Up and Page Down scroll both. What is said is in the ledger at once.
class BlindPage final : public QWidget
{
    Q_OBJECT
public:
    explicit BlindPage(const Session &session, QWidget *parent = nullptr);

    /// Begins with the pairs that are not judged yet.
    void start(const BlindDeck &deck);
    [[nodiscard]] const BlindDeck &deck() const { return m_deck; }

Q_SIGNALS:
    void ended(); ///< Every pair is judged, or that is enough.

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QPlainTextEdit *makePane(const QString &name, const QString &text);
    [[nodiscard]] QAbstractButton *addButton(QLayout *row, const QString &name, const QString &text);
    [[nodiscard]] bool takeKey(const QKeyEvent &key);
    void cellsChanged(int first, int last);
    void showPair();
    void showState(const QString &question);
    [[nodiscard]] const Cell *bodyOf(const CellKey &key);
    [[nodiscard]] QString questionOf(const Cell &first, const Cell &second) const;
    void choose(BlindChoice choice);
    void undo();

    const Session &m_session;
    BlindDeck m_deck;
    std::map<CellKey, int> m_cells; ///< Of the pairs.
    QLabel *m_question = nullptr;
    QLabel *m_state = nullptr;
    QProgressBar *m_progress = nullptr;
    QPlainTextEdit *m_left = nullptr;
    QPlainTextEdit *m_right = nullptr;
    QList<QAbstractButton *> m_choices;
    QAbstractButton *m_undo = nullptr;
    bool m_isReady = false; ///< Both answers are there.
};

} // namespace Tempera
