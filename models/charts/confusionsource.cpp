// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/confusionsource.h"

#include "models/core/ports/background.h"
#include "models/session/session.h"

#include <utility>

namespace Tempera {

ConfusionSource::ConfusionSource(const Session &session, Background *background, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_background(background),
      m_follower(session, [this] { return isWorking(); }),
      m_walk(session)
{
    connect(&m_follower, &SessionFollower::replanned, this, [this] {
        m_walk.stop();
        m_labelsAreStale = true;
    });
    connect(&m_follower, &SessionFollower::due, this, &ConfusionSource::start);
    connect(&m_walk, &CellWalk::finished, this, &ConfusionSource::finish);
}

void ConfusionSource::start()
{
    ++m_turn;
    if (m_labelsAreStale)
        readLabels();
    else
        walk();
}

void ConfusionSource::readLabels()
{
    m_walk.stop();
    m_reading = true;
    const auto made = std::make_shared<ConfusionLabels>();
    const auto work = [made, experiment = m_session.experiment()] { *made = confusionLabels(experiment); };
    const auto done = [this, made, turn = m_turn] {
        if (turn != m_turn)
            return; // another one is on its way
        m_reading = false;
        m_labelsAreStale = false;
        m_labels = made;
        walk();
    };
    Q_EMIT changed();
    if (m_background) {
        m_background->run(work, this, done);
        return;
    }
    work();
    done();
}

void ConfusionSource::walk()
{
    m_counting.clear();
    m_next.clear();
    if (labels().isEmpty()) {
        finish();
        return;
    }
    const auto need = [this](const CellSummary &cell) {
        const auto index = static_cast<std::size_t>(cell.key.caseIndex);
        return cell.state == CellState::Done && cell.hasText && index < m_labels->ofCase.size() && m_labels->ofCase[index] >= 0;
    };
    m_walk.start(need, [this](int cell, const Cell *body) { visit(cell, body); });
    if (isWorking())
        Q_EMIT changed();
}

void ConfusionSource::visit(int cell, const Cell *body)
{
    const CellSummary summary = m_session.summary(cell);
    if (summary.state != CellState::Done)
        return;
    const int column = chartColumnOf(m_counting, summary.key);
    while (m_next.size() < m_counting.size())
        m_next.emplace_back(static_cast<int>(labels().size()));
    const auto index = static_cast<std::size_t>(summary.key.caseIndex);
    const int expected = index < m_labels->ofCase.size() ? m_labels->ofCase[index] : -1;
    Confusion &confusion = m_next[static_cast<std::size_t>(column)];
    if (expected < 0 || (summary.hasText && !body)) {
        ++confusion.unknown;
        return;
    }
    const int given = m_labels->labels.labelOf(body ? body->text : QString());
    if (given == AnswerLabels::Unclear)
        ++confusion.unclear[static_cast<std::size_t>(expected)];
    else
        ++confusion.counts[static_cast<std::size_t>(expected)][static_cast<std::size_t>(given)];
}

void ConfusionSource::finish()
{
    m_columns = chartColumns(m_session.experiment(), m_counting);
    m_confusions = std::move(m_next);
    m_next.clear();
    Q_EMIT changed();
}

QString ConfusionSource::filter(int column, const ConfusionField &field) const
{
    return confusionFilter(*m_labels, m_columns[static_cast<std::size_t>(column)], field);
}

} // namespace Tempera
