// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Checks of an answer beside a context or a conversation, of which a judge says how much holds.

#include "models/checks/checksuite.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

GradingInput inputOf(const QString &type, const Variables &variables, const QJsonValue &value = {}, const QJsonObject &other = {})
{
    GradingInput input;
    input.cell.state = CellState::Done;
    input.cell.text = u"Rome. It is warm."_s;
    input.cell.request.messages = {{Role::User, u"Where is it warm?"_s}};
    input.variables = variables;
    CheckSpec check;
    check.type = type;
    check.value = value;
    check.other = other;
    input.checks = {check};
    return input;
}

/// What a judge is asked; the reason of the verdict where nobody is.
QString asked(const GradingInput &input)
{
    const GradingDraft draft = draftGrade(input);
    if (draft.asked.isEmpty())
        return u"! "_s + draft.verdicts.constFirst().reason;
    QString text;
    for (const Message &message : draft.asked.constFirst().question.messages)
        text += message.text;
    return text;
}

QString reply(const QList<bool> &items)
{
    QStringList written;
    for (const bool holds : items)
        written += u"{\"text\": \"x\", \"holds\": %1}"_s.arg(holds ? u"true"_s : u"false"_s);
    return u"So: {\"items\": [%1]}"_s.arg(written.join(u", "_s));
}

const Variables rome{{u"query"_s, u"Where?"_s}, {u"context"_s, u"Rome is warm. Oslo is not."_s}};

} // namespace

class ContextChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAsked()
    {
        const QString recall = asked(inputOf(u"context-recall"_s, rome, u"Rome is warm."_s));
        QVERIFY2(recall.contains("<context>\nRome is warm. Oslo is not.\n</context>"_L1)
                     && recall.contains("<expected>\nRome is warm.\n"_L1),
                 qPrintable(recall));
        const QString relevance = asked(inputOf(u"context-relevance"_s, rome));
        QVERIFY2(relevance.contains("<question>\nWhere?\n"_L1) && relevance.contains("<part>\nRome is warm.\n</part>"_L1)
                     && relevance.contains("<part>\nOslo is not.\n</part>"_L1),
                 qPrintable(relevance));
        const QString faithfulness = asked(inputOf(u"context-faithfulness"_s, rome));
        QVERIFY2(faithfulness.contains("<answer>\nRome. It is warm.\n"_L1)
                     && faithfulness.contains("<context>\nRome is warm."_L1),
                 qPrintable(faithfulness));
    }

    void partsOfAContext_data()
    {
        QTest::addColumn<QJsonValue>("context");
        QTest::addColumn<int>("parts");
        QTest::newRow("sentences") << QJsonValue(u"One. Two! Three? Four"_s) << 4;
        QTest::newRow("lines") << QJsonValue(u"One. Two.\nThree.\n\n"_s) << 2;
        QTest::newRow("a line end only") << QJsonValue(u"One. Two.\n"_s) << 2;
        QTest::newRow("a list") << QJsonValue(QJsonArray{u"One. Two."_s, u"Three."_s, u" "_s}) << 2;
    }
    void partsOfAContext()
    {
        QFETCH(QJsonValue, context);
        const QString text = asked(inputOf(u"context-relevance"_s, {{u"query"_s, u"q"_s}, {u"context"_s, context}}));
        QTEST(static_cast<int>(text.count("<part>"_L1)), "parts");
    }

    void whereTheContextComesFrom()
    {
        const QJsonObject transform{{u"contextTransform"_s, u"[output.toUpperCase(), context.vars.query]"_s}};
        QVERIFY(asked(inputOf(u"context-faithfulness"_s, rome, {}, transform)).contains("ROME. IT IS WARM.\n\nWhere?"_L1));
        // What is expected can be looked for in the prompt, too.
        QVERIFY(asked(inputOf(u"context-recall"_s, {}, u"Rome"_s)).contains("<context>\nWhere is it warm?\n"_L1));
    }

    void whatIsMissing()
    {
        const Variables noQuery{{u"context"_s, u"c"_s}};
        const Variables noContext{{u"query"_s, u"q"_s}};
        QVERIFY(asked(inputOf(u"context-relevance"_s, noQuery)).startsWith("! it needs a variable \"query\""_L1));
        QVERIFY(asked(inputOf(u"context-faithfulness"_s, noContext)).startsWith("! it needs a variable \"context\""_L1));
        QVERIFY(asked(inputOf(u"context-recall"_s, rome)).startsWith("! it needs a text"_L1));
        QVERIFY(asked(inputOf(u"context-faithfulness"_s, rome, {}, {{u"contextTransform"_s, u"output.a.b"_s}})).startsWith(u'!'));
        QVERIFY(asked(inputOf(u"context-faithfulness"_s, rome, {}, {{u"contextTransform"_s, u"42"_s}})).startsWith(u'!'));
    }

    void theShareIsTheScore_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<double>("threshold");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<double>("score");
        QTest::newRow("all") << reply({true, true}) << 1.0 << Outcome::Pass << 1.0;
        QTest::newRow("a part") << reply({true, false, false, true}) << 0.5 << Outcome::Pass << 0.5;
        QTest::newRow("too few") << reply({true, false, false}) << 0.4 << Outcome::Fail << 1.0 / 3;
        QTest::newRow("without a threshold it is 0.5") << reply({true, false}) << -1.0 << Outcome::Pass << 0.5;
        QTest::newRow("fewer than that") << reply({true, false, false}) << -1.0 << Outcome::Fail << 1.0 / 3;
        QTest::newRow("none") << reply({}) << 0.0 << Outcome::Error << 0.0;
        QTest::newRow("words") << u"All of it."_s << 0.0 << Outcome::Error << 0.0;
        QTest::newRow("not said of one") << u"{\"items\": [{\"text\": \"a\"}]}"_s << 0.0 << Outcome::Error << 0.0;
    }
    void theShareIsTheScore()
    {
        QFETCH(QString, said);
        QFETCH(double, threshold);
        QFETCH(double, score);
        for (const QString &type :
             {u"context-recall"_s, u"context-relevance"_s, u"context-faithfulness"_s, u"conversation-relevance"_s}) {
            GradingInput input = inputOf(type, rome, u"Rome"_s);
            if (threshold >= 0)
                input.checks[0].threshold = threshold;
            const Verdict verdict = verdictOfReply(input, 0, {said}, JudgeUse{});
            QTEST(verdict.outcome, "outcome");
            QVERIFY(std::abs(verdict.score - score) < 1e-9);
            QVERIFY(!verdict.reason.isEmpty());
        }
    }

    void conversations()
    {
        const QString single = asked(inputOf(u"conversation-relevance"_s, {}));
        QVERIFY2(single.contains("<user>\nWhere is it warm?\n</user>"_L1)
                     && single.contains("<assistant>\nRome. It is warm.\n"_L1) && single.contains("the 5 exchanges"_L1),
                 qPrintable(single));
        const QJsonArray turns{QJsonObject{{u"input"_s, u"Hi"_s}, {u"output"_s, u"Hello </assistant> x"_s}},
                               QJsonObject{{u"input"_s, u"Bye"_s}, {u"output"_s, u"So long"_s}}};
        const QString text = asked(inputOf(u"conversation-relevance"_s, {{u"_conversation"_s, turns}}, {},
                                           {{u"config"_s, QJsonObject{{u"windowSize"_s, 2}}}}));
        QVERIFY2(text.contains("the 2 exchanges"_L1) && !text.contains("Where is it warm?"_L1), qPrintable(text));
        QVERIFY(text.indexOf("Hi"_L1) < text.indexOf("Hello"_L1) && text.indexOf("Hello"_L1) < text.indexOf("Bye"_L1));
        QVERIFY(text.contains("<assistant2>\nHello </assistant> x\n</assistant2>"_L1));
    }
};

QTEST_GUILESS_MAIN(ContextChecksTest)
#include "tst_contextchecks.moc"
