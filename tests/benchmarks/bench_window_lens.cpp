// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// From a moved slider to the recoloured answer: 500 tokens of a model with 49,152 tokens, in the real views. Each round
// is another temperature, top-k, top-p and min-p; what counts is the median.

#include "models/items/tokensmodel.h"
#include "tests/support/traces.h"
#include "widgets/lens/tokenview.h"

#include <QApplication>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <numeric>

using namespace Tempera;

namespace {

constexpr int tokens = 500;
constexpr int vocabulary = 49'152;
constexpr int rounds = 41;

double milliseconds(std::chrono::steady_clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// The slider's way through its range; the variants' usual four samplers, in turns alone and together.
LensChain chainOf(int round)
{
    SamplingSettings settings;
    settings.temperature = 0.1 + 0.04 * round;
    if (round % 4 == 1)
        settings.topK = 5 + round * 10;
    if (round % 4 == 2)
        settings.topP = 0.3 + 0.015 * round;
    if (round % 4 == 3) {
        settings.minP = 0.002 * (round + 1);
        settings.topP = 0.95;
    }
    return lensChain(settings);
}

bool report(QTextStream &out, const char *name, const std::vector<double> &times, double target)
{
    const double value = median(times);
    const bool ok = value <= target;
    out << name << ": " << QString::number(*std::ranges::min_element(times), 'f', 1) << " to "
        << QString::number(*std::ranges::max_element(times), 'f', 1) << " ms in " << times.size() << " rounds\n";
    out << "bench " << name << " = " << QString::number(value, 'f', 2) << " ms (target " << target << ") "
        << (ok ? "ok" : "short") << '\n';
    return ok;
}

} // namespace

int main(int argc, char **argv)
{
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    Cell cell;
    cell.trace = modelLikeTrace(tokens, vocabulary, 11);
    TokensModel model;
    TokenView view(model);
    view.resize(560, 420);
    view.show();
    model.showCell(1, &cell);
    QApplication::processEvents();
    view.verticalScrollBar()->setValue(0);
    view.viewport()->repaint();
    const int visible = view.paintedTokens();

    std::vector<double> visibleTimes;
    std::vector<double> allTimes;
    Lens lens;
    for (int round = 0; round < rounds; ++round) {
        // What is on the screen: seen through the new chain and painted.
        auto begin = std::chrono::steady_clock::now();
        lens.setChain(chainOf(round));
        for (int row = 0; row < visible; ++row)
            (void)lens.look(model.trace(row), model.facts(row));
        view.viewport()->repaint();
        visibleTimes.push_back(milliseconds(std::chrono::steady_clock::now() - begin));
        // All of it, as the window does it: model, first change, sentence, picture.
        begin = std::chrono::steady_clock::now();
        model.setChain(chainOf(round));
        (void)model.changeSentence();
        view.viewport()->repaint();
        allTimes.push_back(milliseconds(std::chrono::steady_clock::now() - begin));
    }

    const std::size_t candidates =
        std::accumulate(cell.trace.begin(), cell.trace.end(), std::size_t{0},
                        [](std::size_t sum, const auto &token) { return sum + token->candidates.size(); });
    QTextStream out(stdout);
    out << tokens << " tokens, " << vocabulary << " in the vocabulary, " << candidates / tokens << " candidates kept on average, "
        << visible << " tokens visible\n";
    const bool visibleOk = report(out, "slider-recolour-visible", visibleTimes, 16);
    const bool allOk = report(out, "slider-recolour-all", allTimes, 100);
    return visibleOk && allOk ? 0 : 1;
}
