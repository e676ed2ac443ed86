// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/plannedrequests.h"
#include "models/session/batchsubmission.h"

namespace Tempera {

/// `tempera batch submit`: sends the requests of an experiment as batches. The run is in the ledger from then on, stopped before its
/// first cell, so that it can be resumed as any other; its batches stand beside it before they are sent.
class BatchSubmitCommand final : public Command
{
    Q_OBJECT
public:
    BatchSubmitCommand(const CliContext &context, const BatchArguments &arguments);
    void start() override;
    void interrupt() override;

private:
    void takePlan();
    void begin(BatchOffer offer, const SpentBefore &before);
    [[nodiscard]] Budget limits() const;
    void fail(const Error &error);
    void takeEnd();
    void tellEnd();

    BatchArguments m_arguments;
    CollectingEngine m_engine;
    PlannedRequests m_plan;                        ///< Uses the engine: goes before it.
    std::unique_ptr<BatchSubmission> m_submission; ///< Once it is sent.
    bool m_interrupted = false;
};

} // namespace Tempera
