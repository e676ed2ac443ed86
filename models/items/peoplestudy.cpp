// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/peoplestudy.h"

#include "models/compare/filtermatching.h"
#include "models/experiment/titles.h"
#include "models/judging/runjudgements.h"
#include "models/stats/statssentences.h"
#include "models/text/displaytext.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// After so many arrivals of other bodies than the one that is needed, it is taken for lost.
constexpr int mostStudyArrivals = 4;
constexpr quint64 studySeed = 20'251'129; // the same figures each time

} // namespace

PeopleStudy::PeopleStudy(const Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::cellsChanged, this, &PeopleStudy::cellsChanged);
    connect(&session, &Session::planned, this, [this] { m_isRunning = false; });
}

QString PeopleStudy::title(const Experiment &experiment, const JudgedColumn &column)
{
    const QString variant = column.variantIndex < experiment.variants.size()
                                ? firstLine(experiment.variants.at(column.variantIndex).title(), 60)
                                : u"#%1"_s.arg(column.variantIndex + 1);
    return experiment.prompts.size() > 1 ? u"%1 · %2"_s.arg(promptTitle(experiment, column.promptIndex), variant) : variant;
}

void PeopleStudy::start()
{
    m_columns.clear();
    m_rated.clear();
    m_answers.clear();
    m_next = 0;
    m_arrivals = 0;
    m_isRunning = true;
    gather();
    takeNext();
}

/// What the summaries and the ratings say.
void PeopleStudy::gather()
{
    const RunJudgements &judgements = m_session.judgements();
    if (!judgements.hasRatings())
        return;
    for (const JudgedColumn &column : judgedColumns(m_session.summaries()))
        m_columns.push_back({column, {}});
    for (int cell = 0; cell < m_session.size(); ++cell) {
        const CellSummary summary = m_session.summary(cell);
        const auto column =
            std::ranges::find_if(m_columns, [&](const ColumnVoices &each) { return each.column.holds(summary.key); });
        const auto row = static_cast<std::size_t>(summary.key.caseIndex);
        if (isEvaluated(summary) && summary.state == CellState::Done) {
            if (column->checks.size() <= row)
                column->checks.resize(row + 1);
            column->checks[row].add(summary.outcome == Outcome::Pass ? 1 : 0);
        }
        const Rating *rating = judgements.ratingOf(m_session.originOf(cell));
        if (!rating || !rating->value())
            continue;
        column->people[summary.key.caseIndex].add(*rating->value());
        m_rated.push_back(cell);
    }
}

void PeopleStudy::cellsChanged(int first, int last)
{
    if (!m_isRunning || m_next >= m_rated.size() || m_rated[m_next] < first || m_rated[m_next] > last)
        return;
    ++m_arrivals;
    takeNext();
}

void PeopleStudy::takeNext()
{
    for (; m_isRunning && m_next < m_rated.size(); ++m_next, m_arrivals = 0) {
        const int cell = m_rated[m_next];
        const Cell *body = m_session.body(cell);
        if (!body && m_arrivals < mostStudyArrivals)
            return; // cellsChanged() goes on
        const Rating *rating = m_session.judgements().ratingOf(m_session.originOf(cell));
        if (!body || !rating || !rating->value() || !isEvaluated(m_session.summary(cell)))
            continue;
        RatedAnswer answer{*rating->value() >= 0.5, {{{}, false, m_session.summary(cell).outcome == Outcome::Pass}}};
        for (const Verdict &verdict : body->grade ? body->grade->verdicts : Verdicts()) {
            if (verdict.outcome == Outcome::Pass || verdict.outcome == Outcome::Fail)
                answer.checks.push_back({verdict.type, verdict.asked.has_value(), verdict.outcome == Outcome::Pass});
        }
        m_answers.push_back(std::move(answer));
    }
    if (std::exchange(m_isRunning, false))
        Q_EMIT finished();
}

QStringList PeopleStudy::sentences() const
{
    QStringList lines = pairSentences();
    for (const VoiceAgreement &voice : voiceAgreements(m_answers)) {
        if (!voice.agreement)
            continue;
        const QString name = voice.type.isEmpty() ? tr("All checks together")
                             : voice.isJudge      ? tr("Judge %1").arg(DisplayText::of(voice.type))
                                                  : tr("Check %1").arg(DisplayText::of(voice.type));
        lines += agreementSentence(*voice.agreement, name);
    }
    for (const ColumnVoices &column : m_columns) {
        if (const std::optional<CorrectedMean> mean = correctedByPeople(column))
            lines += correctedSentence(*mean, std::ssize(column.people), title(m_session.experiment(), column.column));
    }
    if (lines.isEmpty() && rated() > 0)
        lines += tr("%1 rated answers are too few, or too much alike, to be compared with the checks").arg(rated());
    return lines;
}

/// Every column against the first, by the ratings of people: the same statistics as of checks.
QStringList PeopleStudy::pairSentences() const
{
    std::vector<PairVerdict> verdicts;
    std::vector<const ColumnVoices *> others;
    StatsRandom random(studySeed);
    for (std::size_t i = 1; i < m_columns.size(); ++i) {
        const std::vector<PairedCase> cases = peoplesCases(m_columns.front(), m_columns[i]);
        if (cases.empty())
            continue;
        verdicts.push_back(pairVerdict(cases, random));
        others.push_back(&m_columns[i]);
    }
    correctForPairs(verdicts);
    QStringList lines;
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        lines += tr("By people's ratings %1")
                     .arg(pairSentence(verdicts[i], title(m_session.experiment(), m_columns.front().column),
                                       title(m_session.experiment(), others[i]->column)));
    return lines;
}

} // namespace Tempera
