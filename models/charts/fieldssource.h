// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/answerwalk.h"
#include "models/charts/fieldtable.h"
#include "models/charts/sessionfollower.h"

#include <memory>

namespace Tempera {

/// How well fields were extracted in a session, a table a prompt and variant. It follows the session while it is active; what is
/// expected is found, and answers are compared with it, in the background.
class FieldsSource final : public QObject
{
    Q_OBJECT
public:
    /// `background` outlives it; null = all is done at once.
    FieldsSource(const Session &session, Background *background, QObject *parent = nullptr);

    void setActive(bool active) { m_follower.setActive(active); }
    [[nodiscard]] bool isWorking() const { return m_reading || m_walk.isRunning(); }

    /// Whether an object is expected of some case; false while it is not known yet.
    [[nodiscard]] bool hasExpected() const { return m_hasExpected; }
    [[nodiscard]] const std::vector<ChartColumn> &columns() const { return m_columns; }
    [[nodiscard]] const FieldTable &table(int column) const { return m_tables[static_cast<std::size_t>(column)]; }
    /// Answers to cases of which no object is expected.
    [[nodiscard]] int leftOut() const { return m_leftOut; }

Q_SIGNALS:
    void changed();

private:
    struct Tallies;
    void start();
    void readCases();
    void walk();
    void finish();

    const Session &m_session;
    Background *m_background = nullptr;
    SessionFollower m_follower;
    AnswerWalk m_walk;
    bool m_reading = false;
    bool m_casesAreStale = true;
    quint64 m_turn = 0;
    std::shared_ptr<const std::vector<bool>> m_expecting; ///< By case: an object is expected.
    bool m_hasExpected = false;
    std::shared_ptr<Tallies> m_tallies; ///< Belongs to the works of the walk until it is over.
    std::vector<ChartColumn> m_columns;
    std::vector<FieldTable> m_tables;
    int m_leftOut = 0;
};

} // namespace Tempera
