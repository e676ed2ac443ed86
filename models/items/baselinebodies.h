// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/baselineanswers.h"
#include "models/compare/baselinerun.h"
#include "models/core/ports/promptstore.h"
#include "models/core/ports/runstore.h"
#include "models/experiment/results/resultfile.h"
#include "models/session/bodycache.h"

#include <QSet>
#include <QTimer>

#include <memory>

namespace Tempera {

/// Answers that a file had: all are in memory.
class FileAnswers final : public BaselineAnswers
{
    Q_OBJECT
public:
    explicit FileAnswers(std::vector<Cell> cells) : m_cells(std::move(cells)) { }
    [[nodiscard]] const Cell *body(int cell) override;

private:
    std::vector<Cell> m_cells;
};

/// Answers of a run that the ledger has; they come page by page when they are asked for, and the last ones stay.
class StoredAnswers final : public BaselineAnswers
{
    Q_OBJECT
public:
    /// `store` outlives it.
    StoredAnswers(RunStore *store, const QUuid &id, std::shared_ptr<const BaselineRun> run);
    [[nodiscard]] const Cell *body(int cell) override;

private:
    void ask();
    void take(const QList<int> &asked, Result<std::vector<Cell>> cells);

    RunStore *m_store = nullptr;
    QUuid m_id;
    std::shared_ptr<const BaselineRun> m_run;
    BodyCache m_cache;
    QSet<int> m_wanted;
    QSet<int> m_asked;
    QTimer m_timer;
};

/// What a file of results is as a baseline under this name; `known` are the prompts of the experiment that is compared with it.
struct FileBaseline {
    std::shared_ptr<const BaselineRun> run;
    std::shared_ptr<BaselineAnswers> answers; ///< Of the thread that calls.
};
[[nodiscard]] FileBaseline baselineFromFile(ResultFile file, const QString &name, const QList<Prompt> &known);

/// What the ledger has of a run, as a baseline under this name; not for the GUI thread, as its experiment is read.
[[nodiscard]] Result<std::shared_ptr<const BaselineRun>> baselineFromRun(StoredRun run, const QString &name,
                                                                         const PromptStore &files, const QStringList &folders);

} // namespace Tempera
