// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/scoring.h"

namespace Tempera {

/// How expected each token of a prompt is to the model that was asked with it. The prompt of an answer is evaluated once more
/// on this machine, as it was sent; nothing is generated, nothing goes to the ledger or over the network. One prompt at a time.
/// Lives on the thread that made it; the work is the engine's.
class PromptScoring final : public QObject
{
    Q_OBJECT
public:
    explicit PromptScoring(const SessionContext &context, QObject *parent = nullptr);

    /// Why the prompt of a cell cannot be scored, in words; empty when it can. Null: there is no such cell in memory.
    [[nodiscard]] static QString obstacle(const Cell *asked);
    /// What it costs, in words: the tokens that are evaluated again. For a cell without an obstacle.
    [[nodiscard]] static QString costOf(const Cell &asked);

    /// Scores the prompt of a cell that has no obstacle; what ran before is given up. finished() never comes from within it.
    void start(const Cell &asked);
    /// finished() follows where something ran; there is no result then.
    void stop();
    /// Forgets what is known, and gives up what runs, without a word.
    void clear();

    [[nodiscard]] bool isRunning() const { return m_scoring.isRunning(); }
    [[nodiscard]] ScoringProgress progress() const { return m_scoring.progress(); }
    /// Whether what runs, or the result or error there is, belongs to the prompt of this cell, asked of the same model.
    [[nodiscard]] bool belongsTo(const Cell &asked) const;
    /// The prompt as the trace of a cell: a token each, the first one without a distribution. Null until it is known.
    [[nodiscard]] const Cell *result() const { return m_result ? &*m_result : nullptr; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Counts results, so that one can be told from the next.
    [[nodiscard]] quint32 number() const { return m_number; }

Q_SIGNALS:
    void progressChanged();
    void finished(); ///< There is a result or an error, or it was stopped.

private:
    void take();

    Scoring m_scoring;
    GenerationRequest m_asked; ///< Of what runs or is known.
    std::optional<Cell> m_result;
    std::optional<Error> m_error;
    quint32 m_number = 0;
};

} // namespace Tempera
