// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Several servers behind one endpoint, through the whole remote engine.

#include "app/engine/http/httpbackend.h"

#include "models/core/cell.h"
#include "tests/app/engine/http/httpfixture.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

using namespace HttpTesting;

namespace {

/// The house, whose own server is one of two.
struct PooledHouse : House {
    PooledHouse()
    {
        server.handler = other.handler = [](const ScriptedRequest &) { return ScriptedAnswer::chat({u"Hello"_s}); };
    }

    [[nodiscard]] GenerationRequest pooled() const
    {
        GenerationRequest request = House::request();
        request.endpoint.members = {server.baseUrl(), other.baseUrl()};
        return request;
    }
    [[nodiscard]] static QString answeredBy(const Client &client)
    {
        const auto *finished = std::get_if<Event::Finished>(&client.heard->back());
        return finished ? finished->notes.value(0).detail : QString();
    }

    ScriptedServer other;
};

/// An address at which nobody listens.
QUrl deadAddress()
{
    QTcpServer closed;
    return closed.listen(QHostAddress::LocalHost) ? QUrl(u"http://127.0.0.1:%1/v1"_s.arg(closed.serverPort())) : QUrl();
}

} // namespace

class HttpPoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothAnswer()
    {
        PooledHouse house;
        std::vector<Client> clients;
        for (int i = 0; i < 4; ++i)
            clients.push_back(house.start(house.pooled()));
        QStringList answered;
        for (const Client &client : clients) {
            QTRY_VERIFY(client.ended());
            answered += PooledHouse::answeredBy(client);
        }
        QCOMPARE(answered.count(house.server.baseUrl().toString()), 2);
        QCOMPARE(answered.count(house.other.baseUrl().toString()), 2);
        QCOMPARE(house.server.requests().size(), 2U);
        QCOMPARE(house.other.requests().size(), 2U);
    }

    /// What nobody answers at costs no wait, and is not asked again for each request.
    void whoRefusesIsLeftOut()
    {
        PooledHouse house;
        GenerationRequest request = house.pooled();
        request.endpoint.members = {deadAddress(), house.other.baseUrl()};
        request.retry.base = 1h; // had it to wait, it would not end here
        request.retry.cap = 1h;
        const Client first = house.start(request);
        QTRY_VERIFY(first.ended());
        QCOMPARE(first.lines().value(0), u"retrying 1 network: the connection was refused"_s);
        QCOMPARE(PooledHouse::answeredBy(first), house.other.baseUrl().toString());
        const Client second = house.start(request);
        QTRY_VERIFY(second.ended());
        QVERIFY2(second.lines().filter(u"retrying"_s).isEmpty(), qPrintable(second.lines().join(u'\n')));
    }

    void deaths_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::newRow("reset before a byte") << ScriptedAnswer::raw({}, Ending::Cut);
        QTest::newRow("reset after the head") << ScriptedAnswer::stream({}, Ending::Cut);
        QTest::newRow("closed before a byte") << ScriptedAnswer::raw({}, Ending::Close);
        QTest::newRow("500") << ScriptedAnswer::whole(500, "{}");
        QTest::newRow("503 that asks to wait") << ScriptedAnswer::whole(503, "{}", {"Retry-After: 3600"});
    }
    void deaths()
    {
        QFETCH(ScriptedAnswer, answer);
        PooledHouse house;
        house.server.enqueue(answer);
        GenerationRequest request = house.pooled();
        request.retry.base = request.retry.cap = 1h;
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.text(), u"Hello"_s);
        QCOMPARE(PooledHouse::answeredBy(client), house.other.baseUrl().toString());
        QCOMPARE(house.other.requests().size(), 1U);
    }

    /// Servers of one's own: the other one writes the answer anew, and what a cell holds in the end is that alone.
    void aDeathInTheMiddle_data()
    {
        QTest::addColumn<bool>("startsOver");
        QTest::newRow("written anew") << true;
        QTest::newRow("kept as it is") << false;
    }
    void aDeathInTheMiddle()
    {
        QFETCH(bool, startsOver);
        PooledHouse house;
        house.server.enqueue(ScriptedAnswer::stream(chatPieces({u"half"_s}).first(1), Ending::Close));
        GenerationRequest request = house.pooled();
        request.retry.startsOver = startsOver;
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        Cell cell;
        for (const GenerationEvent &event : *client.heard)
            cell.apply(event);
        QCOMPARE(cell.text, startsOver ? u"Hello"_s : u"half"_s);
        QCOMPARE(cell.state, startsOver ? CellState::Done : CellState::Failed);
        QCOMPARE(house.other.requests().size(), startsOver ? 1U : 0U);
        if (cell.error)
            QCOMPARE(cell.error->kind, ErrorKind::Interrupted);
    }

    /// A refusal is the request's own fault.
    void aRefusalStays()
    {
        PooledHouse house;
        house.server.enqueue(ScriptedAnswer::whole(400, R"({"error":{"message":"no"}})"));
        const Client client = house.start(house.pooled());
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.error().place, house.server.baseUrl().toString());
        QCOMPARE(house.other.requests().size(), 0U);
    }

    /// The pool that the user has set for an address at which nobody need be.
    void thePoolOfTheSettings()
    {
        PooledHouse house;
        GenerationRequest request = house.request();
        request.endpoint.baseUrl = QUrl(u"http://pool.invalid/v1"_s);
        EndpointOptions options;
        options.members = {house.other.baseUrl()};
        EngineSettings settings;
        settings.endpoints.insert(request.endpoint.baseUrl, options);
        house.engine.setSettings(settings);
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(PooledHouse::answeredBy(client), house.other.baseUrl().toString());
    }

    void stopStopsIt()
    {
        PooledHouse house;
        house.server.enqueue(ScriptedAnswer::silence());
        const Client client = house.start(house.pooled());
        QTRY_COMPARE(house.server.requests().size(), 1U);
        client.generation->cancel();
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines().constLast(), u"finished cancelled estimate"_s);
        QCOMPARE(house.other.requests().size(), 0U);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::HttpPoolTest)
#include "tst_httppool.moc"
