// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QObject>

#include <functional>

namespace Tempera {

/// A key. Cannot be printed, compared with text or turned into a string by accident.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value) : m_value(std::move(value)) { }
    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }
    /// The key itself, for the one place that writes the header.
    [[nodiscard]] const QByteArray &reveal() const { return m_value; }

private:
    QByteArray m_value;
};

/// Where keys are kept: environment first, then the keychain. Callbacks come on the caller's thread and are
/// dropped when the guard is gone. A missing key is an empty Secret, not an error.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    virtual void read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback) = 0;
    virtual void write(const QString &name, const Secret &secret, QObject *guard, std::function<void(Result<void>)> callback) = 0;
};

} // namespace Tempera
