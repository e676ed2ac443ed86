// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/builtprogram.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A folder with a copy of the program, and of what it goes on as only what a test puts there.
class OwnFolder
{
public:
    OwnFolder()
    {
        QDir(m_profile.folder.path()).mkpath(u"bin"_s);
        QDir(m_profile.folder.path()).mkpath(u"libexec"_s);
        if (!QFile::copy(temperaProgram(), program()))
            qFatal("the program cannot be copied");
    }

    [[nodiscard]] QString program() const { return m_profile.path(u"bin/tempera"_s); }
    [[nodiscard]] QString libexec(const QString &name) const { return m_profile.path(u"libexec/"_s + name); }

    [[nodiscard]] ProgramEnd run(const QStringList &arguments, const QString &language = u"en"_s) const
    {
        QProcess process;
        QProcessEnvironment environment = m_profile.environment;
        environment.insert(u"TEMPERA_LANGUAGE"_s, language);
        process.setProcessEnvironment(environment);
        process.start(program(), arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private:
    BuiltProgram m_profile;
};

QString builtLibexec(const QString &name)
{
    return QFileInfo(temperaProgram()).dir().filePath(u"../libexec/"_s + name);
}

} // namespace

/// `tempera` from outside: which of its two programs it goes on as, and what it says where one of them is missing.
class MainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsGoToTheCommandLine();
    void everythingElseGoesToTheWindow_data();
    void everythingElseGoesToTheWindow();
    void argumentsArriveAsTheyAre();
    void withoutAWindow();
    void withoutAnything();
};

void MainTest::commandsGoToTheCommandLine()
{
    const BuiltProgram program;
    const ProgramEnd end = program.run({u"--version"_s});
    QCOMPARE(end.exitCode, 0);
    QCOMPARE(end.out, "tempera 0.1.0\n");
}

void MainTest::everythingElseGoesToTheWindow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("a file") << QStringList{sourcePath(u"resources/samples/first-start.yaml"_s)};
    QTest::newRow("a file that is named like no command") << QStringList{u"run.yaml"_s};
    QTest::newRow("a command that is not the first") << QStringList{sourcePath(u"resources/samples/chat.yaml"_s), u"run"_s};
    QTest::newRow("an empty word") << QStringList{QString()};
}

void MainTest::everythingElseGoesToTheWindow()
{
    QFETCH(QStringList, arguments);
    const BuiltProgram program;
    const ProgramEnd end = program.run(arguments << u"--report-first-paint"_s);
    QCOMPARE(end.exitCode, 0);
    QVERIFY2(end.out.startsWith("first-paint "), end.out + end.err);
}

void MainTest::argumentsArriveAsTheyAre()
{
    const BuiltProgram program;
    const QString file = program.write(u"two  words, \"quotes\", $HOME, * and ein Umlaut: ü"_s, "The capital of France");
    const ProgramEnd end = program.run({u"tokens"_s, file});
    QCOMPARE(end.exitCode, 0);
    QCOMPARE(end.out.trimmed(), "4");
}

void MainTest::withoutAWindow()
{
    const OwnFolder own;
    QVERIFY(QFile::link(builtLibexec(u"tempera-cli"_s), own.libexec(u"tempera-cli"_s)));
    QCOMPARE(own.run({u"--version"_s}).exitCode, 0);
    const ProgramEnd english = own.run({});
    QCOMPARE(english.exitCode, 1);
    QCOMPARE(english.out, "");
    QVERIFY2(english.err.contains("not the window") && english.err.contains("tempera --help"), english.err);
    const ProgramEnd german = own.run({u"x.yaml"_s}, u"de"_s);
    QCOMPARE(german.exitCode, 1);
    QVERIFY2(german.err.contains("nicht das Fenster"), german.err);
}

void MainTest::withoutAnything()
{
    const OwnFolder own;
    for (const QStringList &arguments : {QStringList{}, QStringList{u"--version"_s}}) {
        const ProgramEnd end = own.run(arguments);
        QCOMPARE(end.exitCode, 1);
        QVERIFY2(end.err.contains("tempera-cli: No such file or directory"), end.err);
        QCOMPARE(end.err.count('\n'), 1);
    }
}

QTEST_GUILESS_MAIN(MainTest)
#include "tst_main.moc"
