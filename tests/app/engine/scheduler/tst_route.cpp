// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/route.h"

#include "app/engine/echobackend.h"
#include "tests/app/engine/scheduler/stagefixture.h"

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace StageTesting;

namespace {

struct Crossing {
    Client start(const GenerationRequest &request)
    {
        Client client;
        client.startIn(route, request);
        return client;
    }

    FakeBackend models;   ///< Local ones and those in the network.
    FakeBackend toModels; ///< The stage before them.
    FakeBackend spare;    ///< Handles the same.
    EchoBackend echo;
    FakeBackend toEcho;
    Route route{{{&models, &toModels}, {&spare, &spare}, {&echo, &toEcho}}};
};

} // namespace

class RouteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstThatHandlesIt()
    {
        Crossing crossing;
        const Client remote = crossing.start(requestTo(u"a"_s));
        QCOMPARE(crossing.toModels.count(), 1);
        QCOMPARE(crossing.toModels.at(0)->request.endpoint.model, u"a"_s);
        GenerationRequest request;
        request.endpoint = endpointFromId(u"echo"_s);
        const Client echoed = crossing.start(request);
        QCOMPARE(crossing.toEcho.count(), 1);
        QCOMPARE(crossing.spare.count(), 0);
        QCOMPARE(crossing.models.count(), 0); // only through its stage
        QCOMPARE(crossing.route.backendFor(request.endpoint), &crossing.echo);
        QCOMPARE(crossing.route.backendFor(requestTo(u"a"_s).endpoint), &crossing.models);
    }

    void eventsAndStopPassThrough()
    {
        Crossing crossing;
        Client client = crossing.start(requestTo(u"a"_s));
        client.stop.request_stop();
        QVERIFY(crossing.toModels.at(0)->stop.stop_requested());
        crossing.toModels.at(0)->sink(Event::TextDelta{u"half"_s});
        crossing.toModels.at(0)->sink(Event::Finished{});
        QCOMPARE(client.lines(), (QStringList{u"text half"_s, u"finished stop"_s}));
    }

    void nobodyHandlesIt()
    {
        Crossing crossing;
        GenerationRequest request;
        request.endpoint = endpointFromId(u"python:script.py"_s);
        request.score = {{.text = u"yes"_s, .tokens = {}}};
        const Client client = crossing.start(request);
        QVERIFY(client.ended());
        QCOMPARE(client.error().kind, ErrorKind::Usage);
        QVERIFY(client.error().detail.contains(u"python:script.py"_s));
        QCOMPARE(crossing.route.backendFor(request.endpoint), nullptr);
    }

    void onlyLocalModelsScoreAndContinue_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("goes");
        QTest::newRow("local") << u"local:/m.gguf"_s << true;
        QTest::newRow("remote") << u"openai:chat:a"_s << false;
        QTest::newRow("echo") << u"echo"_s << false;
    }
    void onlyLocalModelsScoreAndContinue()
    {
        QFETCH(QString, id);
        QFETCH(bool, goes);
        Crossing crossing;
        GenerationRequest scoring;
        scoring.endpoint = endpointFromId(id);
        scoring.score = {{.text = u"yes"_s, .tokens = {}}};
        const Client scored = crossing.start(scoring);
        GenerationRequest continuing;
        continuing.endpoint = endpointFromId(id);
        continuing.prefix = {std::make_shared<TokenTrace>()};
        const Client continued = crossing.start(continuing);
        QCOMPARE(crossing.toModels.count() + crossing.toEcho.count(), goes ? 2 : 0);
        for (const Client *client : {&scored, &continued}) {
            QCOMPARE(client->ended(), !goes);
            if (!goes)
                QCOMPARE(client->error().kind, ErrorKind::BadRequest);
        }
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::RouteTest)
#include "tst_route.moc"
