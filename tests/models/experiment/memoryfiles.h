// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pathpattern.h"
#include "models/core/ports/promptstore.h"

#include <QMap>

namespace Tempera {

/// Files that are not on any disk.
class MemoryFiles final : public PromptStore
{
public:
    QMap<QString, QByteArray> files;

    [[nodiscard]] Result<QByteArray> read(const QString &path) const override
    {
        if (files.contains(path))
            return files.value(path);
        return failure(ErrorKind::File, QStringLiteral("no such file"), path);
    }
    [[nodiscard]] QStringList matching(const QString &pattern) const override { return matchingPaths(files.keys(), pattern); }
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &data) override
    {
        files.insert(path, data);
        return {};
    }
};

} // namespace Tempera
