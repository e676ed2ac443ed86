// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/fieldssource.h"

#include "models/core/ports/background.h"
#include "models/experiment/caseinput.h"
#include "models/session/session.h"

#include <algorithm>
#include <utility>

namespace Tempera {

/// One a prompt and variant. Nobody else touches them while a work does.
struct FieldsSource::Tallies {
    Experiment experiment;
    std::vector<FieldTally> columns;
    int caseIndex = -1; ///< The one that is looked at, kept for all its answers.
    Case aCase;
    QJsonObject expected;

    void look(const std::vector<WalkedAnswer> &answers)
    {
        for (const WalkedAnswer &answer : answers) {
            if (std::exchange(caseIndex, answer.key.caseIndex) != answer.key.caseIndex) {
                aCase = experiment.cases.value(caseIndex);
                expected = expectedObject(experiment, aCase).value_or(QJsonObject());
            }
            const auto column = static_cast<std::size_t>(answer.column);
            if (column >= columns.size())
                columns.resize(column + 1);
            columns[column].add(caseIndex, answerFields(expected, answer.text, caseInputs(experiment, aCase, answer.asked)));
        }
    }
};

FieldsSource::FieldsSource(const Session &session, Background *background, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_background(background),
      m_follower(session, [this] { return isWorking(); }),
      m_walk(session, background)
{
    connect(&m_follower, &SessionFollower::replanned, this, [this] {
        m_walk.stop();
        m_casesAreStale = true;
    });
    connect(&m_follower, &SessionFollower::due, this, &FieldsSource::start);
    connect(&m_walk, &AnswerWalk::finished, this, &FieldsSource::finish);
}

void FieldsSource::start()
{
    ++m_turn;
    if (m_casesAreStale)
        readCases();
    else
        walk();
}

void FieldsSource::readCases()
{
    m_walk.stop();
    m_reading = true;
    const auto made = std::make_shared<std::vector<bool>>();
    const auto work = [made, experiment = m_session.experiment()] {
        for (const Case &aCase : experiment.cases)
            made->push_back(expectedObject(experiment, aCase).has_value());
    };
    const auto done = [this, made, turn = m_turn] {
        if (turn != m_turn)
            return; // another one is on its way
        m_reading = false;
        m_casesAreStale = false;
        m_expecting = made;
        m_hasExpected = std::ranges::find(*made, true) != made->end();
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

void FieldsSource::walk()
{
    m_tallies = std::make_shared<Tallies>();
    m_tallies->experiment = m_session.experiment();
    if (!m_hasExpected) {
        m_walk.stop();
        finish();
        return;
    }
    const auto need = [expecting = m_expecting](const CellSummary &cell) {
        const auto index = static_cast<std::size_t>(cell.key.caseIndex);
        return index < expecting->size() && (*expecting)[index];
    };
    m_walk.start(need, [tallies = m_tallies](const std::vector<WalkedAnswer> &answers) { tallies->look(answers); });
    if (isWorking())
        Q_EMIT changed();
}

void FieldsSource::finish()
{
    m_columns = m_hasExpected ? chartColumns(m_session.experiment(), m_walk.columns()) : std::vector<ChartColumn>();
    m_tables.clear();
    for (const FieldTally &tally : m_tallies->columns)
        m_tables.push_back(tally.table());
    m_leftOut = m_hasExpected ? m_walk.passedOver() : 0;
    m_tallies.reset();
    Q_EMIT changed();
}

} // namespace Tempera
