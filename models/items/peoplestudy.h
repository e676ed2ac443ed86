// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/judging/peoplefigures.h"
#include "models/session/session.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace Tempera {

/// What people said of the answers of a run beside what its checks say: where they agree, and what the checks come to when people
/// put them right. The answers that were rated are fetched from the ledger one after the other.
class PeopleStudy final : public QObject
{
    Q_OBJECT
public:
    explicit PeopleStudy(const Session &session, QObject *parent = nullptr);

    /// Begins anew; finished() follows, from within where nothing has to be fetched.
    void start();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Answers that a person called good or bad, and those of them that were looked at.
    [[nodiscard]] int rated() const { return static_cast<int>(m_rated.size()); }
    /// One sentence a finding, translated, plain text; valid after finished().
    [[nodiscard]] QStringList sentences() const;

    /// The title of a column of the run, with its prompt where there are several.
    [[nodiscard]] static QString title(const Experiment &experiment, const JudgedColumn &column);

Q_SIGNALS:
    void finished();

private:
    void gather();
    void takeNext();
    void cellsChanged(int first, int last);
    [[nodiscard]] QStringList pairSentences() const;

    const Session &m_session;
    std::vector<ColumnVoices> m_columns;
    std::vector<int> m_rated; ///< Cells.
    std::vector<RatedAnswer> m_answers;
    std::size_t m_next = 0;
    int m_arrivals = 0; ///< Of the body that is awaited.
    bool m_isRunning = false;
};

} // namespace Tempera
