// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/knownsecrets.h"

#include "models/core/secrets.h"
#include "models/core/secrettext.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype leastSecret = 8;       ///< Characters; shorter ones occur in any text.
constexpr qsizetype leastLettersOnly = 16; ///< The same for letters and hyphens alone ("lm-studio", "not-needed").
constexpr qsizetype leastBeginning = 6;    ///< Characters of a secret at a text's end that are taken for its beginning.

bool isRecognisable(const QString &value)
{
    if (value.size() < leastSecret)
        return false;
    static const QRegularExpression words(u"^[a-z_ -]*$"_s);
    return value.size() >= leastLettersOnly || value.startsWith("sk-"_L1) || !words.match(value).hasMatch();
}

/// What is sure of a secret in base64, after `offset` other bytes (modulo 3): without the characters that it shares.
QString sureBase64(const QByteArray &secret, int offset)
{
    const QByteArray all = (QByteArray(offset, '\0') + secret).toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype begin = offset == 0 ? 0 : offset + 1;
    const qsizetype end = (offset + secret.size()) * 8 / 6;
    return end > begin ? QString::fromLatin1(all.sliced(begin, end - begin)) : QString();
}

/// "%2F" as "%2f".
QString withLowerEscapes(QString encoded)
{
    for (qsizetype at = encoded.indexOf(u'%'); at >= 0; at = encoded.indexOf(u'%', at + 1))
        encoded.replace(at, 3, encoded.sliced(at, 3).toLower());
    return encoded;
}

} // namespace

QString cutText(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    qsizetype kept = most - 1;
    if (text.at(kept - 1).isHighSurrogate())
        --kept;
    return text.first(kept) + u'…';
}

KnownSecrets::KnownSecrets(const Endpoint &endpoint)
{
    for (const auto &[name, value] : endpoint.headers.asKeyValueRange()) {
        if (!isPublicHeader(name))
            addValue(value);
    }
    for (const auto &[name, value] : QUrlQuery(endpoint.baseUrl).queryItems(QUrl::FullyDecoded)) {
        if (!isPublicQueryName(name))
            addValue(value);
    }
    addValue(endpoint.baseUrl.userName());
    addValue(endpoint.baseUrl.password());
    addValue(endpoint.baseUrl.fragment());
    for (const QString &value : textSecrets(endpoint.id) + textSecrets(endpoint.model))
        addValue(value);
}

void KnownSecrets::add(const QByteArray &key)
{
    addValue(QString::fromUtf8(key));
}

/// Also the words of it: "Bearer KEY", "session=KEY; …", and of "Basic BASE64" what that says.
void KnownSecrets::addValue(const QString &value)
{
    addSpelling(value.trimmed());
    static const QRegularExpression separators(u"[\\s,;=\"']+"_s);
    for (const QString &word : value.split(separators, Qt::SkipEmptyParts)) {
        addSpelling(word);
        if (value.startsWith("Basic "_L1, Qt::CaseInsensitive)) {
            for (const QByteArray &part : QByteArray::fromBase64(word.toLatin1()).split(':'))
                addSpelling(QString::fromUtf8(part));
        }
    }
}

void KnownSecrets::addSpelling(const QString &spelling)
{
    if (!isRecognisable(spelling) || redactionMark().contains(spelling))
        return;
    const QByteArray bytes = spelling.toUtf8();
    const QString encoded = QString::fromLatin1(bytes.toPercentEncoding());
    QString slashes = spelling;
    slashes.replace(u'/', u"\\/"_s);
    QStringList spellings{spelling, encoded, withLowerEscapes(encoded), slashes};
    for (const int offset : {0, 1, 2}) {
        QString base64 = sureBase64(bytes, offset);
        spellings += base64;
        spellings += base64.replace(u'+', u'-').replace(u'/', u'_');
    }
    for (const QString &each : std::as_const(spellings)) {
        if (each.size() >= leastSecret && !m_spellings.contains(each))
            m_spellings += each;
    }
    std::ranges::stable_sort(m_spellings, std::greater(), &QString::size);
}

KnownSecrets::Place KnownSecrets::find(QStringView text, qsizetype from) const
{
    Place found;
    for (const QString &spelling : m_spellings) {
        const qsizetype begin = text.indexOf(spelling, from);
        if (begin >= 0 && (found.length == 0 || begin < found.begin))
            found = {begin, spelling.size()};
    }
    return found;
}

qsizetype KnownSecrets::openEnd(QStringView text) const
{
    qsizetype open = 0;
    for (const QString &spelling : m_spellings) {
        for (qsizetype length = std::min(spelling.size() - 1, text.size()); length > open; --length) {
            if (text.endsWith(QStringView(spelling).first(length)))
                open = length;
        }
    }
    return open;
}

QString KnownSecrets::cleaned(const QString &text) const
{
    Place place = find(text);
    if (place.length == 0)
        return text;
    QString out;
    qsizetype copied = 0;
    for (; place.length > 0; place = find(text, copied)) {
        out += QStringView(text).sliced(copied, place.begin - copied);
        out += redactionMark();
        copied = place.begin + place.length;
    }
    out += QStringView(text).sliced(copied);
    return out;
}

QString KnownSecrets::cleanedEnd(const QString &text) const
{
    const QString whole = cleaned(text);
    const qsizetype dots = whole.endsWith(u'…') ? 1 : whole.endsWith("..."_L1) ? 3 : 0;
    const qsizetype open = openEnd(QStringView(whole).chopped(dots));
    return open < leastBeginning ? whole : whole.chopped(dots + open) + redactionMark() + whole.last(dots);
}

Error KnownSecrets::cleaned(Error error) const
{
    error.detail = cutText(cleanedEnd(error.detail), mostErrorText);
    error.parameter = cutText(cleanedEnd(error.parameter), mostErrorText);
    error.place = cleaned(withoutAddressSecrets(error.place));
    return error;
}

} // namespace Tempera
