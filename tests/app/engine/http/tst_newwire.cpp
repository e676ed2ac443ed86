// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/batcher.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/http/modellisting.h"
#include "app/engine/threadedengine.h"
#include "models/pricing/catalog.h"
#include "tests/app/engine/http/pigeon/pigeoncodec.h"
#include "tests/support/eventtext.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// What the program speaks, and one more: all of the new API is the folder pigeon/ and this one line.
Wires wiresWithPigeon()
{
    Wires wires = allWires();
    wires.push_back(std::make_unique<PigeonCodec>());
    return wires;
}

/// Who speaks it is data.
const QByteArray pigeonCatalog = R"({"as_of": "2026-11-10", "source": "a loft", "providers": {"loft": {
    "title": "Loft", "hosts": ["127.0.0.1"], "wire": "pigeon", "takes": ["temperature", "max_tokens"],
    "models": {"grey": {"price": {"input": 1, "output": 2}}, "dove": {"refuses": ["temperature"]}}}}})";

/// The whole remote engine against a scripted server.
struct PigeonLoft {
    explicit PigeonLoft(Wires (*makeWires)() = &wiresWithPigeon)
        : catalog(Catalog::fromJson(pigeonCatalog, u"own.json"_s).value()),
          engine(
              [this, makeWires] {
                  std::vector<std::unique_ptr<Backend>> backends;
                  backends.push_back(std::make_unique<HttpBackend>(clock, makeWires()));
                  return backends;
              },
              clock, EngineSettings())
    {
        KeyRing keys;
        keys.insert(u"LOFT_KEY"_s, Secret("ring-7"));
        engine.setKeys(keys);
    }

    [[nodiscard]] GenerationRequest request(const QString &model) const
    {
        GenerationRequest request;
        request.endpoint = endpointFromId(u"openai:chat:"_s + model, [](const QString &) { return QString(); });
        request.endpoint.baseUrl = server.baseUrl();
        request.endpoint.keyName = u"LOFT_KEY"_s;
        request.messages = {{Role::User, u"hello"_s}};
        request.sampling.temperature = 0.5;
        request.sampling.topK = 7;
        request.retry.maxRetries = 0;
        request.provider = SharedProvider(catalog.providerFor(request.endpoint));
        leaveOutRefused(request, request.provider->capabilities);
        return request;
    }
    /// The events as text, joined, without the note that it left the queue.
    [[nodiscard]] QStringList answer(const GenerationRequest &request)
    {
        GenerationBatch heard;
        const auto generation = engine.start(
            request, [&heard](const GenerationBatch &batch) { heard.insert(heard.end(), batch.begin(), batch.end()); });
        if (!QTest::qWaitFor([&heard] { return !heard.empty() && isEnd(heard.back()); }, 10s))
            return {u"no end"_s};
        QStringList all = eventTexts(joined(heard));
        all.removeAll(u"started "_s);
        return all;
    }

    SystemClock clock;
    ScriptedServer server;
    Catalog catalog;
    ThreadedEngine engine;
};

ScriptedAnswer pigeonAnswer()
{
    // Cut anywhere; the last line has no end.
    return ScriptedAnswer::stream(
        {"{\"word\":\"Coo\"}\n{\"wo", "rd\":\", coo\"}\r\n\n", "{\"home\":true,\"read\":3,\"written\":2}"});
}

} // namespace

/// A new API needs a folder and one line: framing, method, path and the way of the key are the codec's.
class NewWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsSpoken()
    {
        PigeonLoft loft;
        loft.server.enqueue(pigeonAnswer());
        QCOMPARE(loft.answer(loft.request(u"grey"_s)), (QStringList{u"text Coo, coo"_s, u"finished stop in=3 out=2"_s}));
        QCOMPARE(loft.server.requests().size(), 1u);
        const ScriptedRequest &asked = loft.server.requests().front();
        QCOMPARE(asked.method, "PUT");
        QCOMPARE(asked.path, "/v1/pigeons/grey/fly");
        QCOMPARE(asked.headers.value("x-ring"), "ring-7");
        QVERIFY(!asked.headers.contains("authorization"));
        QCOMPARE(asked.body, R"({"say":["hello"],"warmth":0.5})");
    }

    /// Its capability record is that of every other provider.
    void whatItRefusesIsLeftOut()
    {
        PigeonLoft loft;
        const GenerationRequest request = loft.request(u"dove"_s);
        QCOMPARE(request.leftOut, (QList<Parameter>{Parameter::Temperature, Parameter::TopK}));
        loft.server.enqueue(pigeonAnswer());
        QCOMPARE(loft.answer(request).size(), 2);
        QCOMPARE(loft.server.requests().front().body, R"({"say":["hello"]})");
    }

    /// Its models are asked for in its own words.
    void itsModelsAreListed()
    {
        PigeonLoft loft;
        loft.server.enqueue(ScriptedAnswer::whole(200, R"({"models":[{"name":"grey"},{"name":"dove"}]})"));
        const SystemClock clock;
        ModelListing listing(clock, wiresWithPigeon());
        Endpoint endpoint = loft.request(u"grey"_s).endpoint;
        endpoint.wire = u"pigeon"_s;
        std::optional<Result<QStringList>> names;
        QObject guard;
        listing.ask(endpoint, Secret("ring-7"), &guard, [&names](const Result<QStringList> &answer) { names = answer; });
        QVERIFY(QTest::qWaitFor([&names] { return names.has_value(); }, 10s));
        QCOMPARE(names->value_or(QStringList()), (QStringList{u"grey"_s, u"dove"_s}));
        QCOMPARE(loft.server.requests().front().path, "/v1/pigeons");
        QCOMPARE(loft.server.requests().front().headers.value("x-ring"), "ring-7");
    }

    /// A line that is cut is no answer.
    void aCutAnswerSaysSo()
    {
        PigeonLoft loft;
        loft.server.enqueue(ScriptedAnswer::stream({"{\"word\":\"Coo\"}\n"}));
        QCOMPARE(loft.answer(loft.request(u"grey"_s)),
                 (QStringList{u"text Coo"_s, u"failed interrupted: the pigeon did not come home"_s}));
    }

    void aWireThatNobodySpeaksIsNamed()
    {
        PigeonLoft loft(&allWires);
        const QStringList answer = loft.answer(loft.request(u"grey"_s));
        QCOMPARE(answer.size(), 1);
        QVERIFY2(answer.constFirst().contains(u"pigeon"_s), qPrintable(answer.constFirst()));
        QVERIFY(loft.server.requests().empty());
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::NewWireTest)
#include "tst_newwire.moc"
