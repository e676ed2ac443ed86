// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/wire/requestbuilding.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

std::optional<Error> addressError(const Endpoint &endpoint)
{
    const QUrl &base = endpoint.baseUrl;
    if (base.isEmpty() && !endpoint.addressFrom.isEmpty())
        return failure(ErrorKind::Usage, u"%1 does not hold an http or https address"_s.arg(endpoint.addressFrom),
                       endpoint.shownId())
            .error();
    if (!base.isValid() || base.host().isEmpty() || (base.scheme() != "http"_L1 && base.scheme() != "https"_L1))
        return failure(ErrorKind::Usage, u"the base URL is not an http or https address"_s, endpoint.shownId()).error();
    return {};
}

/// The first parameter that is set though the endpoint is known to refuse it.
std::optional<Parameter> refusedParameter(const SamplingSettings &sampling, Dialect dialect)
{
    for (const Parameter parameter : allParameters()) {
        if (sampling.isSet(parameter) && !carries(dialect, parameter))
            return parameter;
    }
    return {};
}

std::optional<Error> schemaError(const QString &schema)
{
    if (schema.isEmpty())
        return {};
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(schema.toUtf8(), &fault);
    if (document.isObject())
        return {};
    return settingError(ErrorKind::BadRequest, Parameter::JsonSchema,
                        u"json_schema: %1"_s.arg(document.isNull() ? fault.errorString() : u"not a JSON object"_s));
}

bool isHeaderText(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c < u' ' || c == u'\x7f'; });
}

QString pathWithoutSlash(const QUrl &url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

bool isVersion(const QString &step)
{
    static const QRegularExpression version(u"^v\\d+[a-z0-9]*$"_s);
    return version.match(step).hasMatch();
}

} // namespace

std::optional<Error> unsendable(const GenerationRequest &request, Dialect dialect)
{
    if (std::optional<Error> error = addressError(request.endpoint))
        return error;
    if (const auto refused = refusedParameter(request.sampling, dialect)) {
        const QString host = request.endpoint.baseUrl.host();
        return settingError(ErrorKind::UnsupportedParameter, *refused,
                            u"%1 does not take %2"_s.arg(host, parameterName(*refused)));
    }
    return schemaError(request.sampling.jsonSchema);
}

Error settingError(ErrorKind kind, Parameter parameter, const QString &detail)
{
    Error made = failure(kind, detail).error();
    made.parameter = parameterName(parameter);
    return made;
}

Error partError(const QString &api, const MessagePart &part)
{
    const auto *image = std::get_if<ImagePart>(&part);
    const auto *other = std::get_if<OtherPart>(&part);
    const QString what = other                            ? u"a part of the type \"%1\""_s.arg(other->type)
                         : image && image->data.isEmpty() ? u"an image by its address"_s
                                                          : u"an image"_s;
    return failure(ErrorKind::BadRequest, u"%1 cannot carry %2 in a message"_s.arg(api, what)).error();
}

QUrl placeBelow(const QUrl &base, const QString &place)
{
    QUrl url = base;
    url.setPath(pathWithoutSlash(base) + place);
    return url;
}

QUrl withVersion(const QUrl &base, const QString &version)
{
    return isVersion(pathWithoutSlash(base).section(u'/', -1)) ? base : placeBelow(base, u'/' + version);
}

QUrl withoutVersion(const QUrl &base)
{
    QUrl url = base;
    const QString path = pathWithoutSlash(base);
    const QString last = path.section(u'/', -1);
    url.setPath(isVersion(last) ? path.chopped(last.size() + 1) : path);
    return url;
}

WireRequest postOf(const QUrl &url, const QByteArray &streamType, const JsonBody &body)
{
    WireRequest wire;
    wire.url = url;
    wire.headers = {{"Content-Type", "application/json"}, {"Accept", streamType + ", application/json"}};
    wire.body = body.text();
    return wire;
}

WireRequest listingOf(const QUrl &url)
{
    return {.method = "GET", .url = url, .headers = {{"Accept", "application/json"}}, .body = {}};
}

void addBearer(WireRequest &wire, const Secret &key)
{
    if (!key.isEmpty())
        wire.headers.emplaceBack("Authorization", "Bearer " + key.reveal());
}

Result<WireRequest> withOwnHeaders(WireRequest wire, const Endpoint &endpoint)
{
    for (const auto &[name, value] : endpoint.headers.asKeyValueRange()) {
        if (!isHeaderText(name) || !isHeaderText(value))
            return failure(ErrorKind::Usage, u"the header \"%1\" holds a control character"_s.arg(name.simplified()));
        const QByteArray own = name.toUtf8();
        wire.headers.removeIf([&own](const auto &header) { return header.first.compare(own, Qt::CaseInsensitive) == 0; });
        wire.headers.emplaceBack(own, value.toUtf8());
    }
    return wire;
}

void addSettings(JsonBody &body, const SamplingSettings &sampling, std::span<const SentName> names)
{
    const QJsonObject values = samplingToJson(sampling);
    for (const SentName &each : names) {
        const auto value = values.constFind(parameterName(each.parameter));
        const bool isNone = (each.parameter == Parameter::MaxTokens && sampling.maxTokens.value_or(0) < 0)
                            || (each.parameter == Parameter::TopK && sampling.topK.value_or(0) < 0);
        if (value == values.constEnd() || isNone)
            continue;
        body.set(each.name, each.parameter == Parameter::Seed
                                ? QJsonValue(static_cast<qint64>(*sampling.seed & std::numeric_limits<qint64>::max()))
                                : *value);
    }
}

QString textsOf(const Messages &messages, Role role)
{
    QStringList texts;
    for (const Message &message : messages) {
        if (message.role == role)
            texts += message.text;
    }
    return texts.join(u"\n\n"_s);
}

} // namespace Tempera
