// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/catalog.h"

#include "models/pricing/catalogreader.h"
#include "models/pricing/pricerules.h"
#include "resources/catalog/catalogdata.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A model with what its family adds.
struct Known {
    ModelRecord record;
    QString encoding;
    bool reasoning = false;
    QList<Parameter> refuses;
};

Known withFamily(const ProviderRecord &provider, const QString &model, const ModelRecord &record)
{
    const ModelFamily *family = nullptr;
    for (const ModelFamily &candidate : provider.families) {
        if (model.startsWith(candidate.prefix) && (!family || candidate.prefix.size() > family->prefix.size()))
            family = &candidate;
    }
    const ModelFamily none;
    const ModelFamily &rest = family ? *family : none;
    return Known{record, record.encoding.value_or(rest.encoding), record.reasoning.value_or(rest.reasoning),
                 record.refuses.value_or(rest.refuses)};
}

/// Why a model refuses a parameter that its wire has.
QString modelRefusal(const Known &known, const QString &title, Parameter parameter)
{
    const QString reason = known.reasoning
                               ? QCoreApplication::translate("Catalog", "%1 is a reasoning model and does not take %2.")
                               : QCoreApplication::translate("Catalog", "%1 does not take %2.");
    return reason.arg(title, parameterName(parameter));
}

/// Why a wire does not carry a parameter.
QString wireRefusal(const QString &provider, Parameter parameter)
{
    return QCoreApplication::translate("Catalog", "The API of %1 has no %2.").arg(provider, parameterName(parameter));
}

Capabilities described(const QString &providerId, const ProviderRecord &provider, const QString &model, const ModelRecord &record)
{
    const Known known = withFamily(provider, model, record);
    Capabilities made;
    made.model = model;
    made.title = record.title.isEmpty() ? model : record.title;
    made.provider = providerId;
    made.contextTokens = record.contextTokens;
    made.maxOutputTokens = record.maxOutputTokens;
    made.price = withRules(record.price, model, provider);
    made.encoding = known.encoding;
    const QString providerTitle = provider.title.isEmpty() ? providerId : provider.title;
    for (const Parameter parameter : allParameters()) {
        const bool onWire = provider.takes ? provider.takes->contains(parameter) : carries(Dialect::OpenAi, parameter);
        if (!onWire) {
            made.refused.insert(parameter, wireRefusal(providerTitle, parameter));
        } else if (known.refuses.contains(parameter)) {
            made.refused.insert(parameter, modelRefusal(known, made.title, parameter));
        }
    }
    return made;
}

Price free(const QString &source)
{
    Price price;
    price.inputPerMillion = price.outputPerMillion = price.cachedInputPerMillion = Money();
    price.source = source;
    return price;
}

/// Of a machine of the user's own: nothing, or what the user says that its time costs.
Price ownMachinePrice(const ProviderRecord &own, const QString &model, const std::optional<Money> &perHour)
{
    const QString said = own.models.contains(model) ? model : u"*"_s;
    Price price = own.models.value(said).price;
    if (!price.perHour)
        price.perHour = perHour;
    if (!price.perHour)
        return free(QCoreApplication::translate("Catalog", "your own machine"));
    price.inputPerMillion = price.outputPerMillion = price.cachedInputPerMillion = Money();
    price.source = QCoreApplication::translate("Catalog", "your own machine, at your own price");
    return price;
}

Capabilities localCapabilities(const Endpoint &endpoint, const ProviderRecord &own, const std::optional<Money> &perHour)
{
    Capabilities made;
    made.model = made.title = endpoint.model;
    made.provider = u"local"_s;
    made.encoding = u"local"_s;
    made.price = ownMachinePrice(own, endpoint.model, perHour);
    return made;
}

Capabilities echoCapabilities(const Endpoint &endpoint)
{
    Capabilities made;
    made.model = endpoint.model;
    made.title = QCoreApplication::translate("Catalog", "Echo");
    made.provider = u"echo"_s;
    made.price = free(QCoreApplication::translate("Catalog", "your own machine"));
    for (const Parameter parameter : allParameters())
        made.refused.insert(parameter,
                            QCoreApplication::translate("Catalog", "Echo answers with the prompt; nothing is generated."));
    return made;
}

/// It runs here and reaches nobody; what it says that it costs counts before that.
Capabilities scriptCapabilities(const Endpoint &endpoint)
{
    Capabilities made;
    made.model = made.title = endpoint.model;
    made.provider = u"script"_s;
    made.price = free(QCoreApplication::translate("Catalog", "your own machine"));
    for (const Parameter parameter : allParameters())
        made.refused.insert(parameter, QCoreApplication::translate("Catalog", "A script takes what its config says."));
    return made;
}

bool isOllama(Dialect dialect)
{
    return dialect == Dialect::Ollama || dialect == Dialect::OllamaNative;
}

/// Servers that run open weights where they are: nobody sends a bill. A key or a cloud model says otherwise.
bool isFreeServer(const Endpoint &endpoint, const Provider &provider)
{
    const bool runsWeights = endpoint.id.startsWith("llama:"_L1) || endpoint.id.startsWith("ollama:"_L1);
    const bool cloud = endpoint.model.endsWith("-cloud"_L1) || endpoint.model.endsWith(":cloud"_L1);
    return runsWeights && !cloud && provider.keyName.isEmpty() && provider.isThisMachine;
}

/// "gpt-4o-2024-11-20", "claude-opus-4-5-20251101", "gpt-4-0613", "chatgpt-4o-latest" → the name before that.
QString withoutDate(const QString &model)
{
    static const QRegularExpression suffix(u"(-\\d{4}-\\d{2}-\\d{2}|[-@]\\d{8}|-\\d{4}|-latest)$"_s);
    const QRegularExpressionMatch match = suffix.match(model);
    return match.hasMatch() ? model.first(match.capturedStart()) : QString();
}

/// The record of a model, by its name or by that of its family.
std::optional<Capabilities> knownModel(const QString &key, const ProviderRecord &provider, const QString &model)
{
    for (QString name = model; !name.isEmpty(); name = withoutDate(name)) {
        if (const auto record = provider.models.find(name); record != provider.models.end())
            return described(key, provider, model, *record);
    }
    return std::nullopt;
}

} // namespace

Result<Catalog> Catalog::fromJson(const QByteArray &json, const QString &place)
{
    Result<CatalogContent> content = readCatalog(json, place);
    if (!content)
        return std::unexpected(content.error());
    Catalog catalog;
    catalog.m_providers = std::move(content->providers);
    catalog.m_asOf = content->asOf;
    return catalog;
}

Catalog Catalog::builtIn()
{
    const Result<Catalog> catalog = fromJson(catalogData(), u"models.json"_s);
    Q_ASSERT(catalog);
    return catalog.value_or(Catalog());
}

void Catalog::overlay(const Catalog &user)
{
    for (auto it = user.m_providers.begin(); it != user.m_providers.end(); ++it) {
        ProviderRecord &mine = m_providers[it.key()];
        const ProviderRecord &theirs = it.value();
        if (!theirs.title.isEmpty())
            mine.title = theirs.title;
        if (!theirs.hosts.isEmpty())
            mine.hosts = theirs.hosts;
        if (!theirs.wire.isEmpty())
            mine.wire = theirs.wire;
        if (theirs.takes)
            mine.takes = theirs.takes;
        if (theirs.cacheWriteFactor)
            mine.cacheWriteFactor = theirs.cacheWriteFactor;
        if (theirs.cacheWrite1hFactor)
            mine.cacheWrite1hFactor = theirs.cacheWrite1hFactor;
        if (theirs.rules)
            mine.rules = theirs.rules;
        if (!theirs.families.isEmpty())
            mine.families = theirs.families;
        mine.models.insert(theirs.models);
    }
    if (!m_asOf.isValid())
        m_asOf = user.m_asOf;
}

QString Catalog::keyOf(const Endpoint &endpoint, const Provider &provider) const
{
    switch (endpoint.kind) {
    case EndpointKind::Local: return u"local"_s;
    case EndpointKind::Echo: return u"echo"_s;
    case EndpointKind::Script: return u"script"_s;
    case EndpointKind::Unknown: return {};
    case EndpointKind::Remote: break;
    }
    const QString host = endpoint.baseUrl.host();
    for (auto it = m_providers.begin(); it != m_providers.end(); ++it) {
        if (it->hosts.contains(host, Qt::CaseInsensitive))
            return it.key();
    }
    if (isOllama(provider.dialect))
        return u"ollama"_s;
    return provider.isOwn ? u"self-hosted"_s : QString();
}

/// With what is known of servers that no catalog lists.
ProviderRecord Catalog::recordOf(const QString &key, const Endpoint &endpoint, const Provider &provider) const
{
    ProviderRecord record = m_providers.value(key);
    if (record.title.isEmpty())
        record.title = isOllama(provider.dialect) ? u"Ollama"_s : endpoint.baseUrl.host();
    // Of such a server only its dialect is known; it is not known to refuse anything else. And what a house takes in its chat
    // completions says nothing of its other APIs.
    if ((record.hosts.isEmpty() && !record.takes) || dialectOfWire(provider.wire))
        record.takes = carriedBy(provider.dialect);
    return record;
}

std::optional<Capabilities> Catalog::find(const Endpoint &endpoint) const
{
    if (endpoint.kind != EndpointKind::Remote)
        return std::nullopt;
    const Provider provider = providerAt(endpoint);
    const QString key = keyOf(endpoint, provider);
    return knownModel(key, recordOf(key, endpoint, provider), endpoint.model);
}

Provider Catalog::providerFor(const Endpoint &endpoint) const
{
    Provider made = providerAt(endpoint);
    switch (endpoint.kind) {
    case EndpointKind::Local:
        made.capabilities = localCapabilities(endpoint, m_providers.value(u"local"_s), m_machinePerHour);
        break;
    case EndpointKind::Echo: made.capabilities = echoCapabilities(endpoint); break;
    case EndpointKind::Script: made.capabilities = scriptCapabilities(endpoint); break;
    case EndpointKind::Unknown: break;
    case EndpointKind::Remote: describeRemote(endpoint, made); break;
    }
    return made;
}

/// What the user keeps for an address is meant for whoever asks there without a key of its own.
QString Catalog::keyNameOf(const Endpoint &endpoint) const
{
    if (!endpoint.keyName.isEmpty())
        return endpoint.keyName;
    const auto plain = [](const QUrl &url) { return url.adjusted(QUrl::StripTrailingSlash | QUrl::NormalizePathSegments); };
    const auto own = std::ranges::find_if(
        m_servers, [&](const SavedEndpoint &each) { return plain(each.baseUrl) == plain(endpoint.baseUrl); });
    return own == m_servers.end() ? QString() : own->keyName;
}

void Catalog::describeRemote(const Endpoint &endpoint, Provider &provider) const
{
    const QString key = keyOf(endpoint, provider);
    if (const QString wire = m_providers.value(key).wire; endpoint.wire.isEmpty() && !wire.isEmpty()) {
        provider.wire = wire;
        provider.dialect = dialectOfWire(wire).value_or(provider.dialect);
    }
    const ProviderRecord record = recordOf(key, endpoint, provider);
    provider.keyName = keyNameOf(endpoint);
    if (std::optional<Capabilities> known = knownModel(key, record, endpoint.model)) {
        provider.capabilities = *std::move(known);
        return;
    }
    provider.capabilities = described(key, record, endpoint.model, {});
    if (provider.wire == openAiModerationWire && key == "openai"_L1)
        provider.capabilities.price = free(QCoreApplication::translate("Catalog", "OpenAI charges nothing for moderation"));
    if (isFreeServer(endpoint, provider))
        provider.capabilities.price = free(QCoreApplication::translate("Catalog", "your own machine"));
}

Price Catalog::priceOf(const Provider &asked, const QString &answered) const
{
    const QString &key = asked.capabilities.provider;
    if (key == "local"_L1)
        return asked.capabilities.price;
    const std::optional<Capabilities> other = knownModel(key, m_providers.value(key), answered);
    return other ? other->price : asked.capabilities.price;
}

QList<Capabilities> Catalog::all() const
{
    QList<Capabilities> list;
    for (auto provider = m_providers.begin(); provider != m_providers.end(); ++provider) {
        if (provider.key() == "local"_L1)
            continue; // what the user's own machine costs is no model
        QStringList names = provider->models.keys();
        names.sort();
        for (const QString &name : std::as_const(names))
            list.append(described(provider.key(), *provider, name, provider->models[name]));
    }
    return list;
}

} // namespace Tempera
