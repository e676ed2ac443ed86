// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/migrations.h"

#include "app/storage/sqlscript.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

Result<qint64> version(Database &database)
{
    return database.number(u"PRAGMA user_version"_s);
}

Result<void> applyStep(Database &database, const MigrationFile &file)
{
    Transaction transaction(database);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun;
    // Now that the lock is ours: another program may have done this step meanwhile.
    const Result<qint64> before = version(database);
    if (!before)
        return std::unexpected(before.error());
    if (*before >= file.number)
        return {};
    for (const QString &statement : splitSql(file.sql)) {
        if (const Result<void> done = database.run(statement); !done) {
            Error error = done.error();
            error.detail = file.name + u": "_s + error.detail;
            return std::unexpected(error);
        }
    }
    if (const Result<void> numbered = database.run(u"PRAGMA user_version = %1"_s.arg(file.number)); !numbered)
        return numbered;
    return transaction.commit();
}

} // namespace

Result<void> migrate(Database &database, const QList<MigrationFile> &files)
{
    const Result<qint64> before = version(database);
    if (!before)
        return std::unexpected(before.error());
    const int latest = files.isEmpty() ? 0 : files.last().number;
    if (*before > latest) {
        return failure(ErrorKind::Storage,
                       QCoreApplication::translate("Ledger", "It was written by a newer Tempera (version %1 of the ledger; this "
                                                             "program knows %2).")
                           .arg(*before)
                           .arg(latest),
                       database.path());
    }
    for (const MigrationFile &file : files) {
        if (file.number <= *before)
            continue;
        if (const Result<void> done = applyStep(database, file); !done)
            return done;
    }
    return {};
}

} // namespace Tempera
