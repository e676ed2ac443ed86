// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/compactscores.h"

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

bool isPassOrFail(double score)
{
    return score == 0 || score == 1;
}

} // namespace

CaseScores CompactScores::operator[](std::size_t index) const
{
    CaseScores scores;
    if (index >= size())
        return scores;
    scores.repeats = static_cast<int>(m_repeats.valueOr(index, 0));
    switch (m_form) {
    case Form::Passes:
        scores.sum = static_cast<double>(m_passes.valueOr(index, 0));
        scores.squares = scores.sum;
        break;
    case Form::Single:
        scores.sum = m_sums[index];
        scores.squares = scores.sum * scores.sum;
        scores.passFail = isPassOrFail(scores.sum);
        break;
    case Form::Any:
        scores.sum = m_sums[index];
        scores.squares = m_squares[index];
        scores.passFail = m_passFail[index];
        break;
    }
    return scores;
}

void CompactScores::add(std::size_t index, double score)
{
    while (size() <= index) {
        m_repeats.push_back(0);
        store(size() - 1, {});
    }
    if (m_form == Form::Passes && !isPassOrFail(score))
        spread(m_mostRepeats > 1 ? Form::Any : Form::Single);
    CaseScores scores = (*this)[index];
    if (m_form == Form::Single && scores.repeats > 0)
        spread(Form::Any);
    scores.add(score);
    store(index, scores);
    m_mostRepeats = std::max(m_mostRepeats, scores.repeats);
}

/// What is known is kept in another form from now on.
void CompactScores::spread(Form form)
{
    CompactScores other;
    other.m_form = form;
    other.m_mostRepeats = m_mostRepeats;
    for (std::size_t i = 0; i < size(); ++i) {
        other.m_repeats.push_back(0);
        other.store(i, (*this)[i]);
    }
    *this = std::move(other);
}

/// `index` is one of those that are known, or the next.
void CompactScores::store(std::size_t index, const CaseScores &scores)
{
    const auto put = [index](auto &list, auto value) {
        if (index == list.size())
            list.push_back(value);
        else
            list[index] = value;
    };
    m_repeats.set(index, scores.repeats);
    if (m_form != Form::Passes)
        put(m_sums, scores.sum);
    else if (index == m_passes.size())
        m_passes.push_back(static_cast<std::int64_t>(scores.sum));
    else
        m_passes.set(index, static_cast<std::int64_t>(scores.sum));
    if (m_form == Form::Any) {
        put(m_squares, scores.squares);
        put(m_passFail, scores.passFail);
    }
}

} // namespace Tempera
