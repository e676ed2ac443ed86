// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/branch.h"
#include "models/session/retiredgenerations.h"
#include "models/session/session.h"

#include <unordered_map>

namespace Tempera {

/// The branches of one run: each is a generation of its own beside the run, reusing the prefix. They are neither
/// graded nor counted in the run's totals. Session shows them to the outside; same thread.
class SessionBranches final : public QObject
{
    Q_OBJECT
public:
    SessionBranches(const SessionContext &context, const QUuid &run, std::vector<Branch> stored = {});
    ~SessionBranches() override;

    [[nodiscard]] const std::vector<Branch> &all() const { return m_branches; }
    [[nodiscard]] bool isRunning() const { return !m_running.empty(); }
    /// Starts a branch of `origin` (the answer that is left) and returns its index.
    [[nodiscard]] Result<int> start(const Cell &origin, int parent, const BranchPoint &point);
    void setRemoved(int index, bool removed);
    void stop();

Q_SIGNALS:
    void added(int index);
    void changed(int index);
    void runningChanged();

private:
    [[nodiscard]] Branch &branch(int index) { return m_branches[static_cast<std::size_t>(index)]; }
    void receive(int index, const GenerationBatch &batch);

    SessionContext m_context;
    QUuid m_run;
    std::vector<Branch> m_branches;
    std::unordered_map<int, std::unique_ptr<Generation>> m_running;
    RetiredGenerations m_retired;
};

} // namespace Tempera
