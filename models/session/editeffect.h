// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/scoring.h"

namespace Tempera {

/// One token of an old answer under two prompts; natural logarithms.
struct TokenEffect {
    QByteArray piece;  ///< Its bytes; may be part of a character; empty for the end of the answer.
    double before = 0; ///< Log-probability under the prompt that it was written for.
    double after = 0;  ///< Under the edited prompt.

    [[nodiscard]] double change() const { return after - before; } ///< > 0: it has become likelier.
};

/// What an edit of a prompt does to an old answer.
struct AnswerEffect {
    std::vector<TokenEffect> tokens;
    double before = 0; ///< Log-probability of the whole answer.
    double after = 0;

    /// e^(−log-probability / tokens): how many equally likely tokens the model hesitates between, on average
    /// (Jelinek et al., J. Acoust. Soc. Am. 62 (1977)). 1 for an empty answer.
    [[nodiscard]] double perplexityBefore() const;
    [[nodiscard]] double perplexityAfter() const;
};

/// Scores an answer that was written for an earlier prompt under the prompt as it is now, before anything new is
/// written. What the answer's trace holds of the earlier prompt is used; else that prompt is scored too.
/// Lives on the thread that made it; prompts are rendered in the background of the context where there is one.
class EditEffect final : public QObject
{
    Q_OBJECT
public:
    explicit EditEffect(const SessionContext &context, QObject *parent = nullptr);
    ~EditEffect() override;

    /// `place` counts in the edited experiment. An Error means that nothing was started: no text to score, a model that
    /// is not local, a template that fails, or a prompt that is the same as then. With a background the last two are known
    /// later: finished() comes, and error() says why. What was started before is given up.
    [[nodiscard]] Result<void> start(const Experiment &now, const CellKey &place, const Cell &answered);
    void stop();
    /// Forgets the result.
    void clear();

    /// Also while the prompt is being rendered.
    [[nodiscard]] bool isRunning() const { return m_starting || m_scoring.isRunning(); }
    [[nodiscard]] ScoringProgress progress() const;
    /// Nothing until it is known.
    [[nodiscard]] const std::optional<AnswerEffect> &result() const { return m_result; }
    /// Why there is no result.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Finds out whether the result belongs to this answer (null = there is none) under this prompt, for isStale(). Only the
    /// last call counts.
    void compareWith(const Experiment &now, const CellKey &place, const Cell *answered);
    /// Whether there is a result, and it belongs to another answer or prompt than was compared last. Until that is known, as
    /// it was before.
    [[nodiscard]] bool isStale() const { return m_isStale; }

Q_SIGNALS:
    void progressChanged();
    void finished();     ///< result() or error() is there, or it was stopped. Also after clear().
    void staleChanged(); ///< isStale() is another one.

private:
    struct Rendering;
    /// A prompt is looked up in this experiment, at this place.
    struct PromptPlace {
        Experiment experiment;
        CellKey place;
        bool operator==(const PromptPlace &) const = default;
    };

    [[nodiscard]] Result<void> begin(const Rendering &prompt, const Cell &answered);
    void stopStarting();
    void stopComparing();
    void setStale(bool isStale);
    void take();
    [[nodiscard]] Result<AnswerEffect> compare() const;

    Background *m_background = nullptr;
    Scoring m_scoring;
    std::shared_ptr<Rendering> m_starting;  ///< The prompt that is about to be scored; null = none.
    std::shared_ptr<Rendering> m_comparing; ///< The prompt that the result is compared with; null = none.
    std::optional<PromptPlace> m_compared;  ///< What it was compared with last, or is being compared with.
    bool m_isStale = false;
    Cell m_answered;     ///< The answer that is looked at.
    Messages m_messages; ///< The prompt that it is scored under.
    std::optional<AnswerEffect> m_result;
    std::optional<Error> m_error;
};

} // namespace Tempera
