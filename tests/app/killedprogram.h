// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/builtprogram.h"
#include "tests/support/testpaths.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <vector>

namespace Tempera {

/// What a program said of its progress, and when that was read.
struct ShownProgress {
    int cells = 0;
    qint64 atMs = 0;
};

/// A program that runs, or has until it was killed.
struct KilledProgram {
    std::vector<ShownProgress> shown;
    qint64 killedMs = 0;
    bool ended = false; ///< By itself, before it was killed.
    int exitCode = -1;
    QByteArray err;
};

/// Takes over what the program has written on standard error.
inline void readProgress(QProcess &process, KilledProgram &killed, const QElapsedTimer &clock)
{
    static const QRegularExpression progress(QStringLiteral("^(\\d+)/\\d+"));
    process.setReadChannel(QProcess::StandardError);
    while (process.canReadLine()) {
        const QByteArray line = process.readLine();
        killed.err += line;
        if (const auto match = progress.match(QString::fromUtf8(line)); match.hasMatch())
            killed.shown.push_back({match.captured(1).toInt(), clock.elapsed()});
    }
}

/// Starts the program and kills it when it has told of its progress so many times; 0: as soon as it runs.
inline KilledProgram killedAtLine(const BuiltProgram &program, const QStringList &arguments, int line)
{
    KilledProgram killed;
    QElapsedTimer clock;
    clock.start();
    QProcess process;
    process.setProcessEnvironment(program.environment);
    process.setReadChannel(QProcess::StandardError);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(temperaProgram(), arguments);
    if (!process.waitForStarted())
        return killed;
    while (std::ssize(killed.shown) < line && process.waitForReadyRead(60'000))
        readProgress(process, killed, clock);
    killed.killedMs = clock.elapsed();
    killed.ended = std::ssize(killed.shown) < line;
    process.kill();
    process.waitForFinished(60'000);
    readProgress(process, killed, clock); // what was in the pipe
    killed.err += process.readAllStandardError();
    killed.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return killed;
}

/// The rows of a query in the program's ledger, one column each.
inline QList<qint64> ledgerNumbers(const BuiltProgram &program, const QString &sql)
{
    const QString name = QStringLiteral("killed-program");
    QList<qint64> found;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(program.ledger());
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        query.setForwardOnly(true);
        if (!query.exec(sql))
            qFatal("%s", qPrintable(query.lastError().text()));
        while (query.next())
            found += query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(name);
    return found;
}

/// Of the newest run.
inline int storedCells(const BuiltProgram &program)
{
    const QString sql = QStringLiteral("SELECT count(*) FROM cells WHERE run = (SELECT max(id) FROM runs) AND state = 'done'");
    return static_cast<int>(ledgerNumbers(program, sql).constFirst());
}

/// What was shown as finished and is lost though it must not be; empty: nothing. What was on the screen for a second is on disk,
/// and at any time at most `mostUnsaved` cells are not.
inline QByteArray lossOf(const KilledProgram &killed, int stored, int mostUnsaved)
{
    for (const ShownProgress &each : killed.shown) {
        if ((each.atMs <= killed.killedMs - 1000 && stored < each.cells) || stored < each.cells - mostUnsaved) {
            return QByteArray::number(each.cells) + " shown at " + QByteArray::number(each.atMs) + " ms, killed at "
                   + QByteArray::number(killed.killedMs) + " ms, " + QByteArray::number(stored) + " stored";
        }
    }
    return {};
}

/// A table with one column, "n": "word 0", "word 1", …
inline QByteArray numberedRows(int count)
{
    QByteArray csv = "n\n";
    for (int i = 0; i < count; ++i)
        csv += "word " + QByteArray::number(i) + '\n';
    return csv;
}

} // namespace Tempera
