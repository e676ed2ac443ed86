// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/threadedengine.h"

#include "app/engine/batcher.h"
#include "app/engine/echobackend.h"
#include "tests/support/eventtext.h"
#include "tests/support/fakebackend.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

GenerationRequest localRequest()
{
    GenerationRequest request;
    request.endpoint.kind = EndpointKind::Local;
    request.endpoint.modelPath = u"/m.gguf"_s;
    request.messages = {{Role::User, u"hello"_s}};
    return request;
}

GenerationRequest echoRequest(const QString &text)
{
    GenerationRequest request;
    request.endpoint = endpointFromId(u"echo"_s);
    request.messages = {{Role::User, text}};
    return request;
}

/// An engine on its thread over a backend that the test drives from its own thread.
struct House {
    House()
        : engine(
              [this] {
                  auto made = std::make_unique<FakeBackend>();
                  backend = made.get();
                  backendThread = QThread::currentThread();
                  std::vector<std::unique_ptr<Backend>> backends;
                  backends.push_back(std::move(made));
                  backends.push_back(std::make_unique<EchoBackend>());
                  ready.release();
                  return backends;
              },
              clock)
    {
        ready.acquire();
    }

    std::unique_ptr<Generation> start(const GenerationRequest &request)
    {
        return engine.start(request, [this](const GenerationBatch &batch) {
            sinkThread = QThread::currentThread();
            heard.insert(heard.end(), batch.begin(), batch.end());
        });
    }
    bool ended() const { return !heard.empty() && isEnd(heard.back()); }

    SystemClock clock;
    QSemaphore ready;
    FakeBackend *backend = nullptr;
    QThread *backendThread = nullptr;
    QThread *sinkThread = nullptr;
    GenerationBatch heard;
    ThreadedEngine engine;
};

} // namespace

class ThreadedEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void echoCrossesTheThreads()
    {
        House house;
        QVERIFY(house.backendThread != QThread::currentThread());
        const auto generation = house.start(echoRequest(u"hello"_s));
        QVERIFY(house.heard.empty());
        QTRY_VERIFY(house.ended());
        QCOMPARE(eventTexts(house.heard), (QStringList{u"started echo"_s, u"text hello"_s, u"finished stop in=0 out=0"_s}));
        QCOMPARE(house.sinkThread, QThread::currentThread());
    }

    void cancelDeliversTheTextFirst()
    {
        House house;
        const auto generation = house.start(localRequest());
        QVERIFY(house.backend->waitForJobs(1));
        const auto job = house.backend->at(0);
        job->sink(Event::TextDelta{u"half"_s});
        job->sink(Event::TextDelta{u" an answer"_s});
        generation->cancel();
        QVERIFY(job->stop.stop_requested()); // without a turn of any event loop
        Event::Finished finished;
        finished.reason = FinishReason::Cancelled;
        job->sink(finished);
        QTRY_VERIFY(house.ended());
        QCOMPARE(textOf(house.heard), u"half an answer"_s);
        QCOMPARE(eventTexts(house.heard).constLast(), u"finished cancelled"_s);
    }

    void destroyedIsStoppedAndSilent()
    {
        House house;
        auto generation = house.start(localRequest());
        QVERIFY(house.backend->waitForJobs(1));
        const auto job = house.backend->at(0);
        job->sink(Event::TextDelta{u"queued, never heard"_s});
        generation.reset();
        QVERIFY(job->stop.stop_requested());
        job->sink(Event::Finished{});
        QTRY_VERIFY(job->destroyed);
        QCoreApplication::processEvents();
        QVERIFY(house.heard.empty());
    }

    void destroyedFromItsOwnSink()
    {
        House house;
        std::unique_ptr<Generation> generation;
        int calls = 0;
        generation = house.engine.start(echoRequest(u"x"_s), [&](const GenerationBatch &) {
            ++calls;
            generation.reset();
        });
        QTRY_COMPARE(calls, 1);
        const auto second = house.start(echoRequest(u"y"_s));
        QTRY_VERIFY(house.ended());
        QCOMPARE(calls, 1);
    }

    void handlesMayOutliveTheEngine()
    {
        std::unique_ptr<Generation> generation;
        int calls = 0;
        {
            House house;
            generation = house.engine.start(localRequest(), [&calls](const GenerationBatch &) { ++calls; });
            QVERIFY(house.backend->waitForJobs(1));
        }
        generation->cancel();
        QCoreApplication::processEvents();
        generation.reset();
        QCOMPARE(calls, 0);
    }

    void manyAtOnceEndOnceEach()
    {
        House house;
        std::vector<std::unique_ptr<Generation>> generations;
        std::vector<GenerationBatch> heard(500); // one or several batches each
        for (std::size_t i = 0; i < heard.size(); ++i) {
            generations.push_back(
                house.engine.start(echoRequest(QString::number(i)), [&events = heard[i]](const GenerationBatch &batch) {
                    events.insert(events.end(), batch.begin(), batch.end());
                }));
        }
        const auto hasEnded = [](const GenerationBatch &events) { return !events.empty() && isEnd(events.back()); };
        QTRY_VERIFY(std::ranges::all_of(heard, hasEnded));
        for (std::size_t i = 0; i < heard.size(); ++i) {
            QCOMPARE(textOf(heard[i]), QString::number(i));
            QCOMPARE(std::ranges::count_if(heard[i], isEnd), 1);
        }
    }

    void countsComeBackToTheGuardsThread()
    {
        House house;
        QObject guard;
        std::optional<Result<TokenCount>> counted;
        QThread *thread = nullptr;
        house.engine.countTokens(localRequest().endpoint, localRequest().messages, PromptForm::Chat, &guard,
                                 [&](const Result<TokenCount> &count) {
                                     counted = count;
                                     thread = QThread::currentThread();
                                 });
        QTRY_VERIFY(counted.has_value());
        QVERIFY(counted->has_value());
        QCOMPARE((*counted)->tokens, 1);
        QCOMPARE(thread, QThread::currentThread());
    }

    void countsOfUnknownEndpointsFail()
    {
        House house;
        QObject guard;
        std::optional<Result<TokenCount>> counted;
        house.engine.countTokens(endpointFromId(u"exec:ls"_s), {}, PromptForm::Chat, &guard,
                                 [&](const Result<TokenCount> &count) { counted = count; });
        QTRY_VERIFY(counted.has_value());
        QVERIFY(!counted->has_value());
        QVERIFY(counted->error().detail.contains(u"exec:ls"_s));
    }

    void countsAreDroppedWithTheirGuard()
    {
        House house;
        auto guard = std::make_unique<QObject>();
        QObject other;
        bool called = false;
        bool later = false;
        house.engine.countTokens(localRequest().endpoint, {}, PromptForm::Chat, guard.get(),
                                 [&](const Result<TokenCount> &) { called = true; });
        guard.reset();
        house.engine.countTokens(localRequest().endpoint, {}, PromptForm::Chat, &other,
                                 [&](const Result<TokenCount> &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!called);
    }

    void keysReachTheBackendsBeforeTheNextRequest()
    {
        House house;
        KeyRing keys;
        keys.insert(u"MY_KEY"_s, Secret("s3cret"_ba));
        house.engine.setKeys(keys);
        const auto generation = house.start(localRequest());
        QVERIFY(house.backend->waitForJobs(1));
        QCOMPARE(house.backend->keys().key(u"MY_KEY"_s).reveal(), "s3cret"_ba);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::ThreadedEngineTest)
#include "tst_threadedengine.moc"
