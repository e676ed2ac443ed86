// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The face's own part in scoring a prompt.

#include "models/items/celltext.h"
#include "models/session/promptscoring.h"
#include "widgets/common/selection.h"
#include "widgets/lens/tokencolumn.h"
#include "widgets/lens/tokensface.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QToolButton>

namespace Tempera {

const Cell *TokensFace::selectedBody() const
{
    const int cell = m_cells.value(m_selection.variantIndex(), -1);
    return cell >= 0 && cell < m_session.size() ? m_session.bodyInMemory(cell) : nullptr;
}

void TokensFace::updateScorePrompt()
{
    const Cell *asked = selectedBody();
    const QString obstacle = PromptScoring::obstacle(asked);
    m_actions.scorePrompt->setEnabled(obstacle.isEmpty() && !m_state.promptScoring().isRunning());
    m_actions.scorePrompt->setToolTip(obstacle.isEmpty() ? PromptScoring::costOf(*asked) : obstacle);
    m_stopScoring->setVisible(m_state.promptScoring().isRunning());
}

void TokensFace::scorePrompt()
{
    const Cell *asked = selectedBody();
    if (!PromptScoring::obstacle(asked).isEmpty() || m_state.promptScoring().isRunning())
        return;
    m_colouring->setCurrentIndex(static_cast<int>(TokenColouring::Surprisal));
    m_state.promptScoring().start(*asked);
    refresh();
}

/// Of a prompt that was scored, or is being scored.
bool TokensFace::hasPrompt(int cell) const
{
    const PromptScoring &scoring = m_state.promptScoring();
    const Cell *asked = cell >= 0 && cell < m_session.size() ? m_session.bodyInMemory(cell) : nullptr;
    return asked && (scoring.isRunning() || scoring.result()) && scoring.belongsTo(*asked);
}

void TokensFace::showPrompt(TokenColumn &column, const AnswerPlace &place)
{
    constexpr quint64 promptBit = 0x40000000U; // its numbers are none of an answer
    const PromptScoring &scoring = m_state.promptScoring();
    const ScoringProgress progress = scoring.progress();
    QString waiting = tr("The model reads the prompt: %1 %.").arg(qRound(progress.work * 100));
    if (progress.left)
        waiting += u' ' + tr("%1 left").arg(CellText::timeLeft(*progress.left));
    column.showPrompt(place, titleOf(place), scoring.result(), m_run << 32 | promptBit | scoring.number(), waiting);
}

void TokensFace::showScoring()
{
    for (TokenColumn *each : std::as_const(m_columns)) {
        if (each->place().isPrompt)
            showPrompt(*each, each->place());
    }
    updateScorePrompt();
}

/// Who waited for it looks at it next; who went elsewhere stays there.
void TokensFace::promptScored()
{
    refresh();
    updateScorePrompt();
    const bool isLookedAt = isAncestorOf(QApplication::focusWidget());
    for (const TokenColumn *each : std::as_const(m_columns)) {
        if (isLookedAt && each->place().isPrompt && m_state.promptScoring().result()) {
            goTo(AnswerPlace(each->place()));
            return;
        }
    }
}

} // namespace Tempera
