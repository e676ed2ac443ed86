// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/truststore.h"

#include <QString>

namespace Tempera {

/// The user's word in a JSON file, beside the settings. Holds names of keys, never a key.
class TrustFile final : public TrustStore
{
public:
    explicit TrustFile(const QString &path = defaultPath());
    [[nodiscard]] static QString defaultPath();

    [[nodiscard]] Result<Trust> load() const override;
    [[nodiscard]] Result<void> save(const Trust &trust) override;

private:
    QString m_path;
};

} // namespace Tempera
