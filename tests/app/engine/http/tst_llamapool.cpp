// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Two real llama-servers behind one endpoint, of which one is killed.

#include "app/engine/batcher.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/threadedengine.h"
#include "models/core/cell.h"
#include "tests/support/eventtext.h"
#include "tests/support/llamaserver.h"

#include <QDeadlineTimer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr int jobs = 12;
constexpr int answerTokens = 60;

/// A cell under way.
struct PoolJob {
    std::unique_ptr<Generation> generation;
    std::shared_ptr<Cell> cell = std::make_shared<Cell>();
    std::shared_ptr<int> takenBack = std::make_shared<int>(0); ///< How often what it had was void.

    [[nodiscard]] bool isWriting() const { return !isFinal(cell->state) && !cell->text.isEmpty(); }
    [[nodiscard]] QString answeredBy() const
    {
        const auto note = std::ranges::find(cell->notes, NoteKind::ServerOfPool, &Note::kind);
        return note == cell->notes.end() ? QString() : note->detail;
    }
};

} // namespace

class LlamaPoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = LlamaServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"NOT TESTED against real llama-servers: "_s + missing));
        for (LlamaServer &server : m_servers)
            QVERIFY2(server.start(), server.log().constData());
        m_engine = std::make_unique<ThreadedEngine>(
            [this] {
                std::vector<std::unique_ptr<Backend>> backends;
                backends.push_back(std::make_unique<HttpBackend>(m_clock));
                return backends;
            },
            m_clock, EngineSettings{.httpSlots = jobs});
    }

    void bothWork()
    {
        std::vector<PoolJob> all = startAll(8);
        QTRY_VERIFY_WITH_TIMEOUT(areOver(all), 60'000);
        for (const LlamaServer &server : m_servers) {
            const auto own = std::ranges::count(all, server.baseUrl().toString(), &PoolJob::answeredBy);
            QVERIFY2(own > jobs / 4, qPrintable(QString::number(own))); // half, unless one of them is much quicker
        }
    }

    /// Whoever was in the middle of an answer is answered by the other one, whole; nobody is lost, or told twice.
    void killingOneLosesNothing()
    {
        std::vector<PoolJob> all = startAll(answerTokens);
        // Each server writes two at once.
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::count_if(all, &PoolJob::isWriting) > 2, 60'000);
        m_servers[0].kill();
        QTRY_VERIFY_WITH_TIMEOUT(areOver(all), 120'000);
        int takenBack = 0;
        for (const PoolJob &job : all) {
            const Cell &cell = *job.cell;
            QVERIFY2(cell.state == CellState::Done, cell.error ? qPrintable(errorSentence(*cell.error)) : "");
            QCOMPARE(cell.usage.outputTokens.value_or(0), std::int64_t(answerTokens));
            QVERIFY(!cell.text.isEmpty());
            takenBack += *job.takenBack;
        }
        QVERIFY(takenBack > 0);
        QVERIFY(std::ranges::count(all, m_servers[1].baseUrl().toString(), &PoolJob::answeredBy) > jobs / 2);
    }

    /// It gets requests again soon after it is back.
    void itComesBack()
    {
        QVERIFY2(m_servers[0].start(), m_servers[0].log().constData());
        const QString back = m_servers[0].baseUrl().toString();
        const QDeadlineTimer limit(60s);
        QString answered;
        while (answered != back && !limit.hasExpired()) {
            PoolJob one = start(2);
            QTRY_VERIFY_WITH_TIMEOUT(isFinal(one.cell->state), 30'000);
            QCOMPARE(one.cell->state, CellState::Done); // also that which finds it dead
            answered = one.answeredBy();
        }
        QCOMPARE(answered, back);
    }

private:
    [[nodiscard]] PoolJob start(int tokens)
    {
        PoolJob job;
        GenerationRequest &request = job.cell->request;
        request.endpoint = endpointFromId(u"llama:tempera-mini"_s, [](const QString &) { return QString(); });
        request.endpoint.members = {m_servers[0].baseUrl(), m_servers[1].baseUrl()};
        request.endpoint.baseUrl = request.endpoint.members.first();
        request.endpoint.body.insert(u"ignore_eos"_s, "true");
        request.messages = {{Role::User, u"Tell me a long story about a lamp."_s}};
        request.sampling.temperature = 0;
        request.sampling.maxTokens = tokens;
        request.retry.startsOver = true;
        job.generation = m_engine->start(request, [cell = job.cell, lost = job.takenBack](const GenerationBatch &batch) {
            for (const GenerationEvent &event : batch) {
                if (std::holds_alternative<Event::Retrying>(event) && !cell->text.isEmpty())
                    ++*lost;
                cell->apply(event);
            }
        });
        return job;
    }
    [[nodiscard]] std::vector<PoolJob> startAll(int tokens)
    {
        std::vector<PoolJob> all;
        for (int i = 0; i < jobs; ++i)
            all.push_back(start(tokens));
        return all;
    }
    [[nodiscard]] static bool areOver(const std::vector<PoolJob> &all)
    {
        return std::ranges::all_of(all, [](const PoolJob &job) { return isFinal(job.cell->state); });
    }

    SystemClock m_clock;
    LlamaServer m_servers[2];
    std::unique_ptr<ThreadedEngine> m_engine;
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::LlamaPoolTest)
#include "tst_llamapool.moc"
