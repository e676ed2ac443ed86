// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The built program with much of everything, in little memory.

#include "tests/support/builtprogram.h"
#include "tests/support/sanitized.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestProgramSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListDoesNotReadExperiments();
    void reportsAreStreamed();
    void aPlanThatDoesNotFitIsRefused();
};

/// An experiment of half a megabyte, carried along for each of its cells, took a gigabyte.
void TestProgramSizes::aListDoesNotReadExperiments()
{
    constexpr int cases = 4'000;
    const BuiltProgram program;
    QByteArray text = "prompts: ['Cell {{i}}']\nproviders: [echo]\ntests:\n";
    for (int i = 0; i < cases; ++i)
        text += "  - vars: {i: " + QByteArray::number(i) + "}\n    description: '" + QByteArray(200, 'd') + "'\n";
    QCOMPARE(program.run({u"run"_s, program.write(u"big.yaml"_s, text), u"-o"_s, program.path(u"o.jsonl"_s)}).exitCode, 0);
    const ProgramEnd list = program.runWithin(200, {u"history"_s, u"list"_s, u"--json"_s});
    QVERIFY2(list.exitCode == 0, list.err);
    QCOMPARE(QJsonDocument::fromJson(list.out)[u"runs"_s][0][u"stored_cells"_s].toInt(), cases);
}

/// Each took several times its own length.
void TestProgramSizes::reportsAreStreamed()
{
    constexpr int cells = isSanitized ? 1'000 : 6'000;
    const BuiltProgram program;
    const QString path = program.write(u"e.yaml"_s, "prompts: ['{{ text }}']\nproviders: [echo]\ntests:\n  - vars: {text: '"
                                                        + QByteArray(4'000, 'x') + "'}\n");
    QStringList arguments{u"run"_s, path, u"--repeat"_s, QString::number(cells), u"--no-ledger"_s};
    const QStringList names{u"o.json"_s, u"o.jsonl"_s, u"o.csv"_s, u"o.html"_s, u"o.md"_s, u"o.xml"_s};
    for (const QString &name : names)
        arguments << u"-o"_s << program.path(name);
    const ProgramEnd run = program.runWithin(130, arguments);
    QVERIFY2(run.exitCode == 0, run.err);
    for (const QString &name : names)
        QVERIFY2(QFileInfo(program.path(name)).size() > qint64(cells) * 4'000, qPrintable(name));
    const QJsonDocument report = QJsonDocument::fromJson(program.read(u"o.json"_s));
    QCOMPARE(report[u"results"_s][u"results"_s].toArray().size(), cells);
}

void TestProgramSizes::aPlanThatDoesNotFitIsRefused()
{
    if (isSanitized)
        QSKIP("A sanitizer takes more memory by itself than the plan may have here.");
    const BuiltProgram program;
    QByteArray cases = "prompts: ['{{ i }}']\nproviders: [echo]\ntests:\n";
    for (int i = 0; i < 10; ++i)
        cases += "  - vars: {i: " + QByteArray::number(i) + "}\n";
    const QString path = program.write(u"huge.yaml"_s, cases);
    const ProgramEnd run = program.runWithin(400, {u"run"_s, path, u"--repeat"_s, u"1000000"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("cells") && run.err.contains("memory"), run.err);
    // Also where only the cases that are left do not fit.
    const ProgramEnd part =
        program.runWithin(400, {u"run"_s, path, u"--repeat"_s, u"1000000"_s, u"--filter-pattern"_s, u"[0-5]"_s});
    QCOMPARE(part.exitCode, 2);
    QVERIFY2(part.err.contains("memory"), part.err);
    QCOMPARE(program.runs(), 0);
}

QTEST_GUILESS_MAIN(TestProgramSizes)
#include "tst_programsizes.moc"
