// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/batchanswers.h"
#include "models/session/session.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Tempera {

class BatchService;

/// Lets a run whose cells were sent as batches go on with their answers, beside what the window shows: each answer goes to its cell by
/// its name, and is judged and stored as any. Judges are asked through the engine, within the limits. Destroyed it stops; what is
/// stored by then stays, and merging can begin again.
class BatchMerge final : public QObject
{
    Q_OBJECT
public:
    /// Gives the experiment as it was sent; called in the background where the context has one, and owns what it refers to.
    using ReadSent = std::function<Result<Experiment>(const RunRecord &run)>;

    /// The context outlives this, and the service too.
    BatchMerge(const SessionContext &context, const BatchService &service, BatchResults results, QObject *parent = nullptr);
    ~BatchMerge() override;

    /// Once. finished() or failed() follows. Of the options the limits count, for judges.
    void start(const QUuid &run, ReadSent read, const RunOptions &limits);
    /// What is judged by then stays; finished() follows.
    void stop();

    [[nodiscard]] const BatchAnswers &answers() const { return *m_answers; }
    [[nodiscard]] RunTotals totals() const;

Q_SIGNALS:
    void progressed(); ///< totals() have changed.
    void finished();
    void failed(const Tempera::Error &error);

private:
    struct Reading;
    void read(RunToResume run, const ReadSent &read);
    void resume(Reading &reading);
    void fail(const Error &error);

    SessionContext m_context;
    std::shared_ptr<BatchAnswers> m_answers;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Session> m_session; ///< Uses the engine: goes before it.
    RunOptions m_limits;
    bool m_isStopped = false;
    bool m_hasFailed = false;
};

} // namespace Tempera
