// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/grader.h"

#include "models/checks/jsonschema.h"
#include "models/sampling/surprisal.h"
#include "models/session/judgerequest.h"
#include "models/session/preparation.h"

#include <QCoreApplication>
#include <QFuture>
#include <QThreadPool>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Answers in the pool at once; the others wait here, where stopping reaches them.
constexpr int mostCheckedAtOnce = 32;

class GraderTexts
{
    Q_DECLARE_TR_FUNCTIONS(Grader)
public:
    static QString stopped() { return tr("the run was stopped before the judge replied"); }
    static QString notAsked() { return tr("the judge was not asked again; running the cell asks it"); }
    static QString withheld() { return tr("the judge's reply was withheld by its endpoint"); }
    static QString failed(const QString &why) { return tr("the judge could not be asked: %1").arg(why); }
};

std::chrono::steady_clock::rep steadyNow()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

/// How the answer is to the schema that it was asked to follow; nothing where a grammar saw to it.
Notes notesOn(const Cell &cell)
{
    const SamplingSettings &sampling = cell.request.sampling;
    const bool byGrammar = sampling.jsonSchema.isEmpty() || !sampling.grammar.isEmpty();
    return byGrammar ? Notes() : schemaNotes(cell.text, sampling.jsonSchema);
}

/// Scripts of a run that was stopped still have the grace each: what they are run on was paid for.
Limits transformLimits(const Limits &limits)
{
    Limits own = limits;
    if (limits.stop) {
        own.stop = [stop = limits.stop, begun = std::chrono::steady_clock::now()] {
            return std::chrono::steady_clock::now() - begun > Grader::grace && stop();
        };
    }
    return own;
}

/// The same with the scoring function, which is a script.
Grade gradedSafely(const GradingTask &task, const Verdicts &verdicts)
{
    try {
        return gradeOf(task.input, verdicts);
    } catch (const std::exception &error) {
        CheckSpec scoring;
        scoring.type = u"assertScoringFunction"_s;
        return gradeOf(verdicts + Verdicts{brokenVerdict(scoring, QString::fromUtf8(error.what()))}, std::nullopt);
    }
}

} // namespace

Grader::Drafted Grader::drafted(const GradingTask &task)
{
    if (task.transforms.isEmpty() && task.input.cell.trace.empty())
        return {draftGrade(task.input), notesOn(task.input.cell)};
    Drafted made;
    GradingInput input = task.input;
    if (!task.transforms.isEmpty()) {
        made.output = transformedAnswer(task.transforms, input.cell, transformLimits(input.limits));
        if (!*made.output)
            return made;
        input.cell.text = (*made.output)->text;
        input.answerIsData = (*made.output)->isData;
    }
    input.meanLogProbability = meanLogProbabilityOf(input.cell.trace);
    made.draft = draftGrade(input);
    made.notes = notesOn(task.input.cell);
    return made;
}

/// For the pool: nothing that is thrown here may lose a cell.
Grader::Drafted Grader::draftedSafely(const GradingTask &task)
{
    try {
        return drafted(task);
    } catch (const std::exception &error) {
        Drafted broken;
        for (const CheckSpec &check : task.input.checks)
            broken.draft.verdicts += brokenVerdict(check, QString::fromUtf8(error.what()));
        if (!task.transforms.isEmpty())
            broken.output = failure(ErrorKind::Script, QString::fromUtf8(error.what()));
        return broken;
    }
}

Grader::Grader(const SessionContext &context, GraderHooks hooks)
    : m_context(context),
      m_hooks(std::move(hooks)),
      m_deadline(std::make_shared<Deadline>(std::chrono::steady_clock::time_point::max().time_since_epoch().count()))
{
}

Grader::~Grader()
{
    m_deadline->store(0);
}

void Grader::grade(GradingTask task, Done done)
{
    task.input.limits.stop = [deadline = m_deadline] { return steadyNow() > deadline->load(); };
    const int number = m_next++;
    m_works.emplace(number, Work{std::make_shared<const GradingTask>(std::move(task)), std::move(done), {}, {}, {}, 0, false});
    m_unchecked.push_back(number);
    startChecks();
}

void Grader::startChecks()
{
    while (m_checking < mostCheckedAtOnce && !m_unchecked.empty()) {
        const int number = m_unchecked.front();
        m_unchecked.pop_front();
        ++m_checking;
        QtFuture::makeReadyVoidFuture()
            .then(QThreadPool::globalInstance(), [task = m_works.at(number).task] { return draftedSafely(*task); })
            .then(this, [this, number](const Drafted &drafted) { // dropped when this is gone
                // One that is done already comes at once, and nothing may come from within grade().
                QMetaObject::invokeMethod(
                    this,
                    [this, number, drafted] {
                        --m_checking;
                        startChecks();
                        takeDraft(number, drafted);
                    },
                    Qt::QueuedConnection);
            });
    }
}

void Grader::takeDraft(int number, const Drafted &drafted)
{
    Work &work = m_works.at(number);
    work.verdicts = drafted.draft.verdicts;
    work.notes = drafted.notes;
    work.output = drafted.output;
    if (work.output && *work.output) { // what judges say is said of that
        auto task = std::make_shared<GradingTask>(*work.task);
        task->input.cell.text = (*work.output)->text;
        task->input.answerIsData = (*work.output)->isData;
        work.task = std::move(task);
    }
    for (const AskedCheck &asked : drafted.draft.asked) {
        Question question{number, asked.check, {}, {}};
        if (const std::optional<Verdict> known = withoutAsking(work, question, asked.question)) {
            work.verdicts[asked.check] = *known;
        } else {
            ++work.open;
            m_questions.push_back(std::move(question));
        }
    }
    if (work.open == 0)
        finish(number);
    else
        pump();
}

/// The verdict where a judge need not, or cannot, be asked; else the question is complete.
std::optional<Verdict> Grader::withoutAsking(const Work &work, Question &question, const JudgeQuestion &asked) const
{
    const GradingTask &task = *work.task;
    const CheckSpec &spec = task.input.checks.at(question.check);
    if (work.isStopped)
        return missingVerdict(spec, GraderTexts::stopped());
    const auto judge = task.judges.find(question.check);
    if (judge == task.judges.end())
        return missingVerdict(spec, GraderTexts::notAsked());
    if (!judge->second) {
        const Error &why = judge->second.error();
        return why.kind == ErrorKind::ModelMissing ? missingVerdict(spec, why.detail) : brokenVerdict(spec, why.detail);
    }
    question.cell.request = judgeRequest(*judge->second, asked, task.input.cell.request);
    question.use.question = requestKey(question.cell.request);
    question.use.model = question.cell.request.endpoint.shownModel();
    const auto earlier = std::ranges::find_if(
        task.earlier, [&](const Verdict &verdict) { return verdict.asked && verdict.asked->question == question.use.question; });
    if (earlier != task.earlier.end())
        return verdictAgain(task.input, question.check, *earlier);
    if (!task.mayAsk)
        return missingVerdict(spec, GraderTexts::notAsked());
    std::vector<Cell> one{question.cell};
    prepareCells(one, m_context);
    question.cell = one.front();
    if (question.cell.state == CellState::Failed)
        return brokenVerdict(spec, GraderTexts::failed(errorMessage(*question.cell.error)));
    return std::nullopt;
}

void Grader::pump()
{
    if (m_pumping)
        return;
    m_pumping = true; // a sink may be called while start() still runs
    while (!m_questions.empty()) {
        const std::expected<bool, QString> leave = leaveToAsk(m_questions.front());
        if (!leave) {
            skipQuestions(leave.error());
            break;
        }
        if (!*leave)
            break;
        Question next = std::move(m_questions.front());
        m_questions.pop_front();
        ask(std::move(next));
    }
    m_pumping = false;
}

std::expected<bool, QString> Grader::leaveToAsk(const Question &question) const
{
    if (m_hooks.refusal) {
        if (const std::optional<QString> why = m_hooks.refusal())
            return std::unexpected(*why);
    }
    if (m_hooks.hasSlot && !m_hooks.hasSlot())
        return false;
    return m_hooks.mayAsk ? m_hooks.mayAsk(m_next, question.cell.request) : true;
}

void Grader::ask(Question question)
{
    const int number = m_next++;
    GenerationRequest request = question.cell.request;
    if (m_hooks.run)
        request.run = m_hooks.run();
    m_asking.emplace(number, Asking{std::move(question), nullptr});
    auto generation = m_context.engine->start(request, [this, number](const GenerationBatch &batch) { receive(number, batch); });
    const auto asking = m_asking.find(number);
    if (asking == m_asking.end())
        m_retired.add(std::move(generation));
    else
        asking->second.generation = std::move(generation);
}

void Grader::receive(int number, const GenerationBatch &batch)
{
    const auto asking = m_asking.find(number);
    if (asking == m_asking.end())
        return;
    Cell &reply = asking->second.question.cell;
    for (const GenerationEvent &event : batch) {
        reply.apply(event);
        if (const auto *retrying = std::get_if<Event::Retrying>(&event); retrying && m_hooks.paused)
            m_hooks.paused(retrying->wait);
        const auto *queued = std::get_if<Event::Queued>(&event);
        if (queued && queued->wait > queued->wait.zero() && m_hooks.paused)
            m_hooks.paused(queued->wait);
    }
    if (!isFinal(reply.state))
        return;
    Question ended = std::move(asking->second.question);
    m_retired.add(std::move(asking->second.generation));
    m_asking.erase(asking);
    judged(number, std::move(ended));
    if (m_hooks.slotFreed)
        m_hooks.slotFreed();
}

/// A judge's request has ended.
void Grader::judged(int number, Question question)
{
    const Cell &reply = question.cell;
    const bool saidNothing = reply.text.isEmpty() && reply.reasoning.isEmpty() && !reply.usage.outputTokens;
    question.use.model = reply.model.isEmpty() ? question.use.model : reply.model;
    question.use.usage = reply.usage;
    question.use.cost = actualCost(m_context.catalog->priceOf(providerOf(reply.request), reply.model), reply.usage,
                                   {.serviceTier = askedServiceTier(reply.request.endpoint), .when = m_context.clock->now()});
    if (!question.use.cost && reply.state != CellState::Done && saidNothing)
        question.use.cost = Money(); // a request that failed before it said anything is not paid for
    if (m_hooks.spent)
        m_hooks.spent(number, question.use.cost);
    if (question.before)
        question.use = usedTogether(*question.before, question.use);
    if (reply.state == CellState::Done && reply.finishReason != FinishReason::ContentFilter) {
        readReply(std::move(question));
        return;
    }
    QString why = GraderTexts::withheld();
    if (reply.state != CellState::Done)
        why = reply.error ? GraderTexts::failed(errorMessage(*reply.error)) : GraderTexts::stopped();
    Verdict verdict = brokenVerdict(m_works.at(question.work).task->input.checks.at(question.check), why);
    verdict.asked = question.use;
    settle(question.work, question.check, verdict);
}

/// The judge has replied; what it said is to become vectors.
void Grader::askNext(Question question, const JudgeQuestion &next)
{
    const Work &work = m_works.at(question.work);
    const CheckSpec &spec = work.task->input.checks.at(question.check);
    const auto settleAs = [&](Verdict verdict) {
        verdict.asked = question.use; // the judge was paid
        settle(question.work, question.check, verdict);
    };
    const auto embedder = work.task->embedders.find(question.check);
    if (work.isStopped || embedder == work.task->embedders.end())
        return settleAs(missingVerdict(spec, work.isStopped ? GraderTexts::stopped() : GraderTexts::notAsked()));
    if (!embedder->second)
        return settleAs(brokenVerdict(spec, embedder->second.error().detail));
    Cell cell;
    cell.request = judgeRequest(*embedder->second, next, work.task->input.cell.request);
    std::vector<Cell> one{cell};
    prepareCells(one, m_context);
    if (one.front().state == CellState::Failed)
        return settleAs(brokenVerdict(spec, GraderTexts::failed(errorMessage(*one.front().error))));
    question.before = question.use;
    question.cell = one.front();
    m_questions.push_front(std::move(question));
    pump();
}

void Grader::settle(int number, qsizetype check, const Verdict &verdict)
{
    Work &work = m_works.at(number);
    work.verdicts[check] = verdict;
    if (--work.open == 0)
        finish(number);
}

void Grader::finish(int number)
{
    const Work &work = m_works.at(number);
    const bool isWithout = work.output && !*work.output; // a transform failed: nothing is graded
    if (isWithout || work.task->input.scoring.isEmpty()) {
        tellGrade(number, isWithout ? Grade() : gradeOf(work.task->input, work.verdicts));
        return;
    }
    QtFuture::makeReadyVoidFuture() // a script
        .then(QThreadPool::globalInstance(),
              [task = work.task, verdicts = work.verdicts] { return gradedSafely(*task, verdicts); })
        .then(this, [this, number](const Grade &grade) { tellGrade(number, grade); }); // dropped when this is gone
}

void Grader::tellGrade(int number, const Grade &grade)
{
    const auto found = m_works.find(number);
    const Work work = std::move(found->second);
    m_works.erase(found);
    work.done({grade, work.notes, work.output});
}

void Grader::skipQuestions(const QString &why)
{
    for (const Question &question : std::exchange(m_questions, {})) {
        const CheckSpec &spec = m_works.at(question.work).task->input.checks.at(question.check);
        Verdict verdict = missingVerdict(spec, why);
        verdict.asked = question.before;
        settle(question.work, question.check, verdict);
    }
}

void Grader::stop()
{
    m_deadline->store(steadyNow() + std::chrono::duration_cast<std::chrono::steady_clock::duration>(grace).count());
    m_deadline = std::make_shared<Deadline>(std::chrono::steady_clock::time_point::max().time_since_epoch().count());
    for (auto &[number, work] : m_works)
        work.isStopped = true;
    skipQuestions(GraderTexts::stopped());
    for (auto &[number, asking] : std::exchange(m_asking, {})) {
        Question &question = asking.question;
        m_retired.add(std::move(asking.generation));
        Verdict verdict = missingVerdict(m_works.at(question.work).task->input.checks.at(question.check), GraderTexts::stopped());
        if (question.before)
            verdict.asked = question.before;
        else if (!question.cell.text.isEmpty() || question.cell.usage.outputTokens) // it has cost something, nobody knows what
            verdict.asked = question.use;
        settle(question.work, question.check, verdict);
    }
}

} // namespace Tempera
