// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checksuite.h"
#include "models/checks/personaldata.h"
#include "models/checks/porterstem.h"
#include "models/checks/textoverlap.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

bool isNear(double one, double other)
{
    return std::abs(one - other) < 1e-9;
}

} // namespace

class TextOverlapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalTextsAreEqual()
    {
        const QString text = u"the cat sat on the mat"_s;
        QCOMPARE(rougeScore(text, text), 1.0);
        QCOMPARE(bleuScore(text, {text}), 1.0);
        QCOMPARE(gleuScore(text, {text}), 1.0);
        QVERIFY(isNear(meteorScore(text, {text}), 1 - 0.5 / (6.0 * 6 * 6))); // one run of six words
    }

    void rouge()
    {
        QVERIFY(isNear(rougeScore(u"The cat sat."_s, u"the cat ran."_s), 0.75)); // the full stop is a word
        QVERIFY(isNear(rougeScore(u"a a b"_s, u"a b b"_s), 2.0 / 3));            // counted as often as in both
        QVERIFY(isNear(rougeScore(u"don't"_s, u"do"_s), 2.0 / 3));               // "do", "n't"
        QCOMPARE(rougeScore(u"x"_s, u"y"_s), 0.0);
    }

    void bleu()
    {
        // 4/5, 3/4, 2/3 and 1/2 of the runs of one to four words
        QVERIFY(isNear(bleuScore(u"a b c d e"_s, {u"a b c d f"_s}), std::pow(0.2, 0.25)));
        QVERIFY(isNear(bleuScore(u"a b"_s, {u"a b c d"_s}), std::exp(1 - 2.0))); // too short; no runs of three and four
        QVERIFY(isNear(bleuScore(u"a"_s, {u"b"_s}), 1e-7));
        QCOMPARE(bleuScore(u"  "_s, {u"a"_s}), 0.0);
        QCOMPARE(bleuScore(u"a b c d"_s, {u"x"_s, u"a b c d"_s}), 1.0);
    }

    void gleu()
    {
        QVERIFY(isNear(gleuScore(u"a b c d e"_s, {u"a b c d f"_s}), 10.0 / 14));
        QCOMPARE(gleuScore(u"Yes."_s, {u"yes"_s}), 1.0);
        QCOMPARE(gleuScore(u"..."_s, {u"..."_s}), 0.0);
    }

    void meteor()
    {
        QVERIFY(isNear(meteorScore(u"cats"_s, {u"cat"_s}), 0.5)); // by the stem; one word is one fragment
        QCOMPARE(meteorScore(u"x"_s, {u"y"_s}), 0.0);
        // 2 of 2 and 2 of 3 words, one run: mean (1 · 2/3) / (0.9 + 0.1 · 2/3), less an eighth of a half
        QVERIFY(isNear(meteorScore(u"a b"_s, {u"a b c"_s}), (2.0 / 3) / (0.9 + 0.2 / 3) * (1 - 0.5 / 8)));
    }

    void stems_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("stem");
        for (const auto &[word, stem] :
             {std::pair(u"caresses"_s, u"caress"_s), std::pair(u"ponies"_s, u"poni"_s), std::pair(u"hopping"_s, u"hop"_s),
              std::pair(u"falling"_s, u"fall"_s), std::pair(u"filing"_s, u"file"_s), std::pair(u"happy"_s, u"happi"_s),
              std::pair(u"relational"_s, u"relat"_s), std::pair(u"adoption"_s, u"adopt"_s),
              std::pair(u"generalizations"_s, u"gener"_s), std::pair(u"is"_s, u"is"_s)})
            QTest::newRow(qPrintable(word)) << word << stem;
    }
    void stems()
    {
        QFETCH(QString, word);
        QFETCH(QString, stem);
        QCOMPARE(porterStem(word), stem);
    }

    void thresholdsOfTheirOwn()
    {
        Cell cell;
        cell.text = u"a b c"_s;
        CheckSpec check;
        check.type = u"rouge-n"_s;
        check.value = u"a b d"_s;
        QCOMPARE(gradeCell(cell, {check}, {}, {}).outcome, Outcome::Fail); // 2/3 < 0.75
        check.threshold = 0.6;
        const Grade passed = gradeCell(cell, {check}, {}, {});
        QCOMPARE(passed.outcome, Outcome::Pass);
        QVERIFY(isNear(passed.score, 2.0 / 3));
        check.type = u"not-rouge-n"_s;
        QVERIFY(isNear(gradeCell(cell, {check}, {}, {}).score, 1.0 / 3));
    }

    void perplexity()
    {
        GradingInput input;
        CheckSpec check;
        check.type = u"perplexity-score"_s;
        check.threshold = 0.2;
        input.checks = {check};
        input.meanLogProbability = -std::log(4.0);
        const Verdict verdict = draftGrade(input).verdicts.constFirst();
        QVERIFY(isNear(verdict.score, 0.2));
        input.checks[0].type = u"not-perplexity"_s;
        input.checks[0].threshold = 3;
        QCOMPARE(draftGrade(input).verdicts.constFirst().outcome, Outcome::Pass); // 4 > 3
        input.checks[0].threshold.reset();
        QCOMPARE(draftGrade(input).verdicts.constFirst().outcome, Outcome::Pass);
    }

    void readingEaseOfThreeWords() { QVERIFY(std::abs(*readingEase(u"The cat sat."_s) - 119.19) < 1e-6); }
};

QTEST_GUILESS_MAIN(TextOverlapTest)
#include "tst_textoverlap.moc"
