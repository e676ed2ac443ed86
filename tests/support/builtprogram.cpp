// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/builtprogram.h"

#include "tests/support/sanitized.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace Tempera {

BuiltProgram::BuiltProgram()
{
    environment.insert(u"TEMPERA_LANGUAGE"_s, u"en"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const QString &kind : {u"data"_s, u"config"_s, u"state"_s, u"cache"_s}) {
        QDir(home.path()).mkpath(kind);
        environment.insert(u"XDG_%1_HOME"_s.arg(kind.toUpper()), home.filePath(kind));
    }
}

ProgramEnd BuiltProgram::start(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

ProgramEnd BuiltProgram::run(const QStringList &arguments) const
{
    return start(temperaProgram(), arguments);
}

ProgramEnd BuiltProgram::runWithin(int megabytes, const QStringList &arguments) const
{
    if (isSanitized)
        return run(arguments);
    const QString limit = u"ulimit -d %1 && exec \"$0\" \"$@\""_s.arg(megabytes * 1024);
    return start(u"/bin/sh"_s, QStringList{u"-c"_s, limit, temperaProgram()} + arguments);
}

QString BuiltProgram::write(const QString &name, const QByteArray &text) const
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QByteArray BuiltProgram::read(const QString &name) const
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qsizetype BuiltProgram::runs() const
{
    if (!QFile::exists(ledger()))
        return 0;
    qsizetype count = -1;
    const QString name = u"runs of "_s + ledger();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(ledger());
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (database.open()) {
            QSqlQuery query(u"SELECT count(*) FROM runs"_s, database);
            if (query.next())
                count = query.value(0).toLongLong();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return count;
}

} // namespace Tempera
