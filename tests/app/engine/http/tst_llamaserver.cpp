// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/batcher.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/threadedengine.h"
#include "tests/support/eventtext.h"
#include "tests/support/llamaserver.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {

/// The remote engine against a real server on a real model.
class LlamaServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = LlamaServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"NOT TESTED against a real llama-server: "_s + missing));
        QVERIFY2(m_server.start(), m_server.log().constData());
        m_engine = std::make_unique<ThreadedEngine>(
            [this] {
                std::vector<std::unique_ptr<Backend>> backends;
                backends.push_back(std::make_unique<HttpBackend>(m_clock));
                return backends;
            },
            m_clock);
    }

    void greedyTwiceGivesTheSame()
    {
        GenerationRequest wanted = request();
        wanted.sampling.temperature = 0;
        wanted.sampling.maxTokens = 16;
        const GenerationBatch first = run(wanted);
        const GenerationBatch second = run(wanted);
        QVERIFY2(isEnd(first.back()), qPrintable(eventTexts(first).join(u'\n')));
        QVERIFY(!textOf(first).isEmpty());
        QCOMPARE(textOf(first), textOf(second));
    }

    void usageAndLimitAreTold()
    {
        GenerationRequest wanted = request();
        wanted.sampling.maxTokens = 3;
        wanted.sampling.temperature = 0;
        const GenerationBatch events = run(wanted);
        const auto *finished = std::get_if<Event::Finished>(&events.back());
        QVERIFY2(finished, qPrintable(eventTexts(events).join(u'\n')));
        QVERIFY(finished->usage.inputTokens.value_or(0) > 0);
        QVERIFY(finished->usage.outputTokens.value_or(0) > 0);
        QVERIFY(*finished->usage.outputTokens <= 3);
        QCOMPARE(finished->usage.exactness, Exactness::Exact);
        QVERIFY(finished->reason == FinishReason::Length || finished->reason == FinishReason::Stop);
        QVERIFY(finished->timings.firstToken.has_value());
    }

    void everyParameterIsTaken()
    {
        GenerationRequest wanted = request();
        SamplingSettings &sampling = wanted.sampling;
        sampling.temperature = 0.8;
        sampling.topK = 20;
        sampling.topP = 0.9;
        sampling.minP = 0.01;
        sampling.repeatPenalty = 1.1;
        sampling.frequencyPenalty = 0.1;
        sampling.presencePenalty = 0.1;
        sampling.seed = 7;
        sampling.maxTokens = 8;
        sampling.stop = {u"@@"_s};
        const GenerationBatch first = run(wanted);
        QVERIFY2(std::holds_alternative<Event::Finished>(first.back()), qPrintable(eventTexts(first).join(u'\n')));
        QCOMPARE(std::get<Event::Finished>(first.back()).seed, 7U);
        QCOMPARE(textOf(run(wanted)), textOf(first)); // the seed arrived
    }

    void theLikeliestTokensComeAsTraces()
    {
        GenerationRequest wanted = request();
        wanted.sampling.temperature = 0;
        wanted.sampling.maxTokens = 12;
        wanted.wantTrace = true;
        const GenerationBatch events = run(wanted);
        QByteArray pieces;
        int tokens = 0;
        for (const GenerationEvent &event : events) {
            const auto *delta = std::get_if<Event::TraceDelta>(&event);
            for (int i = 0; delta && i < static_cast<int>(delta->tokens.size()); ++i) {
                const TokenTrace &trace = *delta->tokens.at(static_cast<std::size_t>(i));
                pieces += trace.piece;
                ++tokens;
                QVERIFY(trace.topOnly);
                QCOMPARE(trace.candidates.size(), 20U);
                QCOMPARE(trace.pieces.size(), 20U);
                QCOMPARE(trace.chosen, 0); // at temperature 0 the likeliest one
                double sum = 0;
                for (const Candidate &candidate : trace.candidates)
                    sum += std::exp(static_cast<double>(candidate.logit));
                QVERIFY2(sum > 0 && sum <= 1.0001, qPrintable(QString::number(sum)));
            }
        }
        QVERIFY2(tokens > 0 && tokens <= 12, qPrintable(eventTexts(events).join(u'\n')));
        QVERIFY2(QString::fromUtf8(pieces).startsWith(textOf(events)), pieces.constData());
    }

    void tooLongAPromptIsSaidSo()
    {
        GenerationRequest wanted = request();
        wanted.messages = {{Role::User, u"one two three four "_s.repeated(2000)}};
        const GenerationBatch events = run(wanted);
        const auto *failed = std::get_if<Event::Failed>(&events.back());
        QVERIFY2(failed, qPrintable(eventTexts(events).join(u'\n')));
        QCOMPARE(failed->error.kind, ErrorKind::ContextTooLong);
        QCOMPARE(failed->error.httpStatus, 400);
    }

    void aWrongAddressIsSaidSo()
    {
        GenerationRequest wanted = request();
        wanted.endpoint.baseUrl.setPath(u"/nowhere"_s);
        const GenerationBatch events = run(wanted);
        const auto *failed = std::get_if<Event::Failed>(&events.back());
        QVERIFY(failed);
        QCOMPARE(failed->error.kind, ErrorKind::WrongAddress);
        QCOMPARE(failed->error.httpStatus, 404);
    }

    void cancelStopsIt()
    {
        GenerationRequest wanted = request();
        wanted.sampling.maxTokens = 900;
        wanted.sampling.temperature = 1;
        GenerationBatch events;
        const auto generation = m_engine->start(
            wanted, [&events](const GenerationBatch &batch) { events.insert(events.end(), batch.begin(), batch.end()); });
        QTRY_VERIFY_WITH_TIMEOUT(!textOf(events).isEmpty(), 20'000);
        generation->cancel();
        QTRY_VERIFY(isEnd(events.back()));
        QVERIFY(!std::holds_alternative<Event::Failed>(events.back()));
    }

private:
    [[nodiscard]] GenerationRequest request() const
    {
        GenerationRequest request;
        request.endpoint.kind = EndpointKind::Remote;
        request.endpoint.id = u"llama:tempera-mini"_s;
        request.endpoint.model = u"tempera-mini"_s;
        request.endpoint.baseUrl = m_server.baseUrl();
        request.messages = {{Role::User, u"The capital of France is"_s}};
        return request;
    }

    /// All events of a request to its end; at most 30 s.
    GenerationBatch run(const GenerationRequest &wanted)
    {
        GenerationBatch events;
        const auto generation = m_engine->start(
            wanted, [&events](const GenerationBatch &batch) { events.insert(events.end(), batch.begin(), batch.end()); });
        if (!QTest::qWaitFor([&] { return !events.empty() && isEnd(events.back()); }, 30'000))
            qWarning("no end within 30 s");
        return events;
    }

    SystemClock m_clock;
    LlamaServer m_server;
    std::unique_ptr<ThreadedEngine> m_engine;
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::LlamaServerTest)
#include "tst_llamaserver.moc"
