// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptstore.h"

namespace Tempera {

/// Files of this machine. Only regular files up to 64 MiB are read, so that a device or a mistake does not fill the
/// memory. Any thread.
class FileStore final : public PromptStore
{
public:
    static constexpr qint64 maximumBytes = 64 * 1024 * 1024;

    [[nodiscard]] Result<QByteArray> read(const QString &path) const override;
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &data) override;
};

} // namespace Tempera
