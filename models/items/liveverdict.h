// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/baselinetable.h"
#include "models/compare/verdictreport.h"
#include "models/core/ports/background.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace Tempera {

class Session;

/// Keeps the statistics of a run up to date while its cells come: a copy of their table, which costs next to nothing, is gathered
/// and judged in the background, a slice of cells and a pair at a time. One judgement is under way at once; the next begins after
/// a pause of ten times what the last one took, so that it never takes more than a tenth of the background. GUI thread.
class LiveVerdict final : public QObject
{
    Q_OBJECT
public:
    /// `session` and `background` outlive it; no background = judging happens at once.
    LiveVerdict(const Session &session, Background *background, QObject *parent = nullptr);
    ~LiveVerdict() override;

    /// Nothing is computed while nobody looks, unless another run is the baseline: that stands elsewhere, too.
    void setWatched(bool isWatched);
    void setMeasure(ScoreMeasure measure);
    [[nodiscard]] ScoreMeasure measure() const { return m_measure; }
    /// Share of the range of the scores, in (0, 1]; nothing = equality is not asked for.
    void setMargin(std::optional<double> margin);
    [[nodiscard]] std::optional<double> margin() const { return m_question.settings.margin; }
    /// A variant of the experiment that ran; it holds where no other run is the baseline.
    void setBaselineVariant(int variant);
    /// Another run is the baseline; null = a variant is.
    void setBaselineRun(std::shared_ptr<const BaselineRun> run);
    [[nodiscard]] const std::shared_ptr<const BaselineRun> &baselineRun() const { return m_baselineRun; }

    /// Of the last judgement; empty before the first one of a run.
    [[nodiscard]] const VerdictReport &report() const { return m_report; }
    /// How far the other run could be compared; nothing where a variant is the baseline.
    [[nodiscard]] const std::optional<Comparability> &comparability() const { return m_comparability; }
    /// The other run beside the shown one; null where a variant is the baseline.
    [[nodiscard]] const std::shared_ptr<const BaselineTable> &baselineTable() const { return m_table; }
    /// Whether cells or wishes have changed since the last judgement.
    [[nodiscard]] bool isStale() const { return m_isDue || m_work; }

Q_SIGNALS:
    void changed(); ///< report(), comparability(), baselineTable(), isStale()

private:
    struct Work;
    [[nodiscard]] bool isNeeded() const { return m_isWatched || m_baselineRun; }
    void forget();
    void later();
    void soon();
    void judge();
    void step(const std::shared_ptr<Work> &work);
    void take(Work &work);
    void stopWork();

    const Session &m_session;
    Background *m_background = nullptr;
    VerdictQuestion m_question;
    ScoreMeasure m_measure = ScoreMeasure::Score;
    int m_baselineVariant = 0;
    std::shared_ptr<const BaselineRun> m_baselineRun;
    std::shared_ptr<const BaselineMatch> m_match; ///< Of that run and the shown one; null: to be made.
    bool m_isWatched = false;
    bool m_isDue = true;
    QTimer m_later;
    std::chrono::milliseconds m_pause{0}; ///< Before the next judgement.
    std::shared_ptr<Work> m_work;         ///< Null: none is under way.
    VerdictReport m_report;
    std::optional<Comparability> m_comparability;
    std::shared_ptr<const BaselineTable> m_table;
};

} // namespace Tempera
