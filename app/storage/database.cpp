// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int patienceMs = 5000;
constexpr int sqliteConstraint = 19;
/// "Tmpr": marks the file as ours (PRAGMA application_id).
constexpr qint64 applicationId = 0x546d7072;

Error storageError(const QSqlError &error, const QString &path)
{
    const QString cause = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return failure(ErrorKind::Storage, cause, path).error();
}

/// Prompts and answers are nobody else's business; SQLite gives its WAL the rights of the database.
Result<void> makePrivateFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return failure(ErrorKind::Storage, QCoreApplication::translate("Ledger", "It is not a file."), path);
    if (!QDir().mkpath(info.absolutePath())) {
        return failure(ErrorKind::Storage,
                       QCoreApplication::translate("Ledger", "Its folder does not exist and cannot be created."), path);
    }
    if (info.exists())
        return {};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && !QFileInfo::exists(path)) // another program may have been quicker
        return failure(ErrorKind::Storage, file.errorString(), path);
    return {};
}

} // namespace

Database::Database(const QString &path)
    : m_path(path),
      m_connection(u"ledger-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_handle(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection))
{
    m_handle.setDatabaseName(path);
    m_handle.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(patienceMs));
}

Database::~Database()
{
    m_handle.close();
    m_handle = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    if (const Result<void> made = makePrivateFile(path); !made)
        return std::unexpected(made.error());
    std::unique_ptr<Database> database(new Database(path));
    if (!database->m_handle.open())
        return std::unexpected(storageError(database->m_handle.lastError(), path));
    if (const Result<void> ready = database->prepare(); !ready)
        return std::unexpected(ready.error());
    return database;
}

Result<void> Database::prepare()
{
    return checkOwner()
        .and_then([this] { return switchToWal(); })
        .and_then([this] { return run(u"PRAGMA synchronous = FULL"_s); })
        .and_then([this] { return run(u"PRAGMA foreign_keys = ON"_s); })
        .and_then([this]() -> Result<void> {
            // A file or folder without the right to write shows itself here and not with the first result.
            Transaction transaction(*this);
            return transaction.begin();
        });
}

Result<void> Database::checkOwner()
{
    const Result<qint64> tables = number(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables)
        return std::unexpected(tables.error());
    const Result<qint64> owner = number(u"PRAGMA application_id"_s);
    if (!owner)
        return std::unexpected(owner.error());
    if (*owner == applicationId)
        return {};
    if (*tables > 0 || *owner != 0) {
        return failure(ErrorKind::Storage, QCoreApplication::translate("Ledger", "It is another program's database."), m_path);
    }
    return run(u"PRAGMA application_id = %1"_s.arg(applicationId));
}

Result<void> Database::switchToWal()
{
    // Two programs that open a new file at once can get "locked" without SQLite waiting for its timeout.
    constexpr int pauseMs = 20;
    for (int waited = 0;; waited += pauseMs) {
        QSqlQuery query(m_handle);
        if (query.exec(u"PRAGMA journal_mode = WAL"_s) && query.next() && query.value(0).toString() == "wal"_L1)
            return {};
        if (waited >= patienceMs)
            return std::unexpected(error(query));
        QThread::msleep(pauseMs);
    }
}

Result<void> Database::run(const QString &sql)
{
    QSqlQuery query(m_handle);
    if (!query.exec(sql))
        return std::unexpected(error(query));
    return {};
}

Result<qint64> Database::number(const QString &sql)
{
    QSqlQuery query(m_handle);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return std::unexpected(error(query));
    const bool found = query.next();
    if (query.lastError().isValid())
        return std::unexpected(error(query));
    return found ? query.value(0).toLongLong() : 0;
}

Error Database::error(const QSqlQuery &query) const
{
    return storageError(query.lastError(), m_path);
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself (disk full): then there is nothing to do and this fails harmlessly.
    if (m_state == State::Open)
        (void)m_database.run(u"ROLLBACK"_s);
}

Result<void> Transaction::begin()
{
    Result<void> begun = m_database.run(u"BEGIN IMMEDIATE"_s);
    if (begun)
        m_state = State::Open;
    return begun;
}

Result<void> Transaction::commit()
{
    Result<void> committed = m_database.run(u"COMMIT"_s);
    if (committed)
        m_state = State::Done;
    return committed;
}

bool isConstraintFault(const QSqlQuery &query)
{
    // Extended codes have the plain one in their low byte.
    return (query.lastError().nativeErrorCode().toInt() & 0xff) == sqliteConstraint;
}

} // namespace Tempera
