// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checksuite.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

GradingInput classifierInput(const QJsonValue &value, std::optional<double> threshold = {}, const QString &type = u"classifier"_s)
{
    GradingInput input;
    input.cell.state = CellState::Done;
    input.cell.text = u"A lamp"_s;
    input.variables = {{u"tone"_s, u"warm"_s}};
    CheckSpec check;
    check.type = type;
    check.value = value;
    check.threshold = threshold;
    input.checks = {check};
    return input;
}

Verdict verdictOn(const GradingInput &input, double score)
{
    return verdictOfReply(input, 0, {u"{\"label\":\"warm\",\"score\":%1}"_s.arg(score)}, JudgeUse{});
}

} // namespace

class ClassifierCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAsked()
    {
        const GradingDraft named = draftGrade(classifierInput(u"{{ tone }}"_s));
        QCOMPARE(named.asked.size(), 1);
        QVERIFY(named.asked[0].question.isForLabels);
        QCOMPARE(named.asked[0].question.messages, (Messages{{Role::System, u"warm"_s}, {Role::User, u"A lamp"_s}}));
        const GradingDraft any = draftGrade(classifierInput({}));
        QCOMPARE(any.asked.size(), 1);
        QCOMPARE(any.asked[0].question.messages, (Messages{{Role::User, u"A lamp"_s}}));
        QVERIFY(draftGrade(classifierInput(QJsonArray{u"warm"_s})).asked.isEmpty());
        GradingInput silent = classifierInput({});
        silent.cell.text.clear();
        QCOMPARE(draftGrade(silent).verdicts[0].outcome, Outcome::Error);
    }

    /// Outcomes and scores of promptfoo 0.123.1.
    void verdicts_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<double>("threshold");
        QTest::addColumn<double>("reply");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<double>("score");
        constexpr double none = -1;
        QTest::newRow("certain") << u"classifier"_s << none << 1.0 << Outcome::Pass << 1.0;
        QTest::newRow("not certain") << u"classifier"_s << none << 0.99 << Outcome::Fail << 0.99;
        QTest::newRow("enough") << u"classifier"_s << 0.75 << 0.75 << Outcome::Pass << 0.75;
        QTest::newRow("not enough") << u"classifier"_s << 0.75 << 0.5 << Outcome::Fail << 0.5;
        QTest::newRow("turned round") << u"not-classifier"_s << 0.75 << 0.25 << Outcome::Pass << 0.75;
        QTest::newRow("turned round, and it is") << u"not-classifier"_s << 0.75 << 1.0 << Outcome::Fail << 0.0;
    }
    void verdicts()
    {
        QFETCH(const QString, type);
        QFETCH(const double, threshold);
        QFETCH(const double, reply);
        QFETCH(const Outcome, outcome);
        QFETCH(const double, score);
        const auto limit = threshold < 0 ? std::nullopt : std::optional(threshold);
        const Verdict verdict = verdictOn(classifierInput(u"warm"_s, limit, type), reply);
        QCOMPARE(verdict.outcome, outcome);
        QVERIFY2(std::abs(verdict.score - score) < 1e-9, qPrintable(QString::number(verdict.score)));
        QVERIFY2(verdict.reason.contains(u"warm"_s), qPrintable(verdict.reason));
    }

    /// Another threshold needs no other reply.
    void anEarlierReply()
    {
        const Verdict first = verdictOn(classifierInput(u"warm"_s), 0.75);
        QCOMPARE(first.outcome, Outcome::Fail);
        const Verdict again = verdictAgain(classifierInput(u"warm"_s, 0.5), 0, first);
        QCOMPARE(again.outcome, Outcome::Pass);
        QVERIFY(again.reason.contains(u"warm"_s) && again.reason.contains(u"0.5"_s));
    }

    void wordsAreNoLabel()
    {
        QCOMPARE(verdictOfReply(classifierInput(u"warm"_s), 0, {u"It is warm."_s}, JudgeUse{}).outcome, Outcome::Error);
    }
};

QTEST_GUILESS_MAIN(ClassifierCheckTest)
#include "tst_classifiercheck.moc"
