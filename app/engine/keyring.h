// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/secretstore.h"

#include <QMap>
#include <QString>

namespace Tempera {

/// Keys by the name under which an Endpoint asks for them (Endpoint::keyName). A value that lives in memory only.
class KeyRing
{
public:
    void insert(const QString &name, const Secret &secret) { m_keys.insert(name, secret); }
    void remove(const QString &name) { m_keys.remove(name); }
    [[nodiscard]] bool contains(const QString &name) const { return !key(name).isEmpty(); }
    /// An empty Secret when there is none of this name.
    [[nodiscard]] Secret key(const QString &name) const { return m_keys.value(name); }
    [[nodiscard]] QList<Secret> keys() const { return m_keys.values(); }

private:
    QMap<QString, Secret> m_keys;
};

} // namespace Tempera
