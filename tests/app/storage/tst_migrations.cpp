// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/migrations.h"
#include "app/storage/sqlscript.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QList<MigrationFile> withTrigger{
    {1, u"001_a.sql"_s, u"CREATE TABLE a (x INTEGER) STRICT; -- a; b\nINSERT INTO a VALUES (1);"_s},
    {2, u"002_b.sql"_s,
     u"CREATE TABLE b (x INTEGER);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b VALUES (new.x); "
     "INSERT INTO b VALUES (new.x * 2); END;\nINSERT INTO a VALUES (7);"_s},
};

} // namespace

class MigrationsTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString newPath() { return m_folder.filePath(u"%1.db"_s.arg(++m_files)); }

    std::unique_ptr<Database> opened(const QString &path)
    {
        Result<std::unique_ptr<Database>> database = Database::open(path);
        if (!database)
            qFatal("%ls", qUtf16Printable(errorSentence(database.error())));
        return *std::move(database);
    }

private Q_SLOTS:
    void ownFilesAreNumbered()
    {
        const QList<MigrationFile> files = migrationFiles();
        QVERIFY(files.size() >= 2);
        for (qsizetype i = 0; i < files.size(); ++i) {
            QCOMPARE(files[i].number, i + 1);
            QVERIFY(!splitSql(files[i].sql).isEmpty());
        }
    }

    /// From the state after each step to the last one; what was there stays.
    void everyVersionComesToTheLast_data()
    {
        QTest::addColumn<int>("from");
        for (qsizetype i = 0; i <= migrationFiles().size(); ++i)
            QTest::newRow(qPrintable(QString::number(i))) << static_cast<int>(i);
    }

    void everyVersionComesToTheLast()
    {
        QFETCH(int, from);
        const QList<MigrationFile> files = migrationFiles();
        const std::unique_ptr<Database> database = opened(newPath());
        QVERIFY(migrate(*database, files.first(from)));
        QCOMPARE(database->number(u"PRAGMA user_version"_s).value(), from);
        const QString insert = u"INSERT INTO runs (uuid, started, state, planned_cells, title, experiment_path, "
                               "experiment_yaml) VALUES ('u', 1, 'running', 0, 't', '', x'')"_s;
        if (from >= 1)
            QVERIFY(database->run(insert));

        QVERIFY(migrate(*database, files));
        QCOMPARE(database->number(u"PRAGMA user_version"_s).value(), files.last().number);
        QCOMPARE(database->number(u"SELECT count(*) FROM runs"_s).value(), from >= 1 ? 1 : 0);
        QVERIFY(database->number(u"SELECT count(*) FROM answers"_s));
        QVERIFY(migrate(*database, files)); // again is no work
    }

    void triggersAndComments()
    {
        const std::unique_ptr<Database> database = opened(newPath());
        QVERIFY(migrate(*database, withTrigger));
        QCOMPARE(database->number(u"SELECT sum(x) FROM b"_s).value(), 21);
    }

    void aStepThatFailsChangesNothing()
    {
        const std::unique_ptr<Database> database = opened(newPath());
        QList<MigrationFile> files = withTrigger;
        files[1].sql += u"INSERT INTO nowhere VALUES (1);"_s;
        const Result<void> result = migrate(*database, files);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Storage);
        QVERIFY(result.error().detail.contains(u"002_b.sql"_s));
        QVERIFY(result.error().detail.contains(u"nowhere"_s));
        QCOMPARE(database->number(u"PRAGMA user_version"_s).value(), 1);
        QVERIFY(!database->number(u"SELECT count(*) FROM b"_s));
        QVERIFY(migrate(*database, withTrigger)); // mended, it goes on
    }

    void newerIsRefused()
    {
        const QString path = newPath();
        const std::unique_ptr<Database> database = opened(path);
        QVERIFY(database->run(u"PRAGMA user_version = 999"_s));
        const Result<void> result = migrate(*database, migrationFiles());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Storage);
        QCOMPARE(result.error().place, path);
        QVERIFY(result.error().detail.contains(u"999"_s));
    }

    /// Four programs make the same new ledger at the same moment.
    void manyAtOnce()
    {
        const QString path = newPath();
        const auto open = [&path]() -> Result<void> {
            Result<std::unique_ptr<Database>> database = Database::open(path);
            if (!database)
                return std::unexpected(database.error());
            return migrate(**database, migrationFiles());
        };
        std::vector<std::future<Result<void>>> all;
        for (int i = 0; i < 4; ++i)
            all.push_back(std::async(std::launch::async, open));
        for (std::future<Result<void>> &one : all) {
            const Result<void> result = one.get();
            QVERIFY2(result, qPrintable(result ? QString() : errorSentence(result.error())));
        }
    }

    void settings()
    {
        const std::unique_ptr<Database> database = opened(newPath());
        QCOMPARE(database->number(u"PRAGMA foreign_keys"_s).value(), 1);
        QCOMPARE(database->number(u"PRAGMA synchronous"_s).value(), 2);
        QCOMPARE(database->number(u"PRAGMA busy_timeout"_s).value(), 5000);
        QSqlQuery query(u"PRAGMA journal_mode"_s, database->handle());
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), u"wal"_s);
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(database->path()) & others));
    }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
