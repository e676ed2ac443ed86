// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// trainer CHECKPOINT CORPUS steps=N [decay=N rate=X rows=N seed=N repeats=X helper=1 curve=FILE TASK=WEIGHT…]
// Trains the network of a checkpoint file, in place, on the files CORPUS/TASK.bin, and saves now and then.
// trainer gradient CHECKPOINT TOKENS OUT: the gradient for one document, for the test against torch.

#include "documents.h"
#include "helper.h"
#include "network.h"
#include "optimiser.h"

#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>

using namespace trainer;

namespace {

constexpr int bos = 0;
constexpr int firstPlain = 6 + 256;
constexpr int microBatch = 512;

struct Settings
{
    std::map<std::string, std::string> values;
    std::map<std::string, double> mix;

    double number(const std::string &name, double otherwise) const
    {
        const auto found = values.find(name);
        return found == values.end() ? otherwise : std::stod(found->second);
    }
};

Shape load(const std::string &path, State &state)
{
    Shape shape{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(reinterpret_cast<char *>(&shape), sizeof shape))
        throw std::runtime_error("cannot read " + path);
    const Layout layout(shape);
    for (auto *values : {&state.parameters, &state.mean, &state.first, &state.second}) {
        values->resize(layout.size);
        file.read(reinterpret_cast<char *>(values->data()), std::streamsize(layout.size * sizeof(float)));
    }
    if (!file)
        throw std::runtime_error("too short: " + path);
    return shape;
}

// An interruption leaves the old or the new checkpoint whole.
void save(const std::string &path, const Shape &shape, const State &state)
{
    std::ofstream file(path + ".tmp", std::ios::binary);
    file.write(reinterpret_cast<const char *>(&shape), sizeof shape);
    for (const auto *values : {&state.parameters, &state.mean, &state.first, &state.second})
        file.write(reinterpret_cast<const char *>(values->data()), std::streamsize(values->size() * sizeof(float)));
    file.close();
    std::filesystem::rename(path + ".tmp", path);
}

// Warm-up, plateau, then a linear fall to a fiftieth between `decay` and `steps`.
float rateAt(std::int64_t step, const Settings &settings)
{
    const double rate = settings.number("rate", 0.02), decay = settings.number("decay", 1e9), steps = settings.number("steps", 0);
    const double warm = std::min(1.0, double(step + 1) / 30);
    const double left = double(step) > decay ? std::max(0.0, (steps - double(step)) / (steps - decay)) : 1.0;
    return float(rate * warm * (0.02 + 0.98 * left));
}

int train(const std::string &path, const std::string &corpus, const Settings &settings)
{
    State state;
    Shape shape = load(path, state);
    std::mt19937_64 random(std::uint64_t(settings.number("seed", 1)) * 1000003 + std::uint64_t(shape.step));
    std::vector<Task> tasks;
    std::vector<double> weights;
    for (const auto &[name, weight] : settings.mix) {
        tasks.emplace_back(corpus + "/" + name + ".bin", random);
        weights.push_back(weight);
    }
    std::discrete_distribution<int> pick(weights.begin(), weights.end());
    std::uniform_real_distribution<double> chance(0, 1);
    Network network(shape);
    Optimiser optimiser(shape);
    const auto helper = settings.number("helper", 0) > 0 ? std::make_unique<Helper>(shape) : nullptr;
    std::vector<float> gradient(state.parameters.size());
    const double wanted = settings.number("rows", 4096), repeats = settings.number("repeats", 0);
    const auto start = std::chrono::steady_clock::now();
    double loss = 0, weight = 0, before = double(shape.tokens);
    const std::clock_t busy = std::clock();
    while (double(shape.step) < settings.number("steps", 0)) {
        const auto work = std::make_shared<Work>();
        double stepWeight = 0;
        for (double left = wanted; left > 0;) {
            Batch batch;
            batch.starts.push_back(0);
            while (batch.ids.size() < microBatch) {
                if (chance(random) < repeats)
                    addRepetition(batch, bos, firstPlain, shape.vocabulary, random);
                else
                    tasks[std::size_t(pick(random))].add(batch);
            }
            stepWeight += std::accumulate(batch.weights.begin(), batch.weights.end(), 0.0);
            left -= double(batch.ids.size());
            shape.tokens += std::int64_t(batch.ids.size());
            work->batches.push_back(std::move(batch));
        }
        std::fill(gradient.begin(), gradient.end(), 0.0F);
        work->parameters = state.parameters.data();
        work->scale = float(1 / stepWeight);
        if (helper) {
            loss += helper->finish(work, network, gradient);
        } else {
            for (const Batch &batch : work->batches)
                loss += network.learn(batch, work->parameters, work->scale, gradient.data());
        }
        weight += stepWeight;
        const float rate = rateAt(shape.step, settings);
        optimiser.step(state, gradient, rate, 0.05F, ++shape.step);
        const bool last = double(shape.step) >= settings.number("steps", 0);
        if (shape.step % 25 == 0 || last) {
            const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            const double cpu = double(std::clock() - busy) / CLOCKS_PER_SEC;
            std::printf("step %lld tokens %lld loss %.4f rate %.5f %.0f tokens/s, of processor time %.0f\n", (long long)shape.step,
                        (long long)shape.tokens, loss / weight, rate, (double(shape.tokens) - before) / seconds,
                        (double(shape.tokens) - before) / cpu);
            std::fflush(stdout);
            if (settings.values.contains("curve"))
                std::ofstream(settings.values.at("curve"), std::ios::app) << shape.step << ',' << shape.tokens << ',' << loss / weight << ',' << rate << '\n';
            loss = weight = 0;
        }
        if (shape.step % 50 == 0 || last)
            save(path, shape, state);
    }
    return 0;
}

int gradientOf(const std::string &checkpoint, const std::string &tokens, const std::string &out)
{
    State state;
    const Shape shape = load(checkpoint, state);
    std::mt19937_64 random(1);
    Task task(tokens, random);
    Batch batch;
    batch.starts.push_back(0);
    task.add(batch);
    task.add(batch);
    std::vector<float> gradient(state.parameters.size());
    const double loss = Network(shape).learn(batch, state.parameters.data(), 1, gradient.data());
    std::ofstream(out, std::ios::binary).write(reinterpret_cast<const char *>(gradient.data()), std::streamsize(gradient.size() * sizeof(float)));
    std::printf("%.6f\n", loss);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        if (argc == 5 && std::strcmp(argv[1], "gradient") == 0)
            return gradientOf(argv[2], argv[3], argv[4]);
        if (argc < 4)
            throw std::runtime_error("usage: trainer CHECKPOINT CORPUS steps=N [NAME=VALUE…]");
        Settings settings;
        for (int i = 3; i < argc; ++i) {
            const std::string argument = argv[i];
            const auto cut = argument.find('=');
            if (cut == std::string::npos)
                throw std::runtime_error("not NAME=VALUE: " + argument);
            const std::string name = argument.substr(0, cut), value = argument.substr(cut + 1);
            if (std::filesystem::exists(std::string(argv[2]) + "/" + name + ".bin"))
                settings.mix[name] = std::stod(value);
            else
                settings.values[name] = value;
        }
        return train(argv[1], argv[2], settings);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "trainer: %s\n", error.what());
        return 1;
    }
}
