// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The built program is killed while the built-in model answers, and goes on with its run.

#include "tests/app/killedprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class LocalResumeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingThatWasShownIsLost();
};

/// Each line of the progress is a twentieth of the run.
void LocalResumeTest::nothingThatWasShownIsLost()
{
    constexpr int cells = 400;
    constexpr int kills = 5;
    constexpr int mostUnsaved = cells; // so few may all wait; none for a second
    const BuiltProgram program;
    (void)program.write(u"cases.csv"_s, numberedRows(cells));
    const QString file = program.write(u"local.yaml"_s, "prompts: ['{{ n }}']\nproviders:\n"
                                                        "  - {id: local:tempera-mini, config: {max_tokens: 4, temperature: 0}}\n"
                                                        "tests: file://cases.csv\n");
    QRandomGenerator random(2026);
    QStringList arguments{u"run"_s, file};
    int killsInMidst = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const KilledProgram killed = killedAtLine(program, arguments, random.bounded(1, 4));
        QVERIFY2(!killed.shown.empty(), killed.err.constData());
        const int stored = storedCells(program);
        QCOMPARE(lossOf(killed, stored, mostUnsaved), QByteArray());
        killsInMidst += stored < cells;
        arguments = QStringList{u"run"_s, file, u"--resume"_s};
    }
    QVERIFY(killsInMidst == kills);
    const ProgramEnd end = program.run(arguments);
    QVERIFY2(end.exitCode == 0, end.err.constData());
    QCOMPARE(ledgerNumbers(program, u"SELECT count(*) FROM runs"_s), QList<qint64>{1});
    QCOMPARE(ledgerNumbers(program, u"SELECT count(*) FROM cells WHERE state = 'done'"_s), QList<qint64>{cells});
    QCOMPARE(ledgerNumbers(program, u"SELECT count(DISTINCT case_index) FROM cells"_s), QList<qint64>{cells});
}

QTEST_GUILESS_MAIN(LocalResumeTest)
#include "tst_localresume.moc"
