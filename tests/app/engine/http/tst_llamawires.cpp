// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The APIs that a real llama-server speaks, each by its codec, streamed.

#include "app/engine/batcher.h"
#include "app/engine/http/httpbackend.h"
#include "tests/support/eventtext.h"
#include "tests/support/llamaserver.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

class LlamaWiresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = LlamaServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"NOT TESTED against a real llama-server: "_s + missing));
        QVERIFY2(m_server.start(), m_server.log().constData());
    }

    void wires_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("givesTraces");
        QTest::addColumn<FinishReason>("atTheLimit");
        QTest::newRow("chat") << u"llama:tempera-mini"_s << true << FinishReason::Length;
        // It says "completed" whatever ended the answer, and gives no probabilities.
        QTest::newRow("responses") << u"openai:responses:tempera-mini"_s << false << FinishReason::Stop;
        QTest::newRow("messages") << u"anthropic:messages:tempera-mini"_s << false << FinishReason::Length;
        QTest::newRow("completion") << u"llama:completion:tempera-mini"_s << true << FinishReason::Length;
    }

    void wires()
    {
        QFETCH(QString, id);
        QFETCH(bool, givesTraces);
        QFETCH(FinishReason, atTheLimit);
        GenerationRequest wanted = request(id);
        wanted.wantTrace = givesTraces;
        const GenerationBatch events = run(wanted);
        const QString told = eventTexts(events).join(u'\n');
        const auto *finished = std::get_if<Event::Finished>(&events.back());
        QVERIFY2(finished, qPrintable(told));
        const std::int64_t written = finished->usage.outputTokens.value_or(0);
        QCOMPARE(finished->reason, written < TokenLimit ? FinishReason::Stop : atTheLimit);

        // As it is written, not in one piece at the end.
        const auto pieces = std::ranges::count_if(events, [](const GenerationEvent &event) { return isVisible(event); });
        QVERIFY2(pieces > 1, qPrintable(told));

        QVERIFY2(finished->usage.inputTokens.value_or(0) > 0, qPrintable(told));
        QVERIFY2(written > 1 && written <= TokenLimit, qPrintable(told));
        QCOMPARE(finished->usage.exactness, Exactness::Exact);

        QByteArray spelled;
        int traced = 0;
        for (const GenerationEvent &event : events) {
            const auto *delta = std::get_if<Event::TraceDelta>(&event);
            for (std::size_t i = 0; delta && i < delta->tokens.size(); ++i, ++traced) {
                const TokenTrace &token = *delta->tokens.at(i);
                spelled += token.piece;
                QVERIFY(token.topOnly);
                QCOMPARE(token.candidates.size(), 20U);
                QCOMPARE(token.chosen, 0); // at temperature 0 the likeliest one
            }
        }
        QCOMPARE(traced, givesTraces ? static_cast<int>(written) : 0);
        if (givesTraces)
            QVERIFY2(QString::fromUtf8(spelled).startsWith(textOf(events)), spelled.constData());
    }

    /// Behind three of them is the same chat template and the same model.
    void threeWiresOneAnswer()
    {
        const auto answer = [this](const QString &id) {
            GenerationRequest wanted = request(id);
            wanted.endpoint.body.clear(); // which Anthropic's messages do not take over
            wanted.sampling.maxTokens = 8;
            return textOf(run(wanted));
        };
        const QString chat = answer(u"llama:tempera-mini"_s);
        QVERIFY(!chat.isEmpty());
        QCOMPARE(answer(u"openai:responses:tempera-mini"_s), chat);
        QCOMPARE(answer(u"anthropic:messages:tempera-mini"_s), chat);
    }

    /// What a wire says when it is asked for what it does not have.
    void probabilitiesOfResponsesAreRefused()
    {
        GenerationRequest wanted = request(u"openai:responses:tempera-mini"_s);
        wanted.wantTrace = true;
        const GenerationBatch events = run(wanted);
        const auto *failed = std::get_if<Event::Failed>(&events.back());
        QVERIFY2(failed, qPrintable(eventTexts(events).join(u'\n')));
        QCOMPARE(failed->error.kind, ErrorKind::UnsupportedParameter);
        QCOMPARE(failed->error.parameter, u"logprobs"_s);
    }

    void cancelStopsEach_data() { wires_data(); }
    void cancelStopsEach()
    {
        QFETCH(QString, id);
        GenerationRequest wanted = request(id);
        wanted.sampling.maxTokens = 400;
        std::stop_source stop;
        GenerationBatch events;
        const auto job = m_backend.start(wanted, stop.get_token(), [&](GenerationEvent event) {
            events.push_back(std::move(event));
            if (isVisible(events.back()))
                stop.request_stop();
        });
        QTRY_VERIFY_WITH_TIMEOUT(!events.empty() && isEnd(events.back()), 30'000);
        const auto *finished = std::get_if<Event::Finished>(&events.back());
        QVERIFY2(finished, qPrintable(eventTexts(events).join(u'\n')));
        QCOMPARE(finished->reason, FinishReason::Cancelled);
    }

private:
    static constexpr std::int64_t TokenLimit = 12;

    [[nodiscard]] GenerationRequest request(const QString &id) const
    {
        GenerationRequest request;
        request.endpoint = endpointFromId(id, [](const QString &) { return QString(); });
        request.endpoint.baseUrl = m_server.baseUrl();
        request.endpoint.keyName.clear();
        request.endpoint.body.insert(u"ignore_eos"_s, "true");
        request.messages = {{Role::User, u"Tell me a long story about a lamp."_s}};
        request.sampling.temperature = 0;
        request.sampling.maxTokens = TokenLimit;
        return request;
    }

    /// All that the backend says of a request, not joined by anybody; at most 30 s.
    GenerationBatch run(const GenerationRequest &wanted)
    {
        GenerationBatch events;
        const auto job = m_backend.start(wanted, {}, [&events](GenerationEvent event) { events.push_back(std::move(event)); });
        if (!QTest::qWaitFor([&] { return !events.empty() && isEnd(events.back()); }, 30'000))
            qWarning("no end within 30 s");
        return events;
    }

    SystemClock m_clock;
    LlamaServer m_server;
    HttpBackend m_backend{m_clock};
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::LlamaWiresTest)
#include "tst_llamawires.moc"
