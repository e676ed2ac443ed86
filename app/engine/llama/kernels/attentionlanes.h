// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/kernels/attention.h"

namespace Tempera::Kernels {

/// What each method does in its own way.
struct AttentionFunctions {
    void (*attend)(const Attention &attention, std::int64_t row, int kvHead) = nullptr;
    void (*attendRun)(const Attention &attention, const Runs &runs, int kvHead, int run) = nullptr;
    void (*joinRuns)(const Attention &attention, const Runs &runs, int head) = nullptr;
};

extern const AttentionFunctions attentionAvx2;
extern const AttentionFunctions attentionAvx512;

} // namespace Tempera::Kernels
