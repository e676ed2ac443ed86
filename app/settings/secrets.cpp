// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/secrets.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

const QString service = u"tempera"_s;

/// Without a session bus every call to the keychain waits for one in vain.
bool hasKeychain(const QProcessEnvironment &environment)
{
    return environment.contains(u"DBUS_SESSION_BUS_ADDRESS"_s);
}

} // namespace

void EnvironmentOrKeychain::read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback)
{
    const QString value = m_environment.value(name);
    if (!value.isEmpty() || !hasKeychain(m_environment)) {
        QTimer::singleShot(0, guard, [callback = std::move(callback), secret = Secret(value.toUtf8())] { callback(secret); });
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, guard, [job, callback = std::move(callback)] {
        callback(job->error() == QKeychain::NoError ? Secret(job->textData().toUtf8()) : Secret());
    });
    job->start();
}

void EnvironmentOrKeychain::write(const QString &name, const Secret &secret, QObject *guard,
                                  std::function<void(Result<void>)> callback)
{
    if (!hasKeychain(m_environment)) {
        QTimer::singleShot(0, guard, [callback = std::move(callback)] {
            callback(failure(ErrorKind::Storage,
                             QCoreApplication::translate("Secrets", "There is no keychain in this session.")));
        });
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setTextData(QString::fromUtf8(secret.reveal()));
    QObject::connect(job, &QKeychain::Job::finished, guard, [job, callback = std::move(callback)] {
        if (job->error() == QKeychain::NoError)
            callback({});
        else
            callback(failure(ErrorKind::Storage, job->errorString()));
    });
    job->start();
}

} // namespace Tempera
