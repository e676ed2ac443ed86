// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/rowchecks.h"
#include "models/experiment/checkparts.h"
#include "models/experiment/reading/judgereader.h"
#include "models/session/runtotals.h"
#include "models/session/sessionrun.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Answers that are graded again at once: each is a copy in memory.
constexpr int mostGradedAtOnce = 8;
/// Of one piece of looking for answers whose checks are others now: the window lives meanwhile.
constexpr std::chrono::milliseconds pieceOfChecks{8};

std::optional<double> thresholdOf(const Experiment &experiment, const Case &aCase)
{
    return aCase.threshold ? aCase.threshold : experiment.defaultCase.threshold;
}

/// A map of a case (`options`, `metadata`) over that of the default case.
QJsonObject effectiveMap(const Experiment &experiment, const Case &aCase, QLatin1StringView name)
{
    QJsonObject map = experiment.defaultCase.other.value(name).toObject();
    const QJsonObject own = aCase.other.value(name).toObject();
    for (auto it = own.begin(); it != own.end(); ++it)
        map.insert(it.key(), it.value());
    return map;
}

/// The function that has the last word on a case's score; empty = none.
QString scoringOf(const Experiment &experiment, const Case &aCase)
{
    const QString own = aCase.other.value("assertScoringFunction"_L1).toString();
    return own.isEmpty() ? experiment.defaultCase.other.value("assertScoringFunction"_L1).toString() : own;
}

bool looksAtProbabilities(const CheckSpec &check)
{
    return check.type.contains("perplexity"_L1);
}

bool asksTheSame(const Experiment &a, const Experiment &b, const CellKey &key)
{
    const Case one = a.cases.value(key.caseIndex);
    const Case other = b.cases.value(key.caseIndex);
    return transformsTheSame(a, b, key) && effectiveChecks(a, one) == effectiveChecks(b, other)
           && thresholdOf(a, one) == thresholdOf(b, other) && scoringOf(a, one) == scoringOf(b, other) && a.scripts == b.scripts;
}

} // namespace

/// All that checks may know of an answer, away from the cells that may change meanwhile.
GradingTask SessionRun::gradingTask(const Cell &answer) const
{
    GradingTask task;
    GradingInput &input = task.input;
    input.cell = answer;
    input.cell.text = answerAsGiven(answer);
    task.transforms = answerTransforms(m_experiment, answer.request.key);
    const Case own = m_experiment.cases.value(input.cell.request.key.caseIndex);
    input.checks = withSetsOpened(effectiveChecks(m_experiment, own));
    input.scripts = m_experiment.scripts;
    input.scoring = scoringOf(m_experiment, own);
    input.variables = effectiveVariables(m_experiment, own);
    if (changesVariables(m_experiment, own))
        task.values = PromptValues{m_experiment, answer.request.key, m_history.before(answer.request.key)};
    renderMetrics(input.checks, input.variables);
    if (std::ranges::none_of(input.checks, &looksAtProbabilities))
        input.cell.trace.clear(); // the grader makes one number of it
    input.environment = environmentToJson(m_experiment);
    input.filters = filterFunctions(m_experiment);
    input.threshold = thresholdOf(m_experiment, own);
    input.options = effectiveMap(m_experiment, own, "options"_L1);
    input.test = {{u"description"_s, own.description}, {u"metadata"_s, effectiveMap(m_experiment, own, "metadata"_L1)}};
    for (qsizetype i = 0; i < input.checks.size(); ++i) {
        if (asksJudge(input.checks.at(i).type))
            task.judges.emplace(i, judgeOf(m_experiment, own, input.checks.at(i)));
        if (asksForVectorsToo(input.checks.at(i)))
            task.embedders.emplace(i, embedderOf(m_experiment, own, input.checks.at(i)));
    }
    return task;
}

std::optional<double> SessionRun::thresholdAt(int index) const
{
    return thresholdOf(m_experiment, m_experiment.cases.value(keyOf(index).caseIndex));
}

GraderHooks SessionRun::graderHooks()
{
    GraderHooks hooks;
    hooks.hasSlot = [this] { return hasSlot(); };
    hooks.refusal = [this]() -> std::optional<QString> {
        return m_stopping ? std::optional(QCoreApplication::translate("Session", "The run was stopped.")) : std::nullopt;
    };
    hooks.mayAsk = [this](int number, const GenerationRequest &request) { return m_budget.startJudge(number, request); };
    hooks.spent = [this](int number, const std::optional<Money> &cost) { m_budget.endJudge(number, cost); };
    hooks.paused = [this](std::chrono::milliseconds wait) {
        m_totals.pausedUntil = std::max(m_totals.pausedUntil, m_context.clock->monotonic() + wait);
    };
    hooks.slotFreed = [this] {
        m_grader.pump();
        pump();
    };
    hooks.run = [this] { return m_record.id; };
    return hooks;
}

/// Judges are asked in the same slots as cells.
bool SessionRun::hasSlot() const
{
    return static_cast<int>(m_running.size()) + m_grader.asking() < m_concurrency;
}

/// Grades a cell that was answered. `earlier` are verdicts on the same answer, by checks that have changed since.
void SessionRun::gradeDone(int index, const Verdicts &earlier)
{
    Cell &ended = cell(index);
    if (ended.state != CellState::Done) {
        endAttempt(index);
        return;
    }
    GradingTask task = gradingTask(ended);
    const bool hasSchema = !ended.request.sampling.jsonSchema.isEmpty() && ended.request.sampling.grammar.isEmpty();
    if (task.input.checks.isEmpty() && task.input.scoring.isEmpty() && !hasSchema && task.transforms.isEmpty()) {
        ended.grade = Grade();
        endAttempt(index);
        return;
    }
    task.mayAsk = true;
    task.earlier = earlier;
    if (mayBeAskedAgain(index)) {
        ended.state = CellState::Streaming; // nobody takes it for the answer before its checks say so
    } else if (task.transforms.isEmpty()) {
        setSummary(index, summaryOf(ended));
        tell(index); // the answer is there; its verdicts follow
    } // else it may still become an error
    m_grader.grade(std::move(task), [this, index, asked = m_regrading.changes](const Graded &graded) {
        cell(index).state = CellState::Done;
        if (asked == m_regrading.changes)
            takeFirstGrade(index, graded);
        else
            gradeDone(index, graded.grade.verdicts);
    });
}

void SessionRun::takeFirstGrade(int index, const Graded &graded)
{
    Cell &ended = cell(index);
    ended.notes += graded.notes;
    if (graded.output && !*graded.output) {
        ended.state = CellState::Failed;
        ended.error = graded.output->error();
    } else {
        ended.grade = graded.grade;
        if (graded.output)
            takeTransformed(ended, (*graded.output)->text);
    }
    endAttempt(index);
    pump(); // which may have waited for it
    finishWhenDone();
}

void SessionRun::gradeAgain(const Experiment &experiment)
{
    m_regrading.gradedBy.push_back(std::exchange(m_experiment, experiment));
    ++m_regrading.changes;
    m_regrading.seen = 0;
    if (!m_regrading.looksLater)
        findOtherChecks();
}

/// A piece at a time: a run may have a million answers.
void SessionRun::findOtherChecks()
{
    const auto end = std::chrono::steady_clock::now() + pieceOfChecks;
    CellKey place{-1}; // of the case and the variant that were compared last
    bool isSame = true;
    while (m_regrading.seen < m_cells.size()) {
        if (m_regrading.seen % 64 == 63 && std::chrono::steady_clock::now() >= end)
            break;
        const auto index = static_cast<int>(m_regrading.seen++);
        if (stateOf(index) != CellState::Done || !m_cells.outcome(static_cast<std::size_t>(index)))
            continue; // one without a grade is graded when it ends
        const CellKey key = keyOf(index);
        const CellKey shared{key.caseIndex, 0, key.variantIndex, 0};
        if (std::exchange(place, shared) != shared) {
            isSame = std::ranges::all_of(m_regrading.gradedBy,
                                         [&](const Experiment &before) { return asksTheSame(before, m_experiment, place); });
        }
        if (!isSame)
            m_regrading.add(index);
    }
    m_regrading.looksLater = m_regrading.seen < m_cells.size();
    if (m_regrading.looksLater)
        QMetaObject::invokeMethod(this, &SessionRun::findOtherChecks, Qt::QueuedConnection);
    else
        m_regrading.gradedBy.clear();
    gradeNext();
}

void SessionRun::gradeNext()
{
    while (m_regrading.underWay < mostGradedAtOnce && !m_regrading.waiting.empty()) {
        const int index = m_regrading.waiting.front();
        const Cell *answer = bodyInMemory(index);
        if (!answer) { // takeBodies() continues
            for (std::size_t i = 0; i < std::min<std::size_t>(mostGradedAtOnce, m_regrading.waiting.size()); ++i) {
                if (!bodyInMemory(m_regrading.waiting[i]))
                    ask(m_regrading.waiting[i]);
            }
            return;
        }
        m_regrading.dropNext();
        if (m_lost.contains(index))
            continue; // there is nothing left to grade
        ++m_regrading.underWay;
        GradingTask task = gradingTask(*answer);
        task.earlier = answer->grade.value_or(Grade()).verdicts;
        m_grader.grade(std::move(task), [this, index, asked = m_regrading.changes](const Graded &graded) {
            --m_regrading.underWay;
            if (asked == m_regrading.changes)
                takeGrade(index, graded);
            else
                m_regrading.add(index);
            gradeNext();
        });
    }
}

void SessionRun::takeGrade(int index, const Graded &graded)
{
    Grade grade = graded.grade;
    if (graded.output && !*graded.output) { // it was answered; what is made of it now is none
        CheckSpec transform;
        transform.type = u"transform"_s;
        grade = Grade();
        grade.outcome = Outcome::Error;
        grade.verdicts = {brokenVerdict(transform, graded.output->error().detail)};
    }
    if (Cell *body = m_bodies.find(index)) {
        keepRowQuestions(grade, body->grade.value_or(Grade()));
        body->text = answerAsGiven(*body);
        body->notes.removeIf([](const Note &note) { return note.kind == NoteKind::Transformed; });
        if (graded.output && *graded.output)
            takeTransformed(*body, (*graded.output)->text);
    }
    replaceGradeOf(index, grade);
    compareRowAgain(index);
}

void SessionRun::replaceGradeOf(int index, const Grade &grade)
{
    CellSummary answer = summary(index);
    if (!carried(index)) // those of other runs are not counted
        replaceGrade(m_totals, answer.outcome.value_or(Outcome::Pass), grade.outcome);
    answer.setGrade(grade);
    setSummary(index, answer);
    m_regrading.otherGrades.insert(index);
    if (Cell *body = m_bodies.find(index))
        body->grade = grade;
    tell(index);
    Q_EMIT totalsChanged();
}

} // namespace Tempera
