// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/secretstore.h"

#include <memory>
#include <vector>

namespace Tempera {

/// Several stores as one: reads from the first that has the key, writes to the last.
class ChainedSecretStore final : public SecretStore
{
public:
    /// `stores` must not be empty.
    explicit ChainedSecretStore(std::vector<std::unique_ptr<SecretStore>> stores);

    /// Empty when every store said that it has no such key; an error when none has it and one could not be asked.
    void read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback) override;
    void write(const QString &name, const Secret &secret, QObject *guard, std::function<void(Result<void>)> callback) override;

private:
    std::vector<std::shared_ptr<SecretStore>> m_stores;
};

/// The environment first, then the keychain.
[[nodiscard]] std::unique_ptr<SecretStore> systemSecretStore();

} // namespace Tempera
