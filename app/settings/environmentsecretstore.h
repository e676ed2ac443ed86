// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/secretstore.h"

namespace Tempera {

/// Keys in environment variables, under their own names, or under another one that some know the same key by
/// (GEMINI_API_KEY: GOOGLE_API_KEY). Read only.
class EnvironmentSecretStore final : public SecretStore
{
public:
    /// White space around the value does not count: it comes from files that were read into the variable.
    void read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback) override;
    /// Always an error.
    void write(const QString &name, const Secret &secret, QObject *guard, std::function<void(Result<void>)> callback) override;
};

} // namespace Tempera
