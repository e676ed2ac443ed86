// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "models/core/error.h"
#include "models/core/ports/batchservice.h"
#include "models/core/ports/cachebrowser.h"
#include "models/core/ports/outputfiles.h"
#include "models/core/ports/parallel.h"
#include "models/core/ports/promptstore.h"
#include "models/core/shownrequest.h"
#include "models/core/trust.h"
#include "models/library/librarymodel.h"
#include "models/pricing/priceaccess.h"
#include "models/session/session.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace Tempera {

/// What the command line needs from the program; all of it outlives the CommandLine.
struct CliContext {
    SessionContext session; ///< Engine, ledger, clock and catalog; its localModelPath may stay empty.
    PromptStore *files = nullptr;
    OutputFiles *outputs = nullptr; ///< Reports.
    Parallel *parallel = nullptr;   ///< Where many documents are counted; null = by one thread.
    /// The program's own: runs, settings, what is trusted, drafts. Empty = it has none.
    std::function<QStringList()> ownFiles;
    CacheBrowser *cache = nullptr; ///< The answers that are kept, in the same ledger.
    OutStream *out = nullptr;      ///< Data.
    OutStream *err = nullptr;      ///< Talk.
    std::function<Result<QByteArray>()> readInput = readStandardInput;
    /// A local model's name or path → the absolute path of its GGUF, or why there is none (ModelMissing).
    std::function<Result<QString>(const QString &model)> resolveLocalModel;
    /// The local models there are, broken ones with their reason, for `models list`.
    std::function<QList<LibraryModel>()> localModels;
    /// What a model file says of itself, hash included. Errors: ModelMissing, ModelBroken, File.
    std::function<Result<LibraryModel>(const QString &path)> readModel;
    /// Put a file or a folder into the library, or take it out.
    std::function<Result<void>(const QString &path)> addModels;
    std::function<Result<void>(const QString &nameOrPath)> removeModels;
    /// The user's word on keys and files, until the program ends. Empty = nothing can be allowed.
    std::function<void(const Trust &)> allow;
    /// The same, and kept for the experiments that it names.
    std::function<Result<void>(const Trust &)> keep;
    /// The folders that an experiment may read besides its own, by its one name (PromptStore::nameOf()).
    std::function<QStringList(const QString &experiment)> folders;
    /// What would be sent for a request to a server, without a secret in it, and without sending anything. The callback comes later,
    /// unless the guard is gone. Empty = nobody can tell.
    std::function<void(const GenerationRequest &, QObject *guard, std::function<void(Result<ShownRequest>)>)> showRequest = {};
    /// The batch APIs, and where batches are kept. Null = there are none here.
    BatchService *batches = nullptr;
    BatchStore *batchStore = nullptr;
    /// What all runs together may spend, as the settings have it. Empty = there is no limit.
    std::function<Budget()> limits = {};
    /// Published prices.
    PriceAccess prices = {};
    /// Why the ledger cannot be used, where it cannot: nothing is run that was to be kept, and there is no history to tell.
    std::optional<Error> ledgerFault;
    /// Renames the ledger, returns its new path, and begins a new one.
    std::function<Result<QString>()> setLedgerAside;
    QString version; ///< For `--version` and exports.
};

} // namespace Tempera
