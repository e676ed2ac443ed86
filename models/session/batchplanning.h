// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/batchoffer.h"
#include "models/session/batchscope.h"
#include "models/session/collectingengine.h"
#include "models/session/session.h"
#include "models/session/unstoredruns.h"

#include <QObject>

#include <memory>

namespace Tempera {

/// Plans an experiment as a run would be, asks nobody, and makes batches of what would be asked, with what they will cost. Prompts are
/// rendered and counted in the background, where the context has one. Nothing is stored. Destroyed it gives up.
class BatchPlanning final : public QObject
{
    Q_OBJECT
public:
    /// All of it outlives this.
    BatchPlanning(const SessionContext &context, const BatchService &service, QObject *parent = nullptr);
    ~BatchPlanning() override;

    /// Once. planned() or failed() follows, later or from within. Of the options the plan, the path and the limits count.
    void start(const LoadedExperiment &experiment, const RunOptions &options);
    /// How much of the cells was looked at, in [0, 1].
    [[nodiscard]] double share() const;

    /// Variants that no batch can carry; from the start on.
    [[nodiscard]] const QList<UnbatchedVariant> &leftOut() const { return m_scope.leftOut; }
    /// Cells that cannot be asked, for example since their template failed.
    [[nodiscard]] int failedCells() const { return m_failedCells; }
    /// Once it is planned.
    [[nodiscard]] const BatchOffer &offer() const { return m_offer; }
    [[nodiscard]] BatchOffer takeOffer() { return std::move(m_offer); }
    /// Why limits on money forbid to send it; nothing where they do not.
    [[nodiscard]] const std::optional<Error> &overBudget() const { return m_overBudget; }
    /// What the ledger is to keep of the run.
    [[nodiscard]] const RunRecord &record() const { return m_record; }

Q_SIGNALS:
    void progressed(); ///< share() has changed.
    void planned();
    void failed(const Tempera::Error &error);

private:
    struct Counting;
    [[nodiscard]] Result<void> begin(const RunOptions &options);
    void takeRequests();
    void count(const SpentBefore &before);
    void takeCount(Counting &counting);

    SessionContext m_context;
    const BatchService &m_service;
    LoadedExperiment m_loaded;
    BatchScope m_scope;
    Budget m_limits;
    bool m_acceptsUnknownCost = false;
    CollectingEngine m_engine;
    UnstoredRuns m_unstored;
    std::unique_ptr<Session> m_session; ///< Uses both: goes before them.
    int m_failedCells = 0;
    BatchOffer m_offer;
    std::optional<Error> m_overBudget;
    RunRecord m_record;
};

} // namespace Tempera
