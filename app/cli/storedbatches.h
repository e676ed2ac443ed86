// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "models/session/batchround.h"

#include <functional>

namespace Tempera {

/// What of the program sends, follows and fetches batches; the context has them.
[[nodiscard]] BatchContext batchContext(const CliContext &context);

/// A command about batches that were sent, in this session or an earlier one.
class StoredBatchesCommand : public Command
{
    Q_OBJECT
public:
    StoredBatchesCommand(const CliContext &context, const BatchArguments &arguments)
        : Command(context), m_arguments(arguments) { }
    void start() override;

protected:
    /// Those that are meant, newest first; at least one.
    virtual void take(const QList<BatchRecord> &batches) = 0;
    /// Which of all are meant.
    [[nodiscard]] virtual Result<QList<BatchRecord>> choose(const QList<BatchRecord> &all) const;
    /// Asks the providers; errors are said. See BatchRound.
    void ask(BatchRound::Errand errand, const QList<BatchRecord> &batches, std::function<void(const BatchRound &round)> done);

    [[nodiscard]] const BatchArguments &arguments() const { return m_arguments; }

private:
    BatchArguments m_arguments;
    std::unique_ptr<BatchRound> m_round;
};

} // namespace Tempera
