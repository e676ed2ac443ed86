// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/redact.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

const QString redactionMark = u"[redacted]"_s;

bool isReference(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() || (trimmed.startsWith(u"{{"_s) && trimmed.endsWith(u"}}"_s));
}

/// The value of a secret key: texts go, structure stays, so that a reader sees where something was.
QJsonValue withoutTexts(const QJsonValue &value)
{
    if (value.isString())
        return isReference(value.toString()) ? value : QJsonValue(redactionMark);
    if (value.isDouble())
        return redactionMark;
    if (value.isArray()) {
        QJsonArray out;
        for (const QJsonValue &entry : value.toArray())
            out.append(withoutTexts(entry));
        return out;
    }
    if (value.isObject()) {
        QJsonObject out;
        const QJsonObject in = value.toObject();
        for (auto it = in.begin(); it != in.end(); ++it)
            out.insert(it.key(), withoutTexts(it.value()));
        return out;
    }
    return value;
}

QString unquoted(QString text)
{
    text = text.trimmed();
    if (text.size() >= 2 && (text.front() == u'"' || text.front() == u'\'') && text.back() == text.front())
        text = text.sliced(1, text.size() - 2);
    return text;
}

} // namespace

bool isSecretName(const QString &name)
{
    QString plain = name.toLower();
    plain.remove(u'-').remove(u'_').remove(u'.');
    static const QStringList whole{u"authorization"_s, u"proxyauthorization"_s, u"cookie"_s, u"setcookie"_s,
                                   u"bearer"_s,        u"credentials"_s};
    static const QStringList endings{u"apikey"_s,    u"secret"_s,   u"secretkey"_s, u"privatekey"_s,
                                     u"accesskey"_s, u"password"_s, u"passwd"_s,    u"token"_s};
    static const QStringList markers{u"eostoken"_s, u"bostoken"_s, u"padtoken"_s, u"unktoken"_s, u"stoptoken"_s};
    if (markers.contains(plain))
        return false;
    return whole.contains(plain)
           || std::ranges::any_of(endings, [&plain](const QString &ending) { return plain.endsWith(ending); });
}

QJsonValue redacted(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray out;
        for (const QJsonValue &entry : value.toArray())
            out.append(redacted(entry));
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out;
    const QJsonObject in = value.toObject();
    for (auto it = in.begin(); it != in.end(); ++it)
        out.insert(it.key(), isSecretName(it.key()) ? withoutTexts(it.value()) : redacted(it.value()));
    return out;
}

QByteArray redactedText(const QByteArray &yaml)
{
    // KEY: VALUE in block or flow style; a value ends at the line, at a comment, or in flow style at , } ]. A word and a
    // quoted text are taken whole or not at all: tried from each of their characters, a long one would take hours, and
    // kept apart character by character it would exceed what the matcher remembers, which ends the search.
    static const QRegularExpression pair(
        uR"re((?<![\w.-])(?<key>["']?[\w.-]++["']?)(?<colon>[ \t]*+:[ \t]++|(?<=["']):)(?<value>"(?:[^"\\\n]++|\\.)*+"|'(?:[^'\n]++|'')*+'|[^\s"'\[{#|>&*!,}\]](?:[^\n#,}\]]*[^\s#,}\]])?))re"_s);
    const QString text = QString::fromUtf8(yaml);
    QString out;
    qsizetype copied = 0;
    for (auto matches = pair.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (!isSecretName(unquoted(match.captured(u"key"_s))) || isReference(unquoted(match.captured(u"value"_s))))
            continue;
        out += QStringView(text).sliced(copied, match.capturedStart(u"value"_s) - copied);
        out += u'"' + redactionMark + u'"';
        copied = match.capturedEnd(u"value"_s);
    }
    if (copied == 0)
        return yaml;
    out += QStringView(text).sliced(copied);
    return out.toUtf8();
}

QString redactedUrl(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

} // namespace Tempera
