// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checksuite.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

GradingInput similarityInput(const QString &type, const QJsonValue &value, std::optional<double> threshold = {})
{
    GradingInput input;
    input.cell.state = CellState::Done;
    input.cell.text = u"A lamp"_s;
    input.variables = {{u"word"_s, u"lamp"_s}};
    CheckSpec check;
    check.type = type;
    check.value = value;
    check.threshold = threshold;
    input.checks = {check};
    return input;
}

Verdict verdictOnVectors(const GradingInput &input, const EmbeddingList &vectors)
{
    return verdictOfReply(input, 0, {QString(), vectors}, JudgeUse{});
}

} // namespace

class SimilarityChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerAndTheTextsAreAsked()
    {
        const GradingDraft draft = draftGrade(similarityInput(u"similar"_s, QJsonArray{u"the {{ word }}"_s, u"a light"_s}));
        QCOMPARE(draft.verdicts[0].outcome, Outcome::NotEvaluated);
        QCOMPARE(draft.asked.size(), 1);
        const JudgeQuestion &question = draft.asked[0].question;
        QVERIFY(question.isForVectors);
        QCOMPARE(question.messages.size(), 3);
        QCOMPARE(question.messages[0].text, u"A lamp"_s);
        QCOMPARE(question.messages[1].text, u"the lamp"_s);
        QCOMPARE(question.messages[2].text, u"a light"_s);
    }

    /// A text with commas is one text.
    void aTextIsOneText()
    {
        const GradingDraft draft = draftGrade(similarityInput(u"similar"_s, u"one, two, three"_s));
        QCOMPARE(draft.asked[0].question.messages.size(), 2);
        QCOMPARE(draft.asked[0].question.messages[1].text, u"one, two, three"_s);
    }

    void whatCannotBeCompared()
    {
        for (const QJsonValue &value :
             {QJsonValue(), QJsonValue(u""_s), QJsonValue(QJsonArray()), QJsonValue(QJsonObject{{u"a"_s, 1}})})
            QCOMPARE(draftGrade(similarityInput(u"similar"_s, value)).verdicts[0].outcome, Outcome::Error);
        GradingInput silent = similarityInput(u"similar"_s, u"x"_s);
        silent.cell.text.clear();
        QCOMPARE(draftGrade(silent).verdicts[0].outcome, Outcome::Error);
    }

    /// Outcomes and scores of promptfoo 0.123.1 for the same vectors.
    void verdicts_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<double>("threshold");
        QTest::addColumn<EmbeddingList>("vectors");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<double>("score");
        constexpr double none = -100;
        const Embedding right{1, 0};
        const Embedding near{0.8F, 0.6F};
        const Embedding far{0.6F, 0.8F};
        const Embedding twice{2, 0};
        QTest::newRow("the usual threshold") << u"similar"_s << none << EmbeddingList{right, near} << Outcome::Pass << 0.8;
        QTest::newRow("below it") << u"similar"_s << none << EmbeddingList{right, far} << Outcome::Fail << 0.6;
        QTest::newRow("one's own") << u"similar:cosine"_s << 0.5 << EmbeddingList{right, far} << Outcome::Pass << 0.6;
        QTest::newRow("exactly") << u"similar"_s << 1.0 << EmbeddingList{right, twice} << Outcome::Pass << 1.0;
        QTest::newRow("turned round") << u"not-similar"_s << none << EmbeddingList{right, near} << Outcome::Fail << 0.2;
        QTest::newRow("turned round, far") << u"not-similar"_s << none << EmbeddingList{right, far} << Outcome::Pass << 0.4;
        QTest::newRow("dot") << u"similar:dot"_s << 1.5 << EmbeddingList{right, twice} << Outcome::Pass << 2.0;
        QTest::newRow("distance") << u"similar:euclidean"_s << none << EmbeddingList{right, right} << Outcome::Pass << 1.0;
        QTest::newRow("too far") << u"similar:euclidean"_s << none << EmbeddingList{right, twice} << Outcome::Fail << 0.5;
        QTest::newRow("far is wanted") << u"not-similar:euclidean"_s << none << EmbeddingList{right, twice} << Outcome::Pass
                                       << 0.5;
        QTest::newRow("the first that is near enough")
            << u"similar"_s << none << EmbeddingList{right, far, near, right} << Outcome::Pass << 0.8;
        QTest::newRow("none: the nearest") << u"similar"_s << 0.9 << EmbeddingList{right, far, near} << Outcome::Fail << 0.8;
        QTest::newRow("none, by distance") << u"similar:euclidean"_s << 0.1 << EmbeddingList{right, twice, {3, 0}}
                                           << Outcome::Fail << 0.5;
    }
    void verdicts()
    {
        QFETCH(const QString, type);
        QFETCH(const double, threshold);
        QFETCH(const EmbeddingList, vectors);
        QFETCH(const Outcome, outcome);
        QFETCH(const double, score);
        const GradingInput input =
            similarityInput(type, QJsonArray{u"x"_s}, threshold == -100 ? std::nullopt : std::optional(threshold));
        const Verdict verdict = verdictOnVectors(input, vectors);
        QCOMPARE(verdict.outcome, outcome);
        QVERIFY2(std::abs(verdict.score - score) < 1e-6, qPrintable(QString::number(verdict.score)));
        QVERIFY(!verdict.reason.isEmpty());
        QVERIFY(verdict.asked->wasRead);
        QCOMPARE(verdict.parts.size(), vectors.size() > 2 ? static_cast<qsizetype>(vectors.size()) - 1 : 0);
    }

    /// Another threshold, or "not-", needs no other vectors.
    void anEarlierMeasureCountsAgain()
    {
        for (const EmbeddingList &vectors :
             {EmbeddingList{{1, 0}, {0.8F, 0.6F}}, EmbeddingList{{1, 0}, {0.6F, 0.8F}, {0.8F, 0.6F}}}) {
            const Verdict first = verdictOnVectors(similarityInput(u"similar"_s, QJsonArray{u"x"_s}), vectors);
            QCOMPARE(first.outcome, Outcome::Pass);
            const Verdict stricter = verdictAgain(similarityInput(u"similar"_s, QJsonArray{u"x"_s}, 0.9), 0, first);
            QCOMPARE(stricter.outcome, Outcome::Fail);
            const Verdict turned = verdictAgain(similarityInput(u"not-similar"_s, QJsonArray{u"x"_s}, 0.9), 0, stricter);
            QCOMPARE(turned.outcome, Outcome::Pass);
            QVERIFY(std::abs(turned.score - 0.2) < 1e-6);
            QCOMPARE(verdictAgain(similarityInput(u"similar"_s, QJsonArray{u"x"_s}), 0, turned).outcome, Outcome::Pass);
        }
    }

    void wordsAreNoVectors()
    {
        const GradingInput input = similarityInput(u"similar"_s, u"x"_s);
        QCOMPARE(verdictOfReply(input, 0, {u"quite near"_s}, JudgeUse{}).outcome, Outcome::Error);
        QCOMPARE(verdictOnVectors(input, {{1, 0}}).outcome, Outcome::Error);
        GradingInput rubric = input;
        rubric.checks[0].type = u"llm-rubric"_s;
        QCOMPARE(verdictOnVectors(rubric, {{1, 0}, {1, 0}}).outcome, Outcome::Error);
    }
};

QTEST_GUILESS_MAIN(SimilarityChecksTest)
#include "tst_similaritychecks.moc"
