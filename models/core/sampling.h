// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace Tempera {

/// The parameters of generation that a user can turn. Used to speak about one without its value.
enum class Parameter {
    Temperature,
    TopK,
    TopP,
    MinP,
    RepeatPenalty,
    FrequencyPenalty,
    PresencePenalty,
    Seed,
    MaxTokens,
    Stop,
};

/// Every parameter, in the order in which screens show them.
[[nodiscard]] const QList<Parameter> &allParameters();

/// promptfoo's name in a provider's `config` ("temperature", "top_k", "max_tokens", …).
[[nodiscard]] QString parameterName(Parameter parameter);

/// Sampling settings of a variant. An unset one is never sent: the endpoint's default holds.
/// Ranges: temperature ≥ 0 (0 = greedy), topK ≥ 0 (0 = off), topP and minP in [0, 1],
/// repeatPenalty > 0 (1 = off), penalties in [−2, 2], maxTokens ≥ 1.
struct SamplingSettings {
    std::optional<double> temperature;
    std::optional<int> topK;
    std::optional<double> topP;
    std::optional<double> minP;
    std::optional<double> repeatPenalty;
    std::optional<double> frequencyPenalty;
    std::optional<double> presencePenalty;
    std::optional<std::uint64_t> seed;
    std::optional<int> maxTokens;
    QStringList stop;

    bool operator==(const SamplingSettings &) const = default;

    [[nodiscard]] bool isSet(Parameter parameter) const;
    void unset(Parameter parameter);
    /// Short text for column heads: "T 0.2 · k 40 · seed 7"; empty when nothing is set.
    [[nodiscard]] QString summary() const;
};

/// The settings under promptfoo's names; unset ones are absent.
[[nodiscard]] QJsonObject samplingToJson(const SamplingSettings &settings);

} // namespace Tempera
