// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QDir>
#include <QStringList>

namespace Tempera {

/// Where experiment files come from. Small files only; the caller waits.
class PromptStore
{
public:
    virtual ~PromptStore() = default;
    [[nodiscard]] virtual Result<QByteArray> read(const QString &path) const = 0;
    /// Replaces the file as a whole or not at all; pipes and devices are written into.
    [[nodiscard]] virtual Result<void> write(const QString &path, const QByteArray &data) = 0;
    /// The files whose paths match a pattern (see pathpattern.h), as matchingPaths() orders them. None where the store has no
    /// folders to look into.
    [[nodiscard]] virtual QStringList matching(const QString &pattern) const
    {
        Q_UNUSED(pattern)
        return {};
    }
    /// The one name of a file, however it was written down: absolute and without links where the store knows of such.
    [[nodiscard]] virtual QString nameOf(const QString &path) const { return QDir::cleanPath(path); }
};

} // namespace Tempera
