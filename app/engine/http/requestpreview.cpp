// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/requestpreview.h"

#include "app/engine/http/httpjob.h"
#include "app/engine/http/wires.h"
#include "models/core/hosts.h"
#include "models/core/knownsecrets.h"
#include "models/core/secrets.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What the codec writes in the place of the key. Nothing depends on its being rare: where a file has it too, a variable stands
/// there.
const QByteArray keyPlace = "KEY-OF-THE-ENDPOINT-STANDS-HERE"_ba;

void addWords(ShownText &shown, const QString &words)
{
    if (words.isEmpty())
        return;
    if (!shown.isEmpty() && shown.last().variable.isEmpty())
        shown.last().text += words;
    else
        shown.append(ShownPiece{words, {}});
}

/// The text with a variable wherever the key stands in it.
ShownText withoutKey(const QString &text, const QString &variable)
{
    ShownText shown;
    const QStringList parts = text.split(QString::fromLatin1(keyPlace));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i > 0)
            shown.append(ShownPiece{{}, variable});
        addWords(shown, parts.at(i));
    }
    return shown;
}

bool isTokenCharacter(char c)
{
    static constexpr QByteArrayView signs = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || signs.contains(c);
}

/// RFC 9110, 5.6.2; others are not sent.
bool isHeaderName(const QByteArray &name)
{
    return !name.isEmpty() && std::ranges::all_of(name, isTokenCharacter);
}

bool isOwnSecret(const Endpoint &endpoint, const QByteArray &name)
{
    const QString header = QString::fromUtf8(name);
    const auto isIt = [&header](const QString &own) { return own.compare(header, Qt::CaseInsensitive) == 0; };
    return std::ranges::any_of(endpoint.headers.keys(), isIt) && !isPublicHeader(header);
}

QList<ShownHeader> shownHeaders(const WireRequest &wire, const Endpoint &endpoint)
{
    auto all = transportHeaders();
    for (const auto &header : wire.headers) { // which take the places of those
        all.removeIf([&header](const auto &each) { return each.first.compare(header.first, Qt::CaseInsensitive) == 0; });
        all.append(header);
    }
    QList<ShownHeader> shown;
    for (const auto &[name, value] : all) {
        if (!isHeaderName(name))
            continue;
        const QString title = QString::fromLatin1(name);
        if (isOwnSecret(endpoint, name))
            shown.append(ShownHeader{title, {ShownPiece{{}, variableNameFor(title.toUpper())}}});
        else
            shown.append(ShownHeader{title, withoutKey(QString::fromUtf8(value).trimmed(), variableNameFor(endpoint.keyName))});
    }
    return shown;
}

/// A step of a path or a value of the query.
void addAddressPart(ShownText &shown, const QString &part, const QString &name, bool isSecret, const QString &keyVariable)
{
    if (isSecret && !part.isEmpty())
        shown.append(ShownPiece{{}, name});
    else
        for (const ShownPiece &piece : withoutKey(part, keyVariable))
            piece.variable.isEmpty() ? addWords(shown, piece.text) : shown.append(piece);
}

ShownText shownUrl(const QUrl &url, const QString &keyVariable)
{
    ShownText shown;
    addWords(shown, url.scheme() + u"://"_s);
    if (!url.userInfo().isEmpty()) {
        shown.append(ShownPiece{{}, u"ADDRESS_USER"_s});
        addWords(shown, u"@"_s);
    }
    addWords(shown, url.toString(QUrl::RemoveScheme | QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                                 | QUrl::RemoveFragment | QUrl::FullyEncoded)
                        .remove(0, 2)); // "//"
    const QStringList steps = url.path(QUrl::FullyEncoded).split(u'/');
    for (qsizetype i = 0; i < steps.size(); ++i) {
        addWords(shown, i > 0 ? u"/"_s : QString());
        addAddressPart(shown, steps.at(i), u"ADDRESS_PATH_KEY"_s, looksLikeKey(QUrl::fromPercentEncoding(steps.at(i).toUtf8())),
                       keyVariable);
    }
    const QString query = url.query(QUrl::FullyEncoded);
    const QStringList items = query.isEmpty() ? QStringList() : query.split(u'&');
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString name = items.at(i).section(u'=', 0, 0);
        addWords(shown, (i > 0 ? u"&"_s : u"?"_s) + name);
        if (!items.at(i).contains(u'='))
            continue;
        addWords(shown, u"="_s);
        const QString plain = QUrl::fromPercentEncoding(name.toUtf8());
        addAddressPart(shown, items.at(i).section(u'=', 1), variableNameFor(u"ADDRESS_"_s + plain.toUpper()),
                       !isPublicQueryName(plain), keyVariable);
    }
    return shown;
}

QByteArray shownBody(const QByteArray &body, const Secret &key)
{
    if (key.isEmpty() || body.isEmpty())
        return body;
    KnownSecrets secrets;
    secrets.add(key.reveal());
    return secrets.cleaned(QString::fromUtf8(body)).toUtf8();
}

} // namespace

Result<ShownRequest> shownRequest(const GenerationRequest &request, const Secret &key)
{
    const Wires wires = allWires();
    const QString wire = providerOf(request).wire;
    const Codec *codec = codecOf(wires, wire);
    if (!codec)
        return failure(ErrorKind::Usage, u"this version does not speak the API \"%1\""_s.arg(wire), placeOf(request.endpoint));
    const Endpoint &endpoint = request.endpoint;
    const bool goesWithKey = !endpoint.keyName.isEmpty() && (!key.isEmpty() || !isThisMachine(endpoint.baseUrl.host()));
    const Result<WireRequest> encoded = codec->encode(request, goesWithKey ? Secret(keyPlace) : Secret());
    if (!encoded)
        return std::unexpected(encoded.error());
    return ShownRequest{.way = ShownRequest::Way::Network,
                        .method = QString::fromLatin1(encoded->method),
                        .url = shownUrl(encoded->url, variableNameFor(endpoint.keyName)),
                        .headers = shownHeaders(*encoded, endpoint),
                        .body = shownBody(encoded->body, key)};
}

} // namespace Tempera
