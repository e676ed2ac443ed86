// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptstore.h"

namespace Tempera {

/// Hands everything on to another store, which outlives it, and remembers what was read: nothing is to be written over it.
class ReadRecorder final : public PromptStore
{
public:
    explicit ReadRecorder(PromptStore &files) : m_files(files) { }

    [[nodiscard]] Result<QByteArray> read(const QString &path) const override
    {
        if (!m_paths.contains(path))
            m_paths += path;
        return m_files.read(path);
    }
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &data) override { return m_files.write(path, data); }
    [[nodiscard]] QStringList matching(const QString &pattern) const override { return m_files.matching(pattern); }
    [[nodiscard]] QString nameOf(const QString &path) const override { return m_files.nameOf(path); }

    /// What was asked for, each once, whether it could be read or not.
    [[nodiscard]] const QStringList &paths() const { return m_paths; }

private:
    PromptStore &m_files;
    mutable QStringList m_paths;
};

} // namespace Tempera
