// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the built program does where its output does not arrive, takes long, or where its ledger cannot be read.

#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

struct Ending {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class TestProgramOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFullDeviceIsAnError_data();
    void aFullDeviceIsAnError();
    void aFullDeviceForMessages();
    void aFullDeviceForAReport();
    void aClosedOutputIsAnError();
    void aReaderThatGoesAwayIsNone();
    void aLongLineIsDrawn_data();
    void aLongLineIsDrawn();
    void reportsComeBeforeTheTable();
    void aLedgerThatCannotBeRead_data();
    void aLedgerThatCannotBeRead();

private:
    [[nodiscard]] Ending ended(QProcess &process) const;
    [[nodiscard]] Ending tempera(const QStringList &arguments) const;
    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const;

    QTemporaryDir m_folder;
    QString m_experiment;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

void TestProgramOutput::initTestCase()
{
    m_environment.insert(u"TEMPERA_LANGUAGE"_s, u"en"_s);
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_experiment = write(u"echo.yaml"_s, "prompts: [hello]\nproviders: [echo]\n");
    QCOMPARE(tempera({u"run"_s, m_experiment}).exitCode, 0); // the history has something to tell
}

Ending TestProgramOutput::ended(QProcess &process) const
{
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Ending TestProgramOutput::tempera(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(temperaProgram(), arguments);
    return ended(process);
}

QString TestProgramOutput::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return file.fileName();
}

void TestProgramOutput::aFullDeviceIsAnError_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto add = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    add("generate", {u"generate"_s, u"--max-tokens"_s, u"4"_s, u"hello"_s});
    add("generate as JSON", {u"generate"_s, u"--max-tokens"_s, u"4"_s, u"--json"_s, u"hello"_s});
    add("scores", {u"generate"_s, u"--score-text"_s, u" Paris"_s, u"The capital of France is"_s});
    add("run", {u"run"_s, m_experiment});
    add("run as JSON", {u"run"_s, m_experiment, u"--json"_s});
    add("tokens", {u"tokens"_s, u"-t"_s, u"gpt-4o"_s, m_experiment});
    add("cost", {u"cost"_s, u"-m"_s, u"gpt-4o"_s, u"--input-tokens"_s, u"10"_s});
    add("models list", {u"models"_s, u"list"_s});
    add("models show", {u"models"_s, u"show"_s, u"tempera-mini"_s});
    add("history list", {u"history"_s, u"list"_s});
    add("history show", {u"history"_s, u"show"_s});
    add("help", {u"--help"_s});
    add("help of a command", {u"run"_s, u"--help"_s});
    add("version", {u"--version"_s});
}

void TestProgramOutput::aFullDeviceIsAnError()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(tempera(arguments).exitCode, 0);
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(temperaProgram(), arguments);
    const Ending full = ended(process);
    QCOMPARE(full.exitCode, 1);
    QVERIFY2(full.err.contains("standard output") && full.err.contains("No space left on device"), full.err);
}

void TestProgramOutput::aFullDeviceForMessages()
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setStandardErrorFile(u"/dev/full"_s);
    process.start(temperaProgram(), {u"run"_s, m_experiment});
    const Ending full = ended(process);
    QCOMPARE(full.exitCode, 1);
    QVERIFY(full.out.contains("hello")); // the rest goes on
}

void TestProgramOutput::aFullDeviceForAReport()
{
    for (const QString &name : {u"full.html"_s, u"full.json"_s, u"full.csv"_s, u"full.md"_s, u"full.xml"_s}) {
        const QString path = m_folder.filePath(name);
        QVERIFY(QFile::link(u"/dev/full"_s, path));
        const QString other = m_folder.filePath(u"other.json"_s);
        QFile::remove(other);
        const Ending run = tempera({u"run"_s, m_experiment, u"-o"_s, path, u"-o"_s, other});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(name.toUtf8()) && run.err.contains("No space left on device"), run.err);
        QVERIFY(QFile::exists(other));
        struct stat device{};
        QCOMPARE(::stat("/dev/full", &device), 0);
        QVERIFY(S_ISCHR(device.st_mode)); // and no file has taken its place
        QCOMPARE(tempera({u"history"_s, u"show"_s, u"-o"_s, path}).exitCode, 1);
    }
}

void TestProgramOutput::aClosedOutputIsAnError()
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(u"/bin/sh"_s, {u"-c"_s, u"exec \"$0\" models list >&-"_s, temperaProgram()});
    const Ending closed = ended(process);
    QCOMPARE(closed.exitCode, 1);
    QVERIFY2(closed.err.contains("standard output"), closed.err);
}

void TestProgramOutput::aReaderThatGoesAwayIsNone()
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(u"/bin/sh"_s, {u"-c"_s, u"{ \"$0\" models list --json; echo \"ended $?\" >&2; } | true"_s, temperaProgram()});
    QVERIFY2(ended(process).err.contains("ended 0"), "head must not make a run fail");
}

void TestProgramOutput::aLongLineIsDrawn_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("no break anywhere") << "a"_ba;
    QTest::newRow("words") << "lamp "_ba;
    QTest::newRow("chinese") << "灯"_ba;
    QTest::newRow("quotes") << "\\\""_ba;
    QTest::newRow("markup") << "<b>&amp;|`"_ba;
}

/// A megabyte in one line, through every form of output.
void TestProgramOutput::aLongLineIsDrawn()
{
    QFETCH(QByteArray, unit);
    const QByteArray text = unit.repeated(1'000'000 / unit.size());
    const qint64 characters = text.count('\\') > 0 ? text.count('\\') : text.size(); // YAML reads \" as one
    const QString path =
        write(u"long.yaml"_s, "prompts: ['{{ document }}']\nproviders: [echo]\ntests:\n  - vars: {document: \"" + text
                                  + "\"}\n    assert: [{type: contains, value: nowhere}, {type: equals, value: nowhere}]\n");
    QStringList arguments{u"run"_s, path};
    const QStringList reports{u"long.html"_s, u"long.json"_s, u"long.csv"_s, u"long.md"_s, u"long.xml"_s};
    for (const QString &report : reports)
        arguments << u"-o"_s << m_folder.filePath(report);
    const Ending run = tempera(arguments);
    QCOMPARE(run.exitCode, 100);
    QVERIFY(run.out.contains("more lines"));
    QVERIFY(run.out.count('\n') < 60); // a cell is cut, whatever it says
    for (const QString &report : reports)
        QVERIFY2(QFileInfo(m_folder.filePath(report)).size() > characters, qPrintable(report));
    const Ending show = tempera({u"history"_s, u"show"_s});
    QCOMPARE(show.exitCode, 0);
    QCOMPARE(show.out, run.out);
}

void TestProgramOutput::reportsComeBeforeTheTable()
{
    const QString path = write(u"wide.yaml"_s, "prompts: ['{{ document }}']\nproviders: [echo]\ntests:\n  - vars: {document: '"
                                                   + QByteArray(300'000, 'x') + "'}\n");
    const QString fifo = m_folder.filePath(u"nobody-reads"_s);
    QCOMPARE(::mkfifo(qPrintable(fifo), 0600), 0);
    QFile reader(fifo); // keeps the pipe open and never reads: the program waits in its first long line
    QVERIFY(reader.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    const QString html = m_folder.filePath(u"before.html"_s);
    for (const QStringList &arguments : {QStringList{u"run"_s, path, u"--json"_s, u"-o"_s, html},
                                         QStringList{u"history"_s, u"show"_s, u"--json"_s, u"-o"_s, html}}) {
        QFile::remove(html);
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setStandardOutputFile(fifo);
        process.start(temperaProgram(), arguments);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(html), 30'000);
        process.kill();
        QVERIFY(process.waitForFinished(30'000));
        if (arguments.first() == "run"_L1) // the one that was killed is not in the history as finished; make one that is
            QCOMPARE(tempera({u"run"_s, path}).exitCode, 0);
    }
}

void TestProgramOutput::aLedgerThatCannotBeRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const auto add = [](const QStringList &arguments, int exitCode) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << exitCode;
    };
    add({u"history"_s, u"list"_s}, 1);
    add({u"history"_s, u"list"_s, u"--json"_s}, 1);
    add({u"history"_s, u"show"_s}, 1);
    add({u"history"_s, u"show"_s, u"0b1c"_s}, 1);
    add({u"history"_s, u"show"_s, u"--json"_s, u"-o"_s, m_folder.filePath(u"none.html"_s)}, 1);
    add({u"run"_s, m_experiment}, 1); // nothing is paid for that would not be kept
    add({u"run"_s, m_experiment, u"--no-ledger"_s}, 0);
    add({u"models"_s, u"list"_s}, 0); // needs no ledger
}

void TestProgramOutput::aLedgerThatCannotBeRead()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const auto spoil = [](const QString &file, int way) {
        if (way == 0)
            return QDir().mkpath(file); // a folder of its name
        QFile ledger(file);
        return ledger.open(QIODevice::WriteOnly) && ledger.write(QByteArray("no database at all ").repeated(400)) > 0;
    };
    for (const int way : {0, 1}) {
        const QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(u"tempera"_s));
        QVERIFY(spoil(home.filePath(u"tempera/ledger.db"_s), way));
        QProcess process;
        QProcessEnvironment environment = m_environment;
        environment.insert(u"XDG_DATA_HOME"_s, home.path());
        process.setProcessEnvironment(environment);
        process.start(temperaProgram(), arguments);
        const Ending told = ended(process);
        QVERIFY2(told.err.contains("ledger.db"), told.err);
        QCOMPARE(told.err.count("ledger.db"), 1); // once
        QVERIFY2(!told.err.contains("no runs yet") && !told.err.contains("Wrong usage"), told.err);
        QCOMPARE(told.exitCode, exitCode);
        QCOMPARE(told.out.isEmpty(), exitCode != 0);
    }
}

QTEST_GUILESS_MAIN(TestProgramOutput)
#include "tst_programoutput.moc"
