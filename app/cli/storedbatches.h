// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"

#include <functional>

namespace Tempera {

/// A command about batches that were sent, in this session or an earlier one.
class StoredBatchesCommand : public Command
{
    Q_OBJECT
public:
    StoredBatchesCommand(const CliContext &context, const BatchArguments &arguments) : Command(context), m_arguments(arguments) { }
    void start() override;

protected:
    /// Those that are meant, newest first; at least one.
    virtual void take(const QList<BatchRecord> &batches) = 0;
    /// Which of all are meant.
    [[nodiscard]] virtual Result<QList<BatchRecord>> choose(const QList<BatchRecord> &all) const;

    using Step = std::function<void(const BatchRecord &batch, BatchService::Told told)>;
    using Done = std::function<void(const QList<BatchRecord> &batches, bool isAllTold)>;
    /// Does something to one batch after the other, keeps what its provider tells of it, and goes on; errors are said. Batches that
    /// are over, or whose provider has told no name, are left as they are.
    void forEach(const QList<BatchRecord> &batches, Step step, Done done);
    /// Asks how far they are.
    void refresh(const QList<BatchRecord> &batches, Done done);

    [[nodiscard]] const BatchArguments &arguments() const { return m_arguments; }

private:
    struct Round;
    void next(const std::shared_ptr<Round> &round);

    BatchArguments m_arguments;
};

} // namespace Tempera
