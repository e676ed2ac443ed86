// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/modellisting.h"

#include "app/engine/http/boundedreply.h"
#include "app/engine/http/httperrors.h"
#include "app/engine/http/httpjob.h"
#include "app/engine/http/servernetworks.h"
#include "app/engine/http/wire/requestbuilding.h"
#include "app/engine/serveroptions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr qint64 mostListBytes = 8 * 1024 * 1024;
constexpr auto listTimeout = 20s;

QNetworkRequest listRequest(const WireRequest &wire, const std::optional<QSslConfiguration> &tls)
{
    QNetworkRequest request = plainRequest(wire.url);
    if (tls)
        request.setSslConfiguration(*tls);
    for (const auto &[name, value] : wire.headers)
        request.setRawHeader(name, value);
    return request;
}

using DeliverReport = std::function<void(ServerReport)>;

/// Asks for the list, and notes when the head came. Nothing is the response of a proxy that could not be reached: then there is
/// no status either.
void askForList(QNetworkReply *reply, const Clock &clock, const DeliverReport &deliver)
{
    const auto report = std::make_shared<ServerReport>();
    const auto readHead = [reply, report, &clock, asked = clock.now(), started = clock.monotonic()] {
        if (report->latency || reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 0)
            return;
        report->latency = std::chrono::duration_cast<std::chrono::milliseconds>(clock.monotonic() - started);
        const QByteArray date = reply->headers().value(QHttpHeaders::WellKnownHeader::Date).toByteArray();
        report->clock = clockDifference(httpDate(date), asked, clock.now());
    };
    QObject::connect(reply, &QNetworkReply::metaDataChanged, reply, readHead);
    new BoundedReply(reply, clock, {mostListBytes, listTimeout}, [report, deliver](const Result<QByteArray> &list) {
        report->models = list.and_then(modelNames);
        deliver(*report);
    });
}

} // namespace

Result<QStringList> modelNames(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject object = document.object();
    if (json.trimmed().startsWith('<'))
        return failure(ErrorKind::WrongAddress, u"a web page came instead of an API's answer"_s);
    const QJsonValue list = document.isArray()           ? QJsonValue(document.array())
                            : object.contains("data"_L1) ? object.value("data"_L1)
                                                         : object.value("models"_L1);
    if (!list.isArray() && isErrorBody(object))
        return std::unexpected(apiError(errorValueOf(object), 200));
    if (!list.isArray())
        return failure(ErrorKind::Protocol, u"the answer is no list of models"_s);
    QStringList names;
    for (const QJsonValue &each : list.toArray()) {
        const QString name = each.isString()
                                 ? each.toString()
                                 : each.toObject().value("id"_L1).toString(each.toObject().value("name"_L1).toString());
        if (!name.isEmpty()) // "models/gemini-3-pro" with Google
            names += name.startsWith("models/"_L1) ? name.sliced(7) : name;
    }
    return names;
}

/// Lives on the thread; its network managers too.
class ModelListing::Asker final : public QObject
{
public:
    explicit Asker(const Clock &clock) : m_clock(clock) { }

    void ask(const WireRequest &asked, const EndpointOptions &options, const DeliverReport &deliver)
    {
        const Result<ServerNetwork> way = m_networks.reach(&options);
        if (!way) {
            deliver({.models = std::unexpected(way.error())});
            return;
        }
        QNetworkAccessManager &network = *way->manager;
        const QNetworkRequest request = listRequest(asked, way->tls);
        askForList(asked.method == "GET" ? network.get(request) : network.sendCustomRequest(request, asked.method, asked.body),
                   m_clock, deliver);
    }

private:
    const Clock &m_clock;
    ServerNetworks m_networks;
};

ModelListing::ModelListing(const Clock &clock, Wires wires) : m_clock(clock), m_wires(std::move(wires)) { }

ModelListing::~ModelListing()
{
    m_thread.quit();
    m_thread.wait();
}

void ModelListing::ask(const Endpoint &endpoint, const Secret &key, QObject *guard,
                       std::function<void(Result<QStringList>)> callback)
{
    probe(endpoint, {}, key, guard, [callback = std::move(callback)](const ServerReport &report) { callback(report.models); });
}

void ModelListing::probe(const Endpoint &endpoint, const EndpointOptions &options, const Secret &key, QObject *guard,
                         std::function<void(ServerReport)> callback)
{
    if (!m_asker) {
        m_asker = new Asker(m_clock);
        m_asker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_asker, &QObject::deleteLater);
        m_thread.start();
    }
    const quint64 id = ++m_last;
    m_pending.emplace(id, Pending{guard, std::move(callback)});
    KnownSecrets secrets(endpoint);
    secrets.add(key.reveal());
    const auto deliver = [this, id, secrets, place = placeOf(endpoint)](ServerReport report) {
        if (report.models) {
            for (QString &name : *report.models)
                name = cutText(secrets.cleanedEnd(plainDetail(name)), mostErrorText);
        } else {
            if (report.models.error().place.isEmpty()) // else it is a file's
                report.models.error().place = place;
            report.models = std::unexpected(secrets.cleaned(report.models.error()));
        }
        QMetaObject::invokeMethod(&m_owner, [this, id, report = std::move(report)] { answer(id, report); }, Qt::QueuedConnection);
    };
    const QString wire = providerAt(endpoint).wire;
    const Codec *codec = codecOf(m_wires, wire);
    if (!codec)
        return deliver({.models = failure(ErrorKind::Usage, u"this version does not speak the API \"%1\""_s.arg(wire))});
    const Result<WireRequest> asked = withOwnHeaders(codec->listing(endpoint, key), withServerHeaders(endpoint, options));
    if (!asked)
        return deliver({.models = std::unexpected(asked.error())});
    QMetaObject::invokeMethod(m_asker,
                              [asker = m_asker, asked = *asked, options, deliver] { asker->ask(asked, options, deliver); });
}

void ModelListing::answer(quint64 id, const ServerReport &report)
{
    const auto pending = m_pending.extract(id);
    if (!pending.empty() && pending.mapped().guard)
        pending.mapped().callback(report);
}

} // namespace Tempera
