// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/tablereader.h"

#include "models/experiment/data/dataform.h"
#include "models/experiment/experimentfile.h"
#include "tests/models/experiment/memoryfiles.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QByteArray encoded(const QString &text, const char *encoding)
{
    QStringEncoder encoder(encoding);
    return encoder(text);
}

QStringList texts(const DataTableRow &row)
{
    QStringList all;
    for (const QJsonValue &field : row.fields)
        all += field.isUndefined() ? u"(none)"_s : field.isString() ? field.toString() : u"(other)"_s;
    return all;
}

} // namespace

class TestTableReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Sheets are not read; what to do instead is said with the file and the line.
    void workbooks()
    {
        for (const QString &path : {u"a/cases.xlsx"_s, u"cases.XLS"_s, u"cases.ods#Sheet 2"_s, u"it's.xlsx#1"_s})
            QCOMPARE(dataForm(path), DataForm::Workbook);
        QCOMPARE(dataForm(u"cases.xlsx.csv"_s), DataForm::Table);
        QCOMPARE(dataForm(u"notes"_s), DataForm::Unknown);
        QVERIFY(workbookHint(u"it's.xlsx#1"_s).endsWith(u" 'it'\\''s.xlsx'"_s));
        const MemoryFiles files;
        const Result<DataTable> table = readTable("PK\003\004", u"cases.xlsx"_s, {}, files);
        QVERIFY(!table);
        QVERIFY2(table.error().detail.contains(u"soffice --headless --convert-to 'csv:"_s), qPrintable(table.error().detail));
        QCOMPARE(table.error().place, u"cases.xlsx"_s);

        const Result<LoadedExperiment> loaded =
            readExperiment("prompts: [x]\nproviders: [echo]\ntests: file://cases.xlsx#Two\n", u"dir/x.yaml"_s, files);
        QVERIFY(loaded);
        QCOMPARE(loaded->warnings.size(), 1);
        QCOMPARE(loaded->warnings[0].line, 3);
        QVERIFY2(loaded->warnings[0].detail.contains(u"soffice"_s), qPrintable(loaded->warnings[0].detail));
    }

    /// Each name is looked for once, however many there are.
    void veryManyColumns()
    {
        constexpr int many = 200'000;
        QByteArray names;
        QByteArray fields;
        for (int i = 0; i < many; ++i) {
            names += "c" + QByteArray::number(i) + ',';
            fields += QByteArray::number(i) + ',';
        }
        const MemoryFiles files;
        const Result<DataTable> table = readTable(names + "last\n" + fields + "x\n", u"wide.csv"_s, {}, files);
        QVERIFY(table);
        QCOMPARE(table->names.size(), many + 1);
        QCOMPARE(table->rows.first().fields.at(many - 1).toString(), QString::number(many - 1));
    }

    void namedTables_data();
    void namedTables();
    void encodings_data();
    void encodings();
    void whatIsRefused_data();
    void whatIsRefused();
    void aTableWithoutNames();
    void testCasesKeepTheirChecks();
    void valuesKeepTheirKind();
    void rowsBecomeATable();
};

void TestTableReader::namedTables_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("commas") << u"/d/a.csv"_s << QByteArray("a,b\n1,\"x, \"\"y\"\"\"\n2,z\n");
    QTest::newRow("semicolons") << u"/d/a.csv"_s << QByteArray("a;b\r\n1;x, \"y\"\r\n2;z\r\n");
    QTest::newRow("tabs") << u"/d/a.tsv"_s << QByteArray("a\tb\n1\tx, \"y\"\n2\tz\n");
    QTest::newRow("JSON lines") << u"/d/a.jsonl"_s
                                << QByteArray("{\"a\":\"1\",\"b\":\"x, \\\"y\\\"\"}\n\n{\"b\":\"z\",\"a\":\"2\"}");
    QTest::newRow("JSON") << u"/d/a.json"_s << QByteArray("[{\"a\":\"1\",\"b\":\"x, \\\"y\\\"\"},{\"a\":\"2\",\"b\":\"z\"}]");
    QTest::newRow("YAML") << u"/d/a.yaml"_s << QByteArray("- a: '1'\n  b: x, \"y\"\n- {a: '2', b: z}\n");
    QTest::newRow("tests of an experiment")
        << u"/d/a.yaml"_s << QByteArray("prompts: [x]\ntests:\n- vars: {a: '1', b: 'x, \"y\"'}\n- vars: {a: '2', b: z}\n");
    QTest::newRow("without an ending") << u"/d/a"_s << QByteArray("a,b\n1,\"x, \"\"y\"\"\"\n2,z\n");
    QTest::newRow("JSON without an ending") << u"/d/a"_s
                                            << QByteArray(" [{\"a\":\"1\",\"b\":\"x, \\\"y\\\"\"},{\"a\":\"2\",\"b\":\"z\"}]");
}

void TestTableReader::namedTables()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    const MemoryFiles files;
    const Result<DataTable> table = readTable(bytes, path, {}, files);
    QVERIFY2(table, table ? "" : qPrintable(table.error().detail));
    QVERIFY(table->isNamed);
    QCOMPARE(table->names, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(table->rows.size(), 2);
    QCOMPARE(texts(table->rows.at(0)), (QStringList{u"1"_s, u"x, \"y\""_s}));
    QCOMPARE(texts(table->rows.at(1)), (QStringList{u"2"_s, u"z"_s}));
}

void TestTableReader::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const QString text = u"name,town\nJosé,Köln €\n"_s;
    QTest::newRow("UTF-8") << text.toUtf8() << QString();
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8() << QString();
    QTest::newRow("UTF-16LE with a mark") << "\xFF\xFE" + encoded(text, "UTF-16LE") << QString();
    QTest::newRow("UTF-16BE with a mark") << "\xFE\xFF" + encoded(text, "UTF-16BE") << QString();
    QTest::newRow("UTF-16LE") << encoded(text, "UTF-16LE") << u"UTF-16LE"_s;
    QTest::newRow("windows-1252") << encoded(text, "windows-1252") << u"windows-1252"_s;
    QTest::newRow("ISO-8859-15") << encoded(text, "ISO-8859-15") << u"ISO-8859-15"_s;
    QTest::newRow("GB18030") << encoded(text, "GB18030") << u"GB18030"_s;
}

void TestTableReader::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const MemoryFiles files;
    QVERIFY(encoding.isEmpty() || tableEncodings().contains(encoding));
    const Result<DataTable> table = readTable(bytes, u"/d/a.csv"_s, {.encoding = encoding}, files);
    QVERIFY2(table, table ? "" : qPrintable(table.error().detail));
    QCOMPARE(table->names, (QStringList{u"name"_s, u"town"_s}));
    QCOMPARE(texts(table->rows.at(0)), (QStringList{u"José"_s, u"Köln €"_s}));
}

void TestTableReader::whatIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<int>("line");
    QTest::newRow("windows-1252 taken for UTF-8") << QByteArray("a\nx\nK\xF6ln\n") << u"/d/a.csv"_s << QString() << 3;
    QTest::newRow("UTF-8 that is none, as chosen") << QByteArray("a\nx\nK\xF6ln\n") << u"/d/a.csv"_s << u"UTF-8"_s << 0;
    QTest::newRow("NUL") << QByteArray("a\nx\ny\0z\n", 8) << u"/d/a.csv"_s << u"windows-1252"_s << 3;
    QTest::newRow("too many fields") << QByteArray("a,b\n1,2\n1,2,3\n") << u"/d/a.csv"_s << QString() << 3;
    QTest::newRow("a name twice") << QByteArray("a,a\n1,2\n") << u"/d/a.csv"_s << QString() << 1;
    QTest::newRow("an open quote") << QByteArray("a,b\n1,2\n\"3,4\n") << u"/d/a.csv"_s << QString() << 3;
    QTest::newRow("a broken line of JSON") << QByteArray("{\"a\":1}\n{\"a\":\n") << u"/d/a.jsonl"_s << QString() << 2;
    QTest::newRow("broken JSON") << QByteArray("[{\"a\":1},\n{\"a\"}]") << u"/d/a.json"_s << QString() << 2;
    QTest::newRow("a check that is none") << QByteArray("- vars: {a: b}\n  assert: [{value: c}]\n") << u"/d/a.yaml"_s << QString()
                                          << 2;
}

void TestTableReader::whatIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, path);
    QFETCH(QString, encoding);
    QFETCH(int, line);
    const MemoryFiles files;
    const Result<DataTable> table = readTable(bytes, path, {.encoding = encoding}, files);
    QVERIFY(!table);
    QCOMPARE(table.error().place, path);
    QCOMPARE(table.error().line, line);
    QVERIFY(!table.error().detail.isEmpty());
}

void TestTableReader::aTableWithoutNames()
{
    const MemoryFiles files;
    const Result<DataTable> table =
        readTable("1|2\n3|4|5\n", u"/d/a.csv"_s, {.separator = u'|', .firstRowIsNames = false}, files);
    QVERIFY(table);
    QVERIFY(!table->isNamed);
    QCOMPARE(table->names, (QStringList{u"column1"_s, u"column2"_s, u"column3"_s}));
    QCOMPARE(texts(table->rows.at(0)), (QStringList{u"1"_s, u"2"_s, u"(none)"_s}));
    QCOMPARE(texts(table->rows.at(1)), (QStringList{u"3"_s, u"4"_s, u"5"_s}));
    QCOMPARE(table->rows.at(1).line, 2);
}

void TestTableReader::testCasesKeepTheirChecks()
{
    MemoryFiles files;
    files.files.insert(u"/d/long.txt"_s, "a long text\n");
    const Result<DataTable> table = readTable("- description: first\n  vars: {q: [one, two], a: file://long.txt}\n"
                                              "  assert: [{type: contains, value: x, weight: 2}]\n"
                                              "- vars: {q: three}\n  threshold: 0.5\n  provider: y\n",
                                              u"/d/a.yaml"_s, {}, files);
    QVERIFY2(table, table ? "" : qPrintable(table.error().detail));
    QCOMPARE(table->rows.size(), 3); // a list of texts is several cases
    QCOMPARE(texts(table->rows.at(1)), (QStringList{u"two"_s, u"a long text"_s}));
    QCOMPARE(table->rows.at(1).rest.description, u"first"_s);
    QCOMPARE(table->rows.at(1).rest.checks.at(0).weight, 2.0);
    QCOMPARE(texts(table->rows.at(2)), (QStringList{u"three"_s, u"(none)"_s}));
    QCOMPARE(table->rows.at(2).rest.threshold, 0.5);
    QCOMPARE(table->warnings.size(), 1);
}

void TestTableReader::valuesKeepTheirKind()
{
    const MemoryFiles files;
    const Result<DataTable> table =
        readTable("[{\"n\": 3, \"list\": [\"a\"], \"no\": null}, \"text\"]", u"/d/a.json"_s, {}, files);
    QVERIFY(table);
    QCOMPARE(table->names, (QStringList{u"n"_s, u"list"_s, u"no"_s, u"value"_s}));
    QCOMPARE(table->rows.at(0).fields.at(0), QJsonValue(3));
    QVERIFY(table->rows.at(0).fields.at(1).isArray());
    QVERIFY(table->rows.at(0).fields.at(2).isNull());
    QVERIFY(table->rows.at(1).fields.at(0).isUndefined());
    QCOMPARE(table->rows.at(1).fields.at(3).toString(), u"text"_s);
}

void TestTableReader::rowsBecomeATable()
{
    const DataTable table = tableFromRows({{u"a"_s, u""_s, u"a"_s}, {u"1"_s, u"2"_s, u"3"_s, u"4"_s}}, true);
    QCOMPARE(table.names, (QStringList{u"a"_s, u"column2"_s, u"a_2"_s, u"column4"_s}));
    QCOMPARE(texts(table.rows.at(0)), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QVERIFY(tableFromRows({}, true).rows.isEmpty());
}

QTEST_GUILESS_MAIN(TestTableReader)
#include "tst_tablereader.moc"
