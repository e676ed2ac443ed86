// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/judgementstore.h"

#include <QObject>
#include <QUuid>

#include <map>
#include <set>
#include <vector>

namespace Tempera {

/// Where the ledger has an answer: one that is shown may be of an earlier run.
struct AnswerOrigin {
    QUuid run;
    CellKey cell; ///< In that run.

    bool operator==(const AnswerOrigin &) const = default;
    bool operator<(const AnswerOrigin &other) const { return run != other.run ? run < other.run : cell < other.cell; }
};

/// What people say of the answers of the run that is shown, and of those of earlier runs beside it. Every change is in the store
/// at once; ratings can be undone step by step. Lives on the thread that made it.
class RunJudgements final : public QObject
{
    Q_OBJECT
public:
    /// The store outlives it; null = nothing is kept.
    explicit RunJudgements(JudgementStore *store, QObject *parent = nullptr);

    /// What the store has of these runs is read; changed() follows. `run` is the one whose pairs are judged. The steps that could
    /// be undone are forgotten.
    void show(const QUuid &run, const QList<QUuid> &earlier);
    /// Whether all was read.
    [[nodiscard]] bool isLoaded() const { return m_awaited == 0; }

    /// Null: nobody rated it.
    [[nodiscard]] const Rating *ratingOf(const AnswerOrigin &answer) const;
    [[nodiscard]] bool hasRatings() const { return !m_ratings.empty(); }
    /// One step that can be undone; an empty rating takes an earlier one away.
    void rate(const AnswerOrigin &answer, const Rating &rating);
    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_steps.size(); }
    void undo();
    void redo();
    /// Every tag that was given, sorted.
    [[nodiscard]] QStringList tags() const;

    /// Pairs of the run that is shown, in the order in which they were judged.
    [[nodiscard]] const std::vector<JudgedPair> &pairs() const { return m_pairs; }
    /// In the place of what was said of this case under these columns.
    void judge(const JudgedPair &pair);
    void takeBack(const JudgedPair &pair);

Q_SIGNALS:
    void ratingChanged(const Tempera::AnswerOrigin &answer); ///< Of one answer.
    void changed();                                          ///< Of any number of them: what the store has was read.
    void pairsChanged();                                     ///< Also when they were read, be there any or none.
    void failed(const Tempera::Error &error);                ///< The store could not be read, or what was said is not on disk.

private:
    struct Step {
        AnswerOrigin answer;
        Rating before;
        Rating after;
    };
    void put(const AnswerOrigin &answer, const Rating &rating);
    void tellFaults();
    void take(const QUuid &run, const Judgements &stored);
    [[nodiscard]] static bool isSameQuestion(const JudgedPair &one, const JudgedPair &other);

    JudgementStore *m_store = nullptr;
    QUuid m_run;
    std::map<AnswerOrigin, Rating> m_ratings;
    std::vector<JudgedPair> m_pairs;
    std::vector<Step> m_steps;
    std::size_t m_done = 0;             ///< Steps before it are done, the others undone.
    std::set<AnswerOrigin> m_touched;   ///< Changed since show(): newer than what the store has.
    std::vector<JudgedPair> m_answered; ///< The same of pairs; what was taken back is among them.
    int m_awaited = 0;                  ///< Answers of the store that are still to come.
    quint64 m_asked = 0;                ///< Recognises those that come too late.
    bool m_isFlushing = false;
    bool m_flushAgain = false; ///< Something was written since that began.
};

} // namespace Tempera
