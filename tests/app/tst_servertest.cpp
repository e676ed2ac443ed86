// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/servertest.h"

#include "tests/app/engine/http/httpfixture.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace HttpTesting;

namespace {

struct TestedServer {
    ServerReport ask(const QString &model)
    {
        Endpoint endpoint = house.request().endpoint;
        endpoint.model = model;
        std::optional<ServerReport> told;
        test.ask(house.engine, endpoint, {}, {}, &guard, [&told](const ServerReport &report) { told = report; });
        if (!QTest::qWaitFor([&told] { return told.has_value(); }, 20'000))
            return {.models = failure(ErrorKind::Internal, u"nothing was told"_s)};
        return *told;
    }

    House house;
    ModelListing listing{house.clock};
    ServerTest test{listing};
    QObject guard;
};

const QByteArray aDay = "Date: Wed, 21 Oct 2015 07:28:00 GMT";

} // namespace

class ServerTestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelsAreListed()
    {
        TestedServer tested;
        tested.house.server.enqueue(
            ScriptedAnswer::whole(200, "{\"data\":[{\"id\":\"a\"}]}", {"Content-Type: application/json", aDay}));
        const ServerReport report = tested.ask(u"a"_s);
        QCOMPARE(report.models.value(), QStringList{u"a"_s});
        QVERIFY(!report.isGenerated);
        QVERIFY(report.latency);
        QVERIFY(report.clock && report.clock->isKnown() && report.clock->ahead < -std::chrono::hours(24));
        QCOMPARE(tested.house.requests(), 1);
    }

    void whereTheyAreNotOneTokenIsAsked()
    {
        TestedServer tested;
        tested.house.server.enqueue(ScriptedAnswer::whole(404, "{\"error\":\"no such path\"}"));
        tested.house.server.enqueue(ScriptedAnswer::chat({u"Hi"_s}));
        const ServerReport report = tested.ask(u"whale"_s);
        QVERIFY(report.isGenerated);
        QVERIFY(report.models && report.models->isEmpty());
        QVERIFY(report.latency);
        QCOMPARE(tested.house.requests(), 2);
        const QByteArray body = tested.house.server.requests().at(1).body;
        QVERIFY2(body.contains("\"whale\""), body.constData());
        QVERIFY2(body.contains("\"max_completion_tokens\":1") || body.contains("\"max_tokens\":1"), body.constData());
    }

    void aRefusedTokenIsTold()
    {
        TestedServer tested;
        tested.house.server.enqueue(ScriptedAnswer::whole(404, "{\"error\":\"no such path\"}"));
        tested.house.server.enqueue(ScriptedAnswer::whole(400, "{\"error\":{\"message\":\"no such whale\"}}"));
        const ServerReport report = tested.ask(u"whale"_s);
        QVERIFY(!report.isGenerated && !report.models);
        QVERIFY2(report.models.error().detail.contains(u"no such whale"_s), qPrintable(report.models.error().detail));
    }

    /// A wrong key is a wrong key, and a model that nobody knows cannot be asked.
    void noTokenIsAskedInVain()
    {
        TestedServer refused;
        refused.house.server.enqueue(ScriptedAnswer::whole(401, "{\"error\":{\"message\":\"wrong key\"}}"));
        const ServerReport report = refused.ask(u"whale"_s);
        QCOMPARE(report.models.error().kind, ErrorKind::Auth);
        QCOMPARE(refused.house.requests(), 1);
        TestedServer nameless;
        nameless.house.server.enqueue(ScriptedAnswer::whole(404, "{\"error\":\"no such path\"}"));
        QVERIFY(!nameless.ask({}).models);
        QCOMPARE(nameless.house.requests(), 1);
    }

    void whatMayStillGenerate()
    {
        Error error;
        error.kind = ErrorKind::Auth;
        error.httpStatus = 401;
        QVERIFY(!mayStillGenerate(error));
        error.httpStatus = 403; // some forbid the list alone
        QVERIFY(mayStillGenerate(error));
        error = {};
        error.kind = ErrorKind::Network;
        QVERIFY(!mayStillGenerate(error));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::ServerTestTest)
#include "tst_servertest.moc"
