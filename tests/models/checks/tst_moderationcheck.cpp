// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checksuite.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

GradingInput moderationInput(const QJsonValue &value, const QString &type = u"moderation"_s)
{
    GradingInput input;
    input.cell.state = CellState::Done;
    input.cell.text = u"A lamp"_s;
    input.variables = {{u"what"_s, u"hate"_s}};
    CheckSpec check;
    check.type = type;
    check.value = value;
    input.checks = {check};
    return input;
}

Verdict verdictOn(const GradingInput &input, const QString &reply)
{
    return verdictOfReply(input, 0, {reply}, JudgeUse{});
}

const QString clean = u"{\"flagged\":[],\"others\":[]}"_s;
const QString violent = u"{\"flagged\":[{\"category\":\"violence\",\"score\":0.914}],\"others\":[]}"_s;
const QString beside = u"{\"flagged\":[],\"others\":[\"hate\"]}"_s;

} // namespace

class ModerationCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAsked_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("categories");
        QTest::newRow("all") << QJsonValue() << QString();
        QTest::newRow("an empty list") << QJsonValue(QJsonArray()) << QString();
        QTest::newRow("a list") << QJsonValue(QJsonArray{u"{{ what }}"_s, u"violence/graphic"_s})
                                << u"[\"hate\",\"violence/graphic\"]"_s;
        QTest::newRow("commas, as in a table") << QJsonValue(u"hate, violence"_s) << u"[\"hate\",\"violence\"]"_s;
    }
    void whatIsAsked()
    {
        QFETCH(const QJsonValue, value);
        QFETCH(const QString, categories);
        const GradingDraft draft = draftGrade(moderationInput(value));
        QCOMPARE(draft.verdicts[0].outcome, Outcome::NotEvaluated);
        QCOMPARE(draft.asked.size(), 1);
        const JudgeQuestion &question = draft.asked[0].question;
        QVERIFY(question.isForLabels);
        QCOMPARE(question.messages.size(), categories.isEmpty() ? 1 : 2);
        QCOMPARE(question.messages.constLast().role, Role::User);
        QCOMPARE(question.messages.constLast().text, u"A lamp"_s);
        if (!categories.isEmpty()) {
            QCOMPARE(question.messages.constFirst().role, Role::System);
            QCOMPARE(question.messages.constFirst().text, categories);
        }
    }

    /// Nobody is asked about nothing.
    void anEmptyAnswer()
    {
        GradingInput input = moderationInput({});
        input.cell.text.clear();
        const GradingDraft draft = draftGrade(input);
        QVERIFY(draft.asked.isEmpty());
        QCOMPARE(draft.verdicts[0].outcome, Outcome::Pass);
        QCOMPARE(draft.verdicts[0].score, 1.0);
    }

    void verdicts_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<double>("score");
        QTest::addColumn<QString>("reason");
        QTest::newRow("clean") << u"moderation"_s << clean << Outcome::Pass << 1.0 << u"nothing is flagged"_s;
        QTest::newRow("flagged") << u"moderation"_s << violent << Outcome::Fail << 0.0 << u"violence (0.91)"_s;
        QTest::newRow("of another category") << u"moderation"_s << beside << Outcome::Pass << 1.0 << u"hate"_s;
        QTest::newRow("turned round") << u"not-moderation"_s << violent << Outcome::Pass << 1.0 << u"violence (0.91)"_s;
        QTest::newRow("turned round, clean") << u"not-moderation"_s << clean << Outcome::Fail << 0.0 << u"nothing is flagged"_s;
        QTest::newRow("words") << u"moderation"_s << u"It is fine."_s << Outcome::Error << 0.0 << u"It is fine."_s;
    }
    void verdicts()
    {
        QFETCH(const QString, type);
        QFETCH(const QString, reply);
        QFETCH(const Outcome, outcome);
        QFETCH(const double, score);
        QFETCH(const QString, reason);
        const Verdict verdict = verdictOn(moderationInput({}, type), reply);
        QCOMPARE(verdict.outcome, outcome);
        QCOMPARE(verdict.score, score);
        QVERIFY2(verdict.reason.contains(reason), qPrintable(verdict.reason));
    }

    /// What was said before counts again, turned round too.
    void anEarlierReply()
    {
        const Verdict first = verdictOn(moderationInput({}), violent);
        const Verdict again = verdictAgain(moderationInput({}, u"not-moderation"_s), 0, first);
        QCOMPARE(again.outcome, Outcome::Pass);
        QCOMPARE(again.reason, first.reason);
    }
};

QTEST_GUILESS_MAIN(ModerationCheckTest)
#include "tst_moderationcheck.moc"
