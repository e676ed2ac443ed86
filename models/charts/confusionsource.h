// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/cellwalk.h"
#include "models/charts/confusion.h"
#include "models/charts/sessionfollower.h"

#include <memory>

namespace Tempera {

class Background;

/// The confusion matrices of a session, one a prompt and variant. It follows the session while it is active: what the cases
/// expect is found in the background, the answers are looked at a few milliseconds at a time, those in the ledger included.
class ConfusionSource final : public QObject
{
    Q_OBJECT
public:
    /// `background` outlives it; null = what cases expect is found at once.
    ConfusionSource(const Session &session, Background *background, QObject *parent = nullptr);

    void setActive(bool active) { m_follower.setActive(active); }
    [[nodiscard]] bool isWorking() const { return m_reading || m_walk.isRunning(); }

    /// Empty: nothing looks like labels, or it is not known yet.
    [[nodiscard]] const QStringList &labels() const { return m_labels->labels.labels(); }
    [[nodiscard]] const std::vector<ChartColumn> &columns() const { return m_columns; }
    [[nodiscard]] const Confusion &confusion(int column) const { return m_confusions[static_cast<std::size_t>(column)]; }
    [[nodiscard]] QString filter(int column, const ConfusionField &field) const;

Q_SIGNALS:
    void changed();

private:
    void start();
    void readLabels();
    void walk();
    void visit(int cell, const Cell *body);
    void finish();

    const Session &m_session;
    Background *m_background = nullptr;
    SessionFollower m_follower;
    CellWalk m_walk;
    bool m_reading = false;
    bool m_labelsAreStale = true;
    quint64 m_turn = 0;
    std::shared_ptr<const ConfusionLabels> m_labels = std::make_shared<ConfusionLabels>();
    std::vector<GridColumn> m_counting; ///< As they are met, with the next matrices.
    std::vector<Confusion> m_next;
    std::vector<ChartColumn> m_columns;
    std::vector<Confusion> m_confusions;
};

} // namespace Tempera
