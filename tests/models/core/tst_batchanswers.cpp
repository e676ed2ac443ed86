// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/batchanswers.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

GenerationRequest batchQuestion(const CellKey &key, const QString &question)
{
    GenerationRequest request;
    request.key = key;
    request.endpoint = endpointFromId(u"openai:chat:gpt-4o"_s, [](const QString &) { return QString(); });
    request.messages = {{Role::User, question}};
    return request;
}

BatchItem itemAt(int line, const QString &name, BatchOutcome outcome = BatchOutcome::Answered)
{
    BatchItem item;
    item.name = name;
    item.outcome = outcome;
    item.source = u"out.jsonl"_s;
    item.line = line;
    if (outcome != BatchOutcome::Answered)
        item.error = failure(ErrorKind::ServerFault, u"no luck"_s).error();
    return item;
}

} // namespace

class BatchAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesSayCellAndQuestion()
    {
        const GenerationRequest request = batchQuestion({12, 3, 4, 5}, u"Hello?"_s);
        const QString name = batchItemName(request);
        static const QRegularExpression form(u"^c12-p3-v4-r5-[0-9a-f]{8}$"_s);
        QVERIFY2(form.match(name).hasMatch(), qPrintable(name));
        QCOMPARE(cellPartOf(name), u"c12-p3-v4-r5"_s);
        QCOMPARE(batchItemName(batchQuestion({12, 3, 4, 5}, u"Hello?"_s)), name); // in the next program, too
        QVERIFY(batchItemName(batchQuestion({12, 3, 4, 5}, u"Bye?"_s)) != name);
        QVERIFY(batchItemName(batchQuestion({12, 3, 4, 6}, u"Hello?"_s)) != name);
        const int most = std::numeric_limits<int>::max();
        QVERIFY(batchItemName(batchQuestion({most, most, most, most}, {})).size() <= 64);
    }

    void whatIsNoNameOfOurs()
    {
        for (const QString &name : {u""_s, u"request-1"_s, u"c1-p0-v0-r0"_s, u"c1-p0-v0-r0-xyz"_s, u"c-1-p0-v0-r0-00000000"_s})
            QCOMPARE(cellPartOf(name), QString());
    }

    void statesHaveNames()
    {
        for (const BatchState state : {BatchState::Submitting, BatchState::Queued, BatchState::Running, BatchState::Cancelling,
                                       BatchState::Completed, BatchState::Failed, BatchState::Expired, BatchState::Cancelled}) {
            QVERIFY(!batchStateName(state).isEmpty());
            QCOMPARE(batchStateFromName(batchStateName(state)), state);
        }
        QVERIFY(!isOver(BatchState::Cancelling));
        QVERIFY(isOver(BatchState::Expired));
        QCOMPARE(batchStateFromName(u"of a later version"_s), BatchState::Submitting);
    }

    void whatIsUnderWay()
    {
        BatchRecord record;
        QVERIFY(!isUnderWay(record)); // nobody knows whether there is one
        record.id = u"batch_1"_s;
        QVERIFY(isUnderWay(record));
        record.state = BatchState::Cancelling;
        QVERIFY(isUnderWay(record));
        record.state = BatchState::Expired;
        QVERIFY(!isUnderWay(record));
    }

    /// Reasons are told by count: alike ones together, each name once.
    void endingsAreCounted()
    {
        BatchResults results{{itemAt(1, u"a"_s), itemAt(2, u"b"_s, BatchOutcome::Expired),
                              itemAt(3, u"c"_s, BatchOutcome::Failed), itemAt(4, u"d"_s, BatchOutcome::Expired),
                              itemAt(5, u"b"_s, BatchOutcome::Expired)},
                             {}};
        results.items[3].source = u"another.jsonl"_s; // which is no other reason
        results.items[1].error->place = u"here"_s;
        QCOMPARE(countsOf(results, 7), (BatchCounts{7, 1, 4, 3}));
        const BatchAnswers answers(results);
        QCOMPARE(answers.answered(), 1);
        const QList<BatchEnding> endings = answers.endings();
        QCOMPARE(endings.size(), 2);
        QCOMPARE(endings.at(0).outcome, BatchOutcome::Expired);
        QCOMPARE(endings.at(0).count, 2);
        QCOMPARE(endings.at(1).outcome, BatchOutcome::Failed);
        QCOMPARE(endings.at(1).count, 1);
        QCOMPARE(endings.at(1).error.detail, u"no luck"_s);
        QVERIFY(BatchAnswers().endings().isEmpty());
    }

    void eachNameCountsOnce()
    {
        BatchAnswers answers({{itemAt(1, u"a"_s, BatchOutcome::Failed), itemAt(2, u"b"_s), itemAt(3, u"a"_s), itemAt(4, u"b"_s),
                               itemAt(5, u"b"_s, BatchOutcome::Expired)},
                              {}});
        QCOMPARE(answers.size(), 2u);
        QCOMPARE(answers.ask(u"a"_s)->line, 3); // an answer counts more than a failure
        QCOMPARE(answers.ask(u"b"_s)->line, 2); // the first of two
        QList<int> lines;
        for (const Error &fault : answers.faults())
            lines += fault.line;
        QCOMPARE(lines, (QList<int>{1, 4, 5}));
        QVERIFY(answers.faults().constFirst().detail.contains(u"line 3"_s));
        QVERIFY(answers.unasked().isEmpty());
    }

    void whatFitsNowhereIsTold()
    {
        const QString then = batchItemName(batchQuestion({0, 0, 0, 0}, u"then"_s));
        const QString now = batchItemName(batchQuestion({0, 0, 0, 0}, u"now"_s));
        Error cut = failure(ErrorKind::Syntax, u"cut"_s, u"out.jsonl"_s).error();
        cut.line = 9;
        BatchAnswers answers({{itemAt(1, then), itemAt(2, u"somebody-else"_s), itemAt(3, u"c1-p0-v0-r0-00000000"_s),
                               itemAt(4, u"there"_s, BatchOutcome::Failed)},
                              {cut}});
        QVERIFY(!answers.wasAsked());
        QCOMPARE(answers.ask(now), nullptr);
        QCOMPARE(answers.ask(now), nullptr);
        QVERIFY(answers.ask(u"there"_s));
        QVERIFY(answers.wasAsked());
        QCOMPARE(answers.missing(), QStringList{now});
        const QList<Error> unasked = answers.unasked();
        QCOMPARE(unasked.size(), 3);
        QCOMPARE(unasked.at(0).line, 1);
        QVERIFY2(unasked.at(0).detail.contains(u"something else now"_s), qPrintable(unasked.at(0).detail));
        QVERIFY2(unasked.at(1).detail.contains(u"somebody-else"_s), qPrintable(unasked.at(1).detail));
        QVERIFY(!unasked.at(2).detail.contains(u"something else now"_s)); // nobody asked for that cell
        QCOMPARE(answers.faults(), QList<Error>{cut});
        const QList<Error> unanswered = answers.unanswered();
        QCOMPARE(unanswered.size(), 1);
        QCOMPARE(unanswered.constFirst().line, 4);
        QVERIFY(errorSentence(unanswered.constFirst()).startsWith(u"out.jsonl:4: there: "_s));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::BatchAnswersTest)
#include "tst_batchanswers.moc"
