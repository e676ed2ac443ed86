// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>

namespace Tempera {

/// One connection to one SQLite file, used on the thread that made it. Closed when it goes.
class Database
{
public:
    /// Opens or makes the file, with foreign keys, WAL, full synchronisation and five seconds of patience with other
    /// programs. Fails with Storage when it is not a database of ours or cannot be written.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] const QSqlDatabase &handle() const { return m_handle; }

    /// One statement without parameters.
    [[nodiscard]] Result<void> run(const QString &sql);
    /// The first column of the first row as a number; 0 where there is none.
    [[nodiscard]] Result<qint64> number(const QString &sql);
    /// What a query of this connection failed with.
    [[nodiscard]] Error error(const QSqlQuery &query) const;

private:
    explicit Database(const QString &path);
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> switchToWal();
    [[nodiscard]] Result<void> checkOwner();

    QString m_path;
    QString m_connection;
    QSqlDatabase m_handle;
};

/// A transaction that is rolled back unless it was committed.
class Transaction
{
public:
    explicit Transaction(Database &database) : m_database(database) { }
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// Takes the write lock at once, so that a later statement cannot fail for it.
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();

private:
    Database &m_database;
    enum class State { None, Open, Done } m_state = State::None;
};

/// Whether a statement failed for its own row (a constraint) rather than for the file or the disk.
[[nodiscard]] bool isConstraintFault(const QSqlQuery &query);

} // namespace Tempera
