// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/kernels/q8product.h"

#include "app/engine/llama/kernels/q8lanes.h"

namespace Tempera::Kernels {

#if defined(__x86_64__)

bool can(Q8Method method)
{
    // Asked in every product of every layer, and the answer stays.
    static const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c");
    static const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
                               && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
                               && __builtin_cpu_supports("avx512vnni");
    return method == Q8Method::Avx512 ? avx512 : avx2;
}

void multiply(Q8Method method, const Q8Product &product, std::int64_t begin, std::int64_t end)
{
    if (method == Q8Method::Avx512)
        multiplyAvx512(product, begin, end);
    else
        multiplyAvx2(product, begin, end);
}

#else

bool can(Q8Method)
{
    return false;
}

void multiply(Q8Method, const Q8Product &, std::int64_t, std::int64_t) { }

#endif

std::optional<Q8Method> quickestFor(std::int64_t columns)
{
    constexpr std::int64_t Few = 8;
    if (can(Q8Method::Avx512))
        return Q8Method::Avx512;
    // With few columns it is memory that is waited for.
    if (columns >= 2 && columns <= Few && can(Q8Method::Avx2))
        return Q8Method::Avx2;
    return {};
}

} // namespace Tempera::Kernels
