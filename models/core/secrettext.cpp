// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/secrettext.h"

#include "models/core/secrets.h"
#include "models/core/secretwords.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// "context.vars.key" and "read()" in a script's text name a value.
bool isExpression(QStringView value)
{
    static const QRegularExpression expression(uR"(^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|[(\[].*)+$)"_s);
    return expression.matchView(value).hasMatch() && withoutKnownKeys(value.toString()) == value;
}

/// Headers whose values are of several words.
bool isWordyHeader(const QString &name)
{
    static const QStringList names{u"authorization"_s, u"authorisation"_s, u"cookie"_s, u"cookies"_s, u"setcookie"_s};
    return std::ranges::any_of(nameWords(name), [](const QString &word) { return names.contains(word); });
}

/// The rest of a line or of a quoted text, where it holds more than plain words.
SecretPart wordySpan(QStringView text, qsizetype begin)
{
    static const QRegularExpression end(u"[\\n\"'`]"_s);
    static const QRegularExpression separators(u"[\\s;,=:]+"_s);
    const qsizetype stop = text.indexOf(end, begin);
    const QStringView rest = text.sliced(begin, (stop < 0 ? text.size() : stop) - begin);
    const QList<QStringView> words = rest.split(separators, Qt::SkipEmptyParts);
    const bool isSecret =
        std::ranges::any_of(words, [](QStringView word) { return !isSecretPlaceholder(word) && isNoPlainWord(word); });
    return {begin, isSecret ? rest.trimmed().size() : 0};
}

/// "X-Api-Key: …", "token=…", "\"password\": \"…\"".
void addPairs(const QString &text, SecretParts &parts)
{
    static const QRegularExpression pair(
        uR"re((?<![\w.$-])-{0,2}((?:(?i:api|access|secret|private|auth|client|subscription) )?[A-Za-z][\w.-]*+)["'\\]*(\s*)(=>|:=|[:=])(?!=)\s*(["'\\]*)([^\s"'\\,;&|)}\]<>]++))re"_s);
    qsizetype from = 0;
    for (auto match = pair.match(text); match.hasMatch(); match = pair.match(text, from)) {
        const bool isSecret = isSecretName(match.captured(1));
        from = isSecret ? match.capturedEnd(5) : match.capturedStart(5); // "headers: {X-Api-Key: …}" has a pair in a pair
        if (!isSecret)
            continue;
        const QStringView sign = match.capturedView(3);
        const QStringView value = match.capturedView(5);
        const bool isQuoted = match.capturedLength(4) > 0;
        if (sign == ":"_L1 && isWordyHeader(match.captured(1))) {
            parts.push_back(wordySpan(text, match.capturedStart(5)));
            continue;
        }
        // A word behind a colon is prose, and one that is set apart by blanks is another name in a script.
        const bool isApart = match.capturedLength(2) > 0;
        const bool isName = !isQuoted && (isExpression(value) || sign == "=>"_L1 || (isApart && !isNoPlainWord(value)));
        const bool isProse = sign == ":"_L1 && !isNoPlainWord(value);
        if (!isSecretPlaceholder(value) && !isName && !isProse)
            parts.push_back({match.capturedStart(5), match.capturedLength(5)});
    }
}

/// "--api-key …", "-u user:…".
void addArguments(const QString &text, SecretParts &parts)
{
    static const QRegularExpression argument(uR"re((?<![\w-])(--?[A-Za-z][\w-]*+)\s+(?:"([^"]*)"|'([^']*)'|([^\s"'-]\S*)))re"_s);
    for (auto matches = argument.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const int group = match.lastCapturedIndex();
        if (isSecretArgument(match.captured(1), match.captured(group)))
            parts.push_back({match.capturedStart(group), match.capturedLength(group)});
    }
}

/// "Bearer …", and "Basic …" where it says a user and a password.
void addSchemes(const QString &text, SecretParts &parts)
{
    static const QRegularExpression scheme(uR"(\b(Bearer|Basic)\s+([A-Za-z0-9._~+/=-]{6,}+))"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    for (auto matches = scheme.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const bool isBasic = match.capturedView(1).compare("Basic"_L1, Qt::CaseInsensitive) == 0;
        const QByteArray said = isBasic ? QByteArray::fromBase64(match.captured(2).toLatin1()) : QByteArray();
        if (isBasic ? said.contains(':') : isNoPlainWord(match.capturedView(2)))
            parts.push_back({match.capturedStart(2), match.capturedLength(2)});
    }
}

/// What a model's name or a path holds: "openai:chat:m?key=…".
void addParameters(const QString &text, SecretParts &parts)
{
    static const QRegularExpression parameter(uR"re([?&;]([A-Za-z][\w.-]*+)=([^&;\s"'<>`#]++))re"_s);
    for (auto matches = parameter.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (isSecretParameter(match.captured(1)) && !isSecretPlaceholder(match.capturedView(2)))
            parts.push_back({match.capturedStart(2), match.capturedLength(2)});
    }
}

const QRegularExpression &knownKey()
{
    // More is asked for than by looksLikeKey(): "sk-learn-pipeline" stands in texts.
    static const QRegularExpression known(
        uR"((?<![A-Za-z0-9_-])(?:(?:(?:sk|pk|rk)-|sk_|xai-|gsk_|hf_|ghp_|gho_|github_pat_|glpat-|xox[abprs]-|AIza|ya29\.|eyJ)(?=[a-z_-]*[0-9A-Z])|AKIA(?=[A-Z0-9]{12}))[A-Za-z0-9_.=+-]{8,}+)"_s);
    return known;
}

void addKnownKeys(const QString &text, SecretParts &parts)
{
    constexpr qsizetype shortestKey = 11;
    if (text.size() < shortestKey)
        return;
    for (auto matches = knownKey().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        parts.push_back({match.capturedStart(), match.capturedLength()});
    }
}

SecretParts looseParts(const QString &text)
{
    SecretParts parts;
    if (text.contains(u'='))
        addParameters(text, parts);
    addKnownKeys(text, parts);
    return parts;
}

SecretParts toldParts(const QString &text)
{
    SecretParts parts = looseParts(text);
    addPairs(text, parts);
    addArguments(text, parts);
    addSchemes(text, parts);
    return parts;
}

void addMoved(SecretParts &parts, const SecretParts &more, qsizetype by)
{
    for (SecretPart part : more) {
        part.begin += by;
        parts.push_back(part);
    }
}

/// Names and values of a query that are not known to be public, with the signs between them; `begin` is that of its mark.
void addQuery(QStringView query, qsizetype begin, SecretParts &parts)
{
    const auto leaveOut = [&parts](qsizetype from, qsizetype end) { parts.push_back({from, end - from, true}); };
    bool isFirst = true; // of those that are kept
    qsizetype at = begin + 1;
    for (const QStringView pair : query.split(u'&')) {
        const qsizetype equals = pair.indexOf(u'=');
        const qsizetype end = at + pair.size();
        if (equals <= 0 || !isPublicQueryName(pair.first(equals).toString())) {
            if (!isFirst)
                leaveOut(at - 1, end);
        } else if (std::exchange(isFirst, false) && at > begin + 1) {
            leaveOut(begin + 1, at);
        }
        at = end + 1;
    }
    if (isFirst)
        leaveOut(begin, begin + 1 + query.size());
}

/// Of what is behind the scheme of an address and its slashes.
SecretParts partsOfRest(QStringView rest)
{
    SecretParts parts;
    if (const qsizetype hash = rest.indexOf(u'#'); hash >= 0) {
        parts.push_back({hash, rest.size() - hash, true});
        rest = rest.first(hash);
    }
    const qsizetype mark = rest.indexOf(u'?');
    if (mark >= 0)
        addQuery(rest.sliced(mark + 1), mark, parts);
    const QStringView before = mark < 0 ? rest : rest.first(mark);
    const qsizetype slash = before.indexOf(u'/');
    const QStringView host = slash < 0 ? before : before.first(slash);
    // A password may hold a slash that was not written as it must be; what is not a number after a colon is not a port.
    static const QRegularExpression openPassword(u":(?![0-9]*$)[^\\]]*$"_s);
    const bool isOpen = !host.contains(u'@') && openPassword.matchView(host).hasMatch();
    const qsizetype at = isOpen ? before.lastIndexOf(u'@') : host.lastIndexOf(u'@');
    if (at >= 0)
        parts.push_back({0, at + 1, true});
    qsizetype step = at + 1;
    for (const QStringView each : before.sliced(at + 1).split(u'/')) {
        if (looksLikeKey(each.toString()))
            parts.push_back({step, each.size()});
        step += each.size() + 1;
    }
    SecretParts keys;
    addKnownKeys(before.sliced(at + 1).toString(), keys);
    addMoved(parts, keys, at + 1);
    return parts;
}

/// An address in a text, and what is behind its slashes.
const QRegularExpression &addressPattern()
{
    static const QRegularExpression address(uR"((?<![A-Za-z0-9+.-])([A-Za-z][A-Za-z0-9+.-]*+:\/\/)([^\s"'<>`]++))"_s);
    return address;
}

} // namespace

bool isSecretArgument(const QString &name, const QString &value)
{
    if (!name.startsWith(u'-') || isSecretPlaceholder(value))
        return false;
    const bool isLogin = (name == "-u"_L1 || name == "--user"_L1) && value.contains(u':');
    return isLogin || isSecretName(name);
}

SecretParts inOrder(SecretParts parts)
{
    std::erase_if(parts, [](const SecretPart &part) { return part.length == 0; });
    std::ranges::stable_sort(parts, {}, &SecretPart::begin);
    SecretParts merged;
    for (const SecretPart &part : parts) {
        if (merged.empty() || part.begin > merged.back().end()) {
            merged.push_back(part);
            continue;
        }
        SecretPart &before = merged.back();
        // What covers the other says whether there is a mark.
        if (part.begin == before.begin && part.end() > before.end())
            before.isLeftOut = part.isLeftOut;
        else if (part.end() > before.end())
            before.isLeftOut = before.isLeftOut && part.isLeftOut;
        before.length = std::max(before.end(), part.end()) - before.begin;
    }
    return merged;
}

QString withMarks(const QString &text, const SecretParts &parts)
{
    if (parts.empty())
        return text;
    QString out;
    qsizetype copied = 0;
    for (const SecretPart &part : parts) {
        out += QStringView(text).sliced(copied, part.begin - copied);
        if (!part.isLeftOut)
            out += redactionMark();
        copied = part.end();
    }
    out += QStringView(text).sliced(copied);
    return out;
}

SecretParts toldSecretParts(const QString &text)
{
    return inOrder(toldParts(text));
}

SecretParts knownKeyParts(const QString &text)
{
    SecretParts parts;
    addKnownKeys(text, parts);
    return inOrder(std::move(parts));
}

SecretParts addressSecretParts(const QString &text)
{
    if (!text.contains("://"_L1))
        return inOrder(looseParts(text));
    SecretParts parts;
    qsizetype passed = 0;
    for (auto matches = addressPattern().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        addMoved(parts, looseParts(text.sliced(passed, match.capturedStart(2) - passed)), passed);
        addMoved(parts, partsOfRest(match.capturedView(2)), match.capturedStart(2));
        passed = match.capturedEnd(2);
    }
    addMoved(parts, looseParts(text.sliced(passed)), passed);
    return inOrder(std::move(parts));
}

SecretParts shownAddressParts(const QString &address)
{
    SecretParts parts = addressSecretParts(address);
    if (!address.contains("://"_L1))
        addMoved(parts, partsOfRest(address), 0);
    return inOrder(std::move(parts));
}

SecretParts textSecretParts(const QString &text)
{
    SecretParts parts = toldParts(text);
    addMoved(parts, addressSecretParts(text), 0);
    return inOrder(std::move(parts));
}

QString withoutKnownKeys(const QString &text)
{
    return withMarks(text, knownKeyParts(text));
}

QString withoutAddressSecrets(const QString &text)
{
    return withMarks(text, addressSecretParts(text));
}

QString shownAddress(const QString &address)
{
    return withMarks(address, shownAddressParts(address));
}

QString withoutTextSecrets(const QString &text)
{
    return withMarks(text, textSecretParts(text));
}

QStringList textSecrets(const QString &text)
{
    QStringList found;
    for (const SecretPart &part : toldSecretParts(text))
        found += text.sliced(part.begin, part.length);
    return found;
}

} // namespace Tempera
