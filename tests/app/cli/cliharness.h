// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commandline.h"
#include "app/settings/filestore.h"
#include "models/pricing/catalog.h"
#include "tests/app/cli/capturedstream.h"
#include "tests/support/fakecachebrowser.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QFile>
#include <QTemporaryDir>

#include <map>
#include <optional>

namespace Tempera {

/// Files of the disk, written without ceremony.
class DiskFiles final : public PromptStore
{
public:
    [[nodiscard]] Result<QByteArray> read(const QString &path) const override;
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &data) override;
};

/// A ledger in memory; answers from the event loop.
class MemoryLedger final : public RunStore
{
public:
    void beginRun(const RunRecord &run) override;
    void saveCell(const QUuid &run, const Cell &cell) override;
    void saveBranch(const QUuid &, const Branch &) override { }
    void finishRun(const QUuid &run, RunState state, const QDateTime &finished) override;
    void listRuns(int limit, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback) override;
    void loadPage(const QUuid &run, const RunPage &page, QObject *guard,
                  std::function<void(Result<StoredRun>)> callback) override;
    void loadCells(const QUuid &run, const QList<CellKey> &cells, QObject *guard,
                   std::function<void(Result<std::vector<Cell>>)> callback) override;
    void saveRating(const QUuid &, const CellKey &, const Rating &) override { }
    void savePair(const QUuid &, const JudgedPair &) override { }
    void removePair(const QUuid &, const JudgedPair &) override { }
    void loadJudgements(const QUuid &run, QObject *guard, std::function<void(Result<Judgements>)> callback) override;
    void totalsSince(const QDateTime &since, QObject *guard, std::function<void(Result<LedgerTotals>)> callback) override;
    void flush(QObject *guard, std::function<void(Result<void>)> callback) override;

    /// A run as it was written.
    struct Kept {
        RunRecord run;
        std::vector<Cell> cells;
        Judgements judgements = {};
    };
    QList<Kept> runs;
    std::optional<Error> fault; ///< What list, load and flush answer instead.
};

/// The command line with everything around it in the test's hand.
struct CliHarness {
    CliHarness();

    /// Starts; the test drives the engine, then calls exitCode().
    void start(const QStringList &arguments);
    /// Starts and waits for the end, for commands that need no engine.
    int run(const QStringList &arguments);
    /// Waits for the end; -1 when it does not come.
    int exitCode();
    /// Waits until the engine was asked for `count` generations.
    [[nodiscard]] bool awaitGenerations(int count);
    /// A file in the test's folder; its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QByteArray content(const QString &name) const;

    QTemporaryDir folder;
    FakeEngine engine;
    MemoryLedger ledger;
    FakeCacheBrowser cache;
    FakeClock clock;
    Catalog catalog;
    DiskFiles files;
    PriceAccess prices = {};
    FileStore outputs;
    CapturedStream out;
    CapturedStream err;
    QByteArray input;
    RunStore *store = nullptr;       ///< Instead of the ledger in memory.
    BatchService *batches = nullptr; ///< Null = there are none.
    BatchStore *batchStore = nullptr;
    std::optional<Error> ledgerFault; ///< Why it could not be opened.
    int setAside = 0;
    QStringList library;      ///< What was added to the models.
    bool brokenModel = false; ///< `models list` finds a file that is no model besides.
    /// What would be sent for a request.
    std::function<void(const GenerationRequest &, QObject *, std::function<void(Result<ShownRequest>)>)> showRequest;
    std::unique_ptr<CommandLine> commandLine;
    std::optional<int> code;
    int finishedCount = 0;
};

} // namespace Tempera
