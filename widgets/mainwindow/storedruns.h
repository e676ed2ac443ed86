// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/baselinebodies.h"
#include "widgets/context/windowcontext.h"

#include <QObject>

#include <functional>

namespace Tempera {

/// Finds earlier runs in the ledger and reads them in the background, so that the shown one can be compared with them.
class StoredRuns final : public QObject
{
    Q_OBJECT
public:
    /// A run as another is compared with it, and its answers.
    struct Loaded {
        std::shared_ptr<const BaselineRun> run;
        std::shared_ptr<BaselineAnswers> answers;
        std::shared_ptr<const BaselineTable> table; ///< Beside the run that was given to load(); null where none was.
    };

    /// `context` outlives it.
    explicit StoredRuns(const WindowContext &context, QObject *parent);

    /// Those of the same experiment as `shown`, without that one, the newest first.
    void list(const RunRecord &shown, qsizetype most, std::function<void(Result<QList<RunSummary>>)> callback);
    /// `beside` is the experiment of the run that it is to stand beside; null = it is not needed.
    void load(const QUuid &run, std::shared_ptr<const Experiment> beside, std::function<void(Result<Loaded>)> callback);
    /// At once where there is no background.
    void inBackground(std::function<void()> work, std::function<void()> done);

private:
    void read(StoredRun run, std::shared_ptr<const Experiment> beside, std::function<void(Result<Loaded>)> callback);

    const WindowContext &m_context;
};

} // namespace Tempera
