// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/settings.h"

namespace Tempera {

/// The settings as a JSON file, by default "tempera/settings.json" in the user's configuration folder. Small; the
/// caller waits.
class SettingsFile
{
public:
    explicit SettingsFile(const QString &path = defaultPath());

    [[nodiscard]] static QString defaultPath();
    [[nodiscard]] const QString &path() const { return m_path; }

    /// Defaults where there is no file yet. A broken file is an error that names line and column; it is not touched.
    [[nodiscard]] Result<Settings> load() const;
    /// As a whole or not at all; makes the folder where it is missing.
    [[nodiscard]] Result<void> save(const Settings &settings) const;

private:
    QString m_path;
};

} // namespace Tempera
