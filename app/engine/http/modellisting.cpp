// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/modellisting.h"

#include "app/engine/http/boundedreply.h"
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
    QNetworkRequest request = plainRequest(wire.url);
    for (const auto &[name, value] : wire.headers)
        request.setRawHeader(name, value);
    return request;
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
        new BoundedReply(method == "GET" ? network->get(request) : network->sendCustomRequest(request, method, body), clock,
                         {mostListBytes, listTimeout},
                         [deliver](const Result<QByteArray> &list) { deliver(list.and_then(modelNames)); });
    });
}

void ModelListing::answer(quint64 id, const Result<QStringList> &names)
{
    const auto pending = m_pending.extract(id);
    if (!pending.empty() && pending.mapped().guard)
        pending.mapped().callback(names);
}

} // namespace Tempera
