// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/trust.h"

#include "models/core/hosts.h"
#include "models/core/secrets.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A provider's key and the host that it is of.
struct KeyOwner {
    QLatin1StringView keyName;
    QLatin1StringView host;
};

/// By the name that the provider's own documentation gives the variable. Hosts under which anybody can have a name of
/// their own (clouds, gateways) are not listed.
constexpr std::array keyOwners{
    KeyOwner{"OPENAI_API_KEY"_L1, "api.openai.com"_L1},
    KeyOwner{"OPENAI_API_KEY"_L1, "eu.api.openai.com"_L1},
    KeyOwner{"OPENAI_API_KEY"_L1, "us.api.openai.com"_L1},
    KeyOwner{"OPENROUTER_API_KEY"_L1, "openrouter.ai"_L1},
    KeyOwner{"ANTHROPIC_API_KEY"_L1, "api.anthropic.com"_L1},
    KeyOwner{"GEMINI_API_KEY"_L1, "generativelanguage.googleapis.com"_L1},
    KeyOwner{"GOOGLE_API_KEY"_L1, "generativelanguage.googleapis.com"_L1},
    KeyOwner{"MISTRAL_API_KEY"_L1, "api.mistral.ai"_L1},
    KeyOwner{"GROQ_API_KEY"_L1, "api.groq.com"_L1},
    KeyOwner{"DEEPSEEK_API_KEY"_L1, "api.deepseek.com"_L1},
    KeyOwner{"XAI_API_KEY"_L1, "api.x.ai"_L1},
    KeyOwner{"TOGETHER_API_KEY"_L1, "api.together.xyz"_L1},
    KeyOwner{"TOGETHER_API_KEY"_L1, "api.together.ai"_L1},
    KeyOwner{"FIREWORKS_API_KEY"_L1, "api.fireworks.ai"_L1},
    KeyOwner{"CEREBRAS_API_KEY"_L1, "api.cerebras.ai"_L1},
    KeyOwner{"PERPLEXITY_API_KEY"_L1, "api.perplexity.ai"_L1},
    KeyOwner{"DEEPINFRA_API_KEY"_L1, "api.deepinfra.com"_L1},
    KeyOwner{"NVIDIA_API_KEY"_L1, "integrate.api.nvidia.com"_L1},
    KeyOwner{"HF_TOKEN"_L1, "router.huggingface.co"_L1},
    KeyOwner{"MOONSHOT_API_KEY"_L1, "api.moonshot.ai"_L1},
    KeyOwner{"DASHSCOPE_API_KEY"_L1, "dashscope.aliyuncs.com"_L1},
    KeyOwner{"DASHSCOPE_API_KEY"_L1, "dashscope-intl.aliyuncs.com"_L1},
};

constexpr std::array systemFolders{"/proc"_L1, "/sys"_L1, "/dev"_L1};

QString schemeOf(const QUrl &address)
{
    return address.scheme().toLower();
}

/// A name with the dot of the root at its end is the same name.
QString hostOf(const QUrl &address)
{
    QString host = address.host().toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

int usualPort(const QString &scheme)
{
    return scheme == "http"_L1 ? 80 : 443;
}

int portOf(const QUrl &address)
{
    return address.port(usualPort(schemeOf(address)));
}

/// An IPv6 address is in brackets.
QString hostInUrl(const QString &host)
{
    return host.contains(u':') ? u'[' + host + u']' : host;
}

bool isBelow(const QString &folder, const QString &path)
{
    if (folder == "."_L1)
        return !path.startsWith(u'/') && path != ".."_L1 && !path.startsWith("../"_L1);
    const QString begin = folder.endsWith(u'/') ? folder : folder + u'/';
    return path == folder || path.startsWith(begin);
}

bool isOfSystem(const QString &path)
{
    return std::ranges::any_of(systemFolders, [&path](QLatin1StringView each) { return isBelow(each, path); });
}

} // namespace

QString originOf(const QUrl &address)
{
    return originOf(grantFor({{}, {}, address}));
}

QString originOf(const KeyGrant &grant)
{
    QString text = grant.scheme.isEmpty() ? QString() : grant.scheme + u"://"_s;
    text += hostInUrl(grant.host);
    if (grant.port >= 0 && (grant.scheme.isEmpty() || grant.port != usualPort(grant.scheme)))
        text += u':' + QString::number(grant.port);
    return text;
}

bool isOwnHost(const QString &keyName, const QUrl &address)
{
    return schemeOf(address) == "https"_L1 && portOf(address) == usualPort(u"https"_s)
           && std::ranges::any_of(keyOwners, [&keyName, host = hostOf(address)](const KeyOwner &owner) {
                  return owner.keyName == keyName && owner.host == host;
              });
}

bool isAddressOfUser(const Endpoint &endpoint, const EnvironmentLookup &variable)
{
    const Endpoint said = endpointFromId(endpoint.id, variable);
    return !said.addressFrom.isEmpty() && !said.baseUrl.isEmpty() && said.keyName == endpoint.keyName
           && originOf(said.baseUrl) == originOf(endpoint.baseUrl);
}

KeyGrant grantFor(const KeyUse &use)
{
    return {use.experiment, use.keyName, schemeOf(use.address), hostOf(use.address), portOf(use.address)};
}

std::expected<KeyGrant, QString> keyGrantFromText(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QString name = text.first(std::max<qsizetype>(0, equals)).trimmed();
    const QString place = text.sliced(equals + 1).trimmed();
    const bool hasScheme = place.contains("://"_L1);
    const QUrl url(hasScheme ? place : u"https://"_s + place, QUrl::StrictMode);
    if (equals < 1 || name.isEmpty() || looksLikeKey(name) || !isUsableAddress(url)) {
        return std::unexpected(
            QCoreApplication::translate("Trust", "must be the name of a key and a host, such as OPENAI_API_KEY=llm.example.com"));
    }
    KeyGrant grant{{}, name, {}, hostOf(url), url.port()};
    if (hasScheme) {
        grant.scheme = schemeOf(url);
        grant.port = portOf(url);
    }
    return grant;
}

QString keyGrantText(const KeyUse &use)
{
    KeyGrant grant = grantFor(use);
    // Over https, and on this machine, the host says it all.
    const bool isPlain = grant.scheme == "http"_L1 && !isThisMachine(grant.host);
    const bool isUsual = grant.port == usualPort(grant.scheme);
    if (!isPlain)
        grant.scheme.clear();
    if (isUsual)
        grant.port = -1;
    return use.keyName + u'=' + originOf(grant);
}

bool allowsKey(const Trust &trust, const KeyUse &use)
{
    const KeyGrant wanted = grantFor(use);
    return std::ranges::any_of(trust.keys, [&wanted](const KeyGrant &grant) {
        return (grant.experiment.isEmpty() || grant.experiment == wanted.experiment) && grant.keyName == wanted.keyName
               && grant.host == wanted.host && (grant.scheme.isEmpty() || grant.scheme == wanted.scheme)
               && (grant.port < 0 || grant.port == wanted.port);
    });
}

QStringList foldersFor(const Trust &trust, const QString &experiment)
{
    QStringList folders;
    for (const FolderGrant &grant : trust.folders) {
        if (grant.experiment.isEmpty() || grant.experiment == experiment)
            folders += grant.folder;
    }
    return folders;
}

bool mayReadFile(const QString &home, const QString &path, const QStringList &folders)
{
    const bool isSystem = isOfSystem(path);
    if (!isSystem && isBelow(home, path))
        return true;
    return std::ranges::any_of(folders,
                               [&](const QString &folder) { return isBelow(folder, path) && (!isSystem || isOfSystem(folder)); });
}

Error refusedKey(const KeyUse &use)
{
    Error error;
    error.kind = ErrorKind::Auth;
    error.parameter = use.keyName;
    error.detail =
        QCoreApplication::translate("Trust", "The key %1 is not sent to %2: it is not known to belong there. To allow it: "
                                             "--allow-key %3, or answer the question in the window.")
            .arg(use.keyName, originOf(use.address), keyGrantText(use));
    return error;
}

QJsonObject trustToJson(const Trust &trust)
{
    QJsonArray keys;
    for (const KeyGrant &grant : trust.keys) {
        keys.append(QJsonObject{{u"experiment"_s, grant.experiment},
                                {u"key"_s, grant.keyName},
                                {u"scheme"_s, grant.scheme},
                                {u"host"_s, grant.host},
                                {u"port"_s, grant.port}});
    }
    QJsonArray folders;
    for (const FolderGrant &grant : trust.folders)
        folders.append(QJsonObject{{u"experiment"_s, grant.experiment}, {u"folder"_s, grant.folder}});
    return {{u"keys"_s, keys}, {u"folders"_s, folders}};
}

Trust trustFromJson(const QJsonObject &object)
{
    Trust trust;
    for (const QJsonValue &value : object.value("keys"_L1).toArray()) {
        const QJsonObject entry = value.toObject();
        const KeyGrant grant{entry.value("experiment"_L1).toString(), entry.value("key"_L1).toString(),
                             entry.value("scheme"_L1).toString(), entry.value("host"_L1).toString(),
                             entry.value("port"_L1).toInt(-1)};
        if (!grant.experiment.isEmpty() && !grant.keyName.isEmpty() && !grant.scheme.isEmpty() && !grant.host.isEmpty()
            && grant.port > 0)
            trust.keys += grant;
    }
    for (const QJsonValue &value : object.value("folders"_L1).toArray()) {
        const QJsonObject entry = value.toObject();
        const FolderGrant grant{entry.value("experiment"_L1).toString(), entry.value("folder"_L1).toString()};
        if (!grant.experiment.isEmpty() && grant.folder.startsWith(u'/'))
            trust.folders += grant;
    }
    return trust;
}

} // namespace Tempera
