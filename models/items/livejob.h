// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/background.h"
#include "models/core/ports/parallel.h"
#include "models/core/ports/promptcounter.h"
#include "models/items/jobparts.h"
#include "models/pricing/catalog.h"

#include <QObject>
#include <QTimer>
#include <QUuid>

#include <memory>
#include <optional>

namespace Tempera {

class Session;

/// What a run of all cells of the edited experiment costs, before it is run. Its prompts are counted in the background, piece by
/// piece, and can be stopped; then the whole is drawn from what was counted. What a person would have otherwise changes the
/// figures at once, from those counts. GUI thread.
class LiveJob final : public QObject
{
    Q_OBJECT
public:
    /// What is pointed to outlives it. `counter` may be null: then local models are counted by a near tokenizer. `background`
    /// may be null: then counting happens at once. Without `parallel` it is one thread's.
    LiveJob(const Catalog *catalog, PromptCounter *counter, Background *background, Parallel *parallel = nullptr,
            QObject *parent = nullptr);
    ~LiveJob() override;

    /// Counts anew a moment after the last call, as long as somebody looks.
    void update(const Experiment &experiment);
    /// Nobody looks: nothing is counted until somebody does.
    void setActive(bool active);
    /// Ends the counting: the figures are drawn from what there is.
    void stop();
    /// Begins it again.
    void restart();
    void setWish(const JobWish &wish);
    [[nodiscard]] const JobWish &wish() const { return m_wish; }
    /// Takes the answers that `session` shows as a sample, now and later; it outlives this.
    void follow(const Session &session);
    /// Whether the next run of the session is a random sample of this very job.
    void expectPilot(bool expected) { m_expectsPilot = expected; }

    [[nodiscard]] bool isCounting() const { return m_isCounting; }
    [[nodiscard]] std::int64_t counted() const { return m_counted; } ///< Cells, of cells().
    [[nodiscard]] std::int64_t cells() const { return m_cells; }
    [[nodiscard]] std::int64_t cases() const { return m_cases; }
    [[nodiscard]] bool isStopped() const { return m_isStopped; }
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    /// One a variant; empty until something was counted.
    [[nodiscard]] const QList<JobPart> &parts() const { return m_parts; }
    [[nodiscard]] const QList<JobRow> &rows() const { return m_rows; }
    /// What steps would save of a part, the largest amount first; of the last part that was asked for.
    [[nodiscard]] const QList<Advice> &advice() const { return m_advice; }
    /// Whose advice is wanted; −1 = nobody's.
    void adviseOn(int part);

Q_SIGNALS:
    void progressChanged(); ///< isCounting(), counted(), cells(), problem()
    void figuresChanged();  ///< parts(), rows()
    void adviceChanged();

private:
    void begin();
    void continueCounting();
    void afterPiece();
    void askCounter();
    void askNext();
    void finish();
    void take(std::vector<VariantCounts> counts);
    void learn();
    void compute();
    void advise();
    [[nodiscard]] QList<OtherModel> otherModels(const JobPart &part) const;

    const Catalog *m_catalog = nullptr;
    PromptCounter *m_counter = nullptr;
    Background *m_background = nullptr;
    const Session *m_session = nullptr;
    std::shared_ptr<JobCounting> m_work; ///< The background's while a piece is done.
    QTimer m_timer;
    Experiment m_experiment; ///< As it was asked for last.
    Experiment m_counting;   ///< As it is counted.
    std::vector<JobCounting::Open> m_open;
    std::size_t m_nextOpen = 0;
    bool m_isAskingCounter = false; ///< It may answer at once.
    bool m_isWaitingForCounter = false;
    quint64 m_round = 0; ///< Tells the last counting from those that were given up.
    bool m_isActive = false;
    bool m_isOld = false; ///< What was asked for last is not counted yet.
    bool m_isCounting = false;
    bool m_isStopped = false;
    bool m_again = false;
    std::int64_t m_counted = 0;
    std::int64_t m_cells = 0;
    std::int64_t m_cases = 0;
    std::optional<Error> m_problem;
    QList<JobPart> m_parts;
    QList<JobRow> m_rows;
    JobWish m_wish;
    QUuid m_pilot;
    bool m_expectsPilot = false;
    int m_advised = -1;
    quint64 m_adviceTurn = 0; ///< Tells the last one from those that are out of date.
    QList<Advice> m_advice;
};

} // namespace Tempera
