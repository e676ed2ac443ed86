// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/secrets.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Names are compared without case and separators: "api-key", "API_KEY" and "apiKey" are one.
QString plainName(const QString &name)
{
    QString plain = name.toLower();
    return plain.remove(u'-').remove(u'_').remove(u'.').remove(u' ');
}

QString publicQuery(QStringView query)
{
    QStringList kept;
    for (const QStringView pair : query.split(u'&')) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals > 0 && isPublicQueryName(pair.first(equals).toString()))
            kept += pair.toString();
    }
    return kept.join(u'&');
}

QString publicPath(QStringView path)
{
    QStringList steps;
    for (const QStringView step : path.split(u'/'))
        steps += looksLikeKey(step.toString()) ? redactionMark() : step.toString();
    return steps.join(u'/');
}

/// What is after the scheme and its slashes.
QString publicRest(QStringView rest)
{
    rest = rest.first(rest.indexOf(u'#') < 0 ? rest.size() : rest.indexOf(u'#'));
    const qsizetype mark = rest.indexOf(u'?');
    const QString query = mark < 0 ? QString() : publicQuery(rest.sliced(mark + 1));
    const QStringView before = mark < 0 ? rest : rest.first(mark);
    const qsizetype slash = before.indexOf(u'/');
    const QStringView host = slash < 0 ? before : before.first(slash);
    // A password may hold a slash that was not written as it must be; what is not a number after a colon is not a port.
    static const QRegularExpression openPassword(u":(?![0-9]*$)[^\\]]*$"_s);
    const bool isOpen = !host.contains(u'@') && openPassword.matchView(host).hasMatch();
    const qsizetype at = isOpen ? before.lastIndexOf(u'@') : host.lastIndexOf(u'@');
    const QString open = publicPath(before.sliced(at + 1));
    return query.isEmpty() ? open : open + u'?' + query;
}

} // namespace

QString redactionMark()
{
    return u"[redacted]"_s;
}

bool isSecretName(const QString &name)
{
    static const QStringList whole{u"authorization"_s, u"proxyauthorization"_s, u"auth"_s,        u"cookie"_s,     u"setcookie"_s,
                                   u"bearer"_s,        u"credential"_s,         u"credentials"_s, u"passphrase"_s, u"pwd"_s};
    static const QStringList endings{u"apikey"_s,    u"apikeys"_s,  u"secret"_s,    u"secrets"_s, u"secretkey"_s, u"privatekey"_s,
                                     u"accesskey"_s, u"password"_s, u"passwords"_s, u"passwd"_s,  u"authkey"_s,   u"token"_s};
    static const QStringList markers{u"eostoken"_s, u"bostoken"_s, u"padtoken"_s, u"unktoken"_s, u"stoptoken"_s};
    const QString plain = plainName(name);
    if (markers.contains(plain))
        return false;
    return whole.contains(plain)
           || std::ranges::any_of(endings, [&plain](const QString &ending) { return plain.endsWith(ending); });
}

QJsonValue withoutSecretMembers(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(withoutSecretMembers(item));
        return items;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        *it = isSecretName(it.key()) ? QJsonValue(redactionMark()) : withoutSecretMembers(QJsonValue(*it));
    return object;
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
    if (text.size() < 11) // all of them are longer
        return false;
    static const QRegularExpression known(
        u"^(?:sk-|sk_|pk-|rk-|xai-|gsk_|hf_|ghp_|gho_|github_pat_|glpat-|xox[abprs]-|AKIA|AIza|ya29\\.|eyJ)[A-Za-z0-9_.=+/-]{8,}$"_s);
    if (known.match(text).hasMatch())
        return true;
    // Words and dates have no such run: letters and digits mixed without any separator.
    static const QRegularExpression mixed(u"^(?=[A-Za-z]*+[0-9])(?=[0-9]*+[A-Za-z])[A-Za-z0-9]{24,}$"_s);
    return mixed.match(text).hasMatch();
}

QString withoutAddressSecrets(const QString &text)
{
    if (!text.contains("://"_L1))
        return text;
    static const QRegularExpression address(uR"((?<![A-Za-z0-9+.-])([A-Za-z][A-Za-z0-9+.-]*+:\/\/)([^\s"'<>`]++))"_s);
    QString out;
    qsizetype copied = 0;
    for (auto matches = address.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        out += QStringView(text).sliced(copied, match.capturedStart(2) - copied);
        out += publicRest(match.capturedView(2));
        copied = match.capturedEnd(2);
    }
    out += QStringView(text).sliced(copied);
    return out;
}

QString shownAddress(const QString &address)
{
    return address.contains("://"_L1) ? withoutAddressSecrets(address) : publicRest(address);
}

} // namespace Tempera
