// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/huggingface/classificationcodec.h"

#include "app/engine/http/wires.h"
#include "tests/app/engine/http/httpfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace HttpTesting;

namespace {

GenerationRequest classificationRequest(const QString &label = {})
{
    GenerationRequest request;
    request.endpoint = endpointFromId(u"huggingface:text-classification:org/tone"_s, [](const QString &) { return QString(); });
    if (!label.isEmpty())
        request.messages += Message{Role::System, label};
    request.messages += Message{Role::User, u"Grüße"_s};
    return request;
}

const QByteArray twoLabels = "[[{\"label\":\"cold\",\"score\":0.25},{\"label\":\"warm\",\"score\":0.75}]]";

GenerationBatch readLabels(const QByteArray &body, const QString &label = {})
{
    return ClassificationCodec().decoder(classificationRequest(label))->whole(body);
}

/// What the answer says, in the words of classificationWire.
QByteArray toldLabel(const QByteArray &body, const QString &label = {})
{
    QByteArray text;
    for (const GenerationEvent &event : readLabels(body, label)) {
        if (const auto *delta = std::get_if<Event::TextDelta>(&event))
            text += delta->text.toUtf8();
    }
    return text;
}

} // namespace

class ClassificationCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The label stays here.
    void whatIsSent()
    {
        const Result<WireRequest> wire = ClassificationCodec().encode(classificationRequest(u"warm"_s), Secret("k"));
        QVERIFY(wire);
        QCOMPARE(wire->url, QUrl(u"https://router.huggingface.co/hf-inference/models/org/tone"_s));
        QCOMPARE(wire->method, "POST");
        QCOMPARE(QJsonDocument::fromJson(wire->body).object(), (QJsonObject{{u"inputs"_s, u"Grüße"_s}}));
        QVERIFY(wire->headers.contains(std::pair<QByteArray, QByteArray>("Authorization", "Bearer k")));
    }

    void whatCannotBeSent()
    {
        GenerationRequest request = classificationRequest();
        request.sampling.temperature = 0.5;
        QVERIFY(!ClassificationCodec().encode(request, {}));
        request = classificationRequest(u"warm"_s);
        request.messages.removeLast();
        QVERIFY(!ClassificationCodec().encode(request, {}));
    }

    void whoSpeaksIt()
    {
        const Wires wires = allWires();
        const Codec *codec = codecOf(wires, providerOf(classificationRequest()).wire);
        QVERIFY(codec);
        QCOMPARE(codec->wire(), classificationWire);
    }

    void labels_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("the likeliest") << twoLabels << QString() << "{\"label\":\"warm\",\"score\":0.75}"_ba;
        QTest::newRow("the wanted one") << twoLabels << u"cold"_s << "{\"label\":\"cold\",\"score\":0.25}"_ba;
        QTest::newRow("one that is not named") << twoLabels << u"Warm"_s << "{\"label\":\"Warm\",\"score\":0}"_ba;
        QTest::newRow("a list alone") << "[{\"label\":\"warm\",\"score\":0.5}]"_ba << QString()
                                      << "{\"label\":\"warm\",\"score\":0.5}"_ba;
    }
    void labels()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, label);
        QFETCH(const QByteArray, told);
        QCOMPARE(toldLabel(body, label), told);
        QVERIFY(std::holds_alternative<Event::Finished>(readLabels(body, label).back()));
    }

    void whatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << "<html>"_ba;
        QTest::newRow("a chat") << "{\"choices\":[{\"message\":{\"content\":\"x\"}}]}"_ba;
        QTest::newRow("nothing") << "[]"_ba;
        QTest::newRow("nothing inside") << "[[]]"_ba;
        QTest::newRow("of two texts") << "[[{\"label\":\"a\",\"score\":1}],[{\"label\":\"b\",\"score\":1}]]"_ba;
        QTest::newRow("no score") << "[{\"label\":\"a\"}]"_ba;
        QTest::newRow("no name") << "[{\"score\":1}]"_ba;
        QTest::newRow("an error") << "{\"error\":{\"message\":\"Model org/tone does not exist\"}}"_ba;
    }
    void whatIsNoAnswer()
    {
        QFETCH(const QByteArray, body);
        const GenerationBatch events = readLabels(body);
        QCOMPARE(events.size(), 1U);
        QVERIFY(std::holds_alternative<Event::Failed>(events[0]));
        QVERIFY(!std::get<Event::Failed>(events[0]).error.detail.isEmpty());
    }

    /// Through the whole backend, against a server on this machine.
    void overTheWire()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::whole(200, twoLabels));
        GenerationRequest request = house.request();
        request.endpoint.wire = classificationWire;
        request.endpoint.model = u"org/tone"_s;
        request.sampling = {};
        request.messages = {{Role::User, u"a"_s}};
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(house.server.requests().front().path, "/v1/models/org/tone"_ba);
        QCOMPARE(client.text(), QString::fromUtf8(toldLabel(twoLabels)));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::ClassificationCodecTest)
#include "tst_classificationcodec.moc"
