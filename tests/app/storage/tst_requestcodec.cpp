// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/requestcodec.h"

#include "app/storage/gradecodec.h"
#include "tests/app/storage/randomcell.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class RequestCodecTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack()
    {
        RandomCells random(11);
        for (int round = 0; round < 500; ++round) {
            const GenerationRequest request = random.request({});
            QCOMPARE(requestFromJson(requestToJson(request)), request);
        }
    }

    /// What was said before in a conversation is in the messages.
    void madeValuesComeBack()
    {
        GenerationRequest request;
        request.messages = {{Role::User, u"x"_s}};
        request.values = {{u"a"_s, u" {{ b }}"_s}, {u"b"_s, QJsonArray{1, QChar(QChar::ByteOrderMark) + u"c"_s}}};
        GenerationRequest said = request;
        said.values.insert(conversationVariable, QJsonArray{u"d"_s});
        RequestWriter writer;
        for (int time = 0; time < 2; ++time)
            QCOMPARE(requestFromJson(writer.json(said)), request);
        QVERIFY(!writer.json({}).contains("values"));
    }

    void errorsAndGradesComeBack()
    {
        RandomCells random(12);
        int errors = 0, grades = 0;
        for (int round = 0; round < 500; ++round) {
            const Cell cell = random.cell({});
            if (cell.error) {
                ++errors;
                QCOMPARE(errorFromJson(errorToJson(*cell.error)), *cell.error);
            }
            if (cell.grade) {
                ++grades;
                QCOMPARE(gradeFromJson(gradeToJson(*cell.grade)), *cell.grade);
            }
        }
        QVERIFY(errors > 100 && grades > 100);
    }

    void partsComeBack()
    {
        const QString marked = QChar(QChar::ByteOrderMark) + u" Gr\u00fc\u00dfe"_s;
        GenerationRequest request;
        request.messages = {
            {Role::System, u"Look."_s},
            messageOfParts(Role::User, {TextPart{marked}, ImagePart{u"image/png"_s, QByteArray("\0\1\377", 3), {}, u"low"_s},
                                        ImagePart{{}, {}, u"https://example.org/a.png"_s, {}},
                                        OtherPart{u"input_audio"_s, R"({"input_audio":{"data":"AA=="},"type":"input_audio"})"}})};
        QCOMPARE(request.messages[1].text, marked);
        QCOMPARE(requestFromJson(requestToJson(request)), request);
    }

    /// As ledgers have them that were written before there were values for parts.
    void oldPartsAreRead()
    {
        const auto message = [](const QString &text, bool isParts) {
            QJsonObject object{{u"role"_s, u"user"_s}, {u"text"_s, text}};
            if (isParts)
                object.insert(u"parts"_s, true);
            return object;
        };
        const QString parts = QString(u"[{'type':'text','text':'What?'},"
                                      "{'type':'image_url','image_url':{'url':'data:image/png;base64,AAE='}}]"_s)
                                  .replace(u'\'', u'"');
        const QJsonArray all{message(parts, true), message(u"[1]"_s, false), message(u"[1]"_s, true)};
        const QByteArray old = QJsonDocument(QJsonObject{{u"messages"_s, all}}).toJson(QJsonDocument::Compact);
        const Messages messages = requestFromJson(old).messages;
        QCOMPARE(messages.size(), 3);
        QCOMPARE(messages[0],
                 messageOfParts(Role::User, {TextPart{u"What?"_s}, ImagePart{u"image/png"_s, QByteArray("\0\1", 2), {}, {}}}));
        QCOMPARE(messages[1], (Message{Role::User, u"[1]"_s}));
        QCOMPARE(messages[2], (Message{Role::User, u"[1]"_s})); // damaged: what is there is kept
    }

    void seedsKeepAll64Bits_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::newRow("0") << quint64(0);
        QTest::newRow("2^53 + 1") << quint64((1ULL << 53) + 1);
        QTest::newRow("2^63") << quint64(1ULL << 63);
        QTest::newRow("2^64 - 1") << quint64(~0ULL);
    }

    void seedsKeepAll64Bits()
    {
        QFETCH(quint64, seed);
        GenerationRequest request;
        request.sampling.seed = seed;
        QCOMPARE(requestFromJson(requestToJson(request)).sampling.seed.value(), seed);
    }

    /// What is remembered of one request must not get into another one.
    void manyAreWrittenAsOne()
    {
        RandomCells random(77);
        std::vector<GenerationRequest> requests;
        for (int i = 0; i < 100; ++i) { // more settings than are remembered, and each of them again
            requests.push_back(random.request({i, 0, 0, 0}));
            GenerationRequest otherText = requests.back();
            otherText.messages = random.request({}).messages;
            requests.push_back(otherText);
            GenerationRequest otherSeed = requests.front();
            otherSeed.sampling.seed = static_cast<std::uint64_t>(i);
            requests.push_back(otherSeed);
        }
        RequestWriter writer;
        for (int round = 0; round < 2; ++round) {
            for (const GenerationRequest &request : requests) {
                const QByteArray json = writer.json(request);
                QCOMPARE(json, requestToJson(request));
                QCOMPARE(QJsonDocument::fromJson(json).toJson(QJsonDocument::Compact), json);
            }
        }
    }

    void secretsStayOut()
    {
        GenerationRequest request;
        request.endpoint.keyName = u"OPENAI_API_KEY"_s;
        request.endpoint.baseUrl = QUrl(u"https://me:SECRET@host/v1?api_key=SECRET&api-version=2024"_s);
        request.endpoint.headers = {
            {u"Authorization"_s, u"Bearer SECRET"_s}, {u"X-Api-Key"_s, u"SECRET"_s}, {u"X-Title"_s, u"Tempera"_s}};
        const QByteArray json = requestToJson(request);
        QVERIFY2(!json.contains("SECRET"), json.constData());
        const GenerationRequest back = requestFromJson(json);
        QCOMPARE(back.endpoint.keyName, u"OPENAI_API_KEY"_s); // the name is no secret
        QCOMPARE(back.endpoint.baseUrl, QUrl(u"https://host/v1?api-version=2024"_s));
        QCOMPARE(back.endpoint.headers.keys(), QStringList{u"X-Title"_s});
    }

    void damageGivesDefaults()
    {
        QCOMPARE(requestFromJson("{nonsense"), [] {
            GenerationRequest request;
            request.endpoint.kind = EndpointKind::Unknown;
            return request;
        }());
        QCOMPARE(errorFromJson("[]").kind, ErrorKind::Internal);
        // What cannot be read has not passed.
        QCOMPARE(gradeFromJson("{}").outcome, Outcome::NotEvaluated);
    }

    void names()
    {
        for (const Outcome outcome : {Outcome::Pass, Outcome::Fail, Outcome::Error, Outcome::NotEvaluated})
            QCOMPARE(outcomeFromName(outcomeName(outcome)), outcome);
        QCOMPARE(outcomeFromName(u"PASS"_s), Outcome::NotEvaluated);
        for (const auto value : {Reproducibility::Unknown, Reproducibility::Fast, Reproducibility::Strict})
            QCOMPARE(reproducibilityFromName(reproducibilityName(value)), value);
        QCOMPARE(reproducibilityFromName(u"?"_s), Reproducibility::Unknown);
    }
};

QTEST_GUILESS_MAIN(RequestCodecTest)
#include "tst_requestcodec.moc"
