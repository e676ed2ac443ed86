// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the built program does with files that are not as it would like them: reports that would take the place of what is
// read, ledgers that cannot be used, data sets without data, runs whose program was killed.

#include "tests/support/builtprogram.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// One statement in a database file, by another program so to say.
bool execute(const QString &path, const QStringList &statements, bool keepsOpen = false)
{
    const QString name = keepsOpen ? u"kept"_s : u"once"_s;
    bool done = true;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        done = database.open();
        for (const QString &statement : statements)
            done = QSqlQuery(database).exec(statement) && done;
    }
    if (!keepsOpen)
        QSqlDatabase::removeDatabase(name);
    return done;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestProgramFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportTakesNoInputsPlace_data();
    void aReportTakesNoInputsPlace();
    void aReportTakesNoNamedFilesPlace_data();
    void aReportTakesNoNamedFilesPlace();
    void aReportTakesNoOwnFilesPlace_data();
    void aReportTakesNoOwnFilesPlace();
    void aReportThatCannotBeIsKnownBefore_data();
    void aReportThatCannotBeIsKnownBefore();
    void aLedgerInAnyState_data();
    void aLedgerInAnyState();
    void aLedgerInUseIsNotSetAside();
    void noDataIsNoDataSet_data();
    void noDataIsNoDataSet();
    void aKilledRunIsInterrupted();
    void theCacheCanBeSwitchedOff();

private:
    [[nodiscard]] static QString experiment(const BuiltProgram &program)
    {
        return program.write(u"echo.yaml"_s, "prompts: [hello]\nproviders: [echo]\n");
    }
};

void TestProgramFiles::aReportTakesNoInputsPlace_data()
{
    QTest::addColumn<QString>("output"); // in the folder of the experiment
    QTest::addColumn<QString>("input");
    QTest::newRow("the data set") << u"cases.csv"_s << u"cases.csv"_s;
    QTest::newRow("another way to it") << u"./sub/../cases.csv"_s << u"cases.csv"_s;
    QTest::newRow("through a linked folder") << u"again/cases.csv"_s << u"cases.csv"_s;
    QTest::newRow("a symbolic link to it") << u"soft.csv"_s << u"cases.csv"_s;
    QTest::newRow("a hard link to it") << u"hard.json"_s << u"cases.csv"_s;
    QTest::newRow("a link to the experiment") << u"link.json"_s << u"exp.yaml"_s;
    QTest::newRow("more cases") << u"more.jsonl"_s << u"more.jsonl"_s;
    QTest::newRow("the prompt") << u"prompt.md"_s << u"prompt.md"_s;
    QTest::newRow("values of a variable") << u"values.json"_s << u"values.json"_s;
}

void TestProgramFiles::aReportTakesNoInputsPlace()
{
    QFETCH(QString, output);
    QFETCH(QString, input);
    const BuiltProgram program;
    const QString path = program.write(u"exp.yaml"_s, "prompts: [file://prompt.md]\nproviders: [echo]\n"
                                                      "defaultTest: {vars: file://values.json}\n"
                                                      "tests: [file://cases.csv, file://more.jsonl]\n");
    (void)program.write(u"prompt.md"_s, "Name: {{ name }} {{ place }}");
    (void)program.write(u"values.json"_s, "{\"place\": \"here\"}");
    (void)program.write(u"cases.csv"_s, "name\nBob\n");
    (void)program.write(u"more.jsonl"_s, "{\"vars\": {\"name\": \"Eve\"}}\n");
    QVERIFY(QDir(program.folder.path()).mkpath(u"sub"_s));
    QVERIFY(QFile::link(program.folder.path(), program.path(u"again"_s)));
    QVERIFY(QFile::link(program.path(u"cases.csv"_s), program.path(u"soft.csv"_s)));
    QVERIFY(QFile::link(path, program.path(u"link.json"_s)));
    QCOMPARE(::link(qPrintable(program.path(u"cases.csv"_s)), qPrintable(program.path(u"hard.json"_s))), 0);
    const QByteArray before = program.read(input);
    const QByteArray told = input.toUtf8() + " is read by this experiment";

    const ProgramEnd run = program.run({u"run"_s, path, u"-o"_s, program.path(output)});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(told), run.err);
    QCOMPARE(program.read(input), before);
    QCOMPARE(program.runs(), 0); // nothing was paid for

    QCOMPARE(program.run({u"run"_s, path, u"-o"_s, program.path(u"fine.csv"_s)}).exitCode, 0);
    const ProgramEnd show = program.run({u"history"_s, u"show"_s, u"-o"_s, program.path(output)});
    QCOMPARE(show.exitCode, 2);
    QVERIFY2(show.err.contains(told), show.err);
    QCOMPARE(program.read(input), before);
}

/// Files that an experiment names and this version may not read.
void TestProgramFiles::aReportTakesNoNamedFilesPlace_data()
{
    QTest::addColumn<QByteArray>("experiment"); // names the file
    QTest::addColumn<QString>("file");
    const QByteArray head = "prompts: [hello]\nproviders: [echo]\n";
    QTest::newRow("a schema") << head + "tests: [{assert: [{type: is-json, value: 'file://schema.json'}]}]\n" << u"schema.json"_s;
    QTest::newRow("a script") << head + "tests: [{assert: [{type: javascript, value: 'file://check.md'}]}]\n" << u"check.md"_s;
    QTest::newRow("a function of one") << head + "tests: [{assert: [{type: python, value: 'file://check.csv:go'}]}]\n"
                                       << u"check.csv"_s;
    QTest::newRow("a transform") << head + "tests: [{options: {transform: 'file://t.json'}}]\n" << u"t.json"_s;
    QTest::newRow("a schema of a provider")
        << "prompts: [hello]\nproviders:\n- {id: echo, config: {response_format: 'file://sub/form.json'}}\n"_ba
        << u"sub/form.json"_s;
    QTest::newRow("a command") << "prompts: [hello]\nproviders: [echo, 'exec: python sub/run.md --fast']\n"_ba << u"sub/run.md"_s;
    QTest::newRow("what is kept only") << head + "metadata: {notes: notes.md}\n" << u"notes.md"_s;
    QTest::newRow("the label of a file of prompts") << head + "extensions: {more.json: two}\n" << u"more.json"_s;
    QTest::newRow("an escaped name") << head + "metadata: {notes: 'file://my%20notes.md'}\n" << u"my notes.md"_s;
    QTest::newRow("a pattern") << head + "metadata: {all: 'file://sub/*.csv'}\n" << u"sub/two.csv"_s;
}

void TestProgramFiles::aReportTakesNoNamedFilesPlace()
{
    QFETCH(QByteArray, experiment);
    QFETCH(QString, file);
    const BuiltProgram program;
    QVERIFY(QDir(program.folder.path()).mkpath(u"sub"_s));
    const QString path = program.write(u"exp.yaml"_s, experiment);
    (void)program.write(file, "{}");
    QCOMPARE(::link(qPrintable(program.path(file)), qPrintable(program.path(u"hard.json"_s))), 0);
    for (const QString &output : {u"./sub/../"_s + file, u"hard.json"_s}) {
        const ProgramEnd run = program.run({u"run"_s, path, u"-o"_s, program.path(output)});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(QFileInfo(file).fileName().toUtf8() + " is read by this experiment"), run.err);
    }
    QCOMPARE(program.read(file), "{}");
    QCOMPARE(program.runs(), 0);
}

void TestProgramFiles::aReportTakesNoOwnFilesPlace_data()
{
    QTest::addColumn<QString>("file"); // below the folders of the program
    for (const QString &file : {u"config/tempera/settings.json"_s, u"config/tempera/trust.json"_s,
                                u"config/tempera/models.json"_s, u"config/tempera/presets.json"_s, u"data/tempera/ledger.db"_s})
        QTest::newRow(qPrintable(file)) << file;
}

void TestProgramFiles::aReportTakesNoOwnFilesPlace()
{
    QFETCH(QString, file);
    const BuiltProgram program;
    const QString path = experiment(program);
    QCOMPARE(program.run({u"run"_s, path}).exitCode, 0); // makes the folders
    const QString own = program.home.filePath(file);
    QVERIFY(QDir().mkpath(QFileInfo(own).path()));
    if (!QFile::exists(own)) {
        QFile made(own);
        QVERIFY(made.open(QIODevice::WriteOnly) && made.write("{}") == 2);
    }
    const QByteArray before = contentOf(own);
    QVERIFY(QFile::link(own, program.path(u"soft.json"_s)));
    QCOMPARE(::link(qPrintable(own), qPrintable(program.path(u"hard.json"_s))), 0);
    QStringList outputs{program.path(u"soft.json"_s), program.path(u"hard.json"_s)};
    if (own.endsWith(".json"_L1))
        outputs += own;
    for (const QString &output : std::as_const(outputs)) {
        const ProgramEnd run = program.run({u"run"_s, path, u"-o"_s, output});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("a file of Tempera itself"), run.err);
        const ProgramEnd show = program.run({u"history"_s, u"show"_s, u"-o"_s, output});
        QCOMPARE(show.exitCode, 2);
    }
    if (own.endsWith(".json"_L1))
        QCOMPARE(contentOf(own), before);
    QCOMPARE(program.runs(), 1);
}

void TestProgramFiles::aReportThatCannotBeIsKnownBefore_data()
{
    QTest::addColumn<QStringList>("outputs");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("a folder") << QStringList{u"folder.json"_s} << "folder"_ba;
    QTest::newRow("no folder") << QStringList{u"fine.csv"_s, u"missing/x.json"_s} << "does not exist"_ba;
    QTest::newRow("one file twice") << QStringList{u"x.json"_s, u"./x.json"_s} << "same file"_ba;
    if (::geteuid() != 0)
        QTest::newRow("no right") << QStringList{u"locked/x.json"_s} << "ermission"_ba;
}

void TestProgramFiles::aReportThatCannotBeIsKnownBefore()
{
    QFETCH(QStringList, outputs);
    QFETCH(QByteArray, why);
    const BuiltProgram program;
    QVERIFY(QDir(program.folder.path()).mkpath(u"folder.json"_s));
    QVERIFY(QDir(program.folder.path()).mkpath(u"locked"_s));
    QVERIFY(QFile::setPermissions(program.path(u"locked"_s), QFile::ReadOwner | QFile::ExeOwner));
    QStringList arguments{u"run"_s, experiment(program)};
    for (const QString &output : outputs)
        arguments << u"-o"_s << program.path(output);
    const ProgramEnd run = program.run(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(why), run.err);
    QVERIFY(!QFile::exists(program.path(outputs.first())) || QFileInfo(program.path(outputs.first())).isDir());
    QCOMPARE(program.runs(), 0);
}

void TestProgramFiles::aLedgerInAnyState_data()
{
    QTest::addColumn<QString>("state");
    for (const char *state : {"no database", "cut off", "newer", "another program's", "a folder", "damaged pages"})
        QTest::newRow(state) << QString::fromLatin1(state);
}

void TestProgramFiles::aLedgerInAnyState()
{
    QFETCH(QString, state);
    const BuiltProgram program;
    const QString path = experiment(program);
    QCOMPARE(program.run({u"run"_s, path}).exitCode, 0);
    const QString ledger = program.ledger();
    QFile file(ledger);
    if (state == "no database"_L1) {
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(file.write(QByteArray("no database at all ").repeated(400)) > 0);
    } else if (state == "cut off"_L1) {
        QVERIFY(file.resize(5000));
    } else if (state == "newer"_L1) {
        QVERIFY(execute(ledger, {u"PRAGMA user_version = 999"_s}));
    } else if (state == "another program's"_L1) {
        QVERIFY(execute(ledger, {u"PRAGMA application_id = 77"_s}));
    } else if (state == "a folder"_L1) {
        QVERIFY(QFile::remove(ledger) && QDir().mkpath(ledger + u"/with something in it"_s));
    } else {
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4096));
        QVERIFY(file.write(QByteArray(file.size() - 4096, '\xff')) > 0);
    }
    file.close();
    const QByteArray before = contentOf(ledger);

    for (const QStringList &command : {QStringList{u"history"_s, u"list"_s}, {u"history"_s, u"show"_s}, {u"run"_s, path}}) {
        const ProgramEnd end = program.run(command);
        QCOMPARE(end.exitCode, 1);
        QVERIFY2(end.err.contains("ledger.db") && end.err.contains("set-aside"), end.err);
        QVERIFY2(!end.err.contains("no runs yet"), end.err);
        QVERIFY2(!end.out.contains("hello"), "nothing is asked for that cannot be kept");
    }
    const ProgramEnd without = program.run({u"run"_s, path, u"--no-ledger"_s});
    QCOMPARE(without.exitCode, 0);
    QVERIFY(without.out.contains("hello"));
    QCOMPARE(contentOf(ledger), before);

    const ProgramEnd aside = program.run({u"history"_s, u"set-aside"_s});
    QCOMPARE(aside.exitCode, 0);
    const QFileInfoList kept = QFileInfo(ledger).dir().entryInfoList({u"ledger-*.db"_s}, QDir::AllEntries | QDir::NoDotAndDotDot);
    QCOMPARE(kept.size(), 1);
    QVERIFY2(aside.err.contains(kept.first().fileName().toUtf8()), aside.err);
    if (state == "a folder"_L1)
        QVERIFY(QDir(kept.first().filePath()).exists(u"with something in it"_s));
    else
        QCOMPARE(contentOf(kept.first().filePath()), before);
    QCOMPARE(program.run({u"run"_s, path}).exitCode, 0);
    QCOMPARE(program.runs(), 1);
    QCOMPARE(program.run({u"history"_s, u"set-aside"_s}).exitCode, 0); // a second one on the same day
    QCOMPARE(program.runs(), 0);
    QCOMPARE(QFileInfo(ledger).dir().entryList({u"ledger-*.db"_s}).size(), 2);
}

void TestProgramFiles::aLedgerInUseIsNotSetAside()
{
    const BuiltProgram program;
    QCOMPARE(program.run({u"run"_s, experiment(program)}).exitCode, 0);
    QVERIFY(execute(program.ledger(), {u"PRAGMA journal_mode = WAL"_s, u"SELECT count(*) FROM runs"_s}, true));
    const ProgramEnd aside = program.run({u"history"_s, u"set-aside"_s});
    QSqlDatabase::removeDatabase(u"kept"_s);
    QCOMPARE(aside.exitCode, 1);
    QVERIFY2(aside.err.contains("ledger.db") && aside.err.contains("Another program"), aside.err);
    QCOMPARE(program.runs(), 1);
}

void TestProgramFiles::noDataIsNoDataSet_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("an empty table") << u"c.csv"_s << ""_ba << "c.csv:1"_ba;
    QTest::newRow("blank lines") << u"c.csv"_s << "\n \n"_ba << "c.csv:1"_ba;
    QTest::newRow("names only") << u"c.csv"_s << "\nname,age\n"_ba << "c.csv:2"_ba;
    QTest::newRow("surplus fields") << u"c.csv"_s << "name\nBob\nEve,12\n"_ba << "c.csv:3"_ba;
    QTest::newRow("bytes that are no text") << u"c.csv"_s << "name\nBob\nZo\xeb\n"_ba << "c.csv:3"_ba;
    QTest::newRow("no lines") << u"c.jsonl"_s << "\n"_ba << "c.jsonl:1"_ba;
    QTest::newRow("bytes in lines") << u"c.jsonl"_s << "{\"vars\": {}}\n{\"vars\": {\"a\": \"\xff\"}}\n"_ba << "c.jsonl:2"_ba;
    QTest::newRow("an empty list") << u"c.json"_s << "[]"_ba << "c.json:1"_ba;
    QTest::newRow("bytes in JSON") << u"c.json"_s << "[\n{\"vars\": {\"a\": \"\xff\"}}]"_ba << "c.json:2"_ba;
    QTest::newRow("an empty file") << u"c.yaml"_s << ""_ba << "c.yaml:1"_ba;
    QTest::newRow("a comment") << u"c.yml"_s << "# nothing yet\n"_ba << "c.yml:1"_ba;
    QTest::newRow("bytes in YAML") << u"c.yaml"_s << "- vars:\n    a: \xff\n"_ba << "c.yaml:2"_ba;
}

void TestProgramFiles::noDataIsNoDataSet()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, told);
    const BuiltProgram program;
    (void)program.write(name, content);
    const QString path =
        program.write(u"exp.yaml"_s, "prompts: ['Hello {{ name }}']\nproviders: [echo]\ntests: file://" + name.toUtf8() + '\n');
    const ProgramEnd run = program.run({u"run"_s, path});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(told), run.err);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(program.runs(), 0);
}

void TestProgramFiles::aKilledRunIsInterrupted()
{
    QTcpServer server; // never answers
    QVERIFY(server.listen(QHostAddress::LocalHost));
    BuiltProgram program;
    program.environment.insert(u"SOME_KEY"_s, u"sk-test"_s);
    const QString path =
        program.write(u"slow.yaml"_s, "prompts: [hello]\nproviders:\n  - id: openai:chat:some\n    config: {apiBaseUrl: "
                                      "'http://127.0.0.1:"
                                          + QByteArray::number(server.serverPort()) + "/v1', apiKeyEnvar: SOME_KEY}\n");
    const auto state = [&program] {
        const ProgramEnd list = program.run({u"history"_s, u"list"_s, u"--json"_s});
        return QJsonDocument::fromJson(list.out)[u"runs"_s][0][u"state"_s].toString();
    };
    QProcess process;
    process.setProcessEnvironment(program.environment);
    process.start(temperaProgram(), {u"run"_s, path});
    QVERIFY(server.waitForNewConnection(60'000));
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"running"_s, 60'000); // others that start leave it alone
    process.kill();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(state(), u"interrupted"_s);
    QVERIFY(program.run({u"history"_s, u"list"_s}).out.contains("interrupted"));
}

void TestProgramFiles::theCacheCanBeSwitchedOff()
{
    const BuiltProgram program;
    QVERIFY(program.run({u"run"_s, u"--help"_s}).out.contains("--no-cache"));
}

QTEST_GUILESS_MAIN(TestProgramFiles)
#include "tst_programfiles.moc"
