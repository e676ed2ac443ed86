// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArrayView>

#include <memory>

namespace Tempera {

/// A file that is written from its beginning to its end, in pieces. Without commit() nothing has happened.
class OutputFile
{
public:
    virtual ~OutputFile() = default;
    /// What fails here is reported by commit(); pieces after it are dropped.
    virtual void write(QByteArrayView piece) = 0;
    /// Puts the file in place as a whole. Error{File} with its path and the cause of the first failure.
    [[nodiscard]] virtual Result<void> commit() = 0;
};

/// Where reports go. The caller waits.
class OutputFiles
{
public:
    virtual ~OutputFiles() = default;
    /// Begins a file; a regular one replaces what has its name only with commit(). Pipes and devices are written into.
    [[nodiscard]] virtual std::unique_ptr<OutputFile> open(const QString &path) = 0;
    /// Whether open() and a small write would succeed, without leaving anything there: Error{File} with path and cause.
    [[nodiscard]] virtual Result<void> canWrite(const QString &path) const = 0;
    /// Whether two names lead to one file, by links of either kind too; also where it is not there yet.
    [[nodiscard]] virtual bool isSameFile(const QString &one, const QString &other) const = 0;
};

} // namespace Tempera
