// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>

namespace Tempera {

/// Whether attention is computed in one fused pass: quicker, but its rounding differs with the shape of the batch.
enum class FlashAttention {
    Auto, ///< Where llama.cpp has it for the model.
    On,
    Off,
};

/// How the keys and values of attention are kept. What is smaller than F16 costs a little quality, and the values need
/// flash attention.
enum class CacheType { F32, F16, Q8_0, Q5_1, Q5_0, Q4_1, Q4_0 };

/// How models run on this machine. A value; a change holds for models that are loaded from then on.
struct LocalSettings {
    int threads = 0;       ///< 1 to 512; 0 = as many as there are cores for arithmetic.
    int contextTokens = 0; ///< Longest prompt and answer together, 128 to 1,048,576; 0 = the model's own, at most 8,192.
    CacheType cacheType = CacheType::F16;
    FlashAttention flashAttention = FlashAttention::Auto;
    int gpuLayers = -1;                   ///< Layers in the memory of a graphics card, where there is one; −1 = all that fit.
    QStringList rpcWorkers = {};          ///< "host:port" of llama.cpp's rpc-servers that hold a part of the model.
    int keptModels = 2;                   ///< Models kept loaded when nothing uses them; 1 to 16.
    std::chrono::minutes idleTimeout{15}; ///< Until a model that nothing uses is unloaded, up to a week; 0 = never.
    int traceCandidates = 4'096;          ///< Likeliest tokens that a trace lists one by one, 16 to 65,536; the others it counts.

    bool operator==(const LocalSettings &) const = default;
};

/// What cannot be as it is set: each an Error of kind Usage whose `parameter` names the setting (as in the JSON) and
/// whose `detail` is a translated sentence.
[[nodiscard]] QList<Error> problemsOf(const LocalSettings &settings);

[[nodiscard]] QJsonObject localSettingsToJson(const LocalSettings &settings);
/// Values of a wrong type or out of range fall back to their defaults, one by one.
[[nodiscard]] LocalSettings localSettingsFromJson(const QJsonObject &object);

/// llama.cpp's name: "f16", "q8_0", …
[[nodiscard]] QString cacheTypeName(CacheType type);
/// Bytes of one number, on average.
[[nodiscard]] double cacheTypeBytes(CacheType type);
/// "auto", "on", "off".
[[nodiscard]] QString flashAttentionName(FlashAttention attention);
/// All of them, in the order in which screens show them.
[[nodiscard]] const QList<CacheType> &allCacheTypes();

} // namespace Tempera
