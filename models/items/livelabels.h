// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/background.h"
#include "models/experiment/experiment.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace Tempera {

/// The labels that an experiment's checks and prompts name (see labelsOf()), kept up to date while it is edited. GUI thread;
/// values that are templates are rendered beside it, for two seconds at most.
class LiveLabels final : public QObject
{
    Q_OBJECT
public:
    /// `background` outlives it; null = the labels are found at once.
    explicit LiveLabels(Background *background, QObject *parent = nullptr);
    ~LiveLabels() override;

    /// Asks for the labels of an experiment. What was asked for before is given up.
    void update(const Experiment &experiment);
    /// Calls back as soon as the labels are those of the last update(), at once where they are. Only the last callback counts.
    void whenCurrent(std::function<void()> callback);
    void forgetCallback() { m_waiting = {}; }

    [[nodiscard]] bool isCurrent() const { return !m_work; }
    /// Those of the last experiment that was looked at to the end.
    [[nodiscard]] const QStringList &labels() const { return m_labels; }

Q_SIGNALS:
    void changed(); ///< labels() are those of the last update().

private:
    struct Work;
    void stop();
    void take(const std::shared_ptr<Work> &work);

    Background *m_background = nullptr;
    std::shared_ptr<Work> m_work;      ///< Under way; null = none.
    std::optional<Experiment> m_known; ///< Whose labels they are.
    QStringList m_labels;
    std::function<void()> m_waiting;
};

} // namespace Tempera
