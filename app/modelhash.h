// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>

#include <functional>

namespace Tempera {

/// SHA-256 of files, in hexadecimal, remembered by path, size and time of change in a small JSON file of the cache
/// folder, so that a model of many gigabytes is read once. Any thread; several programs may share the file.
class ModelHashes
{
public:
    /// "tempera/model-hashes.json" in the user's cache folder.
    [[nodiscard]] static QString defaultPath();
    explicit ModelHashes(QString cacheFile = defaultPath()) : m_cacheFile(std::move(cacheFile)) { }

    /// What is remembered; empty = nothing, or the file has changed since.
    [[nodiscard]] QByteArray known(const QString &path) const;
    /// Reads the file where it has to. `keepGoing` is told the share that is read and may stop it.
    /// Errors: File, Cancelled. A cache that cannot be written is not an error.
    [[nodiscard]] Result<QByteArray> of(const QString &path, const std::function<bool(double)> &keepGoing = {}) const;

private:
    QString m_cacheFile;
};

} // namespace Tempera
