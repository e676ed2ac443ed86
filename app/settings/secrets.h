// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/secretstore.h"

#include <QProcessEnvironment>

namespace Tempera {

/// Keys from the environment variable of their name, else from the desktop's keychain (service "tempera").
/// A keychain that is not there or is locked counts as one without the key: a missing key is told by the endpoint
/// that needs it. Main thread.
class EnvironmentOrKeychain final : public SecretStore
{
public:
    explicit EnvironmentOrKeychain(QProcessEnvironment environment = QProcessEnvironment::systemEnvironment())
        : m_environment(std::move(environment))
    {
    }

    void read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback) override;
    /// Into the keychain; a Storage error when there is none that can be written.
    void write(const QString &name, const Secret &secret, QObject *guard,
               std::function<void(Result<void>)> callback) override;

private:
    QProcessEnvironment m_environment;
};

} // namespace Tempera
