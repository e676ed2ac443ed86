// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/settingsfile.h"

#include "app/settings/jsonfile.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Tempera {

SettingsFile::SettingsFile(const QString &path) : m_path(path) { }

QString SettingsFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/tempera/settings.json"_s;
}

Result<Settings> SettingsFile::load() const
{
    return readJsonFile(m_path).transform(&settingsFromJson);
}

Result<void> SettingsFile::save(const Settings &settings) const
{
    return writeJsonFile(m_path, settingsToJson(settings));
}

} // namespace Tempera
