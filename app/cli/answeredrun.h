// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/runcommand.h"
#include "models/core/batchanswers.h"

#include <memory>

namespace Tempera {

/// Runs an experiment whose answers are there already: judged, stored and shown as those of `run`. Then tells, line by line, what of
/// the results failed, was not understood, stands there twice or belongs to no cell, and which cells have no line.
class AnsweredRun final : public Command
{
    Q_OBJECT
public:
    /// `context` has batches.
    AnsweredRun(const CliContext &context, const RunArguments &arguments, BatchResults results);
    ~AnsweredRun() override;
    void start() override;
    void interrupt() override;

private:
    void tellOfResults() const;

    std::shared_ptr<BatchAnswers> m_answers;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<RunCommand> m_run; ///< Uses the engine: goes before it.
};

} // namespace Tempera
