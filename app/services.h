// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/backgroundthread.h"
#include "app/crossthreadcache.h"
#include "app/engine/http/filedownload.h"
#include "app/engine/http/modellisting.h"
#include "app/engine/threadedengine.h"
#include "app/hashedengine.h"
#include "app/keyedengine.h"
#include "app/localmodels.h"
#include "app/providerbatches.h"
#include "app/servertest.h"
#include "app/settings/filestore.h"
#include "app/settings/trustfile.h"
#include "app/storage/ledgerormemory.h"
#include "app/trustpolicy.h"
#include "models/core/ports/background.h"
#include "models/core/settings.h"
#include "models/core/shownrequest.h"
#include "models/pricing/catalog.h"
#include "models/pricing/priceaccess.h"
#include "models/pricing/sharedspending.h"
#include "models/session/session.h"

#include <QList>

#include <functional>
#include <memory>

namespace Tempera {

/// Everything from outside that the window and the command line share: engine, ledger, keys, files, models.
/// Made once by main(), on the main thread; whoever uses it is destroyed before it.
class Services
{
public:
    /// Who is served: decides how many requests one endpoint may have at once.
    enum class Frontend {
        Window,      ///< As many as the user's settings say. What is read from the ledger waits for store().release().
        CommandLine, ///< As many as the run itself allows (`-j`).
    };
    /// `builtIn` is the catalog under the user's own prices; a program that starts may have read it meanwhile.
    explicit Services(Frontend frontend, Catalog builtIn = Catalog::builtIn());
    Q_DISABLE_COPY_MOVE(Services)

    /// `experimentFolder` is where relative paths of local models begin; asked at each resolution.
    [[nodiscard]] SessionContext sessionContext(std::function<QString()> experimentFolder = {});

    [[nodiscard]] PromptStore &files() { return m_files; }
    [[nodiscard]] OutputFiles &outputs() { return m_files; }
    [[nodiscard]] const Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] const LocalModels &models() const { return m_models; }
    [[nodiscard]] HashedEngine &hashed() { return m_hashed; }
    [[nodiscard]] LedgerOrMemory &store() { return m_store; }
    /// The batch APIs of providers.
    [[nodiscard]] ProviderBatches &batches() { return m_batches; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    /// In effect at once, for models that are loaded from then on; the error is that of the settings file.
    [[nodiscard]] Result<void> setLocalSettings(const LocalSettings &local);
    /// A key for the next request: kept for this session or also in the keychain. The callback comes later, unless the
    /// guard is gone; where the keychain fails nothing is kept.
    void enterKey(const QString &name, const Secret &key, bool inKeychain, QObject *guard,
                  std::function<void(Result<void>)> callback);
    void hasKey(const QString &name, QObject *guard, std::function<void(bool)> callback);
    /// Asks a server for its models, with the key that there is.
    /// The key goes there only where it may, for the experiment that is open.
    void listModels(const QString &experiment, const Endpoint &endpoint, QObject *guard,
                    std::function<void(Result<QStringList>)> callback);
    /// What would be sent for a request to a server; nothing is. Made in `background`, which outlives the call's answer.
    void showRequest(const GenerationRequest &request, Background &background, QObject *guard,
                     std::function<void(Result<ShownRequest>)> callback);
    /// Finds out whether a server answers, with what is set for it; see ServerTest.
    void testServer(const QString &experiment, const Endpoint &endpoint, QObject *guard, const ServerTest::Told &told);
    /// Where keys may go and what files may be read.
    [[nodiscard]] TrustPolicy &trust() { return m_trust; }
    /// What all runs together may spend: of a day, a month, an endpoint.
    [[nodiscard]] Budget limits() const;
    [[nodiscard]] Result<void> setLimits(const Budget &limits);
    /// What the time of this machine costs; in effect at once.
    [[nodiscard]] Result<void> setTariff(const MachineTariff &tariff);
    /// Published prices; the services outlive it.
    [[nodiscard]] PriceAccess priceAccess();
    [[nodiscard]] Result<void> setEndpoints(const QList<SavedEndpoint> &endpoints);
    /// A GGUF or a folder of them joins or leaves the library; the files themselves are never touched. See localmodels.h.
    [[nodiscard]] Result<void> addModels(const QString &path);
    [[nodiscard]] Result<void> removeModels(const QString &nameOrPath);
    /// What went wrong while all this was set up (a broken settings file, unreadable prices). The program
    /// works without them, and tells. The ledger opens meanwhile; store() tells how that went.
    [[nodiscard]] const QList<Error> &problems() const { return m_problems; }

private:
    [[nodiscard]] Result<void> save(Settings settings);
    /// The one name under which an experiment is trusted; empty for one that has no file.
    [[nodiscard]] QString trustName(const QString &experiment) const;
    /// The key that a question to a server goes with; empty where it may not have it and needs none.
    void findAllowedKey(const QString &experiment, const Endpoint &endpoint, QObject *guard,
                        std::function<void(Result<Secret>)> callback);
    [[nodiscard]] std::optional<Money> costOf(const CachedAnswer &answer) const;
    [[nodiscard]] EndpointOptions optionsFor(const Endpoint &endpoint) const;
    [[nodiscard]] Result<void> setTakenPrices(const QList<TakenPrice> &prices);
    void layPrices();
    void readPriceList(std::function<Result<QByteArray>()> bytes, const QUrl &address, QObject *guard,
                       std::function<void(const Result<PublishedPrices> &)> callback);

    Frontend m_frontend;
    QList<Error> m_problems;
    Settings m_settings;
    SystemClock m_clock;
    Catalog m_builtIn;
    QList<TakenPrice> m_takenPrices;
    Catalog m_ownPrices; ///< Of the user's own file.
    Catalog m_catalog;   ///< All of them.
    LocalModels m_models;
    FileStore m_files;
    std::unique_ptr<SecretStore> m_secrets;
    TrustFile m_trustFile;
    TrustPolicy m_trust;
    LedgerOrMemory m_store;
    SharedSpending m_spending; ///< Outlives the sessions.
    CrossThreadCache m_answers;
    ThreadedEngine m_threads;
    HashedEngine m_hashed;
    KeyedEngine m_engine;
    ModelListing m_listing;
    ServerTest m_test;
    FileDownload m_download;
    BackgroundThread m_reading; ///< Of lists of prices; has no thread until there is one.
    ProviderBatches m_batches;
};

} // namespace Tempera
