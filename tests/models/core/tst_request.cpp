// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/message.h"
#include "models/core/ports/clock.h"
#include "models/core/ports/runstore.h"
#include "models/core/request.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

GenerationRequest request()
{
    GenerationRequest made;
    made.endpoint = endpointFromId(u"openai:chat:gpt-4o-mini"_s);
    made.messages = {{Role::System, u"Be brief."_s}, {Role::User, u"Where is Paris?"_s}};
    made.sampling.temperature = 0.5;
    made.sampling.seed = 7;
    return made;
}

using Change = std::function<void(GenerationRequest &)>;

} // namespace

class RequestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDecidesTheAnswerIsInTheKey_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        row("model", [](auto &r) { r.endpoint.model = u"gpt-4o"_s; });
        row("kind", [](auto &r) { r.endpoint.kind = EndpointKind::Echo; });
        row("url", [](auto &r) { r.endpoint.baseUrl = QUrl(u"http://localhost/v1"_s); });
        row("file", [](auto &r) { r.endpoint.modelPath = u"/m.gguf"_s; });
        row("form", [](auto &r) { r.form = PromptForm::Continuation; });
        row("text", [](auto &r) { r.messages[1].text += u' '; });
        row("role", [](auto &r) { r.messages[0].role = Role::User; });
        row("order", [](auto &r) { r.messages.swapItemsAt(0, 1); });
        row("border between texts", [](auto &r) {
            r.messages[0].text += u"Where"_s;
            r.messages[1].text = u" is Paris?"_s;
        });
        row("an image",
            [](auto &r) { r.messages[1].parts = {TextPart{r.messages[1].text}, ImagePart{u"image/png"_s, "1", {}, {}}}; });
        row("one message less", [](auto &r) { r.messages.removeLast(); });
        row("beginning of the answer", [](auto &r) { r.prefix = {std::make_shared<TokenTrace>()}; });
        row("text to score", [](auto &r) { r.score = {{u"yes"_s, {}, false}}; });
        row("tokens to score", [](auto &r) { r.score = {{{}, {1, 2}, false}}; });
        row("strict", [](auto &r) { r.strict = true; });
        row("temperature", [](auto &r) { r.sampling.temperature = 0.25; });
        row("temperature unset", [](auto &r) { r.sampling.temperature.reset(); });
        row("top-k", [](auto &r) { r.sampling.topK = 40; });
        row("max tokens", [](auto &r) { r.sampling.maxTokens = 5; });
        row("stop", [](auto &r) { r.sampling.stop = {u"\n"_s}; });
        row("seed", [](auto &r) { r.sampling.seed = 8; });
        row("high bit of the seed", [](auto &r) { r.sampling.seed = 7 | 1ULL << 63; });
    }

    void whatDecidesTheAnswerIsInTheKey()
    {
        QFETCH(Change, change);
        GenerationRequest other = request();
        change(other);
        QVERIFY(other != request());
        QVERIFY(requestKey(other) != requestKey(request()));
    }

    void theRestIsNot_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        row("place in the run", [](auto &r) { r.key = {1, 2, 3, 4}; });
        row("id", [](auto &r) { r.endpoint.id = u"openai:gpt-4o-mini"_s; });
        row("name of the key", [](auto &r) { r.endpoint.keyName = u"OTHER_KEY"_s; });
        row("timeouts", [](auto &r) { r.timeouts.idle = std::chrono::milliseconds(1); });
        row("retries", [](auto &r) { r.retry.maxRetries = 9; });
        row("trace", [](auto &r) { r.wantTrace = true; });
    }

    void theRestIsNot()
    {
        QFETCH(Change, change);
        GenerationRequest other = request();
        change(other);
        QVERIFY(other != request());
        QCOMPARE(requestKey(other), requestKey(request()));
    }

    void keysAreHashes()
    {
        QCOMPARE(requestKey(request()).size(), 32);
        QCOMPARE(requestKey(request()), requestKey(request()));
        QSet<QByteArray> keys;
        for (quint64 seed = (1ULL << 53); seed < (1ULL << 53) + 100; ++seed) { // a double would merge these
            GenerationRequest other = request();
            other.sampling.seed = seed;
            keys.insert(requestKey(other));
        }
        QCOMPARE(keys.size(), 100);
    }

    /// Answers in a cache and runs that are resumed are found by it: it stays what it was for what was there before.
    void theKeyOfATextIsWhatItWas()
    {
        GenerationRequest same = request();
        const QByteArray before = requestKey(same);
        for (Message &message : same.messages)
            message.parts = {};
        QCOMPARE(requestKey(same), before);
        GenerationRequest plain;
        plain.endpoint = endpointFromId(u"echo"_s);
        plain.messages = {{Role::User, u"hello"_s}};
        const QByteArray canonical =
            R"({"form":0,"kind":%1,"messages":[{"role":"user","text":"hello"}],"model":"%2","path":"","sampling":{},"url":""})";
        const QByteArray text =
            QString::fromUtf8(canonical).arg(static_cast<int>(plain.endpoint.kind)).arg(plain.endpoint.model).toUtf8();
        QCOMPARE(requestKey(plain), QCryptographicHash::hash(text, QCryptographicHash::Sha256));
    }

    void cellKeysAreOrderedCaseByCase()
    {
        QVERIFY((CellKey{0, 9, 9, 9} < CellKey{1, 0, 0, 0}));
        QVERIFY((CellKey{0, 0, 1, 0} < CellKey{0, 1, 0, 0}));
        QVERIFY((CellKey{0, 0, 0, 1} < CellKey{0, 0, 1, 0}));
    }

    void roles()
    {
        for (const Role role : {Role::System, Role::User, Role::Assistant})
            QCOMPARE(roleFromName(roleName(role)), role);
        QCOMPARE(roleFromName(u"developer"_s), Role::System);
        QVERIFY(!roleFromName(u"tool"_s));
        QVERIFY(!roleFromName({}));
    }

    void runStates()
    {
        for (const RunState state : {RunState::Running, RunState::Finished, RunState::Stopped, RunState::Failed}) {
            QVERIFY(!runStateName(state).isEmpty());
            QCOMPARE(runStateFromName(runStateName(state)), state);
        }
        QCOMPARE(runStateFromName(u"?"_s), RunState::Running);
    }
};

QTEST_GUILESS_MAIN(RequestTest)
#include "tst_request.moc"
