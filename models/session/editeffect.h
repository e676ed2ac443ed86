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
/// Lives on the thread that made it.
class EditEffect final : public QObject
{
    Q_OBJECT
public:
    explicit EditEffect(const SessionContext &context, QObject *parent = nullptr);
    ~EditEffect() override;

    /// `place` counts in the edited experiment. An Error means that nothing was started: no text to score, a model that
    /// is not local, a template that fails, or a prompt that is the same as then.
    [[nodiscard]] Result<void> start(const Experiment &now, const CellKey &place, const Cell &answered);
    void stop();
    /// Forgets the result.
    void clear();

    [[nodiscard]] bool isRunning() const { return m_scoring.isRunning(); }
    [[nodiscard]] ScoringProgress progress() const { return m_scoring.progress(); }
    /// Nothing until it is known.
    [[nodiscard]] const std::optional<AnswerEffect> &result() const { return m_result; }
    /// Why there is no result.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Whether the result (or what is being computed) belongs to this answer under this prompt.
    [[nodiscard]] bool belongsTo(const Experiment &now, const CellKey &place, const Cell &answered);

Q_SIGNALS:
    void progressChanged();
    void finished(); ///< result() or error() is there, or it was stopped. Also after clear().

private:
    [[nodiscard]] Result<Messages> rendered(const Experiment &now, const CellKey &place);
    void take();
    [[nodiscard]] Result<AnswerEffect> compare() const;

    Scoring m_scoring;
    std::unique_ptr<TemplateEngine> m_templates;
    Cell m_answered;     ///< The answer that is looked at.
    Messages m_messages; ///< The prompt that it is scored under.
    std::optional<AnswerEffect> m_result;
    std::optional<Error> m_error;
};

} // namespace Tempera
