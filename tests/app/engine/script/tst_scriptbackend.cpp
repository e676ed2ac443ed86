// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/script/scriptbackend.h"

#include "app/engine/threadedengine.h"
#include "tests/support/eventtext.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

const QString endless = u"module.exports = async () => { for (;;); };"_s;

GenerationRequest scriptRequest(const QString &script, const QString &id = u"file://p.js"_s)
{
    GenerationRequest request;
    request.endpoint = endpointFromId(id);
    request.endpoint.script = script;
    request.endpoint.body.insert(u"options"_s, "{\"id\": \"p\", \"config\": {\"word\": \"lamp\"}}");
    request.messages = {{Role::User, u"hello"_s}};
    return request;
}

/// The engine on its thread over scripts on theirs.
struct ScriptHouse {
    explicit ScriptHouse(const Limits &limits = {})
        : engine(
              [limits] {
                  std::vector<std::unique_ptr<Backend>> backends;
                  backends.push_back(std::make_unique<ScriptBackend>(limits));
                  return backends;
              },
              clock)
    {
    }

    std::unique_ptr<Generation> start(const GenerationRequest &request)
    {
        return engine.start(request,
                            [this](const GenerationBatch &batch) { heard.insert(heard.end(), batch.begin(), batch.end()); });
    }
    [[nodiscard]] const Event::Failed *failed() const
    {
        return heard.empty() ? nullptr : std::get_if<Event::Failed>(&heard.back());
    }
    [[nodiscard]] const Event::Finished *finished() const
    {
        return heard.empty() ? nullptr : std::get_if<Event::Finished>(&heard.back());
    }
    [[nodiscard]] bool hasStarted() const
    {
        return std::ranges::any_of(heard,
                                   [](const GenerationEvent &event) { return std::holds_alternative<Event::Started>(event); });
    }

    SystemClock clock;
    GenerationBatch heard;
    ThreadedEngine engine;
};

/// Longer than any test: only Stop ends it.
Limits patient()
{
    Limits limits;
    limits.time = 10min;
    return limits;
}

} // namespace

class ScriptBackendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers()
    {
        ScriptHouse house;
        const auto generation =
            house.start(scriptRequest(u"module.exports = class { constructor(o) { this.o = o; } id() { return 'x'; }\n"
                                      "  async callApi(p, c) { return { output: p + ' ' + this.o.config.word + ' ' + c.vars.n,\n"
                                      "    tokenUsage: { prompt: 3, completion: 2, total: 5 }, cost: 0.25 }; } };"_s));
        QTRY_VERIFY(house.failed() || house.finished());
        QVERIFY2(house.finished(), qPrintable(eventTexts(house.heard).join(u'\n')));
        QCOMPARE(textOf(house.heard), u"hello lamp undefined"_s); // nobody gave it variables
        QCOMPARE(house.finished()->usage.inputTokens, 3);
        QCOMPARE(house.finished()->usage.outputTokens, 2);
        QCOMPARE(house.finished()->usage.toldCost, Money::fromDollars(0.25));
    }

    void takesTheNamedExportAndItsContext()
    {
        ScriptHouse house;
        GenerationRequest request =
            scriptRequest(u"exports.ask = (prompt, { vars }) => `${vars.n}: ${prompt}`;"_s, u"file://p.mjs:ask"_s);
        request.context = {{u"vars"_s, QJsonObject{{u"n"_s, 7}}}};
        const auto generation = house.start(request);
        QTRY_VERIFY(house.finished());
        QCOMPARE(textOf(house.heard), u"7: hello"_s);
    }

    /// A conversation is promptfoo's JSON, as for an echo; as it was written where that is known.
    void getsAConversationAsJson()
    {
        ScriptHouse house;
        GenerationRequest request =
            scriptRequest(u"module.exports = (prompt) => JSON.parse(prompt).map((m) => m.role).join();"_s);
        request.messages = {{Role::System, u"Be short."_s}, {Role::User, u"hello"_s}};
        const auto generation = house.start(request);
        QTRY_VERIFY(house.finished());
        QCOMPARE(textOf(house.heard), u"system,user"_s);
        request.given = u"[]"_s;
        house.heard.clear();
        request.endpoint.script = u"module.exports = (prompt) => prompt;"_s;
        const auto second = house.start(request);
        QTRY_VERIFY(house.finished());
        QCOMPARE(textOf(house.heard), u"[]"_s);
    }

    void aFaultIsItsError()
    {
        ScriptHouse house;
        const auto generation = house.start(scriptRequest(u"module.exports = () => {\n  return fetch('http://x');\n};"_s));
        QTRY_VERIFY(house.failed());
        const Error error = house.failed()->error;
        QCOMPARE(error.kind, ErrorKind::Script);
        QCOMPARE(error.place, u"file://p.js"_s);
        QCOMPARE(error.line, 2);
        QVERIFY2(error.detail.contains("no modules, files, network or processes"_L1), qPrintable(error.detail));
    }

    void aScriptThatWasNotReadIsToldSo()
    {
        ScriptHouse house;
        const auto generation = house.start(scriptRequest({}));
        QTRY_VERIFY(house.failed());
        QVERIFY2(house.failed()->error.detail.contains("was not read"_L1), qPrintable(house.failed()->error.detail));
    }

    void anEndlessLoopEndsAtItsLimit()
    {
        Limits limits;
        limits.time = 50ms;
        ScriptHouse house(limits);
        const auto generation = house.start(scriptRequest(endless));
        QTRY_VERIFY(house.failed());
        QVERIFY2(house.failed()->error.detail.contains("It was stopped after 50 ms."_L1),
                 qPrintable(house.failed()->error.detail));
    }

    void stopEndsAnEndlessLoop()
    {
        ScriptHouse house(patient());
        const auto generation = house.start(scriptRequest(endless));
        QTRY_VERIFY(house.hasStarted());
        generation->cancel();
        QTRY_VERIFY(house.finished());
        QCOMPARE(house.finished()->reason, FinishReason::Cancelled);
    }

    /// Neither who asked nor the engine waits for it for longer than it takes to stop.
    void theEndOfTheEngineEndsAnEndlessLoop()
    {
        {
            ScriptHouse house(patient());
            const auto generation = house.start(scriptRequest(endless));
            QTRY_VERIFY(house.hasStarted());
        }
        ScriptHouse house(patient());
        auto generation = house.start(scriptRequest(endless));
        QTRY_VERIFY(house.hasStarted());
        generation.reset(); // its script ends, so that the next one has its thread even where there is one thread only
        const auto next = house.start(scriptRequest(u"module.exports = () => 'next';"_s));
        QTRY_VERIFY(house.finished());
        QVERIFY(textOf(house.heard).contains("next"_L1));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::ScriptBackendTest)
#include "tst_scriptbackend.moc"
