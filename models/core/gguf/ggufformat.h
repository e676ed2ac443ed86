// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/gguf/ggufreader.h"

#include <iterator>

/// The numbers by which a GGUF names types. Format: docs/gguf.md of ggml.
namespace Tempera::GgufFormat {

/// Types of values, by their numbers in the file.
enum class GgufValue : std::uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, String, Array, U64, I64, F64 };

[[nodiscard]] constexpr std::size_t sizeOf(GgufValue type)
{
    switch (type) {
    case GgufValue::U8:
    case GgufValue::I8:
    case GgufValue::Bool: return 1;
    case GgufValue::U16:
    case GgufValue::I16: return 2;
    case GgufValue::U32:
    case GgufValue::I32:
    case GgufValue::F32: return 4;
    case GgufValue::U64:
    case GgufValue::I64:
    case GgufValue::F64: return 8;
    case GgufValue::String:
    case GgufValue::Array: return 0;
    }
    return 0;
}

[[nodiscard]] constexpr bool isWhole(GgufValue type)
{
    return sizeOf(type) > 0 && type != GgufValue::F32 && type != GgufValue::F64;
}

struct TensorType {
    const char *name = nullptr; ///< Null = no such type (any more).
    GgufBlock block;
};

/// By their numbers in the file; sizes from ggml-common.h.
inline constexpr TensorType TensorTypes[] = {
    {"F32", {1, 4}},
    {"F16", {1, 2}},
    {"Q4_0", {32, 18}},
    {"Q4_1", {32, 20}},
    {},
    {},
    {"Q5_0", {32, 22}},
    {"Q5_1", {32, 24}},
    {"Q8_0", {32, 34}},
    {"Q8_1", {32, 36}},
    {"Q2_K", {256, 84}},
    {"Q3_K", {256, 110}},
    {"Q4_K", {256, 144}},
    {"Q5_K", {256, 176}},
    {"Q6_K", {256, 210}},
    {"Q8_K", {256, 292}},
    {"IQ2_XXS", {256, 66}},
    {"IQ2_XS", {256, 74}},
    {"IQ3_XXS", {256, 98}},
    {"IQ1_S", {256, 50}},
    {"IQ4_NL", {32, 18}},
    {"IQ3_S", {256, 110}},
    {"IQ2_S", {256, 82}},
    {"IQ4_XS", {256, 136}},
    {"I8", {1, 1}},
    {"I16", {1, 2}},
    {"I32", {1, 4}},
    {"I64", {1, 8}},
    {"F64", {1, 8}},
    {"IQ1_M", {256, 56}},
    {"BF16", {1, 2}},
    {},
    {},
    {},
    {"TQ1_0", {256, 54}},
    {"TQ2_0", {256, 66}},
    {},
    {},
    {},
    {"MXFP4", {32, 17}},
    {"NVFP4", {64, 36}},
    {"Q1_0", {128, 18}},
    {"Q2_0", {64, 18}},
};

[[nodiscard]] constexpr TensorType typeOf(std::uint32_t type)
{
    return type < std::size(TensorTypes) ? TensorTypes[type] : TensorType{};
}

/// llama.cpp's names of "general.file_type", by number; empty = unknown.
[[nodiscard]] inline QString fileTypeName(std::int64_t type)
{
    constexpr const char *names[] = {"F32",   "F16",     "Q4_0",   "Q4_1",   "",       "",        "",       "Q8_0",   "Q5_0",
                                     "Q5_1",  "Q2_K",    "Q3_K_S", "Q3_K_M", "Q3_K_L", "Q4_K_S",  "Q4_K_M", "Q5_K_S", "Q5_K_M",
                                     "Q6_K",  "IQ2_XXS", "IQ2_XS", "Q2_K_S", "IQ3_XS", "IQ3_XXS", "IQ1_S",  "IQ4_NL", "IQ3_S",
                                     "IQ3_M", "IQ2_S",   "IQ2_M",  "IQ4_XS", "IQ1_M",  "BF16",    "",       "",       "",
                                     "TQ1_0", "TQ2_0",   "MXFP4",  "NVFP4",  "Q1_0",   "Q2_0"};
    return type >= 0 && type < std::ssize(names) ? QString::fromLatin1(names[type]) : QString();
}

} // namespace Tempera::GgufFormat
