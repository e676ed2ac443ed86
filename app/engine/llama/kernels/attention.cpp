// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/kernels/attention.h"

#include "app/engine/llama/kernels/attentionlanes.h"

#include <ggml-cpu.h>

namespace Tempera::Kernels {

#if defined(__x86_64__)

namespace {

const AttentionFunctions &functionsOf(AttentionMethod method)
{
    return method == AttentionMethod::Avx512 ? attentionAvx512 : attentionAvx2;
}

} // namespace

bool can(AttentionMethod method)
{
    static const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c");
    static const bool avx512 = avx2 && __builtin_cpu_supports("avx512f");
    return method == AttentionMethod::Avx512 ? avx512 : avx2;
}

void attend(AttentionMethod method, const Attention &attention, std::int64_t row, int kvHead)
{
    functionsOf(method).attend(attention, row, kvHead);
}

void attendRun(AttentionMethod method, const Attention &attention, const Runs &runs, int kvHead, int run)
{
    functionsOf(method).attendRun(attention, runs, kvHead, run);
}

void joinRuns(AttentionMethod method, const Attention &attention, const Runs &runs, int head)
{
    functionsOf(method).joinRuns(attention, runs, head);
}

/// Compiled for a processor with half-precision arithmetic llama.cpp adds up in that, which nothing here does.
std::optional<AttentionMethod> attentionOfLlamaCpp()
{
    const bool halves = __builtin_cpu_supports("avx512fp16");
    if (ggml_cpu_has_avx512())
        return halves ? std::nullopt : std::optional(AttentionMethod::Avx512);
    if (ggml_cpu_has_avx2() && ggml_cpu_has_fma() && ggml_cpu_has_f16c())
        return AttentionMethod::Avx2;
    return {};
}

#else

bool can(AttentionMethod)
{
    return false;
}

void attend(AttentionMethod, const Attention &, std::int64_t, int) { }

void attendRun(AttentionMethod, const Attention &, const Runs &, int, int) { }

void joinRuns(AttentionMethod, const Attention &, const Runs &, int) { }

std::optional<AttentionMethod> attentionOfLlamaCpp()
{
    return {};
}

#endif

int lengthUnit(AttentionMethod method)
{
    return method == AttentionMethod::Avx512 ? 64 : 32;
}

} // namespace Tempera::Kernels
