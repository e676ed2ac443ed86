// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/threadedengine.h"
#include "app/keyedengine.h"
#include "app/localmodels.h"
#include "app/settings/filestore.h"
#include "app/storage/ledger.h"
#include "app/storage/memoryrunstore.h"
#include "models/session/session.h"

#include <memory>
#include <optional>

namespace Tempera {

/// Everything from outside that the window and the command line share: engine, ledger, keys, files, models.
/// Made once by main(), on the main thread; whoever uses it is destroyed before it.
class Services
{
public:
    explicit Services(const EngineSettings &settings = {});
    Q_DISABLE_COPY_MOVE(Services)

    /// `experimentFolder` is where relative paths of local models begin; asked at each resolution.
    [[nodiscard]] SessionContext sessionContext(std::function<QString()> experimentFolder = {});

    [[nodiscard]] PromptStore &files() { return m_files; }
    [[nodiscard]] const Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] const LocalModels &models() const { return m_models; }
    [[nodiscard]] RunStore &store() { return *m_store; }
    /// Why results are kept in memory only; nothing when the ledger is fine.
    [[nodiscard]] const std::optional<Error> &ledgerError() const { return m_ledgerError; }

private:
    SystemClock m_clock;
    Catalog m_catalog;
    LocalModels m_models;
    FileStore m_files;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<RunStore> m_store; ///< The ledger, or the memory where that cannot be opened.
    std::optional<Error> m_ledgerError;
    ThreadedEngine m_threads;
    KeyedEngine m_engine;
};

} // namespace Tempera
