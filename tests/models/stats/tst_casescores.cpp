// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/casescores.h"

#include <QTest>

using namespace Tempera;

class TestCaseScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeats();
    void passOrFail();
    void pairs();
};

void TestCaseScores::repeats()
{
    const CaseScores scores = caseScores(std::vector<double>{1, 4, 4});
    QCOMPARE(scores.repeats, 3);
    QCOMPARE(scores.mean(), 3.0);
    QCOMPARE(scores.variance(), 3.0);
    QCOMPARE(CaseScores().mean(), 0.0);
    QCOMPARE(CaseScores().variance(), 0.0);
    QCOMPARE(caseScores(std::vector<double>{0.3}).variance(), 0.0);
}

void TestCaseScores::passOrFail()
{
    QVERIFY(caseScores(std::vector<double>{1, 0, 1}).passFail);
    QVERIFY(!caseScores(std::vector<double>{1, 0.5}).passFail);
    QVERIFY(!caseScores(std::vector<double>{2, -1, 2, -1}).passFail);
}

void TestCaseScores::pairs()
{
    const CaseScores passed = caseScores(std::vector<double>{1});
    const CaseScores half = caseScores(std::vector<double>{1, 0});
    const std::vector<PairedCase> cases{{passed, half}, {passed, {}}, {{}, {}}, {half, passed}};
    QCOMPARE(pairedDifferences(cases), (std::vector<double>{-0.5, 0.5}));
    QVERIFY(!cases[1].isComplete());
}

QTEST_GUILESS_MAIN(TestCaseScores)
#include "tst_casescores.moc"
