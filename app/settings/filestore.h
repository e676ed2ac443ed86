// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/outputfiles.h"
#include "models/core/ports/promptstore.h"

namespace Tempera {

/// Files of this machine. Only regular files are read, so that neither a device nor a mistake fills the memory.
class FileStore final : public PromptStore, public OutputFiles
{
public:
    static constexpr qint64 MaxSize = 64 * 1024 * 1024; ///< Largest file that is read, in bytes.

    [[nodiscard]] Result<QByteArray> read(const QString &path) const override;
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &data) override;
    /// Links are followed as far as they lead; of a file that is not there yet, those of its folder.
    /// Of the first 100,000 files there, so that a pattern over a whole disk comes to an end.
    [[nodiscard]] QStringList matching(const QString &pattern) const override;
    [[nodiscard]] QString nameOf(const QString &path) const override;

    [[nodiscard]] std::unique_ptr<OutputFile> open(const QString &path) override;
    [[nodiscard]] Result<void> canWrite(const QString &path) const override;
    [[nodiscard]] bool isSameFile(const QString &one, const QString &other) const override;
};

} // namespace Tempera
