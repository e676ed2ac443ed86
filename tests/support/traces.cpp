// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/traces.h"

#include "models/sampling/choice.h"
#include "models/sampling/counterrandom.h"
#include "models/sampling/tracebuilder.h"

#include <cmath>

namespace Tempera {

std::shared_ptr<const Vocabulary> vocabularyOf(const std::vector<QByteArray> &pieces)
{
    auto vocabulary = std::make_shared<Vocabulary>();
    for (const QByteArray &piece : pieces)
        vocabulary->append(piece);
    return vocabulary;
}

std::shared_ptr<const TokenTrace> tokenOf(const std::vector<double> &probabilities, std::int32_t chosen, double u,
                                          const Vocabulary &vocabulary)
{
    std::vector<float> logits;
    for (const double probability : probabilities)
        logits.push_back(static_cast<float>(std::log(probability) + 3));
    auto trace = std::make_shared<TokenTrace>();
    trace->chosen = chosen;
    trace->chosenProbability = static_cast<float>(probabilities[static_cast<std::size_t>(chosen)]);
    trace->random = u;
    trace->piece = vocabulary.piece(chosen).toByteArray();
    TraceBuilder().build(logits, *trace);
    return trace;
}

Trace modelLikeTrace(int tokens, int vocabularySize, std::uint64_t seed)
{
    Trace traces;
    TraceBuilder builder;
    Chooser chooser;
    std::vector<float> logits(static_cast<std::size_t>(vocabularySize));
    std::vector<Candidate> turned(logits.size());
    for (int i = 0; i < tokens; ++i) {
        const auto place = static_cast<std::uint32_t>(i);
        // How peaked the place is: from nearly certain to wide open.
        const double spread = 22 + 10 * uniformAt({.seed = seed, .caseIndex = 1}, place);
        for (std::size_t id = 0; id < logits.size(); ++id) {
            const double u = uniformAt({.seed = seed + 7 * place}, static_cast<std::uint32_t>(id));
            logits[id] = static_cast<float>(8 - spread * std::pow(u, 0.2));
            turned[id] = {static_cast<std::int32_t>(id), logits[id] / 0.8F};
        }
        auto trace = std::make_shared<TokenTrace>();
        trace->random = uniformAt({.seed = seed, .caseIndex = 2}, place);
        const Choice choice = chooser.choose(turned, trace->random);
        trace->chosen = choice.id;
        trace->chosenProbability = static_cast<float>(choice.probability);
        trace->piece = " token" + QByteArray::number(choice.id % 1000);
        builder.build(logits, *trace);
        traces.push_back(std::move(trace));
    }
    return traces;
}

} // namespace Tempera
