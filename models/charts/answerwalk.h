// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/cellwalk.h"
#include "models/charts/chartcells.h"
#include "models/core/message.h"

#include <vector>

namespace Tempera {

class Background;

/// An answer as it is looked at beside the GUI thread.
struct WalkedAnswer {
    CellKey key;
    int column = 0; ///< Index in AnswerWalk::columns().
    QString text;
    Messages asked; ///< What it is an answer to.
};

/// Looks at the answers of a session, one after the other, where a look takes longer than the window could wait: they are copied
/// a few milliseconds at a time, and worked on in the background in small batches. The walk waits while there are enough of them.
class AnswerWalk final : public QObject
{
    Q_OBJECT
public:
    /// Runs in the background, never twice at once; owns what it refers to.
    using Work = std::function<void(const std::vector<WalkedAnswer> &answers)>;

    /// `background` outlives it; null = the work is done at once.
    AnswerWalk(const Session &session, Background *background, QObject *parent = nullptr);

    /// From the first cell on, over the whole answers (Done) that `need` wants; what is under way is given up. The works of an
    /// earlier start may still be running. finished() may come before the call returns.
    void start(CellWalk::Need need, Work work);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// The prompts and variants of the answers, as they are met.
    [[nodiscard]] const std::vector<GridColumn> &columns() const { return m_columns; }
    /// Whole answers that were not wanted, or could not be had.
    [[nodiscard]] int passedOver() const { return m_passedOver; }

Q_SIGNALS:
    void finished(); ///< And all works are done.

private:
    void visit(int cell, const Cell *body);
    void send();
    void goOn();
    [[nodiscard]] bool isFull() const;

    const Session &m_session;
    Background *m_background = nullptr;
    CellWalk m_walk;
    CellWalk::Need m_need;
    Work m_work;
    std::vector<GridColumn> m_columns;
    std::vector<WalkedAnswer> m_batch;
    qsizetype m_characters = 0; ///< Of the batch.
    int m_passedOver = 0;
    bool m_isRunning = false;
    bool m_isWalked = false;
    bool m_isWorking = false; ///< A work of this start is under way.
    quint64 m_turn = 0;
};

} // namespace Tempera
