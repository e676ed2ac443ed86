// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Marks a function whose loops run over a whole vocabulary: it is compiled for AVX2 as well and chosen when the
/// program starts. AVX2 without FMA, so that both give the same bits. Not with AddressSanitizer, whose memory map is
/// not there yet when the choice is made.
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) \
    && !defined(__SANITIZE_ADDRESS__)
#define TEMPERA_VECTOR_CODE __attribute__((target_clones("avx2", "default")))
#else
#define TEMPERA_VECTOR_CODE
#endif
