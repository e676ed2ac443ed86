// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checksuite.h"
#include "models/session/runtotals.h"
#include "models/session/sessionrun.h"

#include <QFuture>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

/// Answers that are graded again at once: each is a copy in memory.
constexpr int mostGradedAtOnce = 8;

const Case &caseOf(const Experiment &experiment, int index)
{
    static const Case implicit;
    return index >= 0 && index < experiment.cases.size() ? experiment.cases[index] : implicit;
}

std::optional<double> thresholdOf(const Experiment &experiment, const Case &aCase)
{
    return aCase.threshold ? aCase.threshold : experiment.defaultCase.threshold;
}

bool asksTheSame(const Experiment &a, const Experiment &b, int index)
{
    const Case &one = caseOf(a, index);
    const Case &other = caseOf(b, index);
    return effectiveChecks(a, one) == effectiveChecks(b, other) && thresholdOf(a, one) == thresholdOf(b, other);
}

} // namespace

Grade SessionRun::Judging::grade() const
{
    return checks.isEmpty() ? Grade() : gradeCell(cell, checks, variables, threshold);
}

SessionRun::Judging SessionRun::judging(const Cell &judged) const
{
    Cell answer = judged;
    answer.trace.clear();
    const Case &own = caseOf(m_experiment, answer.request.key.caseIndex);
    return {std::move(answer), effectiveChecks(m_experiment, own), effectiveVariables(m_experiment, own),
            thresholdOf(m_experiment, own)};
}

void SessionRun::gradeAgain(const Experiment &experiment)
{
    const Experiment before = std::exchange(m_experiment, experiment);
    ++m_checksChanged;
    std::unordered_set<int> waiting(m_gradedAgain.begin(), m_gradedAgain.end());
    std::unordered_map<int, bool> isSame; // by case
    for (int index = 0; index < static_cast<int>(m_cells.size()); ++index) {
        const CellSummary &answer = summary(index);
        if (answer.state != CellState::Done || !answer.outcome) // one without a grade is graded when it ends
            continue;
        const int place = answer.key.caseIndex;
        const auto [known, isNew] = isSame.try_emplace(place, false);
        if (isNew)
            known->second = asksTheSame(before, m_experiment, place);
        if (!known->second && waiting.insert(index).second)
            m_gradedAgain.push_back(index);
    }
    gradeNext();
}

void SessionRun::gradeNext()
{
    while (m_grading < mostGradedAtOnce && !m_gradedAgain.empty()) {
        const int index = m_gradedAgain.front();
        const Cell *answer = bodyInMemory(index);
        if (!answer) { // takeBodies() goes on
            for (std::size_t i = 0; i < std::min<std::size_t>(mostGradedAtOnce, m_gradedAgain.size()); ++i) {
                if (!bodyInMemory(m_gradedAgain[i]))
                    ask(m_gradedAgain[i]);
            }
            return;
        }
        m_gradedAgain.pop_front();
        if (m_lost.contains(index))
            continue; // there is nothing left to grade
        ++m_grading;
        QtFuture::makeReadyVoidFuture()
            .then(QThreadPool::globalInstance(), [asked = judging(*answer)] { return asked.grade(); })
            .then(this, [this, index, asked = m_checksChanged](const Grade &grade) { // dropped when this is gone
                --m_grading;
                if (asked == m_checksChanged)
                    takeGrade(index, grade);
                else
                    m_gradedAgain.push_back(index);
                gradeNext();
            });
    }
}

void SessionRun::takeGrade(int index, const Grade &grade)
{
    CellSummary &answer = summary(index);
    if (!carried(index)) // those of other runs are not counted
        replaceGrade(m_totals, answer.outcome.value_or(Outcome::Pass), grade.outcome);
    answer.setGrade(grade);
    m_gradedAnew.insert(index);
    if (Cell *body = m_bodies.find(index))
        body->grade = grade;
    tell(index);
    Q_EMIT totalsChanged();
}

} // namespace Tempera
