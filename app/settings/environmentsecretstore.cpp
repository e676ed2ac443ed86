// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/environmentsecretstore.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

void EnvironmentSecretStore::read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback)
{
    const Secret secret(qgetenv(name.toLocal8Bit().constData()).trimmed());
    QMetaObject::invokeMethod(guard, [callback = std::move(callback), secret] { callback(secret); }, Qt::QueuedConnection);
}

void EnvironmentSecretStore::write(const QString &name, const Secret &, QObject *guard,
                                   std::function<void(Result<void>)> callback)
{
    QMetaObject::invokeMethod(
        guard,
        [callback = std::move(callback), name] {
            callback(failure(ErrorKind::Usage, u"an environment variable cannot be kept"_s, name));
        },
        Qt::QueuedConnection);
}

} // namespace Tempera
