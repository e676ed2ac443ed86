// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/answeredrun.h"
#include "app/cli/storedbatches.h"
#include "models/session/batchfetch.h"

namespace Tempera {

/// `tempera batch status`: how far batches are.
class BatchStatusCommand final : public StoredBatchesCommand
{
    Q_OBJECT
public:
    using StoredBatchesCommand::StoredBatchesCommand;

protected:
    [[nodiscard]] Result<QList<BatchRecord>> choose(const QList<BatchRecord> &all) const override;
    void take(const QList<BatchRecord> &batches) override;
};

/// `tempera batch cancel`.
class BatchCancelCommand final : public StoredBatchesCommand
{
    Q_OBJECT
public:
    using StoredBatchesCommand::StoredBatchesCommand;

protected:
    void take(const QList<BatchRecord> &batches) override;
};

/// `tempera batch fetch`: the run whose batches are over goes on with their answers.
class BatchFetchCommand final : public StoredBatchesCommand
{
    Q_OBJECT
public:
    using StoredBatchesCommand::StoredBatchesCommand;
    void interrupt() override;

protected:
    [[nodiscard]] Result<QList<BatchRecord>> choose(const QList<BatchRecord> &all) const override;
    void take(const QList<BatchRecord> &batches) override;

private:
    void takeEnd();
    void merge();

    std::unique_ptr<BatchFetch> m_fetch;
    std::unique_ptr<AnsweredRun> m_run;
};

} // namespace Tempera
