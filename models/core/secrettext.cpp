// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/secrettext.h"

#include "models/core/secrets.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct SecretSpan {
    qsizetype begin = 0;
    qsizetype length = 0;
};
using SecretSpans = std::vector<SecretSpan>;

/// What says where a secret is, or that there is none, is not one.
bool isPlaceholder(QStringView value)
{
    static const QRegularExpression reference(uR"(^(?:\{\{|\$|<|%|\[redacted|\*+$|\.+$|(?i:true|false|null|none|undefined)$))"_s);
    return value.isEmpty() || reference.matchView(value).hasMatch();
}

/// Words of a language, also joined by hyphens, are not taken for a secret where nothing else speaks for it.
bool isNoPlainWord(QStringView value)
{
    constexpr qsizetype leastSecretWord = 6;
    static const QRegularExpression words(u"^[A-Z]?[a-z]+(?:[-'][a-z]+)*[.!?]?$"_s);
    return value.size() >= leastSecretWord && !words.matchView(value).hasMatch();
}

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
SecretSpan wordySpan(QStringView text, qsizetype begin)
{
    static const QRegularExpression end(u"[\\n\"'`]"_s);
    static const QRegularExpression separators(u"[\\s;,=:]+"_s);
    const qsizetype stop = text.indexOf(end, begin);
    const QStringView rest = text.sliced(begin, (stop < 0 ? text.size() : stop) - begin);
    const QList<QStringView> words = rest.split(separators, Qt::SkipEmptyParts);
    const bool isSecret = std::ranges::any_of(words, [](QStringView word) { return !isPlaceholder(word) && isNoPlainWord(word); });
    return {begin, isSecret ? rest.trimmed().size() : 0};
}

/// "X-Api-Key: …", "token=…", "\"password\": \"…\"".
void addPairs(const QString &text, SecretSpans &spans)
{
    static const QRegularExpression pair(
        uR"re((?<![\w.$-])-{0,2}((?:(?i:api|access|secret|private|auth|client|subscription) )?[A-Za-z][\w.-]*+)["'\\]*(\s*)(=>|:=|[:=])(?!=)\s*(["'\\]*)([^\s"'\\,;&|)}\]<>]++))re"_s);
    for (auto matches = pair.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (!isSecretName(match.captured(1)))
            continue;
        const QStringView sign = match.capturedView(3);
        const QStringView value = match.capturedView(5);
        const bool isQuoted = match.capturedLength(4) > 0;
        if (sign == ":"_L1 && isWordyHeader(match.captured(1))) {
            spans.push_back(wordySpan(text, match.capturedStart(5)));
            continue;
        }
        // A word behind a colon is prose, and one that is set apart by blanks is another name in a script.
        const bool isApart = match.capturedLength(2) > 0;
        const bool isName = !isQuoted && (isExpression(value) || sign == "=>"_L1 || (isApart && !isNoPlainWord(value)));
        const bool isProse = sign == ":"_L1 && !isNoPlainWord(value);
        if (!isPlaceholder(value) && !isName && !isProse)
            spans.push_back({match.capturedStart(5), match.capturedLength(5)});
    }
}

/// "--api-key …", "-u user:…".
void addArguments(const QString &text, SecretSpans &spans)
{
    static const QRegularExpression argument(
        uR"re((?<![\w-])(--?[A-Za-z][\w-]*+)\s+(?:"([^"]*)"|'([^']*)'|([^\s"'-]\S*)))re"_s);
    for (auto matches = argument.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const int group = match.lastCapturedIndex();
        if (isSecretArgument(match.captured(1), match.captured(group)))
            spans.push_back({match.capturedStart(group), match.capturedLength(group)});
    }
}

/// "Bearer …", and "Basic …" where it says a user and a password.
void addSchemes(const QString &text, SecretSpans &spans)
{
    static const QRegularExpression scheme(uR"(\b(Bearer|Basic)\s+([A-Za-z0-9._~+/=-]{6,}+))"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    for (auto matches = scheme.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const bool isBasic = match.capturedView(1).compare("Basic"_L1, Qt::CaseInsensitive) == 0;
        const QByteArray said = isBasic ? QByteArray::fromBase64(match.captured(2).toLatin1()) : QByteArray();
        if (isBasic ? said.contains(':') : isNoPlainWord(match.capturedView(2)))
            spans.push_back({match.capturedStart(2), match.capturedLength(2)});
    }
}

/// What a model's name or a path holds: "openai:chat:m?key=…".
void addParameters(const QString &text, SecretSpans &spans)
{
    static const QRegularExpression parameter(uR"re([?&;]([A-Za-z][\w.-]*+)=([^&;\s"'<>`#]++))re"_s);
    for (auto matches = parameter.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (isSecretParameter(match.captured(1)) && !isPlaceholder(match.capturedView(2)))
            spans.push_back({match.capturedStart(2), match.capturedLength(2)});
    }
}

const QRegularExpression &knownKey()
{
    // More is asked for than by looksLikeKey(): "sk-learn-pipeline" stands in texts.
    static const QRegularExpression known(
        uR"((?<![A-Za-z0-9_-])(?:(?:(?:sk|pk|rk)-|sk_|xai-|gsk_|hf_|ghp_|gho_|github_pat_|glpat-|xox[abprs]-|AIza|ya29\.|eyJ)(?=[a-z_-]*[0-9A-Z])|AKIA(?=[A-Z0-9]{12}))[A-Za-z0-9_.=+-]{8,}+)"_s);
    return known;
}

void addKnownKeys(const QString &text, SecretSpans &spans)
{
    constexpr qsizetype shortestKey = 11;
    if (text.size() < shortestKey)
        return;
    for (auto matches = knownKey().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        spans.push_back({match.capturedStart(), match.capturedLength()});
    }
}

/// In their order, those that touch one another as one.
SecretSpans inOrder(SecretSpans spans)
{
    std::erase_if(spans, [](const SecretSpan &span) { return span.length == 0; });
    std::ranges::stable_sort(spans, {}, &SecretSpan::begin);
    SecretSpans merged;
    for (const SecretSpan &span : spans) {
        if (merged.empty() || span.begin > merged.back().begin + merged.back().length)
            merged.push_back(span);
        else
            merged.back().length = std::max(merged.back().length, span.begin + span.length - merged.back().begin);
    }
    return merged;
}

SecretSpans looseSpans(const QString &text)
{
    SecretSpans spans;
    if (text.contains(u'='))
        addParameters(text, spans);
    addKnownKeys(text, spans);
    return spans;
}

SecretSpans toldSpans(const QString &text)
{
    SecretSpans spans = looseSpans(text);
    addPairs(text, spans);
    addArguments(text, spans);
    addSchemes(text, spans);
    return inOrder(std::move(spans));
}

QString withMarks(const QString &text, const SecretSpans &spans)
{
    if (spans.empty())
        return text;
    QString out;
    qsizetype copied = 0;
    for (const SecretSpan &span : spans) {
        out += QStringView(text).sliced(copied, span.begin - copied);
        out += redactionMark();
        copied = span.begin + span.length;
    }
    out += QStringView(text).sliced(copied);
    return out;
}

QString withoutLooseSecrets(const QString &text)
{
    return withMarks(text, inOrder(looseSpans(text)));
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
    const QString open = withoutKnownKeys(publicPath(before.sliced(at + 1)));
    return query.isEmpty() ? open : open + u'?' + query;
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
    if (!name.startsWith(u'-') || isPlaceholder(value))
        return false;
    const bool isLogin = (name == "-u"_L1 || name == "--user"_L1) && value.contains(u':');
    return isLogin || isSecretName(name);
}

QString withoutKnownKeys(const QString &text)
{
    SecretSpans spans;
    addKnownKeys(text, spans);
    return withMarks(text, spans);
}

QString withoutAddressSecrets(const QString &text)
{
    if (!text.contains("://"_L1))
        return withoutLooseSecrets(text);
    QString out;
    qsizetype copied = 0;
    for (auto matches = addressPattern().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        out += withoutLooseSecrets(text.sliced(copied, match.capturedStart(2) - copied));
        out += publicRest(match.capturedView(2));
        copied = match.capturedEnd(2);
    }
    return out + withoutLooseSecrets(text.sliced(copied));
}

QString shownAddress(const QString &address)
{
    return address.contains("://"_L1) ? withoutAddressSecrets(address) : withoutLooseSecrets(publicRest(address));
}

QString withoutTextSecrets(const QString &text)
{
    return withoutAddressSecrets(withMarks(text, toldSpans(text)));
}

QStringList textSecrets(const QString &text)
{
    QStringList found;
    for (const SecretSpan &span : toldSpans(text))
        found += text.sliced(span.begin, span.length);
    return found;
}

} // namespace Tempera
