// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/pastanswers.h"

#include <algorithm>

namespace Tempera {
namespace {

/// Cells that are looked at lie in so many blocks of neighbours, so that every variant and case has its share.
constexpr std::size_t sampledBlocks = 64;
constexpr std::size_t cellsOfBlock = 64;

/// What was seen of one variant.
struct SeenAnswers {
    std::vector<std::int64_t> times; ///< Microseconds.
    double output = 0;
    std::int64_t counted = 0; ///< Answers whose tokens are known.

    void add(const CellSummary &cell)
    {
        if (cell.state != CellState::Done)
            return;
        if (const std::optional<std::int64_t> time = cell.totalTime.value())
            times.push_back(*time);
        if (const std::optional<std::int64_t> tokens = cell.outputTokens.value()) {
            output += static_cast<double>(*tokens);
            ++counted;
        }
    }
};

} // namespace

QList<PastAnswers> pastAnswers(const CellTable &cells, const Experiment &ran)
{
    std::vector<SeenAnswers> seen(static_cast<std::size_t>(ran.variants.size()));
    for (std::size_t block = 0; block < sampledBlocks; ++block) {
        const std::size_t from = cells.size() * block / sampledBlocks;
        const std::size_t end = std::min(cells.size() * (block + 1) / sampledBlocks, from + cellsOfBlock);
        for (std::size_t i = from; i < end; ++i) {
            const int variant = cells.key(i).variantIndex;
            if (variant >= 0 && variant < ran.variants.size())
                seen[static_cast<std::size_t>(variant)].add(cells[i]);
        }
    }
    QList<PastAnswers> past;
    for (qsizetype i = 0; i < ran.variants.size(); ++i) {
        SeenAnswers &answers = seen[static_cast<std::size_t>(i)];
        if (answers.times.empty())
            continue;
        const auto middle = answers.times.begin() + static_cast<std::ptrdiff_t>(answers.times.size() / 2);
        std::ranges::nth_element(answers.times, middle);
        past += PastAnswers{ran.variants.at(i), std::chrono::microseconds(*middle),
                            answers.counted > 0 ? std::optional(answers.output / static_cast<double>(answers.counted))
                                                : std::nullopt};
    }
    return past;
}

std::optional<std::chrono::microseconds> likelyRunTime(const QList<RequestTimes> &kinds, int atOnce,
                                                       std::chrono::milliseconds delay)
{
    double sum = 0;
    double longest = 0;
    std::int64_t requests = 0;
    for (const RequestTimes &kind : kinds) {
        if (kind.requests <= 0)
            continue;
        if (!kind.each)
            return std::nullopt;
        const auto each = static_cast<double>(kind.each->count());
        sum += each * static_cast<double>(kind.requests);
        longest = std::max(longest, each);
        requests += kind.requests;
    }
    if (requests == 0)
        return std::nullopt;
    if (delay > delay.zero()) {
        atOnce = 1;
        sum += static_cast<double>(std::chrono::microseconds(delay).count()) * static_cast<double>(requests - 1);
    }
    const double together = static_cast<double>(std::clamp<std::int64_t>(atOnce, 1, requests));
    return std::chrono::microseconds(Saturated::rounded(std::max(sum / together, longest)));
}

} // namespace Tempera
