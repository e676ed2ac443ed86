// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services.h"

#include "app/engine/echobackend.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/llama/llamabackend.h"
#include "app/freememory.h"
#include "app/settings/chainedsecretstore.h"
#include "app/settings/settingsfile.h"
#include "models/core/hosts.h"

#include <QFile>
#include <QNetworkProxyFactory>
#include <QStandardPaths>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString dataFile(QStandardPaths::StandardLocation location, const QString &name)
{
    return QStandardPaths::writableLocation(location) + u"/tempera/"_s + name;
}

/// The settings file's, or the defaults when it cannot be read.
Settings readSettings(QList<Error> &problems)
{
    const Result<Settings> settings = SettingsFile().load();
    if (settings)
        return *settings;
    problems.append(settings.error());
    return {};
}

/// The built-in catalog under the user's own prices, where there are any.
Catalog withOwnPrices(Catalog catalog, QList<Error> &problems)
{
    QFile file(dataFile(QStandardPaths::GenericConfigLocation, u"models.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return catalog;
    const Result<Catalog> own = Catalog::fromJson(file.readAll(), file.fileName());
    if (own)
        catalog.overlay(*own);
    else
        problems.append(own.error());
    return catalog;
}

std::vector<std::unique_ptr<Backend>> makeBackends(const Settings &settings, const Clock &clock)
{
    std::vector<std::unique_ptr<Backend>> backends;
    LlamaSettings llama = withLocal({}, settings.local);
    llama.nSequences = settings.localSlots;
    backends.push_back(makeLlamaBackend(std::move(llama), &clock));
    backends.push_back(std::make_unique<HttpBackend>(clock));
    backends.push_back(std::make_unique<EchoBackend>());
    return backends;
}

EngineSettings engineSettings(const Settings &settings, Services::Frontend frontend)
{
    EngineSettings engine;
    // HTTP/2 servers commonly allow a connection 100 streams.
    engine.httpSlots = frontend == Services::Frontend::CommandLine ? 100 : settings.remoteSlots;
    engine.localSlots = settings.localSlots;
    return engine;
}

} // namespace

Services::Services(Frontend frontend, Catalog builtIn)
    : m_settings(readSettings(m_problems)),
      m_catalog(withOwnPrices(std::move(builtIn), m_problems)),
      m_models(m_settings.modelFolders + LocalModels::standardFolders(), m_settings.modelFiles),
      m_secrets(systemSecretStore()),
      m_trust(m_trustFile, [this] { return m_settings.endpoints; }),
      m_store(dataFile(QStandardPaths::GenericDataLocation, u"ledger.db"_s), m_clock,
              frontend == Frontend::Window ? LedgerOrMemory::Begins::WhenReleased : LedgerOrMemory::Begins::WhenAsked),
      m_answers(m_store),
      m_threads([settings = m_settings, this] { return makeBackends(settings, m_clock); }, m_clock,
                engineSettings(m_settings, frontend), &m_answers),
      m_hashed(m_threads, [](const QString &path, const auto &keepGoing) { return ModelHashes().of(path, keepGoing); }),
      m_engine(
          m_hashed, *m_secrets, [this](const KeyRing &keys) { m_threads.setKeys(keys); },
          [this](const QString &experiment, const Endpoint &endpoint, QObject *guard, std::function<void(bool)> decided) {
              m_trust.decide(experiment, endpoint, guard, std::move(decided));
          }),
      m_listing(m_clock),
      m_batches(
          m_clock,
          [this](const QString &name, QObject *guard, std::function<void(Secret)> found) {
              m_engine.findKey(name, guard, std::move(found));
          },
          [this](const QString &experiment, const Endpoint &endpoint, QObject *guard, std::function<void(bool)> decided) {
              m_trust.decide(experiment, endpoint, guard, std::move(decided));
          })
{
    m_catalog.setServers(m_settings.endpoints);
    if (m_trust.problem())
        m_problems.append(*m_trust.problem());
    QNetworkProxyFactory::setUseSystemConfiguration(true);
}

Result<void> Services::save(Settings settings)
{
    const SettingsFile file;
    // A file that could not be read is not overwritten: it may be a typo in the user's own file.
    if (const Result<Settings> readable = file.load(); !readable)
        return std::unexpected(readable.error());
    if (const Result<void> saved = file.save(settings); !saved)
        return saved;
    m_settings = std::move(settings);
    m_catalog.setServers(m_settings.endpoints);
    m_models = LocalModels(m_settings.modelFolders + LocalModels::standardFolders(), m_settings.modelFiles);
    return {};
}

Result<void> Services::setLocalSettings(const LocalSettings &local)
{
    m_threads.setLocalSettings(local);
    Settings settings = m_settings;
    settings.local = local;
    return save(std::move(settings));
}

void Services::enterKey(const QString &name, const Secret &key, bool inKeychain, QObject *guard,
                        std::function<void(Result<void>)> callback)
{
    if (!inKeychain) {
        m_engine.setKey(name, key);
        QTimer::singleShot(0, guard, [callback = std::move(callback)] { callback({}); });
        return;
    }
    m_secrets->write(name, key, guard, [this, name, key, callback = std::move(callback)](const Result<void> &kept) {
        if (kept) // it counts now, also before a variable of the same name
            m_engine.setKey(name, key);
        callback(kept);
    });
}

void Services::hasKey(const QString &name, QObject *guard, std::function<void(bool)> callback)
{
    m_engine.findKey(name, guard, [callback = std::move(callback)](const Secret &key) { callback(!key.isEmpty()); });
}

void Services::listModels(const QString &experiment, const Endpoint &endpoint, QObject *guard,
                          std::function<void(Result<QStringList>)> callback)
{
    const auto found = [this, experiment, endpoint, guard, callback = std::move(callback)](const Secret &key) {
        const auto ask = [this, experiment, endpoint, guard, callback, key](bool allowed) {
            const KeyUse use{experiment, endpoint.keyName, endpoint.baseUrl};
            if (allowed || isThisMachine(use.address.host()))
                m_listing.ask(endpoint, allowed ? key : Secret(), guard, callback);
            else
                callback(std::unexpected(refusedKey(use)));
        };
        if (key.isEmpty())
            ask(true);
        else
            m_trust.decide(experiment, endpoint, guard, ask);
    };
    m_engine.findKey(endpoint.keyName, guard, found);
}

Budget Services::limits() const
{
    return {.perRun = {},
            .perDay = m_settings.dailyBudget,
            .perMonth = m_settings.monthlyBudget,
            .perEndpoint = m_settings.endpointBudgets};
}

Result<void> Services::setLimits(const Budget &limits)
{
    Settings settings = m_settings;
    settings.dailyBudget = limits.perDay;
    settings.monthlyBudget = limits.perMonth;
    settings.endpointBudgets = limits.perEndpoint;
    return save(std::move(settings));
}

Result<void> Services::setEndpoints(const QList<SavedEndpoint> &endpoints)
{
    Settings settings = m_settings;
    settings.endpoints = endpoints;
    return save(std::move(settings));
}

Result<void> Services::addModels(const QString &path)
{
    const Result<Settings> settings = withModels(m_settings, path);
    return settings ? save(*settings) : std::unexpected(settings.error());
}

Result<void> Services::removeModels(const QString &nameOrPath)
{
    const Result<Settings> settings = withoutModels(m_settings, m_models, nameOrPath);
    return settings ? save(*settings) : std::unexpected(settings.error());
}

SessionContext Services::sessionContext(std::function<QString()> experimentFolder)
{
    SessionContext context;
    context.engine = &m_engine;
    context.engineFor = [this](const QString &experiment) {
        const QString path = experiment.isEmpty() ? experiment : m_files.nameOf(experiment);
        m_trust.beginRun(path);
        return &m_engine.forExperiment(path);
    };
    context.store = &m_store;
    context.clock = &m_clock;
    context.catalog = &m_catalog;
    context.localModelPath = [this, experimentFolder = std::move(experimentFolder)](const QString &model) {
        return m_models.resolve(model, experimentFolder ? experimentFolder() : QString());
    };
    context.freeMemory = freeMemory;
    return context;
}

} // namespace Tempera
