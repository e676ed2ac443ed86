// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/judging/runjudgements.h"

#include <algorithm>
#include <utility>

namespace Tempera {

RunJudgements::RunJudgements(JudgementStore *store, QObject *parent) : QObject(parent), m_store(store) { }

void RunJudgements::show(const QUuid &run, const QList<QUuid> &earlier)
{
    m_run = run;
    m_ratings.clear();
    m_pairs.clear();
    m_steps.clear();
    m_done = 0;
    m_touched.clear();
    m_answered.clear();
    m_awaited = 0;
    const quint64 asked = ++m_asked;
    for (const QUuid &each : m_store ? QList<QUuid>{run} + earlier : QList<QUuid>()) {
        if (each.isNull())
            continue;
        ++m_awaited;
        m_store->loadJudgements(each, this, [this, each, asked](const Result<Judgements> &stored) {
            if (asked != m_asked)
                return;
            --m_awaited;
            if (stored)
                take(each, *stored);
            else
                Q_EMIT failed(stored.error());
            if (each == m_run)
                Q_EMIT pairsChanged();
        });
    }
    Q_EMIT changed();
    Q_EMIT pairsChanged();
}

/// What was said meanwhile is newer.
void RunJudgements::take(const QUuid &run, const Judgements &stored)
{
    for (const RatedCell &rated : stored.ratings) {
        const AnswerOrigin answer{run, rated.cell};
        if (!m_touched.contains(answer))
            m_ratings.insert_or_assign(answer, rated.rating);
    }
    if (!stored.ratings.empty())
        Q_EMIT changed();
    if (run != m_run)
        return;
    for (const JudgedPair &pair : stored.pairs) {
        const auto isThis = [&pair](const JudgedPair &other) { return isSameQuestion(pair, other); };
        if (std::ranges::none_of(m_answered, isThis))
            m_pairs.push_back(pair);
    }
    std::ranges::stable_sort(m_pairs, {}, &JudgedPair::number);
}

const Rating *RunJudgements::ratingOf(const AnswerOrigin &answer) const
{
    const auto found = m_ratings.find(answer);
    return found == m_ratings.end() ? nullptr : &found->second;
}

void RunJudgements::rate(const AnswerOrigin &answer, const Rating &rating)
{
    const Rating *before = ratingOf(answer);
    const Step step{answer, before ? *before : Rating(), rating};
    if (step.before == rating || answer.run.isNull())
        return;
    m_steps.resize(m_done);
    m_steps.push_back(step);
    m_done = m_steps.size();
    put(answer, rating);
}

void RunJudgements::undo()
{
    if (!canUndo())
        return;
    const Step step = m_steps[--m_done];
    put(step.answer, step.before);
}

void RunJudgements::redo()
{
    if (!canRedo())
        return;
    const Step step = m_steps[m_done++];
    put(step.answer, step.after);
}

void RunJudgements::put(const AnswerOrigin &answer, const Rating &rating)
{
    if (rating.isEmpty())
        m_ratings.erase(answer);
    else
        m_ratings.insert_or_assign(answer, rating);
    m_touched.insert(answer);
    if (m_store)
        m_store->saveRating(answer.run, answer.cell, rating);
    tellFaults();
    Q_EMIT ratingChanged(answer);
}

/// Whether it can be kept is asked at once: nobody else may ask for long.
void RunJudgements::tellFaults()
{
    if (!m_store)
        return;
    if (m_isFlushing) {
        m_flushAgain = true;
        return;
    }
    m_isFlushing = true;
    m_store->flush(this, [this](const Result<void> &flushed) {
        m_isFlushing = false;
        if (!flushed)
            Q_EMIT failed(flushed.error());
        if (std::exchange(m_flushAgain, false))
            tellFaults();
    });
}

QStringList RunJudgements::tags() const
{
    QStringList all;
    for (const auto &[answer, rating] : m_ratings)
        all += rating.tags;
    all.removeDuplicates();
    all.sort(Qt::CaseInsensitive);
    return all;
}

bool RunJudgements::isSameQuestion(const JudgedPair &one, const JudgedPair &other)
{
    const auto withoutRepeat = [](CellKey key) {
        key.repeat = 0;
        return key;
    };
    return withoutRepeat(one.first) == withoutRepeat(other.first) && withoutRepeat(one.second) == withoutRepeat(other.second);
}

void RunJudgements::judge(const JudgedPair &pair)
{
    std::erase_if(m_pairs, [&pair](const JudgedPair &other) { return isSameQuestion(pair, other); });
    m_pairs.insert(std::ranges::upper_bound(m_pairs, pair.number, {}, &JudgedPair::number), pair);
    m_answered.push_back(pair);
    if (m_store)
        m_store->savePair(m_run, pair);
    tellFaults();
    Q_EMIT pairsChanged();
}

void RunJudgements::takeBack(const JudgedPair &pair)
{
    std::erase_if(m_pairs, [&pair](const JudgedPair &other) { return isSameQuestion(pair, other); });
    m_answered.push_back(pair);
    if (m_store)
        m_store->removePair(m_run, pair);
    tellFaults();
    Q_EMIT pairsChanged();
}

} // namespace Tempera
