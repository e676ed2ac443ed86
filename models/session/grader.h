// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/answertransform.h"
#include "models/checks/checksuite.h"
#include "models/session/retiredgenerations.h"
#include "models/session/session.h"

#include <atomic>
#include <deque>
#include <expected>
#include <map>
#include <unordered_map>

namespace Tempera {

/// One answer that is to be graded.
struct GradingTask {
    GradingInput input;
    std::map<qsizetype, Result<Variant>> judges;         ///< Who judges, by index of the check that asks; or why nobody does.
    std::map<qsizetype, Result<Variant>> embedders = {}; ///< The same of who makes vectors of what a judge said.
    Verdicts earlier;                 ///< Of the same answer: what a judge was asked already is not asked again.
    AnswerTransforms transforms = {}; ///< What is made of the answer before.
    bool mayAsk = false;              ///< Else judges are not asked, and only earlier replies count.
};

/// What came of it.
struct Graded {
    Grade grade;
    Notes notes; ///< How the answer is to the schema that it was written by.
    /// What the transforms made of it, or why not: then nothing is graded. Nothing where there are none.
    std::optional<Result<ScriptOutput>> output = {};
};

/// What a grader shares with the run that it works for. An empty function is never asked.
struct GraderHooks {
    std::function<bool()> hasSlot;                   ///< Whether one more request may be started.
    std::function<std::optional<QString>()> refusal; ///< Why nothing may be asked any more; a sentence.
    /// Whether a judge may be asked this now: false = later; a sentence = nothing may be asked any more. What it allows is asked,
    /// under that number.
    std::function<std::expected<bool, QString>(int number, const GenerationRequest &request)> mayAsk;
    /// The judge of that number has cost this; nothing = nobody knows.
    std::function<void(int number, const std::optional<Money> &cost)> spent;
    std::function<void(std::chrono::milliseconds)> paused; ///< A judge's request waits before its next attempt.
    std::function<void()> slotFreed;                       ///< A judge's request has ended.
    std::function<QUuid()> run;                            ///< Whose requests the judges' are.
};

/// Grades answers: first, in the pool, the checks that ask nobody, then those that ask a judge, through the engine. Lives on
/// the thread that made it and calls back there, never from within grade(). Destroying it ends all of it in silence.
class Grader final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Graded &)>;
    /// How long checks that are under way may continue after stop().
    static constexpr std::chrono::milliseconds grace{50};

    /// `context` outlives it.
    Grader(const SessionContext &context, GraderHooks hooks);
    ~Grader() override;

    void grade(GradingTask task, Done done);
    /// Judges are not waited for any more, and checks end within the grace: what was not carried out is NotEvaluated.
    void stop();
    /// Asks the next judges, as far as there are slots.
    void pump();

    /// Requests under way.
    [[nodiscard]] int asking() const { return static_cast<int>(m_asking.size()); }
    /// Answers that are not graded yet.
    [[nodiscard]] int waiting() const { return static_cast<int>(m_works.size()); }

private:
    using Deadline = std::atomic<std::chrono::steady_clock::rep>;
    /// What the pool says of an answer.
    struct Drafted {
        GradingDraft draft;
        Notes notes;
        std::optional<Result<ScriptOutput>> output = {};
    };
    [[nodiscard]] static Drafted drafted(const GradingTask &task);
    [[nodiscard]] static Drafted draftedSafely(const GradingTask &task);
    /// An answer under way.
    struct Work {
        std::shared_ptr<const GradingTask> task;
        Done done;
        Verdicts verdicts;
        Notes notes;
        std::optional<Result<ScriptOutput>> output = {};
        int open = 0; ///< Judges that have not been heard.
        bool isStopped = false;
    };
    /// What is asked for one check of one answer.
    struct Question {
        int work = 0;
        qsizetype check = 0;
        Cell cell; ///< The judge's reply as it comes.
        JudgeUse use;
        std::optional<JudgeUse> before = {}; ///< What another one was asked for it first.
    };
    /// What a reply comes to: a verdict, or what is asked next.
    struct Read {
        Verdict verdict;
        std::optional<JudgeQuestion> next = {};
    };
    struct Asking {
        Question question;
        std::unique_ptr<Generation> generation;
    };

    void startChecks();
    void takeDraft(int work, const Drafted &drafted);
    [[nodiscard]] std::optional<Verdict> withoutAsking(const Work &work, Question &question, const JudgeQuestion &asked) const;
    [[nodiscard]] std::expected<bool, QString> leaveToAsk(const Question &question) const;
    void ask(Question question);
    void receive(int number, const GenerationBatch &batch);
    void judged(int number, Question question);
    void readReply(Question question);
    [[nodiscard]] static Read readOf(const GradingTask &task, const Question &question);
    void askNext(Question question, const JudgeQuestion &next);
    void settle(int work, qsizetype check, const Verdict &verdict);
    void finish(int work);
    void tellGrade(int work, const Grade &grade);
    void skipQuestions(const QString &why);

    const SessionContext &m_context;
    const GraderHooks m_hooks;
    std::shared_ptr<Deadline> m_deadline; ///< Steady time at which checks end; of what came since the last stop().
    std::map<int, Work> m_works;
    std::deque<int> m_unchecked; ///< Works whose checks have not been started.
    std::deque<Question> m_questions;
    std::unordered_map<int, Asking> m_asking;
    RetiredGenerations m_retired;
    int m_next = 0;
    int m_checking = 0; ///< Works in the pool.
    bool m_pumping = false;
};

} // namespace Tempera
