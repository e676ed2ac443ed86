// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/sampling.h"

#include <limits>

namespace Tempera {

/// Settings with every parameter set, each to a value that a float holds exactly.
[[nodiscard]] inline SamplingSettings everySetting()
{
    SamplingSettings made;
    made.temperature = 0.25;
    made.dynatempRange = 0.125;
    made.dynatempExponent = 1.5;
    made.topK = 40;
    made.topP = 0.5;
    made.minP = 0.125;
    made.typicalP = 0.75;
    made.topNSigma = 1.25;
    made.xtcProbability = 0.5;
    made.xtcThreshold = 0.0625;
    made.repeatPenalty = 1.5;
    made.repeatLastN = 32;
    made.frequencyPenalty = -0.5;
    made.presencePenalty = 2;
    made.dryMultiplier = 0.75;
    made.dryBase = 1.75;
    made.dryAllowedLength = 3;
    made.dryPenaltyLastN = -1;
    made.drySequenceBreakers = {QStringLiteral("\n"), QStringLiteral(" :")};
    made.mirostat = 2;
    made.mirostatTau = 4.5;
    made.mirostatEta = 0.25;
    made.logitBias = {{.token = 15043, .text = {}, .bias = -1.5},
                      {.token = -1, .text = QStringLiteral(" Hello"), .bias = -std::numeric_limits<double>::infinity()}};
    made.grammar = QStringLiteral("root ::= \"a\"+\n");
    made.jsonSchema = QStringLiteral(R"({"type": "object", "properties": {"z": {"type": "string"}, "a": {"type": "integer"}}})");
    made.samplers = {SamplerKind::TopK, SamplerKind::Temperature};
    made.seed = 7;
    made.maxTokens = 64;
    made.stop = {QStringLiteral("\n"), QStringLiteral("END")};
    return made;
}

} // namespace Tempera
