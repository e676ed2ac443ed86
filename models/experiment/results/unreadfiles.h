// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptstore.h"

namespace Tempera {

/// What a result file refers to is not looked at: it was written on another machine, or by anyone.
class UnreadFiles final : public PromptStore
{
public:
    [[nodiscard]] Result<QByteArray> read(const QString &path) const override
    {
        return failure(ErrorKind::File, QStringLiteral("files that results refer to are not read"), path);
    }
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray & /*data*/) override
    {
        return failure(ErrorKind::File, QStringLiteral("files that results refer to are not written"), path);
    }
};

} // namespace Tempera
