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

    /// Cells of a ledger from before get the tokens of their other attempts and judges; what is damaged is left as it is.
    void tokensOfEarlierCellsAreCounted_data()
    {
        QTest::addColumn<QString>("set");
        QTest::addColumn<int>("input");
        QTest::addColumn<int>("cached");
        QTest::addColumn<int>("output");
        const auto row = [](const char *name, const QString &set, int input = 0, int cached = 0, int output = 0) {
            QTest::newRow(name) << set << input << cached << output;
        };
        row("one answer", u"retries = 0"_s);
        row("attempts",
            u"attempts = '{\"attempts\": [{\"input_tokens\": 5, \"cached_input_tokens\": 2, \"output_tokens\": 1}, "
            "{\"input_tokens\": 10, \"output_tokens\": 3, \"result\": true}, {\"input_tokens\": 70}], \"planned\": {}}'"_s,
            75, 2, 1);
        row("judges",
            u"grade = '{\"verdicts\":[{\"asked\":{\"input_tokens\":100,\"output_tokens\":9}},{\"type\":\"equals\"}]}'"_s, 100, 0,
            9);
        row("from the cache", u"notes = '[{\"detail\":\"\",\"kind\":\"from-cache\"}]'"_s, -10, -4, -3);
        row("impossible counts", u"attempts = '{\"attempts\": [{\"input_tokens\": -5, \"output_tokens\": 1e300}, 7, \"x\"]}'"_s);
        row("broken", u"attempts = '{\"attempts', grade = '{\"asked\":', notes = '\"from'"_s);
        row("of another form", u"attempts = '[1]', grade = '{\"verdicts\":[\"asked\",{\"asked\":\"x\"}],\"asked\":1}'"_s);
    }

    void tokensOfEarlierCellsAreCounted()
    {
        QFETCH(QString, set);
        const QList<MigrationFile> files = migrationFiles();
        const std::unique_ptr<Database> database = opened(newPath());
        QVERIFY(migrate(*database, files.first(12)));
        QVERIFY(database->run(u"INSERT INTO runs (id, uuid, started, state, planned_cells, title, experiment_path, "
                              "experiment_yaml) VALUES (1, 'u', 1, 'finished', 1, 't', '', x'')"_s));
        QVERIFY(database->run(u"INSERT INTO cells (run, case_index, prompt_index, variant_index, repeat, stored, state, "
                              "cost_unknown, usage_exact, finish_reason, reproducibility, retries, loading_fraction, model, "
                              "request, text, reasoning, input_tokens, cached_input_tokens, output_tokens) VALUES (1, 0, 0, 0, "
                              "0, 1, 'done', 0, 1, 'stop', 'unknown', 0, 0, '', '{}', '', '', 10, 4, 3)"_s));
        QVERIFY(database->run(u"UPDATE cells SET "_s + set));
        const Result<void> migrated = migrate(*database, files);
        QVERIFY2(migrated, qPrintable(migrated ? QString() : errorSentence(migrated.error())));
        const auto number = [&database](const QString &column) {
            return database->number(u"SELECT coalesce(%1, 0) FROM cells"_s.arg(column)).value();
        };
        QTEST(static_cast<int>(number(u"other_input_tokens"_s)), "input");
        QTEST(static_cast<int>(number(u"other_cached_input_tokens"_s)), "cached");
        QTEST(static_cast<int>(number(u"other_output_tokens"_s)), "output");
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
