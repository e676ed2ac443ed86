// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pathpattern.h"
#include "models/core/ports/promptstore.h"

#include <QMap>

namespace Tempera {

/// Files that are only in memory.
class MemoryFiles final : public PromptStore
{
public:
    [[nodiscard]] Result<QByteArray> read(const QString &path) const override
    {
        const auto it = contents.find(path);
        if (it == contents.end())
            return failure(ErrorKind::File, QStringLiteral("no such file"), path);
        return *it;
    }
    [[nodiscard]] QStringList matching(const QString &pattern) const override { return matchingPaths(contents.keys(), pattern); }
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &data) override
    {
        if (refusesWrites)
            return failure(ErrorKind::File, QStringLiteral("the disk is full"), path);
        contents.insert(path, data);
        return {};
    }

    QMap<QString, QByteArray> contents;
    bool refusesWrites = false;
};

} // namespace Tempera
