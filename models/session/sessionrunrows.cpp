// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/rowchecks.h"
#include "models/experiment/reading/judgereader.h"
#include "models/session/sessionrun.h"

#include <algorithm>

namespace Tempera {
namespace {

/// Those on one answer.
Verdicts verdictsAt(const QList<Verdicts> &compared, std::size_t answer)
{
    Verdicts own;
    for (const Verdicts &verdicts : compared)
        own += verdicts.value(static_cast<qsizetype>(answer));
    return own;
}

} // namespace

/// The cells that are one row with this one: the same case and repeat, in the order of the plan, where a case's cells stand together.
std::vector<int> SessionRun::rowOf(int index) const
{
    const CellKey key = keyOf(index);
    int first = index;
    while (first > 0 && keyOf(first - 1).caseIndex == key.caseIndex)
        --first;
    std::vector<int> row;
    for (int each = first; each < static_cast<int>(m_cells.size()) && keyOf(each).caseIndex == key.caseIndex; ++each) {
        if (keyOf(each).repeat == key.repeat)
            row.push_back(each);
    }
    return row;
}

/// A cell that was graded is complete, unless a check compares it with others of its row: then it waits until all of them are
/// there. What is lost when the program is killed meanwhile is one row.
void SessionRun::holdOrComplete(int index)
{
    const Case own = m_experiment.cases.value(keyOf(index).caseIndex);
    if (cell(index).state != CellState::Done || rowChecks(effectiveChecks(m_experiment, own)).isEmpty()) {
        complete(index);
        return;
    }
    m_held.insert_or_assign(index, m_regrading.changes);
    hear(index, cell(index)); // later cells may use the answer
    tell(index);
    compareWhenWhole(index);
}

/// Compares the row of a cell if none of it is still to come.
void SessionRun::compareWhenWhole(int index)
{
    std::vector<int> row = rowOf(index);
    const bool isWhole = std::ranges::all_of(
        row, [this](int each) { return m_held.contains(each) || (isFinal(stateOf(each)) && !m_live.contains(each)); });
    std::erase_if(row, [this](int each) { return !m_held.contains(each); });
    if (!isWhole || row.empty())
        return;
    const bool isOfNow = std::ranges::all_of(row, [this](int each) { return m_held.at(each) == m_regrading.changes; });
    for (const int each : row)
        m_held.erase(each);
    if (isOfNow)
        compareRow(row);
    else // the checks became others meanwhile
        gradeRowAgain(row);
}

/// Each from its answer as it came.
void SessionRun::gradeRowAgain(const std::vector<int> &row)
{
    for (const int each : row) {
        Cell &ended = cell(each);
        const Verdicts earlier = ended.grade.value_or(Grade()).verdicts;
        ended.text = answerAsGiven(ended);
        ended.notes.removeIf(
            [](const Note &note) { return note.kind == NoteKind::Transformed || note.kind == NoteKind::SchemaViolated; });
        ended.grade.reset();
        gradeDone(each, earlier);
    }
}

/// All rows that wait, when cells that they wait for will not come.
void SessionRun::compareHeld()
{
    std::vector<int> held;
    for (const auto &[index, changes] : m_held)
        held.push_back(index);
    for (const int index : held)
        compareWhenWhole(index);
}

/// A row that is complete.
void SessionRun::compareRow(const std::vector<int> &row)
{
    std::vector<const Cell *> answers;
    for (const int each : row)
        answers.push_back(&cell(each));
    compareAnswers(answers, true, [this, row](const QList<Verdicts> &compared, bool isOfNow) {
        if (isOfNow)
            endRow(row, compared);
        else
            gradeRowAgain(row);
    });
}

/// A row of which one was graded again: nobody is asked, but what a judge said of the same answers counts. Not while others of it
/// are still to be graded, nor where the ledger alone has some of its answers.
void SessionRun::compareRowAgain(int index)
{
    std::vector<int> row = rowOf(index);
    std::erase_if(row, [this](int each) { return stateOf(each) != CellState::Done || m_live.contains(each); });
    std::vector<const Cell *> answers;
    for (const int each : row) {
        const Cell *answer = bodyInMemory(each);
        if (!answer || !answer->grade || m_regrading.isWaiting.contains(each))
            return;
        answers.push_back(answer);
    }
    if (answers.empty() || rowChecks(effectiveChecks(m_experiment, m_experiment.cases.value(keyOf(index).caseIndex))).isEmpty())
        return;
    compareAnswers(answers, false, [this, row](const QList<Verdicts> &compared, bool isOfNow) {
        for (std::size_t i = 0; isOfNow && i < row.size(); ++i) {
            const Cell *answer = bodyInMemory(row[i]);
            if (answer && answer->grade)
                replaceGradeOf(row[i], withRowVerdicts(*answer->grade, verdictsAt(compared, i), thresholdAt(row[i])));
        }
    });
}

/// `told` gets, by check of the row, a verdict for each of its answers; and whether the checks are still the same. A judge is asked
/// for `select-best` where it may be, in the slots and with the budget of the others.
void SessionRun::compareAnswers(const std::vector<const Cell *> &row, bool mayAsk,
                                const std::function<void(const QList<Verdicts> &, bool isOfNow)> &told)
{
    const Case own = m_experiment.cases.value(row.front()->request.key.caseIndex);
    const QList<CheckSpec> checks = rowChecks(effectiveChecks(m_experiment, own));
    const auto answers = static_cast<qsizetype>(row.size());
    QList<Verdicts> compared;
    std::optional<qsizetype> asking;
    for (const CheckSpec &check : checks) {
        if (row.size() < 2) {
            compared += lonelyVerdicts(check, answers);
        } else if (asksOfRow(check.type)) {
            asking = compared.size();
            compared += Verdicts();
        } else {
            QList<Verdicts> verdicts;
            for (const Cell *each : row)
                verdicts += each->grade.value_or(Grade()).verdicts;
            compared += maxScoreVerdicts(check, verdicts);
        }
    }
    if (!asking) {
        told(compared, true);
        return;
    }
    const CheckSpec check = checks.at(*asking);
    GradingTask task = gradingTask(*row.front());
    task.transforms = {};
    task.mayAsk = mayAsk;
    task.earlier = row.front()->grade.value_or(Grade()).verdicts;
    task.input.checks = {check};
    task.input.scoring.clear();
    task.input.row.clear();
    for (const Cell *each : row)
        task.input.row += each->text;
    task.judges = {{0, judgeOf(m_experiment, own, check)}};
    m_grader.grade(std::move(task),
                   [this, told, answers, compared, check, place = *asking, asked = m_regrading.changes](const Graded &graded) {
                       QList<Verdicts> all = compared;
                       all[place] = selectBestVerdicts(check, graded.grade.verdicts.value(0), answers);
                       told(all, asked == m_regrading.changes);
                       pump();
                       finishWhenDone();
                   });
}

/// `compared`: by check of the row, a verdict for each of its cells.
void SessionRun::endRow(const std::vector<int> &row, const QList<Verdicts> &compared)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        Cell &ended = cell(row[i]);
        ended.grade = withRowVerdicts(ended.grade.value_or(Grade()), verdictsAt(compared, i), thresholdAt(row[i]));
        complete(row[i]);
    }
}

} // namespace Tempera
