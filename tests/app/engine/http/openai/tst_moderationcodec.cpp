// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/moderationcodec.h"

#include "app/engine/http/wires.h"
#include "tests/app/engine/http/httpfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace HttpTesting;

namespace {

GenerationRequest moderationRequest(const QString &categories = {})
{
    GenerationRequest request;
    request.endpoint = endpointFromId(u"openai:moderation:omni-moderation-latest"_s, [](const QString &) { return QString(); });
    if (!categories.isEmpty())
        request.messages += Message{Role::System, categories};
    request.messages += Message{Role::User, u"Grüße"_s};
    return request;
}

const QByteArray twoFlags = "{\"id\":\"modr-1\",\"model\":\"omni-moderation-2024-09-26\",\"results\":[{\"flagged\":true,"
                            "\"categories\":{\"violence\":true,\"hate\":true,\"sexual\":false},"
                            "\"category_scores\":{\"violence\":0.5,\"hate\":0.25,\"sexual\":0.1}}]}";

GenerationBatch readModeration(const QByteArray &body, const QString &categories = {})
{
    return ModerationCodec().decoder(moderationRequest(categories))->whole(body);
}

/// What the answer says, in the words of openAiModerationWire.
QByteArray toldFlags(const QByteArray &body, const QString &categories = {})
{
    QByteArray text;
    for (const GenerationEvent &event : readModeration(body, categories)) {
        if (const auto *delta = std::get_if<Event::TextDelta>(&event))
            text += delta->text.toUtf8();
    }
    return text;
}

} // namespace

class ModerationCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The categories stay here.
    void whatIsSent()
    {
        const Result<WireRequest> wire = ModerationCodec().encode(moderationRequest(u"[\"hate\"]"_s), Secret("k"));
        QVERIFY(wire);
        QCOMPARE(wire->url, QUrl(u"https://api.openai.com/v1/moderations"_s));
        QCOMPARE(wire->method, "POST");
        QCOMPARE(QJsonDocument::fromJson(wire->body).object(),
                 (QJsonObject{{u"input"_s, u"Grüße"_s}, {u"model"_s, u"omni-moderation-latest"_s}}));
        QVERIFY(wire->headers.contains(std::pair<QByteArray, QByteArray>("Authorization", "Bearer k")));
    }

    void whatCannotBeSent()
    {
        GenerationRequest request = moderationRequest();
        request.sampling.temperature = 0.5;
        QVERIFY(!ModerationCodec().encode(request, {}));
        request = moderationRequest();
        request.messages.clear();
        QVERIFY(!ModerationCodec().encode(request, {}));
        // Instructions would not be followed.
        QVERIFY(!ModerationCodec().encode(moderationRequest(u"You are kind."_s), {}));
    }

    void whoSpeaksIt()
    {
        const Wires wires = allWires();
        const Codec *codec = codecOf(wires, providerOf(moderationRequest()).wire);
        QVERIFY(codec);
        QCOMPARE(codec->wire(), openAiModerationWire);
    }

    void whatIsFlagged()
    {
        const GenerationBatch events = readModeration(twoFlags);
        QCOMPARE(events.size(), 3U);
        QCOMPARE(std::get<Event::Started>(events[0]).model, u"omni-moderation-2024-09-26"_s);
        QVERIFY(!std::get<Event::Finished>(events[2]).usage.inputTokens);
        QCOMPARE(toldFlags(twoFlags), "{\"flagged\":[{\"category\":\"hate\",\"score\":0.25},"
                                      "{\"category\":\"violence\",\"score\":0.5}],\"others\":[]}"_ba);
    }

    void whatCounts()
    {
        QCOMPARE(toldFlags(twoFlags, u"[\"violence\",\"sexual\"]"_s),
                 "{\"flagged\":[{\"category\":\"violence\",\"score\":0.5}],\"others\":[\"hate\"]}"_ba);
        QCOMPARE(toldFlags(twoFlags, u"[\"sexual\"]"_s), "{\"flagged\":[],\"others\":[\"hate\",\"violence\"]}"_ba);
    }

    void nothingIsFlagged()
    {
        QCOMPARE(toldFlags("{\"results\":[{\"flagged\":false,\"categories\":{\"hate\":false}}]}"_ba),
                 "{\"flagged\":[],\"others\":[]}"_ba);
    }

    /// Of several results the highest score counts.
    void severalResults()
    {
        const auto result = [](const QByteArray &score) {
            return "{\"flagged\":true,\"categories\":{\"hate\":true},\"category_scores\":{\"hate\":" + score + "}}";
        };
        QCOMPARE(toldFlags("{\"results\":[" + result("0.5") + ',' + result("0.75") + ',' + result("0.25") + "]}"),
                 "{\"flagged\":[{\"category\":\"hate\",\"score\":0.75}],\"others\":[]}"_ba);
    }

    void whatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << "<html>"_ba;
        QTest::newRow("a chat") << "{\"choices\":[{\"message\":{\"content\":\"x\"}}]}"_ba;
        QTest::newRow("no results") << "{\"results\":[]}"_ba;
        QTest::newRow("no word on it") << "{\"results\":[{\"categories\":{}}]}"_ba;
        QTest::newRow("no categories") << "{\"results\":[{\"flagged\":true}]}"_ba;
        QTest::newRow("an error") << "{\"error\":{\"message\":\"Incorrect API key provided.\"}}"_ba;
    }
    void whatIsNoAnswer()
    {
        QFETCH(const QByteArray, body);
        const GenerationBatch events = readModeration(body);
        QCOMPARE(events.size(), 1U);
        QVERIFY(std::holds_alternative<Event::Failed>(events[0]));
        QVERIFY(!std::get<Event::Failed>(events[0]).error.detail.isEmpty());
    }

    /// Through the whole backend, against a server on this machine.
    void overTheWire()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::whole(200, twoFlags));
        GenerationRequest request = house.request();
        request.endpoint.wire = openAiModerationWire;
        request.sampling = {};
        request.messages = {{Role::User, u"a"_s}};
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(house.server.requests().front().path, "/v1/moderations"_ba);
        QCOMPARE(client.text(), QString::fromUtf8(toldFlags(twoFlags)));
        QVERIFY(std::holds_alternative<Event::Finished>(client.heard->back()));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::ModerationCodecTest)
#include "tst_moderationcodec.moc"
