// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/sqlscript.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class SqlScriptTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("statements");
        const auto row = [](const char *name, const QString &script, const QStringList &statements) {
            QTest::newRow(name) << script << statements;
        };
        row("empty", u""_s, {});
        row("blanks and comments only", u" \n-- a; b\n/* c; d */ ;;\n"_s, {});
        row("two", u"SELECT 1; SELECT 2;"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
        row("no semicolon at the end", u"SELECT 1;\nSELECT 2"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
        row("string", u"SELECT 'a;''b;'; SELECT 2"_s, {u"SELECT 'a;''b;'"_s, u"SELECT 2"_s});
        row("names", u"SELECT \"a;\", `b;`, [c;]; SELECT 2"_s, {u"SELECT \"a;\", `b;`, [c;]"_s, u"SELECT 2"_s});
        row("line comment", u"SELECT 1 -- it's; one\n, 2; SELECT 3"_s, {u"SELECT 1 -- it's; one\n, 2"_s, u"SELECT 3"_s});
        row("block comment", u"SELECT /* ; ' */ 1; SELECT 2"_s, {u"SELECT /* ; ' */ 1"_s, u"SELECT 2"_s});
        row("open string", u"SELECT 'a; b"_s, {u"SELECT 'a; b"_s});
        row("open comment", u"SELECT 1 /* ; b"_s, {u"SELECT 1 /* ; b"_s});
        row("trigger", u"CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET x = 1; DELETE FROM c; END; SELECT 1"_s,
            {u"CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET x = 1; DELETE FROM c; END"_s, u"SELECT 1"_s});
        row("trigger with case", u"create temp trigger t after insert on a begin select case when 1 then 2 end; end; SELECT 1"_s,
            {u"create temp trigger t after insert on a begin select case when 1 then 2 end; end"_s, u"SELECT 1"_s});
        row("case", u"SELECT CASE x WHEN 1 THEN 2 END; SELECT 1"_s, {u"SELECT CASE x WHEN 1 THEN 2 END"_s, u"SELECT 1"_s});
        row("transaction", u"BEGIN; SELECT 1; END; SELECT 2"_s, {u"BEGIN"_s, u"SELECT 1"_s, u"END"_s, u"SELECT 2"_s});
        row("words that hold keywords", u"SELECT backend, begin_at, caselaw FROM weekend; SELECT 1"_s,
            {u"SELECT backend, begin_at, caselaw FROM weekend"_s, u"SELECT 1"_s});
    }

    void splits()
    {
        QFETCH(QString, script);
        QFETCH(QStringList, statements);
        QCOMPARE(splitSql(script), statements);
    }
};

QTEST_GUILESS_MAIN(SqlScriptTest)
#include "tst_sqlscript.moc"
