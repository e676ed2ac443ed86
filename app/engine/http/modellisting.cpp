// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/modellisting.h"

#include "app/engine/http/answerlimits.h"
#include "app/engine/http/boundedreading.h"
#include "app/engine/http/httperrors.h"
#include "app/engine/http/httpjob.h"

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

QNetworkRequest listRequest(const WireRequest &wire)
{
    QNetworkRequest request(wire.url);
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
    using Deliver = std::function<void(Result<QStringList>)>;

    ListQuestion(QNetworkReply *reply, const Clock &clock, Deliver deliver)
        : QObject(reply->parent()),
          m_reply(reply),
          m_clock(clock),
          m_deliver(std::move(deliver)),
          m_timer(clock.timer([this] { end(listOf(*m_reply, m_body, m_clock)); }))
    {
        boundReading(*m_reply);
        connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
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
        m_deliver(names);
    }

    QNetworkReply *m_reply;
    const Clock &m_clock;
    Deliver m_deliver;
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

ModelListing::ModelListing(const Clock &clock, Wires wires) : m_clock(clock), m_wires(std::move(wires)) { }

ModelListing::~ModelListing()
{
    m_thread.quit();
    m_thread.wait();
}

void ModelListing::ask(const Endpoint &endpoint, const Secret &key, QObject *guard,
                       std::function<void(Result<QStringList>)> callback)
{
    if (!m_worker) {
        m_worker = new QObject;
        m_worker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.start();
    }
    const quint64 id = ++m_last;
    m_pending.emplace(id, Pending{guard, std::move(callback)});
    KnownSecrets secrets(endpoint);
    secrets.add(key.reveal());
    const auto deliver = [this, id, secrets, place = placeOf(endpoint)](Result<QStringList> names) {
        if (names) {
            for (QString &name : *names)
                name = cutText(secrets.cleanedEnd(plainDetail(name)), mostErrorText);
        } else {
            names.error().place = place;
            names = std::unexpected(secrets.cleaned(names.error()));
        }
        QMetaObject::invokeMethod(
            &m_owner, [this, id, names = std::move(names)] { answer(id, names); }, Qt::QueuedConnection);
    };
    const QString wire = providerAt(endpoint).wire;
    const Codec *codec = codecOf(m_wires, wire);
    if (!codec)
        return deliver(failure(ErrorKind::Usage, u"this version does not speak the API \"%1\""_s.arg(wire)));
    const WireRequest asked = codec->listing(endpoint, key);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, request = listRequest(asked), method = asked.method,
                                         body = asked.body, &clock = m_clock, deliver] {
        auto *network = worker->findChild<QNetworkAccessManager *>();
        if (!network)
            network = new QNetworkAccessManager(worker);
        new ListQuestion(method == "GET" ? network->get(request) : network->sendCustomRequest(request, method, body), clock,
                         deliver);
    });
}

void ModelListing::answer(quint64 id, const Result<QStringList> &names)
{
    const auto pending = m_pending.extract(id);
    if (!pending.empty() && pending.mapped().guard)
        pending.mapped().callback(names);
}

} // namespace Tempera
