// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/answercache.h"

#include "app/engine/http/httpbackend.h"
#include "tests/app/engine/scheduler/stagefixture.h"

#include <QSet>

#include <deque>
#include <map>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace StageTesting;

namespace {

/// Answers when the test says so.
class HeldCache final : public CacheStore
{
public:
    void find(const QByteArray &key, QObject *, std::function<void(std::optional<CachedAnswer>)> callback) override
    {
        const auto kept = answers.find(key);
        const std::optional<CachedAnswer> answer = kept == answers.end() ? std::nullopt : std::optional(kept->second);
        questions.push_back([callback = std::move(callback), answer] { callback(answer); });
    }
    void put(const QByteArray &key, const CachedAnswer &answer) override { answers.insert_or_assign(key, answer); }
    void answerAll()
    {
        while (!questions.empty()) {
            const std::function<void()> question = std::move(questions.front());
            questions.pop_front();
            question();
        }
    }

    std::map<QByteArray, CachedAnswer> answers;
    std::deque<std::function<void()>> questions;
};

/// The model is the key.
struct Cached {
    GenerationRequest request(const QString &model) const
    {
        GenerationRequest made = requestTo(model);
        made.cache = CacheUse::Always;
        return made;
    }
    Client start(const GenerationRequest &request)
    {
        Client client;
        client.startIn(cache, request);
        return client;
    }
    void tell(GenerationEvent event) { next.at(next.count() - 1)->sink(std::move(event)); }
    void finish(FinishReason reason = FinishReason::Stop)
    {
        Event::Finished finished;
        finished.reason = reason;
        finished.usage.inputTokens = 5;
        finished.usage.outputTokens = 2;
        tell(finished);
    }

    FakeBackend next;
    HeldCache store;
    AnswerCache cache{next, &store, [](const GenerationRequest &request) { return request.endpoint.model.toUtf8(); }};
};

} // namespace

class AnswerCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAnsweredIsNotAskedAgain()
    {
        Cached cached;
        const Client first = cached.start(cached.request(u"a"_s));
        QCOMPARE(cached.next.count(), 0);
        cached.store.answerAll();
        QCOMPARE(cached.next.count(), 1);
        cached.tell(Event::Started{});
        cached.tell(Event::Started{u"a-2026"_s});
        cached.tell(Event::TextDelta{u"Hel"_s});
        cached.tell(Event::TextDelta{u"lo"_s});
        cached.finish();
        QCOMPARE(first.lines().last(), u"finished stop in=5 out=2"_s);
        QVERIFY(first.finished().notes.isEmpty());
        const CachedAnswer &kept = cached.store.answers.at("a");
        QCOMPARE(kept.prompt, cached.request(u"a"_s).messages.constLast().text);
        QCOMPARE(kept.endpoint, cached.request(u"a"_s).endpoint);

        GenerationRequest again = cached.request(u"a"_s);
        again.sampling.seed = 7;
        const Client second = cached.start(again);
        cached.store.answerAll();
        QCOMPARE(cached.next.count(), 1);
        QCOMPARE(second.lines(), (QStringList{u"started a-2026"_s, u"text Hello"_s, u"finished stop in=5 out=2"_s}));
        QCOMPARE(second.finished().notes, (Notes{{NoteKind::FromCache, {}}}));
        QCOMPARE(second.finished().seed, 7U);
        const Client other = cached.start(cached.request(u"b"_s));
        cached.store.answerAll();
        QCOMPARE(cached.next.count(), 2);
    }

    /// Where a server died in the middle and another wrote the answer anew.
    void onlyTheLastAttemptIsKept()
    {
        Cached cached;
        const Client first = cached.start(cached.request(u"a"_s));
        cached.store.answerAll();
        cached.tell(Event::Started{u"m"_s});
        cached.tell(Event::ReasoningDelta{u"hm"_s});
        cached.tell(Event::TextDelta{u"Hal"_s});
        cached.tell(Event::Retrying{1, {}, {}});
        cached.tell(Event::Started{u"m"_s});
        cached.tell(Event::TextDelta{u"Hello"_s});
        cached.finish();
        QVERIFY(first.ended());
        const Client second = cached.start(cached.request(u"a"_s));
        cached.store.answerAll();
        QCOMPARE(cached.next.count(), 1);
        QCOMPARE(second.lines(), (QStringList{u"started m"_s, u"text Hello"_s, u"finished stop in=5 out=2"_s}));
    }

    void whatIsNotWholeIsNotKept_data()
    {
        QTest::addColumn<FinishReason>("reason");
        QTest::addColumn<bool>("thinks");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("whole") << FinishReason::Stop << false << true;
        QTest::newRow("at its limit") << FinishReason::Length << false << true;
        QTest::newRow("withheld") << FinishReason::ContentFilter << false << false;
        QTest::newRow("stopped") << FinishReason::Cancelled << false << false;
        QTest::newRow("with thinking text") << FinishReason::Stop << true << false;
    }
    void whatIsNotWholeIsNotKept()
    {
        QFETCH(FinishReason, reason);
        QFETCH(bool, thinks);
        Cached cached;
        const Client client = cached.start(cached.request(u"a"_s));
        cached.store.answerAll();
        if (thinks)
            cached.tell(Event::ReasoningDelta{u"hm"_s});
        cached.tell(Event::TextDelta{u"x"_s});
        cached.finish(reason);
        QVERIFY(client.ended());
        QTEST(!cached.store.answers.empty(), "isKept");
    }

    void failuresAreNotKept()
    {
        Cached cached;
        const Client client = cached.start(cached.request(u"a"_s));
        cached.store.answerAll();
        cached.tell(failed(ErrorKind::ServerFault));
        QCOMPARE(client.error().kind, ErrorKind::ServerFault);
        QVERIFY(cached.store.answers.empty());
    }

    void whatIsStoppedMeanwhileIsCancelled()
    {
        Cached cached;
        cached.store.answers.insert_or_assign("a", CachedAnswer{u"x"_s, {}, {}, {}, FinishReason::Stop});
        Client client = cached.start(cached.request(u"a"_s));
        client.stop.request_stop();
        cached.store.answerAll();
        QCOMPARE(client.lines(), QStringList{u"finished cancelled"_s});
        QCOMPARE(cached.next.count(), 0);
    }

    void whoIsGoneHearsNothing()
    {
        Cached cached;
        Client client = cached.start(cached.request(u"a"_s));
        client.job->reset();
        cached.store.answerAll();
        QCOMPARE(cached.next.count(), 0);
        QVERIFY(client.heard->empty());
    }

    void whatMayNotBeCachedPasses()
    {
        Cached cached;
        GenerationRequest request = cached.request(u"a"_s);
        request.cache = CacheUse::Never;
        const Client client = cached.start(request);
        QCOMPARE(cached.next.count(), 1);
        cached.finish();
        QVERIFY(client.ended());
        QVERIFY(cached.store.answers.empty() && cached.store.questions.empty());
        AnswerCache without(cached.next, nullptr, {});
        Client plain;
        plain.startIn(without, cached.request(u"a"_s));
        QCOMPARE(cached.next.count(), 2);
    }

    void whichMayBe()
    {
        GenerationRequest request = requestTo(u"a"_s);
        QVERIFY(!mayBeCached(request));
        request.cache = CacheUse::Settled;
        QVERIFY(!mayBeCached(request)); // another answer is wanted each time
        request.sampling.temperature = 0.7;
        QVERIFY(!mayBeCached(request));
        request.sampling.seed = 1;
        QVERIFY(mayBeCached(request));
        request.sampling = {};
        request.sampling.temperature = 0;
        QVERIFY(mayBeCached(request));
        request.wantTrace = true;
        QVERIFY(!mayBeCached(request));
        request = requestTo(u"a"_s);
        request.cache = CacheUse::Always;
        QVERIFY(mayBeCached(request));
        request.endpoint.kind = EndpointKind::Local;
        QVERIFY(!mayBeCached(request));
    }

    /// All that is sent counts, the key for the server does not.
    void keys()
    {
        const SystemClock clock;
        const HttpBackend backend(clock);
        GenerationRequest request = requestTo(u"a"_s);
        const QByteArray key = backend.answerKey(request);
        QCOMPARE(key.size(), 32);
        QCOMPARE(backend.answerKey(request), key);
        GenerationRequest other = request;
        other.endpoint.keyName = u"ANOTHER_KEY"_s;
        other.key.caseIndex = 5;
        QCOMPARE(backend.answerKey(other), key);
        QList<QByteArray> all{key};
        const auto add = [&](auto change) {
            GenerationRequest changed = request;
            change(changed);
            all += backend.answerKey(changed);
        };
        add([](GenerationRequest &r) { r.endpoint.model = u"b"_s; });
        add([](GenerationRequest &r) { r.endpoint.baseUrl = QUrl(u"http://127.0.0.1:2/v1"_s); });
        add([](GenerationRequest &r) { r.endpoint.wire = responsesWire; });
        add([](GenerationRequest &r) { r.endpoint.wire = anthropicWire; });
        add([](GenerationRequest &r) {
            r.endpoint.wire = anthropicWire;
            r.endpoint.apiVersion = u"2023-06-01"_s;
        });
        add([](GenerationRequest &r) { r.sampling.seed = 1; });
        add([](GenerationRequest &r) { r.messages.first().text += u'!'; });
        add([](GenerationRequest &r) { r.key.repeat = 1; });
        QCOMPARE(QSet<QByteArray>(all.begin(), all.end()).size(), all.size());
        request.sampling.jsonSchema = u"{"_s; // it cannot be sent
        QVERIFY(backend.answerKey(request).isEmpty());
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::AnswerCacheTest)
#include "tst_answercache.moc"
