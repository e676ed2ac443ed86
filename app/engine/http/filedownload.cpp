// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/filedownload.h"

#include "models/core/hosts.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool mayBeFetched(const QUrl &address)
{
    const bool isPlainHere = address.scheme() == "http"_L1 && isThisMachine(address.host());
    return address.isValid() && !address.host().isEmpty() && (address.scheme() == "https"_L1 || isPlainHere);
}

} // namespace

FileDownload::FileDownload(const Clock &clock) : m_clock(clock) { }

FileDownload::~FileDownload()
{
    m_thread.quit();
    m_thread.wait();
}

void FileDownload::fetch(const QUrl &address, ReplyBounds bounds, QObject *guard,
                         std::function<void(Result<QByteArray>)> callback)
{
    const quint64 id = ++m_last;
    m_pending.emplace(id, Pending{guard, std::move(callback)});
    const auto deliver = [this, id,
                          place = address.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)](Result<QByteArray> bytes) {
        if (!bytes && bytes.error().place.isEmpty())
            bytes.error().place = place;
        QMetaObject::invokeMethod(&m_owner, [this, id, bytes = std::move(bytes)] { answer(id, bytes); }, Qt::QueuedConnection);
    };
    if (!mayBeFetched(address))
        return deliver(failure(ErrorKind::Usage, QCoreApplication::translate("Prices", "an address of https is needed")));
    if (!m_worker) {
        m_worker = new QObject;
        m_worker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.start();
    }
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, address, bounds, &clock = m_clock, deliver] {
        auto *network = worker->findChild<QNetworkAccessManager *>();
        if (!network)
            network = new QNetworkAccessManager(worker);
        new BoundedReply(network->get(plainRequest(address)), clock, bounds, deliver);
    });
}

void FileDownload::answer(quint64 id, const Result<QByteArray> &bytes)
{
    const auto pending = m_pending.extract(id);
    if (!pending.empty() && pending.mapped().guard)
        pending.mapped().callback(bytes);
}

} // namespace Tempera
