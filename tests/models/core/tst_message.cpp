// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/message.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonArray arrayOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

} // namespace

class MessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is read is written again, to the last character.
    void partsAreReadAndWritten_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<MessagePart>("part");
        const auto row = [](const char *name, const QByteArray &json, const MessagePart &part) {
            QTest::newRow(name) << json << part;
        };
        row("text", R"({"type":"text","text":"Hi"})", TextPart{u"Hi"_s});
        row("image", R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAH/"}})",
            ImagePart{u"image/png"_s, QByteArray("\0\1\377", 3), {}, {}});
        row("image, told how to look", R"({"type":"image_url","image_url":{"url":"data:image/jpeg;base64,AA==","detail":"low"}})",
            ImagePart{u"image/jpeg"_s, QByteArray(1, '\0'), {}, u"low"_s});
        row("address", R"({"type":"image_url","image_url":{"url":"https://example.org/a,b.png"}})",
            ImagePart{{}, {}, u"https://example.org/a,b.png"_s, {}});
        row("not in base64", R"({"type":"image_url","image_url":{"url":"data:image/svg+xml,<svg/>"}})",
            ImagePart{{}, {}, u"data:image/svg+xml,<svg/>"_s, {}});
        row("broken base64", R"({"type":"image_url","image_url":{"url":"data:image/png;base64,A*"}})",
            ImagePart{{}, {}, u"data:image/png;base64,A*"_s, {}});
        row("base64 in another spelling", R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AA"}})",
            ImagePart{{}, {}, u"data:image/png;base64,AA"_s, {}});
        const QByteArray sound = R"({"input_audio":{"data":"AA==","format":"wav"},"type":"input_audio"})";
        row("sound", sound, OtherPart{u"input_audio"_s, sound});
        const QByteArray marked = R"({"cache_control":{"type":"ephemeral"},"text":"Hi","type":"text"})";
        row("text with a mark", marked, OtherPart{u"text"_s, marked});
        const QByteArray more = R"({"image_url":{"url":"https://a/b","x":1},"type":"image_url"})";
        row("image with more", more, OtherPart{u"image_url"_s, more});
        const QByteArray none = R"({"image_url":"https://a/b","type":"image_url"})";
        row("image in another form", none, OtherPart{u"image_url"_s, none});
    }
    void partsAreReadAndWritten()
    {
        QFETCH(QByteArray, json);
        QFETCH(MessagePart, part);
        const QJsonArray list = arrayOf("[" + json + "]");
        const std::optional<MessageParts> parts = partsFromJson(list);
        QVERIFY(parts);
        QCOMPARE(*parts, MessageParts{part});
        QCOMPARE(partsToJson(*parts), list);
    }

    void whatIsNoListOfParts_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << "[]"_ba;
        QTest::newRow("an object") << "{}"_ba;
        QTest::newRow("texts") << R"(["a"])"_ba;
        QTest::newRow("without a type") << R"([{"type":"text","text":"a"},{"text":"b"}])"_ba;
    }
    void whatIsNoListOfParts()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!partsFromJson(arrayOf(json)));
    }

    void aMessageOfParts()
    {
        const ImagePart image{u"image/png"_s, QByteArray(1000, 'x'), {}, {}};
        const OtherPart marked{u"text"_s, R"({"cache_control":{},"text":"!","type":"text"})"};
        const Message message = messageOfParts(Role::User, {TextPart{u"Who"_s}, image, TextPart{u"?"_s}, marked});
        QCOMPARE(message.text, u"Who?!"_s);
        QVERIFY(contentBytes(message) > 1000);
        QVERIFY(!holdOnlyText({message}));
        QVERIFY(holdOnlyText({{Role::User, u"Who?"_s}, messageOfParts(Role::User, {TextPart{u"Who?"_s}})}));
    }

    void asOneText()
    {
        const Message message = messageOfParts(Role::User, {TextPart{u"Who?"_s}, ImagePart{{}, {}, u"https://a/b"_s, {}}});
        const QString parts = uR"([{"text":"Who?","type":"text"},{"image_url":{"url":"https://a/b"},"type":"image_url"}])"_s;
        QCOMPARE(contentText(message), parts);
        QCOMPARE(messagesText({message}), parts);
        QCOMPARE(messagesText({{Role::System, u"Look."_s}, message}),
                 uR"([{"content":"Look.","role":"system"},{"content":)"_s + parts + uR"(,"role":"user"}])"_s);
        QCOMPARE(messagesText({{Role::User, u"plain"_s}}), u"plain"_s);
        QCOMPARE(messagesText({}), QString());
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::MessageTest)
#include "tst_message.moc"
