// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services.h"

#include "app/engine/echobackend.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/http/requestpreview.h"
#include "app/engine/llama/llamabackend.h"
#include "app/engine/script/scriptbackend.h"
#include "app/engine/serveroptions.h"
#include "app/freememory.h"
#include "app/settings/chainedsecretstore.h"
#include "app/settings/jsonfile.h"
#include "app/settings/settingsfile.h"
#include "models/core/hosts.h"
#include "models/pricing/estimate.h"
#include "models/pricing/ratecard.h"

#include <QFile>
#include <QNetworkProxyFactory>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
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

QString takenPricesFile()
{
    return dataFile(QStandardPaths::GenericConfigLocation, u"prices.json"_s);
}

Result<QList<TakenPrice>> readTakenPrices()
{
    return readJsonFile(takenPricesFile()).and_then([](const QJsonObject &json) {
        return takenPricesFromJson(json, takenPricesFile());
    });
}

/// Those that the user took from a published list, where there are any.
QList<TakenPrice> readTakenPrices(QList<Error> &problems)
{
    Result<QList<TakenPrice>> taken = readTakenPrices();
    if (!taken)
        problems.append(taken.error());
    return taken ? *std::move(taken) : QList<TakenPrice>();
}

/// The user's own prices, where there are any.
Catalog readOwnPrices(QList<Error> &problems)
{
    QFile file(dataFile(QStandardPaths::GenericConfigLocation, u"models.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Result<Catalog> own = Catalog::fromJson(file.readAll(), file.fileName());
    if (!own)
        problems.append(own.error());
    return own ? *std::move(own) : Catalog();
}

std::vector<std::unique_ptr<Backend>> makeBackends(const Settings &settings, const Clock &clock)
{
    std::vector<std::unique_ptr<Backend>> backends;
    LlamaSettings llama = withLocal({}, settings.local);
    llama.nSequences = settings.localSlots;
    backends.push_back(makeLlamaBackend(std::move(llama), &clock));
    backends.push_back(std::make_unique<HttpBackend>(clock));
    backends.push_back(std::make_unique<EchoBackend>());
    backends.push_back(std::make_unique<ScriptBackend>());
    return backends;
}

EngineSettings engineSettings(const Settings &settings, Services::Frontend frontend)
{
    EngineSettings engine;
    // HTTP/2 servers commonly allow a connection 100 streams.
    engine.httpSlots = frontend == Services::Frontend::CommandLine ? 100 : settings.remoteSlots;
    engine.localSlots = settings.localSlots;
    for (const SavedEndpoint &each : settings.endpoints) {
        if (each.options != EndpointOptions())
            engine.endpoints.insert(each.baseUrl.adjusted(QUrl::StripTrailingSlash), each.options);
    }
    return engine;
}

/// Of the pool that the user has made of an address; none: it is no pool.
QList<QUrl> serversSetFor(const QList<SavedEndpoint> &endpoints, const QUrl &address)
{
    const auto plain = [](const QUrl &url) { return url.adjusted(QUrl::StripTrailingSlash); };
    const auto saved =
        std::ranges::find_if(endpoints, [&](const SavedEndpoint &each) { return plain(each.baseUrl) == plain(address); });
    return saved == endpoints.end() ? QList<QUrl>() : saved->options.members;
}

} // namespace

Services::Services(Frontend frontend, Catalog builtIn)
    : m_frontend(frontend),
      m_settings(readSettings(m_problems)),
      m_builtIn(std::move(builtIn)),
      m_takenPrices(readTakenPrices(m_problems)),
      m_ownPrices(readOwnPrices(m_problems)),
      m_models(m_settings.modelFolders + LocalModels::standardFolders(), m_settings.modelFiles),
      m_secrets(systemSecretStore()),
      m_trust(m_trustFile, [this] { return m_settings.endpoints; }),
      m_store(dataFile(QStandardPaths::GenericDataLocation, u"ledger.db"_s), m_clock,
              frontend == Frontend::Window ? LedgerOrMemory::Begins::WhenReleased : LedgerOrMemory::Begins::WhenAsked),
      m_answers(m_store, [this](const CachedAnswer &answer) { return costOf(answer); }),
      m_threads([settings = m_settings, this] { return makeBackends(settings, m_clock); }, m_clock,
                engineSettings(m_settings, frontend), &m_answers),
      m_hashed(m_threads, [](const QString &path, const auto &keepGoing) { return ModelHashes().of(path, keepGoing); }),
      m_engine(
          m_hashed, *m_secrets, [this](const KeyRing &keys) { m_threads.setKeys(keys); },
          [this](const QString &experiment, const Endpoint &endpoint, QObject *guard, std::function<void(bool)> decided) {
              m_trust.decide(experiment, endpoint, guard, std::move(decided));
          },
          [this](const Endpoint &endpoint) { return serversSetFor(m_settings.endpoints, endpoint.baseUrl); }),
      m_listing(m_clock),
      m_test(m_listing),
      m_download(m_clock),
      m_batches(
          m_clock,
          [this](const QString &name, QObject *guard, std::function<void(Secret)> found) {
              m_engine.findKey(name, guard, std::move(found));
          },
          [this](const QString &experiment, const Endpoint &endpoint, QObject *guard, std::function<void(bool)> decided) {
              m_trust.decide(trustName(experiment), endpoint, guard, std::move(decided));
          },
          [this](const QString &experiment, const Endpoint &endpoint) {
              return m_trust.mayHaveKey(trustName(experiment), endpoint);
          })
{
    layPrices();
    if (m_trust.problem())
        m_problems.append(*m_trust.problem());
    QNetworkProxyFactory::setUseSystemConfiguration(true);
}

QString Services::trustName(const QString &experiment) const
{
    return experiment.isEmpty() ? experiment : m_files.nameOf(experiment);
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
    m_threads.setSettings(engineSettings(m_settings, m_frontend));
    m_catalog.setServers(m_settings.endpoints);
    m_catalog.setMachinePrice(m_settings.machine.hourly());
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

void Services::findAllowedKey(const QString &experiment, const Endpoint &endpoint, QObject *guard,
                              std::function<void(Result<Secret>)> callback)
{
    const auto found = [this, experiment, endpoint, guard, callback = std::move(callback)](const Secret &key) {
        const auto answer = [experiment, endpoint, callback, key](bool allowed) {
            const KeyUse use{experiment, endpoint.keyName, endpoint.baseUrl};
            if (allowed || isThisMachine(use.address.host()))
                callback(allowed ? key : Secret());
            else
                callback(std::unexpected(refusedKey(use)));
        };
        if (key.isEmpty())
            answer(true);
        else
            m_trust.decide(experiment, endpoint, guard, answer);
    };
    m_engine.findKey(endpoint.keyName, guard, found);
}

/// The key is looked up to be kept out of what is shown.
void Services::showRequest(const GenerationRequest &request, Background &background, QObject *guard,
                           std::function<void(Result<ShownRequest>)> callback)
{
    const GenerationRequest sent = withServerOptions(request, optionsFor(request.endpoint));
    m_engine.findKey(request.endpoint.keyName, guard,
                     [sent, &background, guard, callback = std::move(callback)](const Secret &key) {
                         const auto shown = std::make_shared<Result<ShownRequest>>();
                         background.run([sent, key, shown] { *shown = shownRequest(sent, key); }, guard,
                                        [shown, callback] { callback(std::move(*shown)); });
                     });
}

EndpointOptions Services::optionsFor(const Endpoint &endpoint) const
{
    const EngineSettings settings = engineSettings(m_settings, m_frontend);
    const EndpointOptions *options = serverOptions(settings, endpoint.baseUrl);
    return options ? *options : EndpointOptions();
}

void Services::listModels(const QString &experiment, const Endpoint &endpoint, QObject *guard,
                          std::function<void(Result<QStringList>)> callback)
{
    findAllowedKey(experiment, endpoint, guard, [this, endpoint, guard, callback](const Result<Secret> &key) {
        if (!key)
            return callback(std::unexpected(key.error()));
        m_listing.probe(endpoint, optionsFor(endpoint), *key, guard,
                        [callback](const ServerReport &report) { callback(report.models); });
    });
}

void Services::testServer(const QString &experiment, const Endpoint &endpoint, QObject *guard, const ServerTest::Told &told)
{
    findAllowedKey(experiment, endpoint, guard, [this, experiment, endpoint, guard, told](const Result<Secret> &key) {
        if (!key)
            return told({.models = std::unexpected(key.error())});
        m_test.ask(m_engine.forExperiment(trustName(experiment)), endpoint, optionsFor(endpoint), *key, guard, told);
    });
}

std::optional<Money> Services::costOf(const CachedAnswer &answer) const
{
    const Provider provider = answer.provider.isNull() ? m_catalog.providerFor(answer.endpoint) : *answer.provider;
    const RequestTerms terms{.serviceTier = askedServiceTier(answer.endpoint), .when = m_clock.now()};
    return actualCost(m_catalog.priceOf(provider, answer.model), answer.usage, terms);
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

/// What the user wrote wins over what was taken from a list, and that over what came with the program.
void Services::layPrices()
{
    m_catalog = m_builtIn;
    m_catalog.lay(m_takenPrices);
    m_catalog.overlay(m_ownPrices);
    m_catalog.setServers(m_settings.endpoints);
    m_catalog.setMachinePrice(m_settings.machine.hourly());
}

Result<void> Services::setTakenPrices(const QList<TakenPrice> &prices)
{
    // A file that could not be read is not overwritten.
    if (const Result<QList<TakenPrice>> readable = readTakenPrices(); !readable)
        return std::unexpected(readable.error());
    if (const Result<void> saved = writeJsonFile(takenPricesFile(), takenPricesToJson(prices)); !saved)
        return saved;
    m_takenPrices = prices;
    layPrices();
    return {};
}

/// Megabytes of JSON are not for the thread that somebody waits for.
void Services::readPriceList(std::function<Result<QByteArray>()> bytes, const QUrl &address, QObject *guard,
                             std::function<void(const Result<PublishedPrices> &)> callback)
{
    const auto read = std::make_shared<Result<PublishedPrices>>();
    m_reading.run(
        [read, bytes = std::move(bytes), place = priceAddressText(address)] {
            *read = bytes().and_then([&place](const QByteArray &json) { return readPublishedPrices(json, place); });
        },
        guard, [read, callback = std::move(callback)] { callback(*read); });
}

PriceAccess Services::priceAccess()
{
    PriceAccess access;
    access.source = [this] { return m_settings.priceSource.isEmpty() ? defaultPriceSource() : m_settings.priceSource; };
    access.setSource = [this](const QUrl &address) {
        Settings settings = m_settings;
        settings.priceSource = address == defaultPriceSource() ? QUrl() : address;
        return save(std::move(settings));
    };
    using Callback = std::function<void(const Result<PublishedPrices> &)>;
    access.lookUp = [this](const QUrl &address, QObject *guard, Callback callback) {
        constexpr std::chrono::seconds longest{60};
        if (address.isLocalFile()) {
            readPriceList([this, path = address.toLocalFile()] { return m_files.read(path); }, address, guard,
                          std::move(callback));
            return;
        }
        m_download.fetch(address, {MostPriceBytes, longest}, guard,
                         [this, address, guard, callback = std::move(callback)](const Result<QByteArray> &json) {
                             readPriceList([json] { return json; }, address, guard, callback);
                         });
    };
    access.taken = [this] { return m_takenPrices; };
    access.setTaken = [this](const QList<TakenPrice> &prices) { return setTakenPrices(prices); };
    return access;
}

Result<void> Services::setTariff(const MachineTariff &tariff)
{
    Settings settings = m_settings;
    settings.machine = tariff;
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
        const QString path = trustName(experiment);
        m_trust.beginRun(path);
        return &m_engine.forExperiment(path);
    };
    context.store = &m_store;
    context.clock = &m_clock;
    context.catalog = &m_catalog;
    context.spending = &m_spending;
    context.localModelPath = [this, experimentFolder = std::move(experimentFolder)](const QString &model) {
        return m_models.resolve(model, experimentFolder ? experimentFolder() : QString());
    };
    context.freeMemory = freeMemory;
    return context;
}

} // namespace Tempera
