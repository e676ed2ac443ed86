// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/sql/migrationfiles.h"

#include <QDir>
#include <QResource>

using namespace Qt::StringLiterals;

/// In a static library nothing pulls the resources in unless this is called, outside of any namespace.
static void initialiseSqlResource()
{
    Q_INIT_RESOURCE(sql);
}

namespace Tempera {

QList<MigrationFile> migrationFiles()
{
    initialiseSqlResource();
    const QDir folder(u":/tempera/sql"_s);
    QList<MigrationFile> files;
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        const QByteArray sql = QResource(folder.filePath(name)).uncompressedData();
        files.append(MigrationFile{QStringView(name).first(3).toInt(), name, QString::fromUtf8(sql)});
    }
    return files;
}

} // namespace Tempera
