// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_local BUILD [variants|single|pace|busy]: the local engine beside llama.cpp's own programs on the same file.

#include "app/engine/llama/kernels/attention.h"
#include "app/engine/llama/kernels/q8product.h"
#include "app/engine/llama/llamabackend.h"
#include "tests/benchmarks/local/benchmodel.h"
#include "tests/benchmarks/local/figures.h"
#include "tests/benchmarks/local/ours.h"
#include "tests/benchmarks/local/peers.h"
#include "tests/support/testpaths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <common.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int Repetitions = 5;
constexpr int Longs = 4;
constexpr int Shorts = 100;

struct Bench {
    Backend &backend;
    QString model;
    int threads;
};

enum class Outcome { Ok, Short, Broken };

Outcome broken(const char *what)
{
    std::printf("%s: a measurement failed\n", what);
    return Outcome::Broken;
}

Outcome all(std::initializer_list<bool> figures)
{
    return std::ranges::all_of(figures, std::identity()) ? Outcome::Ok : Outcome::Short;
}

/// Peers and ours take turns, so that whatever else the machine does meets all alike, and each round is compared with
/// itself. The server is slow and far away: a third of the rounds is enough for it.
Outcome variants(const Bench &bench)
{
    constexpr unsigned Rounds = 3 * Repetitions;
    const VariantsTask task;
    std::printf("\n%d variants of one %d-token prompt, %d steps each; seconds to the last token; the figures are medians of the "
                "rounds' own ratios\n",
                task.variants, task.promptTokens, task.steps);
    std::printf("  %20s %20s %20s\n", "Tempera, traces on", "llama-batched-bench", "llama-server, unseen");
    std::vector<double> toBatched, toServer;
    for (unsigned i = 0; i < Rounds; ++i) {
        const QString prompt = promptOf(task.promptTokens, 100 + i); // new to ours as well
        // By turns the one and the other first.
        std::optional<double> own, reference;
        if (i % 2 == 0)
            own = variantsOfOnePrompt(bench.backend, bench.model, prompt, task);
        reference = batchedBench(bench.model, bench.threads, task);
        if (i % 2 == 1)
            own = variantsOfOnePrompt(bench.backend, bench.model, prompt, task);
        if (!reference || !own)
            return broken("variants");
        toBatched.push_back(*own / *reference);
        std::printf("  %20.2f %20.2f", *own, *reference);
        if (i % 3 == 0) {
            PeerServer server;
            const auto remote = server.start(bench.model, bench.threads, task) ? server.variants(prompt, task) : std::nullopt;
            if (!remote)
                return broken("llama-server");
            std::printf(" %20.2f", *remote);
            toServer.push_back(*own / *remote);
        }
        std::printf("\n");
        std::fflush(stdout);
    }
    return all({figure("local-variants-vs-batched-bench", median(toBatched), {Target::Side::AtMost, 1.05}),
                figure("local-variants-vs-server", median(toServer), {Target::Side::AtMost, 0.35})});
}

/// The rounds of one stream are short, and a few percent are at stake: many rounds, each compared with itself, as the
/// machine is not equally quick in all of them.
Outcome single(const Bench &bench)
{
    constexpr int Steps = 64;
    constexpr int Rounds = 15;
    std::printf("\none stream, %d steps; tokens/s; the figures are medians of %d rounds' own ratios\n", Steps, Rounds);
    std::printf("  %20s %20s %20s\n", "Tempera, traces on", "llama-bench tg64", "Tempera, no traces");
    std::vector<double> with, without;
    for (int i = 0; i < Rounds; ++i) {
        const auto on = singleStream(bench.backend, bench.model, Steps, true);
        const auto peer = llamaBench(bench.model, bench.threads, Steps);
        const auto off = singleStream(bench.backend, bench.model, Steps, false);
        if (!peer || !on || !off)
            return broken("single stream");
        std::printf("  %20.2f %20.2f %20.2f\n", *on, *peer, *off);
        std::fflush(stdout);
        with.push_back(*on / *peer);
        without.push_back(*off / *peer);
    }
    return all({figure("local-single-stream-traced", median(with), {Target::Side::AtLeast, 0.97}),
                figure("local-single-stream", median(without), {Target::Side::AtLeast, 0.97})});
}

Outcome pace(const Bench &bench)
{
    std::printf("\n%d short requests arrive while %d long ones stream; ms from token to token of the long ones\n", Shorts, Longs);
    std::printf("  %20s %20s %20s %20s\n", "usual", "longest", "longest / usual", "machine stood still");
    std::vector<double> ratios;
    for (unsigned i = 0; i < Repetitions; ++i) {
        const auto measured = paceBesideArrivals(bench.backend, bench.model, Longs, Shorts, 10'000 * (i + 1));
        if (!measured)
            return broken("pace");
        ratios.push_back(measured->longest / measured->usual);
        std::printf("  %20.2f %20.2f %20.2f %20.2f\n", measured->usual, measured->longest, ratios.back(), measured->standstill);
        std::fflush(stdout);
    }
    return all({figure("local-longest-pause", median(ratios), {Target::Side::AtMost, 3.0})});
}

/// Idle and busy rounds take turns, so that whatever else the machine does meets both alike.
Outcome busyOf(const Bench &bench, const char *name, const QString &model, int steps)
{
    constexpr int Rounds = 7;
    constexpr unsigned Seeds = 200;
    unsigned seed = 1; // the first that does not end the text before
    while (seed < Seeds && !paceOfStream(bench.backend, model, steps, seed))
        ++seed;
    std::printf("\n%s: one stream of %d tokens beside nothing, and beside a process that takes one core\n", name, steps);
    std::printf("  %20s %20s %20s %20s\n", "idle, tokens/s", "busy, tokens/s", "busy, usual ms", "busy, longest ms");
    std::vector<double> speeds, pauses;
    for (int i = 0; i < Rounds; ++i) {
        const auto idle = paceOfStream(bench.backend, model, steps, seed);
        std::optional<StreamPace> busy;
        {
            const BusyProcess other;
            if (other.isRunning())
                busy = paceOfStream(bench.backend, model, steps, seed);
        }
        if (!idle || !busy)
            return broken("busy");
        std::printf("  %20.1f %20.1f %20.2f %20.2f\n", idle->tokensPerSecond, busy->tokensPerSecond, busy->usual, busy->longest);
        std::fflush(stdout);
        speeds.push_back(busy->tokensPerSecond / idle->tokensPerSecond);
        pauses.push_back(busy->longest / busy->usual);
    }
    const QByteArray figureName = QByteArray("local-busy-") + name;
    return all({figure(figureName + "-speed", median(speeds), {Target::Side::AtLeast, 0.45}),
                figure(figureName + "-longest-pause", median(pauses), {Target::Side::AtMost, 6.0})});
}

Outcome busy(const Bench &bench)
{
    const QString builtIn = builtInModel();
    return std::max(busyOf(bench, "model", bench.model, 96), busyOf(bench, "built-in", builtIn, 300));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString build = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath();
    const QByteArray only = argc > 2 ? QByteArray(argv[2]) : QByteArray();
    const QString path = benchModel(build + u"/benchmodels"_s);
    if (path.isEmpty()) {
        std::fprintf(stderr, "cannot write the model\n");
        return 2;
    }
    const std::unique_ptr<Backend> backend = makeLlamaBackend(withLocal({}, LocalSettings())); // as the program runs it
    const Bench bench{*backend, path, common_cpu_get_num_math()};
    std::printf("random weights, SmolLM's shape, Q8_0, %.0f MB; %d threads all; flash attention: peers %s, Tempera its "
                "default (%s); medians of %d\n",
                static_cast<double>(QFileInfo(path).size()) / 1e6, bench.threads, PeerAttention,
                qPrintable(flashAttentionName(LocalSettings().flashAttention)), Repetitions);
    std::printf("products of Q8_0 matrices: peers llama.cpp's as released, Tempera its own (%s), of the same bits\n",
                can(Kernels::Q8Method::Avx512) ? "AVX-512 VNNI"
                : can(Kernels::Q8Method::Avx2) ? "AVX2, 2 to 8 columns"
                                               : "none for this processor");
    const auto attention = Kernels::attentionOfLlamaCpp();
    std::printf("attention: peers llama.cpp's as released, Tempera its own (%s), of the same bits\n",
                !attention                                       ? "none for this processor"
                : *attention == Kernels::AttentionMethod::Avx512 ? "AVX-512"
                                                                 : "AVX2");
    if (!singleStream(*backend, path, 8, true)) { // loads and warms up
        std::fprintf(stderr, "the model does not write\n");
        return 2;
    }
    const std::pair<const char *, Outcome (*)(const Bench &)> parts[] = {
        {"variants", variants}, {"single", single}, {"pace", pace}, {"busy", busy}};
    Outcome worst = Outcome::Ok;
    for (const auto &[name, part] : parts) {
        if (only.isEmpty() || only == name)
            worst = std::max(worst, part(bench));
    }
    return static_cast<int>(worst);
}
