// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/labelprobabilities.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QStringList textsOf(const QStringList &labels, LabelSpelling spelling)
{
    QStringList texts;
    for (const ScoreText &text : labelTexts(labels, spelling))
        texts.append(text.text);
    return texts;
}

ScoredText scored(double probability, bool complete = true)
{
    ScoredText text;
    text.logProbability = std::log(probability);
    text.complete = complete;
    return text;
}

} // namespace

class TestLabelProbabilities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBeginningIsAskedForOnce();
    void spellingsAddUp();
    void aLabelThatBeginsAnotherCountsOnce();
    void nothingLikely();
    void boundsAreToldApart();
};

void TestLabelProbabilities::everyBeginningIsAskedForOnce()
{
    QCOMPARE(textsOf({u"yes"_s, u"no"_s}, LabelSpelling::Exact), (QStringList{u"yes"_s, u" yes"_s, u"no"_s, u" no"_s}));
    QCOMPARE(textsOf({u"yes"_s, u"Yes"_s}, LabelSpelling::AnyCapital), (QStringList{u"yes"_s, u" yes"_s, u"Yes"_s, u" Yes"_s}));
    QCOMPARE(textsOf({u"好"_s}, LabelSpelling::AnyCapital), (QStringList{u"好"_s, u" 好"_s})); // no capitals
    QVERIFY(labelTexts({u"yes"_s}, LabelSpelling::Exact).front().everySpelling);
    QVERIFY(labelTexts({}, LabelSpelling::Exact).empty());
}

void TestLabelProbabilities::spellingsAddUp()
{
    // "yes", " yes", "no", " no"
    const std::vector<ScoredText> scores{scored(0.3), scored(0.1), scored(0.15), scored(0.05)};
    const auto result = labelProbabilities({u"yes"_s, u"no"_s}, LabelSpelling::Exact, scores);
    QVERIFY(result);
    QVERIFY(qAbs(result->probabilities[0] - 0.4) < 1e-12);
    QVERIFY(qAbs(result->probabilities[1] - 0.2) < 1e-12);
    QVERIFY(qAbs(result->shares[0] - 2.0 / 3) < 1e-12);
    QVERIFY(qAbs(result->rest - 0.4) < 1e-12);
    QVERIFY(result->exact);
    QVERIFY(!labelProbabilities({u"yes"_s, u"no"_s}, LabelSpelling::AnyCapital, scores)); // other texts were scored
}

void TestLabelProbabilities::aLabelThatBeginsAnotherCountsOnce()
{
    // "in", " in", "into", " into", "intonation", " intonation": each beginning holds the longer ones.
    const std::vector<ScoredText> scores{scored(0.5), scored(0.1), scored(0.3), scored(0.04), scored(0.1), scored(0.01)};
    const auto result = labelProbabilities({u"in"_s, u"into"_s, u"intonation"_s}, LabelSpelling::Exact, scores);
    QVERIFY(result);
    QVERIFY(qAbs(result->probabilities[0] - (0.2 + 0.06)) < 1e-12);
    QVERIFY(qAbs(result->probabilities[1] - (0.2 + 0.03)) < 1e-12);
    QVERIFY(qAbs(result->probabilities[2] - (0.1 + 0.01)) < 1e-12);
    QVERIFY(qAbs(std::accumulate(result->shares.begin(), result->shares.end(), 0.0) - 1) < 1e-12);
    QVERIFY(qAbs(result->rest - 0.4) < 1e-12);
}

void TestLabelProbabilities::nothingLikely()
{
    const std::vector<ScoredText> scores{scored(0), scored(0), scored(0), scored(0)};
    const auto result = labelProbabilities({u"a"_s, u"b"_s}, LabelSpelling::Exact, scores);
    QVERIFY(result);
    QCOMPARE(result->shares, (std::vector<double>{0, 0}));
    QCOMPARE(result->rest, 1.0);
}

void TestLabelProbabilities::boundsAreToldApart()
{
    const std::vector<ScoredText> scores{scored(0.1), scored(0.1), scored(0.2, false), scored(0.1)};
    QVERIFY(!labelProbabilities({u"a"_s, u"b"_s}, LabelSpelling::Exact, scores)->exact);
}

QTEST_APPLESS_MAIN(TestLabelProbabilities)

#include "tst_labelprobabilities.moc"
