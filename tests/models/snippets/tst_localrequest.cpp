// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/snippets/localrequest.h"

#include "models/snippets/requestsnippet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

GenerationRequest localQuestion()
{
    GenerationRequest request;
    request.endpoint = endpointFromId(u"local:tempera-mini"_s);
    request.endpoint.modelPath = u"/models/tempera-mini.gguf"_s;
    request.messages = {{Role::System, u"Be brief."_s}, {Role::User, u"Why?"_s}};
    request.sampling.temperature = 0.5;
    request.sampling.seed = 18446744073709551615ULL;
    return request;
}

QJsonObject saidBy(const ShownRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace

class TestLocalRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhereItIsAnswered()
    {
        const ShownRequest shown = localRequest(localQuestion());
        QCOMPARE(shown.way, ShownRequest::Way::Process);
        QVERIFY(shown.url.isEmpty() && shown.headers.isEmpty());
        const QJsonObject said = saidBy(shown);
        QCOMPARE(said.value(u"answered_in"_s).toString(), u"this process"_s);
        QCOMPARE(said.value(u"file"_s).toString(), u"/models/tempera-mini.gguf"_s);
        QCOMPARE(said.value(u"messages"_s).toArray().at(1).toObject().value(u"content"_s).toString(), u"Why?"_s);
        const QJsonObject settings = said.value(u"settings"_s).toObject();
        QCOMPARE(settings.value(u"temperature"_s).toDouble(), 0.5);
        QCOMPARE(settings.value(u"seed"_s).toString(), u"18446744073709551615"_s);
        QVERIFY(!said.contains(u"prompt_as_read"_s));
    }

    void thePromptIsThatOfTheModel()
    {
        PromptReading reading;
        reading.count = {12, Exactness::Exact};
        reading.text = u"<|im_start|>system"_s;
        const QJsonObject prompt = saidBy(localRequest(localQuestion(), reading)).value(u"prompt_as_read"_s).toObject();
        QCOMPARE(prompt.value(u"tokens"_s).toInt(), 12);
        QCOMPARE(prompt.value(u"counted"_s).toString(), u"exactly"_s);
        QCOMPARE(prompt.value(u"text"_s).toString(), reading.text);
        reading.count.exactness = Exactness::Estimate;
        QCOMPARE(
            saidBy(localRequest(localQuestion(), reading)).value(u"prompt_as_read"_s).toObject().value(u"counted"_s).toString(),
            u"as an estimate"_s);
    }

    void anEchoHasNoFile()
    {
        GenerationRequest request = localQuestion();
        request.endpoint = endpointFromId(u"echo"_s);
        const QJsonObject said = saidBy(localRequest(request));
        QVERIFY(!said.contains(u"file"_s));
        QVERIFY(said.value(u"answered_in"_s).toString().startsWith(u"this process"_s));
    }

    /// A program that sends it would ask somebody else.
    void nothingSendsIt()
    {
        const ShownRequest shown = localRequest(localQuestion());
        QVERIFY(requestText(shown, RequestForm::Wire).startsWith(u"{\n  \"answered_in\": \"this process\","_s));
        for (const RequestForm form : {RequestForm::Curl, RequestForm::Python, RequestForm::JavaScript})
            QCOMPARE(requestText(shown, form), QString());
    }
};

QTEST_GUILESS_MAIN(TestLocalRequest)
#include "tst_localrequest.moc"
