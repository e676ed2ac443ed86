// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/modellisting.h"

#include "app/engine/http/answerlimits.h"
#include "app/engine/http/boundedreading.h"
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
    QNetworkRequest request(wire.url);
    if (tls)
        request.setSslConfiguration(*tls);
    // A redirect would carry the key to another place.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "tempera");
    for (const auto &[name, value] : wire.headers)
        request.setRawHeader(name, value);
    return request;
}

/// What came, or why nothing did. `body` holds no more than the limits allow.
Result<QStringList> listOf(const QNetworkReply &reply, const QByteArray &body, const Clock &clock)
{
    const int code = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (code != 0 && (code < 200 || code >= 300))
        return std::unexpected(httpError(code, reply.headers(), body, clock.now()));
    if (!reply.isFinished())
        return failure(ErrorKind::Timeout, u"no answer within %1 s"_s.arg(listTimeout.count()));
    if (reply.error() != QNetworkReply::NoError)
        return std::unexpected(networkError(reply.error(), reply.errorString()));
    return modelNames(body);
}

/// One question on its way; bounded in bytes and time whatever the server sends. Deletes itself.
class ListQuestion final : public QObject
{
public:
    using Deliver = std::function<void(ServerReport)>;

    ListQuestion(QNetworkReply *reply, const Clock &clock, Deliver deliver)
        : QObject(reply->parent()),
          m_reply(reply),
          m_clock(clock),
          m_deliver(std::move(deliver)),
          m_asked(clock.now()),
          m_started(clock.monotonic()),
          m_timer(clock.timer([this] { end(listOf(*m_reply, m_body, m_clock)); }))
    {
        boundReading(*m_reply);
        connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
            readHead();
            if (isRefused())
                m_timer->start(MaxRefusalTime);
        });
        connect(m_reply, &QIODevice::readyRead, this, &ListQuestion::read);
        connect(m_reply, &QNetworkReply::finished, this, [this] {
            read();
            if (m_reply)
                end(listOf(*m_reply, m_body, m_clock));
        });
        m_timer->start(listTimeout);
    }

private:
    [[nodiscard]] bool isRefused() const { return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() >= 300; }

    /// Nothing is the response of a proxy that could not be reached: then there is no status either.
    void readHead()
    {
        if (m_report.latency || m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 0)
            return;
        m_report.latency = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic() - m_started);
        const QByteArray date = m_reply->headers().value(QHttpHeaders::WellKnownHeader::Date).toByteArray();
        m_report.clock = clockDifference(httpDate(date), m_asked, m_clock.now());
    }

    void read()
    {
        while (m_reply && m_reply->bytesAvailable() > 0) {
            m_body += m_reply->read(ReadAhead);
            if (isRefused() && m_body.size() >= MaxRefusalBytes)
                return end(listOf(*m_reply, m_body.first(MaxRefusalBytes), m_clock));
            if (m_body.size() > mostListBytes)
                return end(failure(ErrorKind::Protocol, u"the answer is too large"_s));
        }
    }

    void end(const Result<QStringList> &names)
    {
        m_timer->stop();
        QNetworkReply *reply = std::exchange(m_reply, nullptr);
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
        deleteLater();
        m_report.models = names;
        m_deliver(m_report);
    }

    QNetworkReply *m_reply;
    const Clock &m_clock;
    Deliver m_deliver;
    QDateTime m_asked;
    std::chrono::microseconds m_started;
    ServerReport m_report;
    QByteArray m_body;
    std::unique_ptr<ClockTimer> m_timer;
};

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

    void ask(const WireRequest &asked, const EndpointOptions &options, const ListQuestion::Deliver &deliver)
    {
        const Result<ServerNetwork> way = m_networks.reach(&options);
        if (!way) {
            deliver({.models = std::unexpected(way.error())});
            return;
        }
        QNetworkAccessManager &network = *way->manager;
        const QNetworkRequest request = listRequest(asked, way->tls);
        new ListQuestion(asked.method == "GET" ? network.get(request) : network.sendCustomRequest(request, asked.method, asked.body),
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
        QMetaObject::invokeMethod(
            &m_owner, [this, id, report = std::move(report)] { answer(id, report); }, Qt::QueuedConnection);
    };
    const QString wire = providerAt(endpoint).wire;
    const Codec *codec = codecOf(m_wires, wire);
    if (!codec)
        return deliver({.models = failure(ErrorKind::Usage, u"this version does not speak the API \"%1\""_s.arg(wire))});
    const Result<WireRequest> asked = withOwnHeaders(codec->listing(endpoint, key), withServerHeaders(endpoint, options));
    if (!asked)
        return deliver({.models = std::unexpected(asked.error())});
    QMetaObject::invokeMethod(m_asker, [asker = m_asker, asked = *asked, options, deliver] { asker->ask(asked, options, deliver); });
}

void ModelListing::answer(quint64 id, const ServerReport &report)
{
    const auto pending = m_pending.extract(id);
    if (!pending.empty() && pending.mapped().guard)
        pending.mapped().callback(report);
}

} // namespace Tempera
