// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/batcher.h"
#include "app/engine/http/codec.h"
#include "tests/support/eventtext.h"
#include "tests/support/everysetting.h"
#include "tests/support/goldenfile.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>

/// What the tests of the codecs share. Each codec has a folder of files: NAME.request.json (what is sent), NAME.stream.txt and
/// NAME.answer.json (what comes), NAME.events.txt (what is understood).
namespace Tempera::CodecTesting {

/// Without regard to this machine's variables.
inline GenerationRequest requestTo(const QString &id)
{
    GenerationRequest request;
    request.endpoint = endpointFromId(id, [](const QString &) { return QString(); });
    request.messages = {{Role::System, QStringLiteral("Be brief.")}, {Role::User, QStringLiteral("Grüße, \"Welt\"\n你好")}};
    return request;
}

/// Everything that the endpoint takes.
inline SamplingSettings everythingFor(const Endpoint &endpoint)
{
    SamplingSettings sampling = everySetting();
    sampling.seed = 9007199254740993; // more than a double holds
    const Dialect dialect = providerAt(endpoint).dialect;
    for (const Parameter parameter : allParameters()) {
        if (!carries(dialect, parameter))
            sampling.unset(parameter);
    }
    if (dialect != Dialect::LlamaServer && !sampling.logitBias.isEmpty()) // no biases by text
        sampling.logitBias.last() = {.token = 2, .text = {}, .bias = -std::numeric_limits<double>::infinity()};
    return sampling;
}

inline SamplingSettings only(Parameter parameter)
{
    SamplingSettings sampling = everySetting();
    for (const Parameter other : allParameters()) {
        if (other != parameter)
            sampling.unset(other);
    }
    return sampling;
}

/// The wire request as the golden files show it.
inline QByteArray wireText(const WireRequest &wire)
{
    QJsonArray headers;
    for (const auto &[name, value] : wire.headers)
        headers.append(QString::fromUtf8(name + ": " + value));
    return QJsonDocument(QJsonObject{{QStringLiteral("url"), wire.url.toString()},
                                     {QStringLiteral("headers"), headers},
                                     {QStringLiteral("body"), QJsonDocument::fromJson(wire.body).object()}})
        .toJson();
}

inline QByteArray lines(const GenerationBatch &events)
{
    return eventTexts(joined(events)).join(u'\n').toUtf8() + '\n';
}

/// The events of a stream that arrives in pieces that end at the given places.
inline QByteArray decoded(const Codec &codec, const GenerationRequest &request, const QByteArray &stream,
                          const QList<qsizetype> &cuts)
{
    const auto framing = codec.framing();
    const auto decoder = codec.decoder(request);
    GenerationBatch events;
    const auto take = [&](const std::vector<Frame> &frames) {
        for (const Frame &frame : frames)
            std::ranges::move(decoder->frame(frame), std::back_inserter(events));
    };
    qsizetype from = 0;
    const auto feed = [&](qsizetype to) {
        take(framing->feed(QByteArrayView(stream).sliced(from, to - from)));
        from = to;
    };
    for (const qsizetype cut : cuts)
        feed(cut);
    feed(stream.size());
    take(framing->end());
    std::ranges::move(decoder->streamEnded(), std::back_inserter(events));
    return lines(events);
}

/// Whether a stream gives the same events wherever it is cut, those of its file.
inline bool readsStream(const Codec &codec, const GenerationRequest &request, const QString &folder, const QString &name)
{
    const QByteArray stream = testData(folder + name + QStringLiteral(".stream.txt"));
    const QByteArray events = decoded(codec, request, stream, {});
    if (!isGolden(folder + name + QStringLiteral(".events.txt"), events))
        return false;
    QList<qsizetype> everywhere(stream.size());
    std::iota(everywhere.begin(), everywhere.end(), 0);
    for (const qsizetype cut : std::as_const(everywhere)) {
        if (decoded(codec, request, stream, {cut}) == events)
            continue;
        qWarning("cut at %lld it is another answer", static_cast<long long>(cut));
        return false;
    }
    return decoded(codec, request, stream, everywhere) == events;
}

/// Whether every beginning of a stream that ends before `reason` fails, and none ends well.
inline bool failsUntil(const Codec &codec, const GenerationRequest &request, const QByteArray &stream, const QByteArray &reason)
{
    const qsizetype end = stream.indexOf(reason);
    if (end <= 0)
        return false;
    for (qsizetype size = 0; size < end; ++size) {
        const QByteArray events = decoded(codec, request, stream.first(size), {});
        if (events.contains("failed ") && !events.contains("finished "))
            continue;
        qWarning("its first %lld bytes: %s", static_cast<long long>(size), events.constData());
        return false;
    }
    return true;
}

/// Whether an answer that is not streamed gives the events of its file.
inline bool readsWhole(const Codec &codec, const GenerationRequest &request, const QString &folder, const QString &name)
{
    const GenerationBatch events = codec.decoder(request)->whole(testData(folder + name + QStringLiteral(".answer.json")));
    return !events.empty() && isEnd(events.back()) && isGolden(folder + name + QStringLiteral(".events.txt"), lines(events));
}

/// Whether a request is what its file says.
inline bool writesRequest(const Codec &codec, const GenerationRequest &request, const QString &folder, const QString &name)
{
    const Secret key = request.endpoint.keyName.isEmpty() ? Secret() : Secret("sk-test");
    const Result<WireRequest> wire = codec.encode(request, key);
    return wire && isGolden(folder + name + QStringLiteral(".request.json"), wireText(*wire));
}

/// The body of a request as JSON.
inline QJsonObject bodyOf(const Codec &codec, const GenerationRequest &request)
{
    const Result<WireRequest> wire = codec.encode(request, {});
    return wire ? QJsonDocument::fromJson(wire->body).object() : QJsonObject();
}

/// Whether each parameter is sent where the dialect of the request has it, and refused by its name where it has not.
inline bool sendsOrRefuses(const Codec &codec, GenerationRequest request)
{
    const Dialect dialect = providerOf(request).dialect;
    const QByteArray plain = codec.encode(request, {}).value().body;
    return std::ranges::all_of(allParameters(), [&](Parameter parameter) {
        request.sampling = only(parameter);
        const Result<WireRequest> wire = codec.encode(request, {});
        if (carries(dialect, parameter))
            return wire && wire->body != plain;
        return !wire && wire.error().kind == ErrorKind::UnsupportedParameter
               && wire.error().parameter == parameterName(parameter);
    });
}

/// A row for each file of a folder with that ending.
inline void addFiles(const QString &folder, const QString &suffix)
{
    QTest::addColumn<QString>("name");
    const QDir dir(testDataPath(folder));
    const QStringList files = dir.entryList({QStringLiteral("*.") + suffix}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QTest::newRow(qUtf8Printable(file)) << file.chopped(suffix.size() + 1);
}

} // namespace Tempera::CodecTesting
