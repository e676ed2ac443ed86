// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/background.h"
#include "models/experiment/promptreview.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace Tempera {

/// The review of an experiment's prompts, kept up to date while it is edited. GUI thread; templates are rendered beside it.
class LivePromptReview final : public QObject
{
    Q_OBJECT
public:
    /// `background` outlives it; null = rendering happens at once.
    explicit LivePromptReview(Background *background, QObject *parent = nullptr);
    ~LivePromptReview() override;

    /// Asks for a new review, a moment after the last call. `shown`: the prompt and the case to be rendered.
    void update(const Experiment &experiment, const CellKey &shown);
    /// Calls back as soon as the review is that of the last update(), at once where it is.
    void whenCurrent(std::function<void()> callback);

    [[nodiscard]] const PromptReview &review() const { return m_review; }
    /// What was reviewed; an older one while there is a newer one to come.
    [[nodiscard]] const Experiment &experiment() const { return m_reviewed; }
    [[nodiscard]] const CellKey &shown() const { return m_reviewedKey; }
    [[nodiscard]] bool isCurrent() const { return !m_wanted && !m_working; }
    /// Why no prompt can be rendered at all.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    void start();
    void take();

    struct Work;
    Background *m_background = nullptr;
    QTimer m_timer;
    Experiment m_experiment;
    CellKey m_shown;
    bool m_wanted = false; ///< What was asked for last is not there yet.
    bool m_working = false;
    std::shared_ptr<Work> m_work;
    PromptReview m_review;
    Experiment m_reviewed;
    CellKey m_reviewedKey;
    std::optional<Error> m_problem;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace Tempera
