// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/secretstore.h"

#include <chrono>

namespace Tempera {

/// Keys in the desktop's keychain (Secret Service or KWallet, service "tempera") by QtKeychain. Where there is none, or
/// it stays locked, reading and writing fail; whether it works shows only when it is asked.
class KeychainSecretStore final : public SecretStore
{
public:
    /// `timeout`: a keychain that asks its user for a password may take this long.
    explicit KeychainSecretStore(std::chrono::milliseconds timeout = std::chrono::seconds(60)) : m_timeout(timeout) { }

    void read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback) override;
    /// An empty secret removes the entry.
    void write(const QString &name, const Secret &secret, QObject *guard, std::function<void(Result<void>)> callback) override;

private:
    std::chrono::milliseconds m_timeout;
};

} // namespace Tempera
