// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/background.h"
#include "models/core/ports/promptcounter.h"
#include "models/experiment/experiment.h"
#include "models/pricing/catalog.h"
#include "models/pricing/estimate.h"
#include "models/session/pastanswers.h"
#include "models/text/prompttemplate.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace Tempera {

class Session;

/// What a run of the edited experiment would take, kept up to date while it is edited. GUI thread.
/// Renders at most `renderedCases` cases, beside the GUI thread, and scales up from them; every distinct prompt is counted
/// once for each model, by the model's own tokenizer where there is one; one after the other, so that what is edited meanwhile
/// waits for one of them at most.
class LiveEstimate final : public QObject
{
    Q_OBJECT
public:
    static constexpr int renderedCases = 200;

    /// What is pointed to outlives it. `counter` may be null: then there are no counts. `background` may be null: then
    /// rendering happens at once.
    LiveEstimate(const Catalog *catalog, PromptCounter *counter, Background *background, QObject *parent = nullptr);
    ~LiveEstimate() override;

    /// Asks for a new estimate a moment after the last call.
    void update(const Experiment &experiment);
    /// Expects of a variant what its answers took that `session` shows, now and later; it outlives this.
    void follow(const Session &session);

    [[nodiscard]] int cells() const { return m_cells; }
    [[nodiscard]] const CostEstimate &total() const { return m_total; }
    /// One a variant, in their order; empty until the first estimate is there.
    [[nodiscard]] const QList<CostEstimate> &variants() const { return m_variants; }
    /// With answers as long as those there are; nothing where a variant has none, or its price is unknown.
    [[nodiscard]] std::optional<Money> likelyCost() const { return m_likelyCost; }
    /// With answers that take as long as those there are; nothing where a variant has none. See likelyRunTime().
    [[nodiscard]] std::optional<std::chrono::microseconds> likelyTime() const;
    /// Why some cells cannot be run (a template that fails); nothing when all can.
    /// A variant without a cell that can be run has `requests` 0.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    /// "3 × 4 = 12 cells | likely $0.0030 ($0.0021–$0.0043) · about 4 min | 3,412 tokens in · ≤ 1,200 out"; why, where no cell can be
    /// rendered. Until what was edited is counted, the figures are those of before, marked as estimates. `timeLeft`, where it
    /// is not empty, stands in the place of the time.
    [[nodiscard]] QString text(const QString &timeLeft = {}) const;

Q_SIGNALS:
    void changed();

private:
    void plan();
    void planBeside();
    void takePlan();
    void countNext();
    void count(const QByteArray &key, int planned);
    void finish();
    void addUp();
    void learn(const Session &session);
    [[nodiscard]] const PastAnswers *pastOf(const Variant &variant) const;
    [[nodiscard]] QString costAndTime(const QString &timeLeft) const;
    [[nodiscard]] CostEstimate scaled(CostEstimate sum) const;

    struct Planned {
        int variant = 0;
        Messages messages;
        std::optional<int> maxTokens;
        bool runnable = true;
        QByteArray key; ///< Of model and messages.
    };
    struct Work;

    const Catalog *m_catalog = nullptr;
    PromptCounter *m_counter = nullptr;
    Background *m_background = nullptr;
    std::shared_ptr<Work> m_work;
    QTimer m_timer;
    Experiment m_experiment; ///< As it was asked for last.
    Experiment m_estimated;  ///< As it was planned last.
    std::vector<Planned> m_planned;
    double m_scale = 1; ///< Cells of the experiment for one that was rendered.
    QHash<QByteArray, TokenCount> m_counted;
    std::vector<std::pair<QByteArray, int>> m_toCount; ///< Key and a cell of `m_planned` that has it.
    bool m_isCounting = false;                         ///< One of this round is being counted.
    bool m_isAskingCounter = false;                    ///< It may answer at once.
    quint64 m_round = 0;
    bool m_planning = false;
    bool m_again = false;   ///< It was edited while it was planned.
    bool m_isOld = false;   ///< The figures are those of an older state.
    bool m_isKnown = false; ///< There are figures.

    int m_cells = 0;
    CostEstimate m_total;
    QList<CostEstimate> m_variants;
    std::optional<Money> m_likelyCost;
    QList<PastAnswers> m_past;
    QString m_pastOf; ///< The file whose experiment they are of.
    std::optional<Error> m_problem;
};

} // namespace Tempera
