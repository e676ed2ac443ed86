// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/trustfile.h"

#include "app/settings/jsonfile.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Tempera {

TrustFile::TrustFile(const QString &path) : m_path(path) { }

QString TrustFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/tempera/trust.json"_s;
}

Result<Trust> TrustFile::load() const
{
    return readJsonFile(m_path).transform(&trustFromJson);
}

Result<void> TrustFile::save(const Trust &trust)
{
    return writeJsonFile(m_path, trustToJson(trust));
}

} // namespace Tempera
