// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/secrets.h"

#include "models/core/secrettext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype leastKnownKey = 11; ///< Characters; all of a known kind are longer.

/// For lists of known names: "api-version", "API_VERSION" and "apiVersion" are one.
QString plainName(const QString &name)
{
    return nameWords(name).join(QString());
}

bool hasAny(const QStringList &words, const QSet<QString> &wanted)
{
    return std::ranges::any_of(words, [&wanted](const QString &word) { return wanted.contains(word); });
}

/// A word such as "authtoken", whose parts are written together: what is before its ending; nothing for other words.
std::optional<QString> beforeEnding(const QString &word, QLatin1StringView ending)
{
    return word.size() > ending.size() && word.endsWith(ending) ? std::optional(word.chopped(ending.size())) : std::nullopt;
}

/// Whether a "token" is one of a text, not one that opens something: by the word before it.
bool countsText(const QString &before)
{
    static const QSet<QString> qualifiers{u"eos"_s,     u"bos"_s,     u"eot"_s,        u"eom"_s,   u"pad"_s,      u"unk"_s,
                                          u"unknown"_s, u"stop"_s,    u"mask"_s,       u"cls"_s,   u"sep"_s,      u"begin"_s,
                                          u"end"_s,     u"start"_s,   u"first"_s,      u"last"_s,  u"next"_s,     u"prev"_s,
                                          u"special"_s, u"max"_s,     u"min"_s,        u"per"_s,   u"num"_s,      u"image"_s,
                                          u"audio"_s,   u"word"_s,    u"text"_s,       u"think"_s, u"thinking"_s, u"input"_s,
                                          u"output"_s,  u"prompt"_s,  u"completion"_s, u"total"_s, u"cached"_s,   u"by"_s,
                                          u"each"_s,    u"control"_s, u"draft"_s,      u"added"_s, u"reasoning"_s};
    return qualifiers.contains(before);
}

bool isSecretToken(const QStringList &words)
{
    const QString before = words.value(words.size() - 2);
    if (words.constLast() == "tokens"_L1) { // counts, unless they are told to be of another kind
        static const QSet<QString> opening{u"access"_s, u"auth"_s, u"refresh"_s, u"api"_s, u"bearer"_s, u"session"_s, u"id"_s};
        return opening.contains(before);
    }
    if (words.constLast() == "token"_L1)
        return !countsText(before);
    const std::optional<QString> joined = beforeEnding(words.constLast(), "token"_L1);
    return joined && !countsText(*joined);
}

/// "key" alone is a word of any table; these are what opens something.
bool isSecretKey(const QStringList &words)
{
    static const QSet<QString> qualifiers{
        u"api"_s,        u"access"_s,     u"secret"_s,  u"private"_s, u"auth"_s,    u"subscription"_s, u"account"_s,
        u"signing"_s,    u"encryption"_s, u"master"_s,  u"admin"_s,   u"client"_s,  u"function"_s,     u"functions"_s,
        u"shared"_s,     u"service"_s,    u"storage"_s, u"license"_s, u"licence"_s, u"app"_s,          u"server"_s,
        u"provider"_s,   u"project"_s,    u"ssh"_s,     u"rsa"_s,     u"hmac"_s,    u"webhook"_s,      u"openai"_s,
        u"anthropic"_s,  u"azure"_s,      u"google"_s,  u"goog"_s,    u"gemini"_s,  u"mistral"_s,      u"groq"_s,
        u"openrouter"_s, u"cohere"_s,     u"hf"_s,      u"aws"_s};
    for (qsizetype i = 1; i < words.size(); ++i) {
        if ((words.at(i) == "key"_L1 || words.at(i) == "keys"_L1) && qualifiers.contains(words.at(i - 1)))
            return true;
    }
    QString last = words.constLast();
    if (last.endsWith(u's'))
        last.chop(1);
    const std::optional<QString> joined = beforeEnding(last, "key"_L1);
    return joined && qualifiers.contains(*joined);
}

/// The name of a variable of the environment that ends so holds a key of some provider.
bool isKeyVariable(const QString &name)
{
    static const QRegularExpression variable(u"^[A-Z][A-Z0-9_]*_KEY$"_s);
    return variable.match(name).hasMatch();
}

} // namespace

QString redactionMark()
{
    return u"[redacted]"_s;
}

QStringList nameWords(const QString &name)
{
    static const QRegularExpression word(u"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\\W\\d_A-Za-z]+"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QStringList words;
    for (auto matches = word.globalMatch(name); matches.hasNext();)
        words += matches.next().captured().toLower();
    return words;
}

bool isSecretName(const QString &name)
{
    // What a thing of that name says of a secret is none itself.
    static const QSet<QString> about{u"envar"_s,    u"env"_s,     u"name"_s,     u"names"_s,  u"file"_s,   u"path"_s,
                                     u"type"_s,     u"format"_s,  u"count"_s,    u"length"_s, u"limit"_s,  u"size"_s,
                                     u"budget"_s,   u"url"_s,     u"uri"_s,      u"header"_s, u"prefix"_s, u"ttl"_s,
                                     u"expiry"_s,   u"expires"_s, u"lifetime"_s, u"scope"_s,  u"scopes"_s, u"algorithm"_s,
                                     u"version"_s,  u"usage"_s,   u"ref"_s,      u"method"_s, u"mode"_s,   u"scheme"_s,
                                     u"required"_s, u"enabled"_s, u"policy"_s,   u"field"_s};
    static const QSet<QString> always{
        u"password"_s, u"passwords"_s, u"passwd"_s,     u"passphrase"_s,  u"passwort"_s,           u"pwd"_s,
        u"secret"_s,   u"secrets"_s,   u"credential"_s, u"credentials"_s, u"authorization"_s,      u"authorisation"_s,
        u"cookie"_s,   u"cookies"_s,   u"bearer"_s,     u"setcookie"_s,   u"proxyauthorization"_s, u"jwt"_s};
    static const QStringList joined{u"password"_s, u"passwd"_s, u"passphrase"_s, u"secret"_s, u"secrets"_s, u"credentials"_s};
    const QStringList words = nameWords(name);
    if (words.isEmpty() || about.contains(words.constLast()))
        return false;
    return hasAny(words, always) || words.contains("auth"_L1) || isSecretKey(words) || isSecretToken(words) || isKeyVariable(name)
           || std::ranges::any_of(joined, [&words](const QString &ending) { return words.constLast().endsWith(ending); });
}

bool isSecretParameter(const QString &name)
{
    static const QSet<QString> names{u"key"_s, u"sig"_s, u"signature"_s, u"code"_s, u"pass"_s, u"pw"_s, u"sid"_s, u"session"_s};
    return isSecretName(name) || names.contains(plainName(name));
}

namespace {

/// A schema's members have names of what an answer is to hold: their own descriptions are no secrets.
QJsonValue withoutSecretsInSchema(QJsonObject members)
{
    for (auto it = members.begin(); it != members.end(); ++it) {
        const bool isSecret = isSecretName(it.key()) && !it->isObject();
        *it = isSecret ? QJsonValue(redactionMark()) : withoutSecretMembers(QJsonValue(*it));
    }
    return members;
}

} // namespace

QLatin1StringView schemaMembers()
{
    return "properties"_L1;
}

QJsonValue withoutSecretMembers(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray items;
        bool isBehindArgument = false; // ["--api-key", "…"]
        for (const QJsonValue &item : value.toArray()) {
            const QString text = item.toString();
            if (isBehindArgument && item.isString())
                items.append(redactionMark());
            else
                items.append(text.startsWith(u'-') ? QJsonValue(withoutTextSecrets(text)) : withoutSecretMembers(item));
            isBehindArgument = text.startsWith(u'-') && !text.contains(u'=') && isSecretName(text);
        }
        return items;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    const auto isNamed = [&object](const QString &member) {
        return std::ranges::any_of(namingMembers(), [&](const QString &naming) {
            return isValueMember(member) && isSecretName(object.value(naming).toString());
        });
    };
    QStringList named;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (isNamed(it.key()))
            named += it.key();
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isSecret = isSecretName(it.key()) || named.contains(it.key());
        if (isSecret)
            *it = redactionMark();
        else
            *it = it.key() == schemaMembers() && it->isObject() ? withoutSecretsInSchema(it->toObject())
                                                                : withoutSecretMembers(QJsonValue(*it));
    }
    return object;
}

const QStringList &namingMembers()
{
    static const QStringList names{u"name"_s, u"key"_s, u"header"_s, u"field"_s, u"parameter"_s, u"param"_s, u"variable"_s};
    return names;
}

bool isValueMember(const QString &name)
{
    static const QStringList names{u"value"_s, u"values"_s, u"val"_s, u"content"_s, u"default"_s};
    return names.contains(name.toLower());
}

bool isPublicHeader(const QString &name)
{
    static const QStringList names{
        u"accept"_s,       u"acceptencoding"_s,  u"acceptlanguage"_s, u"anthropicbeta"_s, u"anthropicversion"_s,
        u"cachecontrol"_s, u"contentencoding"_s, u"contenttype"_s,    u"httpreferer"_s,   u"openaibeta"_s,
        u"referer"_s,      u"useragent"_s,       u"xtitle"_s};
    return names.contains(plainName(name));
}

bool isPublicQueryName(const QString &name)
{
    static const QStringList names{u"apiversion"_s, u"alt"_s, u"version"_s, u"beta"_s};
    return names.contains(plainName(name));
}

bool looksLikeKey(const QString &text)
{
    if (text.size() < leastKnownKey)
        return false;
    static const QRegularExpression known(
        u"^(?:sk-|sk_|pk-|rk-|xai-|gsk_|hf_|ghp_|gho_|github_pat_|glpat-|xox[abprs]-|AKIA|AIza|ya29\\.|eyJ)[A-Za-z0-9_.=+/-]{8,}$"_s);
    if (known.match(text).hasMatch())
        return true;
    // Words and dates have no such run: letters and digits mixed without any separator.
    static const QRegularExpression mixed(u"^(?=[A-Za-z]*+[0-9])(?=[0-9]*+[A-Za-z])[A-Za-z0-9]{24,}$"_s);
    return mixed.match(text).hasMatch();
}

} // namespace Tempera
