// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// One job on one worker and on a pool of two, each a llama-server with one core of its own: how much of the time is left. The model
// has the size of a small real one: what reads the answers has a part of the same two cores, and at the two thousand tokens a second
// of the built-in model that part is a fifth of one. Exit code 1 where it is too much, 2 where nothing could be measured.

#include "app/engine/batcher.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/threadedengine.h"
#include "tests/benchmarks/benchsuite.h"
#include "tests/benchmarks/local/benchmodel.h"
#include "tests/support/llamaserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <vector>

#include <sched.h>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int rounds = 3;
constexpr int cells = 24;
constexpr int tokensOfCell = 48; ///< Long enough that starting and ending count for little.
constexpr int slotsAtOnce = 8;   ///< More than the workers write at once, so that neither waits for us.

/// The cores that this process may use.
QList<int> ownCores()
{
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    QList<int> cores;
    if (sched_getaffinity(0, sizeof(allowed), &allowed) != 0)
        return cores;
    for (int core = 0; core < CPU_SETSIZE; ++core) {
        if (CPU_ISSET(static_cast<std::size_t>(core), &allowed))
            cores.append(core);
    }
    return cores;
}

GenerationRequest cellOf(const QList<QUrl> &workers, int number)
{
    GenerationRequest request;
    request.endpoint = endpointFromId(u"llama:tempera-mini"_s, [](const QString &) { return QString(); });
    request.endpoint.members = workers;
    request.endpoint.baseUrl = workers.first();
    request.endpoint.body.insert(u"ignore_eos"_s, "true"); // equal work for all
    request.messages = {{Role::User, u"Tell me story number %1 about a lamp and a chair."_s.arg(number)}};
    request.sampling.temperature = 1;
    request.sampling.seed = static_cast<quint64>(number);
    request.sampling.maxTokens = tokensOfCell;
    return request;
}

/// Seconds to the last token of all cells; nothing where one did not get all of its own.
std::optional<double> secondsOfJob(Engine &engine, const QList<QUrl> &workers, int firstNumber)
{
    int ended = 0;
    int good = 0;
    const auto sink = [&](const GenerationBatch &batch) {
        if (!isEnd(batch.back()))
            return;
        const auto *finished = std::get_if<Event::Finished>(&batch.back());
        good += finished && finished->usage.outputTokens == tokensOfCell ? 1 : 0;
        if (++ended == cells)
            QCoreApplication::quit();
    };
    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<Generation>> generations;
    for (int i = 0; i < cells; ++i)
        generations.push_back(engine.start(cellOf(workers, firstNumber + i), sink));
    QCoreApplication::exec();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    return good == cells ? std::optional(seconds) : std::nullopt;
}

int broken(const QString &why)
{
    std::printf("bench pool-two-workers = 0 - (target ≤ 0.6) short\n%s\n", qPrintable(why));
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QList<int> cores = ownCores();
    if (const QString missing = LlamaServer::missing(); !missing.isEmpty())
        return broken(missing);
    if (cores.size() < 2)
        return broken(u"two workers need two cores"_s);
    const QString model = benchModel(QString::fromLocal8Bit(argc > 1 ? argv[1] : ".") + u"/benchmodels"_s);
    if (model.isEmpty())
        return broken(u"the model cannot be written"_s);
    LlamaServer workers[2];
    QList<QUrl> addresses;
    for (int i = 0; i < 2; ++i) {
        workers[i].pinTo(cores.at(i));
        if (!workers[i].start({u"-m"_s, model}))
            return broken(QString::fromUtf8(workers[i].log()));
        addresses += workers[i].baseUrl();
    }
    const SystemClock clock;
    ThreadedEngine engine(
        [&clock] {
            std::vector<std::unique_ptr<Backend>> backends;
            backends.push_back(std::make_unique<HttpBackend>(clock));
            return backends;
        },
        clock, {.httpSlots = slotsAtOnce});
    std::printf("%d cells of %d tokens, one core a worker; seconds; the figure is the middle one of the rounds' own ratios\n",
                cells, tokensOfCell);
    std::printf("  %14s %14s %10s\n", "one worker", "two workers", "ratio");
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        // Other cells each time, so that no prompt is known to a worker.
        const int number = 1 + 2 * round * cells;
        const auto one = secondsOfJob(engine, addresses.first(1), number);
        const auto two = secondsOfJob(engine, addresses, number + cells);
        if (!one || !two)
            return broken(u"a cell did not get all of its tokens"_s);
        ratios.push_back(*two / *one);
        std::printf("  %14.2f %14.2f %10.2f\n", *one, *two, ratios.back());
        std::fflush(stdout);
    }
    std::ranges::sort(ratios);
    const double middle = ratios.at(ratios.size() / 2);
    return tellFigure("pool-two-workers", middle, "x the time of one worker", "≤ 0.6", middle <= 0.6) ? 0 : 1;
}
