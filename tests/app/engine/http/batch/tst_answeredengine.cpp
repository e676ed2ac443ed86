// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/batch/answeredengine.h"
#include "app/engine/http/batch/openaibatch.h"

#include "models/core/price.h"
#include "tests/support/eventtext.h"
#include "tests/support/goldenfile.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

GenerationRequest answeredRequest(int caseIndex)
{
    GenerationRequest request;
    request.key = {caseIndex, 0, 0, 0};
    request.endpoint = endpointFromId(u"openai:chat:gpt-4o"_s, [](const QString &) { return QString(); });
    request.messages = {{Role::User, u"case %1"_s.arg(caseIndex)}};
    return request;
}

/// The output file of the tests, with the names of our requests in it.
std::shared_ptr<BatchAnswers> answersInFile()
{
    BatchResults results = readOpenAiBatchLines(testData(u"codecs/batch/output.jsonl"_s), u"output.jsonl"_s);
    for (BatchItem &item : results.items) {
        for (int i = 0; i < 6; ++i) {
            if (cellPartOf(item.name) == cellPartOf(batchItemName(answeredRequest(i))))
                item.name = batchItemName(answeredRequest(i));
        }
    }
    return std::make_shared<BatchAnswers>(std::move(results));
}

GenerationBatch heardOf(AnsweredEngine &engine, const GenerationRequest &request)
{
    GenerationBatch heard;
    const auto generation =
        engine.start(request, [&heard](const GenerationBatch &batch) { heard.insert(heard.end(), batch.begin(), batch.end()); });
    const bool isLater = heard.empty();
    return isLater && QTest::qWaitFor([&heard] { return !heard.empty(); }) ? heard : GenerationBatch();
}

} // namespace

class AnsweredEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsReadByItsCodec()
    {
        const auto answers = answersInFile();
        AnsweredEngine engine(answers, allWires());
        const GenerationBatch heard = heardOf(engine, answeredRequest(1));
        QCOMPARE(textOf(heard), u"Grüße, \"Welt\""_s);
        QVERIFY(!heard.empty());
        const auto *finished = std::get_if<Event::Finished>(&heard.back());
        QVERIFY(finished);
        QCOMPARE(finished->reason, FinishReason::Stop);
        QCOMPARE(finished->usage.inputTokens.value(), 1000);
        QCOMPARE(finished->usage.outputTokens.value(), 100);
        QCOMPARE(finished->usage.serviceTier.value(), QString(BatchTier)); // whatever the answer names
        QVERIFY(!finished->timings.total);                                 // nobody knows
    }

    void whatWasNotAnsweredFails()
    {
        const auto answers = answersInFile();
        AnsweredEngine engine(answers, allWires());
        const auto kindOf = [&engine](int caseIndex) {
            const GenerationBatch heard = heardOf(engine, answeredRequest(caseIndex));
            const auto *failed = heard.empty() ? nullptr : std::get_if<Event::Failed>(&heard.back());
            return failed ? failed->error.kind : ErrorKind::Internal;
        };
        QCOMPARE(kindOf(2), ErrorKind::UnsupportedParameter);
        QCOMPARE(kindOf(3), ErrorKind::Timeout);
        QCOMPARE(kindOf(4), ErrorKind::Cancelled);
        QCOMPARE(kindOf(5), ErrorKind::Protocol); // its line was cut
        QCOMPARE(answers->missing(), QStringList{batchItemName(answeredRequest(5))});
        QCOMPARE(answers->unanswered().size(), 3);
    }

    void anotherQuestionHasNoAnswer()
    {
        const auto answers = answersInFile();
        AnsweredEngine engine(answers, allWires());
        GenerationRequest changed = answeredRequest(1);
        changed.messages = {{Role::User, u"something else"_s}};
        const GenerationBatch heard = heardOf(engine, changed);
        QVERIFY(!heard.empty());
        QVERIFY(std::holds_alternative<Event::Failed>(heard.back()));
        QCOMPARE(textOf(heard), QString());
    }

    void itCanBeCancelledAndDropped()
    {
        AnsweredEngine engine(answersInFile(), allWires());
        GenerationBatch heard;
        auto generation = engine.start(answeredRequest(1), [&heard](const GenerationBatch &batch) { heard = batch; });
        generation->cancel();
        QVERIFY(QTest::qWaitFor([&heard] { return !heard.empty(); }));
        QCOMPARE(heard.size(), 1u);
        QCOMPARE(std::get<Event::Finished>(heard.front()).reason, FinishReason::Cancelled);

        bool isHeard = false;
        generation = engine.start(answeredRequest(1), [&isHeard](const GenerationBatch &) { isHeard = true; });
        generation.reset();
        QCoreApplication::processEvents();
        QVERIFY(!isHeard);
    }

    void noSecretComesBack()
    {
        GenerationRequest request = answeredRequest(0);
        request.endpoint.headers.insert(u"X-Gateway-Token"_s, u"hush-hush-0123456789"_s);
        BatchItem item;
        item.name = batchItemName(request);
        item.body =
            R"({"model":"m","choices":[{"index":0,"message":{"content":"it is hush-hush-0123456789."},"finish_reason":"stop"}]})";
        AnsweredEngine engine(std::make_shared<BatchAnswers>(BatchResults{{item}, {}}), allWires());
        const GenerationBatch heard = heardOf(engine, request);
        QVERIFY(textOf(heard).startsWith(u"it is "_s));
        QVERIFY(!eventTexts(heard).join(u'\n').contains(u"hush-hush"_s));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::AnsweredEngineTest)
#include "tst_answeredengine.moc"
