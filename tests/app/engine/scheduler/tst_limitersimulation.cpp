// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The limiter against an endpoint that counts every minute, on a clock that the test moves.

#include "app/engine/scheduler/limiter.h"

#include "tests/app/engine/scheduler/stagefixture.h"

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace Tempera {

using namespace StageTesting;

namespace {

constexpr RateLimits simulatedLimits{.requestsPerMinute = 500, .tokensPerMinute = 30'000};
constexpr int simulatedCells = 10'000;

/// One request as the endpoint saw it.
struct Arrival {
    microseconds at;
    qint64 tokens;
};

/// How the endpoint writes its headers.
enum class HeadNoise {
    Small, ///< What is left is wrong by up to 5 % of the limit, resets are anything, some responses have no headers.
    Wild,  ///< Beside that some limits are nonsense.
};

/// Answers after 0.2 s to 4 s, and tells of its limits.
class MeteredEndpoint final : public Stage
{
public:
    MeteredEndpoint(const FakeClock &clock, HeadNoise noise) : m_clock(clock), m_noise(noise) { }

    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token, BackendSink sink) override
    {
        Usage usage;
        usage.inputTokens = plainInputTokens(request) * between(50, 100) / 100;
        usage.outputTokens = between(1, request.sampling.maxTokens.value());
        arrivals.push_back({m_clock.monotonic(), *usage.inputTokens + *usage.outputTokens});
        m_used += arrivals.back().tokens;
        while (arrivals[m_first].at + 60s <= arrivals.back().at)
            m_used -= arrivals[m_first++].tokens;
        return std::make_unique<Answer>(m_clock, milliseconds(between(200, 4'000)), head(), usage, std::move(sink));
    }

    std::vector<Arrival> arrivals;

private:
    class Answer final : public BackendJob
    {
    public:
        Answer(const FakeClock &clock, milliseconds time, const ToldLimits &told, const Usage &usage, BackendSink sink)
            : m_timer(clock.timer([told, usage, sink = std::move(sink)] {
                  if (!told.isEmpty())
                      sink(Event::LimitsTold{told});
                  sink(Event::TextDelta{QStringLiteral("x")});
                  Event::Finished finished;
                  finished.usage = usage;
                  sink(finished);
              }))
        {
            m_timer->start(time);
        }

    private:
        std::unique_ptr<ClockTimer> m_timer;
    };

    [[nodiscard]] qint64 between(qint64 least, qint64 most)
    {
        return std::uniform_int_distribution<qint64>(least, most)(m_random);
    }

    [[nodiscard]] ToldLimit tell(qint64 limit, qint64 used)
    {
        const qint64 remaining = limit - used + between(-limit / 20, limit / 20);
        ToldLimit told{limit, std::max<qint64>(0, remaining), milliseconds(between(0, 120'000))};
        if (m_noise == HeadNoise::Wild && between(0, 9) == 0)
            told.limit = limit * 50;
        if (m_noise == HeadNoise::Wild && between(0, 9) == 0)
            told.reset.reset();
        return told;
    }

    [[nodiscard]] ToldLimits head()
    {
        if (between(0, 9) == 0)
            return {};
        return {.requests = tell(simulatedLimits.requestsPerMinute, static_cast<qint64>(arrivals.size() - m_first)),
                .tokens = tell(simulatedLimits.tokensPerMinute, m_used)};
    }

    const FakeClock &m_clock;
    HeadNoise m_noise;
    std::mt19937_64 m_random{20261129};
    std::size_t m_first = 0; ///< Of the arrivals in the last minute.
    qint64 m_used = 0;       ///< Their tokens.
};

/// The most of anything in a minute, wherever it begins.
RateLimits mostInAMinute(const std::vector<Arrival> &arrivals)
{
    RateLimits most;
    std::size_t first = 0;
    qint64 tokens = 0;
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        tokens += arrivals[i].tokens;
        while (arrivals[first].at + 60s < arrivals[i].at) // both ends of the minute count
            tokens -= arrivals[first++].tokens;
        most.requestsPerMinute = std::max(most.requestsPerMinute, static_cast<qint64>(i - first + 1));
        most.tokensPerMinute = std::max(most.tokensPerMinute, tokens);
    }
    return most;
}

/// How much of the limit that is nearer was used in the full minutes.
double usedShare(const std::vector<Arrival> &arrivals)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(arrivals.back().at);
    double requests = 0;
    double tokens = 0;
    for (const Arrival &each : arrivals) {
        requests += each.at < minutes ? 1 : 0;
        tokens += each.at < minutes ? static_cast<double>(each.tokens) : 0;
    }
    const auto count = static_cast<double>(minutes.count());
    return std::max(requests / (count * static_cast<double>(simulatedLimits.requestsPerMinute)),
                    tokens / (count * static_cast<double>(simulatedLimits.tokensPerMinute)));
}

} // namespace

class LimiterSimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverAboveAndNearlyAll_data()
    {
        QTest::addColumn<int>("textLength");
        QTest::addColumn<int>("maxTokens");
        QTest::addColumn<bool>("isSet");
        QTest::addColumn<HeadNoise>("noise");
        QTest::newRow("tokens bind") << 150 << 200 << true << HeadNoise::Wild;
        QTest::newRow("requests bind") << 30 << 40 << true << HeadNoise::Wild;
        QTest::newRow("both are near") << 60 << 95 << true << HeadNoise::Wild;
        QTest::newRow("only the headers tell") << 150 << 200 << false << HeadNoise::Small;
    }
    void neverAboveAndNearlyAll()
    {
        QFETCH(int, textLength);
        QFETCH(int, maxTokens);
        QFETCH(bool, isSet);
        QFETCH(HeadNoise, noise);
        FakeClock clock;
        MeteredEndpoint endpoint(clock, noise);
        GenerationRequest request = requestTo(u"a"_s);
        request.messages = {{Role::User, QString(textLength, u'x')}};
        request.sampling.maxTokens = maxTokens;
        EngineSettings settings{.httpSlots = 64};
        EndpointOptions options;
        options.limits = simulatedLimits;
        if (isSet)
            settings.endpoints.insert(request.endpoint.baseUrl, options);
        Limiter limiter(endpoint, clock, settings);
        std::vector<Client> clients(simulatedCells);
        for (Client &client : clients)
            client.startIn(limiter, request);
        const auto isOver = [&] { return std::ranges::all_of(clients, &Client::ended); };
        for (int minute = 0; minute < 200 && !isOver(); ++minute)
            clock.advance(1min);
        QVERIFY(isOver());
        QCOMPARE(endpoint.arrivals.size(), std::size_t(simulatedCells));

        const RateLimits most = mostInAMinute(endpoint.arrivals);
        QVERIFY2(most.requestsPerMinute <= simulatedLimits.requestsPerMinute,
                 qPrintable(QString::number(most.requestsPerMinute)));
        QVERIFY2(most.tokensPerMinute <= simulatedLimits.tokensPerMinute, qPrintable(QString::number(most.tokensPerMinute)));
        const double share = usedShare(endpoint.arrivals);
        QVERIFY2(share >= 0.97, qPrintable(QString::number(share)));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::LimiterSimulationTest)
#include "tst_limitersimulation.moc"
