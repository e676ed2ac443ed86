// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"
#include "tests/app/engine/llama/tinymodel.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <future>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int Repetitions = 7;
constexpr int Tokens = 64;
constexpr double Target = 0.97;

/// SmolLM's shape, 135 million parameters.
TinyModel benchModel()
{
    TinyModel model;
    model.vocabulary = 49'152;
    model.layers = 30;
    model.width = 576;
    model.heads = 9;
    model.keyHeads = 3;
    model.feedForward = 1'536;
    model.contextTokens = 2'048;
    model.quantized = true;
    return model;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

/// Tokens a second of llama-bench's tg64, one repetition after its own warm-up.
std::optional<double> llamaBench(const QString &path)
{
    QProcess process;
    process.start(QStringLiteral(TEMPERA_LLAMA_BUILD) + u"/bin/llama-bench"_s,
                  {u"-m"_s, path, u"-p"_s, u"0"_s, u"-n"_s, QString::number(Tokens), u"-r"_s, u"1"_s, u"-o"_s, u"json"_s});
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        return {};
    const QJsonArray tests = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    const double speed = tests.at(0).toObject().value("avg_ts"_L1).toDouble();
    return speed > 0 ? std::optional(speed) : std::nullopt;
}

enum class Traces { Off, On };

/// Tokens a second of one stream of ours, sampling and events included.
std::optional<double> ours(Backend &backend, const QString &path, Traces traces)
{
    GenerationRequest request;
    request.endpoint.modelPath = path;
    request.form = PromptForm::Continuation;
    request.messages = {{Role::User, u"a"_s}};
    request.sampling.temperature = 0.8;
    request.sampling.topK = 40;
    request.sampling.seed = 1;
    request.sampling.maxTokens = Tokens + 1; // the first is the prompt's
    request.wantTrace = traces == Traces::On;
    // Wakes nobody before the end, as the program's own batches do only every 33 ms.
    std::promise<std::optional<double>> speed;
    GenerationBatch said;
    const auto job = backend.start(request, {}, [&](GenerationEvent event) {
        if (const auto *finished = std::get_if<Event::Finished>(&event))
            speed.set_value(finished->timings.tokensPerSecond);
        else if (std::holds_alternative<Event::Failed>(event))
            speed.set_value(std::nullopt);
        else
            said.push_back(std::move(event));
    });
    return speed.get_future().get();
}

int figure(const char *name, double ratio)
{
    const bool ok = ratio >= Target;
    std::printf("bench %s = %.3f x (target >= %.2f) %s\n", name, ratio, Target, ok ? "ok" : "short");
    return ok ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"random-135m-q8_0.gguf"_s);
    if (!benchModel().write(path)) {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
        return 2;
    }
    std::printf("random weights, Q8_0, %.0f MB; %d tokens; median of %d\n",
                static_cast<double>(QFileInfo(path).size()) / 1e6, Tokens, Repetitions);

    const std::unique_ptr<Backend> backend = makeLlamaBackend({});
    std::vector<double> bench;
    std::vector<double> with;
    std::vector<double> without;
    (void)ours(*backend, path, Traces::On); // loads and warms up
    // Side by side, so that whatever else the machine does meets all three alike.
    for (int i = 0; i < Repetitions; ++i) {
        const auto reference = llamaBench(path);
        const auto on = ours(*backend, path, Traces::On);
        const auto off = ours(*backend, path, Traces::Off);
        if (!reference || !on || !off) {
            std::fprintf(stderr, "a measurement failed\n");
            return 2;
        }
        std::printf("  llama-bench tg%d %7.2f   Tempera %7.2f   without traces %7.2f tokens/s\n", Tokens, *reference, *on,
                    *off);
        std::fflush(stdout);
        bench.push_back(*reference);
        with.push_back(*on);
        without.push_back(*off);
    }
    std::printf("%-28s %8.2f tokens/s\n%-28s %8.2f tokens/s\n%-28s %8.2f tokens/s\n", "llama-bench", median(bench),
                "Tempera, traces on", median(with), "Tempera, traces off", median(without));
    const int on = figure("local-single-stream-traced", median(with) / median(bench));
    const int off = figure("local-single-stream", median(without) / median(bench));
    return std::max(on, off);
}
