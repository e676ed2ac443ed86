// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From Stop to the end of a run whose grading would not end by itself: a judge that takes its question and never says a word, a
// script in an endless loop, a pattern that backtracks for ever. Real engine, real pool; what counts is the slowest of some rounds.

#include "app/engine/echobackend.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/threadedengine.h"
#include "app/storage/memoryrunstore.h"
#include "models/experiment/experimentfile.h"
#include "models/session/session.h"
#include "tests/support/scriptedserver.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

constexpr int rounds = 7;
constexpr int cells = 64;        ///< More than the pool has threads.
constexpr auto underWay = 100ms; ///< How long grading goes on before it is stopped.
constexpr auto longestRound = 30s;
constexpr double target = 100;

using Time = std::chrono::steady_clock;

/// The experiment is all in one text.
class NoFiles final : public PromptStore
{
public:
    Result<QByteArray> read(const QString &path) const override { return failure(ErrorKind::File, u"there is no file"_s, path); }
    Result<void> write(const QString &path, const QByteArray &) override
    {
        return failure(ErrorKind::File, u"nothing is written"_s, path);
    }
};

/// One run whose cells all have this check; milliseconds from Stop to its end. Nothing: it ended by itself, or not at all.
std::optional<double> stopped(const SessionContext &context, const QByteArray &check)
{
    const Result<LoadedExperiment> loaded =
        readExperiment("prompts: ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!']\nproviders: [echo]\n"
                       "defaultTest: {assert: ["
                           + check + "]}\n",
                       {}, NoFiles());
    if (!loaded) {
        std::printf("%s\n", qPrintable(loaded.error().detail));
        return std::nullopt;
    }
    Session session(context);
    RunOptions options;
    options.plan.repeat = cells;
    options.maxConcurrency = cells;
    std::optional<double> took;
    Time::time_point asked;
    bool isStopped = false;
    QObject::connect(&session, &Session::cellsChanged, &session, [&](int first, int) {
        if (isStopped || session.summary(first).state != CellState::Done)
            return; // the first answer is there, and is being graded
        isStopped = true;
        QTimer::singleShot(underWay, Qt::PreciseTimer, &session, [&] {
            if (!session.isRunning())
                return;
            asked = Time::now();
            session.stop();
        });
    });
    QObject::connect(&session, &Session::finished, &session, [&] {
        if (asked != Time::time_point())
            took = std::chrono::duration<double, std::milli>(Time::now() - asked).count();
        QCoreApplication::quit();
    });
    QTimer::singleShot(longestRound, &session, &QCoreApplication::quit);
    if (!session.run(loaded->experiment, options))
        return std::nullopt;
    QCoreApplication::exec();
    return took;
}

bool report(const SessionContext &context, const char *name, const QByteArray &check)
{
    double slowest = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::optional<double> took = stopped(context, check);
        if (!took) {
            std::printf("bench %s = 0 ms (target %g) short\n", name, target);
            return false;
        }
        std::printf("%s, round %d: %.1f ms\n", name, round + 1, *took);
        slowest = std::max(slowest, *took);
    }
    std::printf("bench %s = %.1f ms (target %g) %s\n", name, slowest, target, slowest <= target ? "ok" : "short");
    std::fflush(stdout);
    return slowest <= target;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const SystemClock clock;
    const Catalog catalog = Catalog::builtIn();
    MemoryRunStore store(clock);
    ScriptedServer server;
    server.handler = [](const ScriptedRequest &) { return ScriptedAnswer::silence(); };
    ThreadedEngine engine(
        [&clock] {
            std::vector<std::unique_ptr<Backend>> backends;
            backends.push_back(std::make_unique<HttpBackend>(clock));
            backends.push_back(std::make_unique<EchoBackend>());
            return backends;
        },
        clock, {.httpSlots = cells});
    const SessionContext context{.engine = &engine, .store = &store, .clock = &clock, .catalog = &catalog};
    const QByteArray judge = "{type: llm-rubric, value: is kind, provider: {id: 'llama:judge', config: {apiBaseUrl: '"
                             + server.baseUrl().toString().toUtf8() + "'}}}";
    bool ok = report(context, "stop-silent-judge", judge);
    ok = !server.requests().empty() && ok;
    ok = report(context, "stop-endless-script", "{type: javascript, value: '(() => { while (true) {} })()'}") && ok;
    ok = report(context, "stop-backtracking-pattern", "{type: regex, value: '(a+)+$'}") && ok;
    return ok ? 0 : 1;
}
