// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/setaside.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Where SQLite's programs lock a database (sqlite3's os.h: PENDING_BYTE and what follows it). One that has it open with a
/// write-ahead log holds a lock there all the time.
constexpr off_t sqliteLockStart = 0x40000000;
constexpr off_t sqliteLockLength = 512;

bool isUsedElsewhere(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return false; // a folder, or without the right to it: nobody else's database in use
    struct flock lock{};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = sqliteLockStart;
    lock.l_len = sqliteLockLength;
    const bool isLocked = ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(descriptor);
    return isLocked;
}

/// A path that nothing has, neither as a ledger nor as what belongs to one.
QString nameAside(const QString &path, QDate today)
{
    const QFileInfo file(path);
    const QString stem = file.dir().filePath(file.completeBaseName() + u'-' + today.toString(Qt::ISODate));
    const QString ending = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    QString name = stem + ending;
    const auto isTaken = [](const QString &one) {
        const QFileInfo info(one);
        return info.exists() || info.isSymLink();
    };
    for (int n = 2; isTaken(name) || isTaken(name + u"-wal"_s) || isTaken(name + u"-shm"_s); ++n)
        name = stem + u'-' + QString::number(n) + ending;
    return name;
}

bool renameWithoutReplacing(const QString &from, const QString &to)
{
    return ::renameat2(AT_FDCWD, QFile::encodeName(from).constData(), AT_FDCWD, QFile::encodeName(to).constData(),
                       RENAME_NOREPLACE)
           == 0;
}

} // namespace

Result<QString> setLedgerAside(const QString &path, QDate today)
{
    const QFileInfo file(path);
    if (!file.exists() && !file.isSymLink())
        return failure(ErrorKind::Storage, QCoreApplication::translate("Ledger", "There is no ledger."), path);
    if (isUsedElsewhere(path))
        return failure(ErrorKind::Storage, QCoreApplication::translate("Ledger", "Another program is using it."), path);
    const QString aside = nameAside(path, today);
    // The log first: a database without its log could be taken for a whole one if the second renaming failed.
    constexpr std::array companions{"-wal"_L1, "-shm"_L1, ""_L1};
    for (const QLatin1StringView part : companions) {
        if (!part.isEmpty() && !QFileInfo::exists(path + part))
            continue;
        if (!renameWithoutReplacing(path + part, aside + part))
            return failure(ErrorKind::Storage, qt_error_string(errno), path);
    }
    return aside;
}

} // namespace Tempera
