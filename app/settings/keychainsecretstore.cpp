// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/keychainsecretstore.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

const QString service = u"tempera"_s;

std::unexpected<Error> keychainFailure(const QString &name, const QString &reason)
{
    return failure(ErrorKind::Auth, u"The keychain cannot be used: %1"_s.arg(reason.simplified()), name);
}

/// Calls back once, from the event loop: with the job's outcome, or with a failure when that takes too long.
template<typename T>
void run(QKeychain::Job *job, const QString &name, QObject *guard, std::chrono::milliseconds timeout,
         std::function<void(Result<T>)> callback, std::function<Result<T>(QKeychain::Job &)> outcome)
{
    auto pending = std::make_shared<std::function<void(Result<T>)>>(std::move(callback));
    const auto answer = [pending](const Result<T> &result) {
        if (const auto call = std::exchange(*pending, nullptr))
            call(result);
    };
    job->setKey(name);
    // Without a session bus a call to the keychain waits for one in vain.
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) {
        delete job;
        QTimer::singleShot(0, guard, [answer, name] { answer(keychainFailure(name, u"there is no session bus"_s)); });
        return;
    }
    QObject::connect(job, &QKeychain::Job::finished, guard,
                     [answer, outcome = std::move(outcome)](QKeychain::Job *done) { answer(outcome(*done)); });
    QTimer::singleShot(timeout, guard, [answer, name] { answer(keychainFailure(name, u"it does not answer"_s)); });
    job->start(); // deletes itself
}

} // namespace

void KeychainSecretStore::read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback)
{
    run<Secret>(new QKeychain::ReadPasswordJob(service), name, guard, m_timeout, std::move(callback),
                [name](QKeychain::Job &job) -> Result<Secret> {
                    if (job.error() == QKeychain::EntryNotFound)
                        return Secret();
                    if (job.error() != QKeychain::NoError)
                        return keychainFailure(name, job.errorString());
                    return Secret(static_cast<QKeychain::ReadPasswordJob &>(job).textData().toUtf8());
                });
}

void KeychainSecretStore::write(const QString &name, const Secret &secret, QObject *guard,
                                std::function<void(Result<void>)> callback)
{
    const auto outcome = [name](QKeychain::Job &job) -> Result<void> {
        if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
            return keychainFailure(name, job.errorString());
        return {};
    };
    if (secret.isEmpty())
        return run<void>(new QKeychain::DeletePasswordJob(service), name, guard, m_timeout, std::move(callback), outcome);
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(QString::fromUtf8(secret.reveal()));
    run<void>(job, name, guard, m_timeout, std::move(callback), outcome);
}

} // namespace Tempera
