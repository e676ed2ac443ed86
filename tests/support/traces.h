// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/trace.h"
#include "models/core/vocabulary.h"

#include <memory>
#include <vector>

namespace Tempera {

/// A vocabulary of these pieces, ids from 0.
[[nodiscard]] std::shared_ptr<const Vocabulary> vocabularyOf(const std::vector<QByteArray> &pieces);

/// What one place of an answer offered: probabilities of the ids from 0 on (they sum to 1), the chosen id, and u. The
/// probability it was drawn with is that at temperature 1.
[[nodiscard]] std::shared_ptr<const TokenTrace> tokenOf(const std::vector<double> &probabilities, std::int32_t chosen, double u,
                                                        const Vocabulary &vocabulary);

/// A trace as a language model of this vocabulary gives it: a peak, candidates, a long tail; drawn at temperature 0.8.
[[nodiscard]] Trace modelLikeTrace(int tokens, int vocabularySize, std::uint64_t seed);

} // namespace Tempera
