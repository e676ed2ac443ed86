// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <variant>

namespace Tempera {

/// The sampling parameters that a user can set. Refers to one without its value.
enum class Parameter {
    Temperature,
    DynatempRange,
    DynatempExponent,
    TopK,
    TopP,
    MinP,
    TypicalP,
    TopNSigma,
    XtcProbability,
    XtcThreshold,
    RepeatPenalty,
    RepeatLastN,
    FrequencyPenalty,
    PresencePenalty,
    DryMultiplier,
    DryBase,
    DryAllowedLength,
    DryPenaltyLastN,
    DrySequenceBreakers,
    Mirostat,
    MirostatTau,
    MirostatEta,
    LogitBias,
    Grammar,
    JsonSchema,
    Samplers,
    Seed,
    MaxTokens,
    Stop,
};

/// A link of the sampler chain that has a place in the order. Logit bias and grammar are always first; mirostat takes
/// the place of the whole chain but temperature, as in llama.cpp.
enum class SamplerKind { Penalties, Dry, TopNSigma, TopK, TypicalP, TopP, MinP, Xtc, Temperature };

/// llama.cpp's order (common_params_sampling::samplers, v0.5.0), which holds where none is set. Every kind once.
[[nodiscard]] const QList<SamplerKind> &defaultSamplerOrder();
/// llama-server's name: "penalties", "dry", "top_n_sigma", "top_k", "typ_p", "top_p", "min_p", "xtc", "temperature".
[[nodiscard]] QString samplerName(SamplerKind kind);
/// Inverse of samplerName(); knows llama-server's other names too ("top-k", "typical_p", "temp").
[[nodiscard]] std::optional<SamplerKind> samplerFromName(const QString &name);

/// An addition to the logit of one token, or of each token that a text consists of.
struct LogitBias {
    std::int32_t token = -1; ///< Id in the model's vocabulary; −1 = `text` says which.
    QString text;            ///< Used where token is −1.
    double bias = 0;         ///< Natural-log odds; −∞ = never.

    bool operator==(const LogitBias &) const = default;
};

/// Sampling settings of a variant. An unset one is never sent: the endpoint's default holds; on a local model an
/// unset one does nothing. Ranges are those of parameterFacts(). Source of the meanings: llama.cpp v0.5.0,
/// src/llama-sampler.cpp and tools/server/README.md.
struct SamplingSettings {
    std::optional<double> temperature;      ///< Divides the logits. 0 = greedy, 1 = as the model says.
    std::optional<double> dynatempRange;    ///< Temperature moves ± this with the entropy. 0 = fixed.
    std::optional<double> dynatempExponent; ///< How entropy maps into that range; 1 = linear.
    std::optional<int> topK;                ///< Keeps the k most probable tokens. 0 = all.
    std::optional<double> topP;             ///< Keeps the best that reach this mass. 1 = all.
    std::optional<double> minP;             ///< Drops what is below this share of the best. 0 = none.
    std::optional<double> typicalP;         ///< Keeps what lies nearest the entropy up to this mass. 1 = all.
    std::optional<double> topNSigma;        ///< Keeps logits within n standard deviations of the best. ≤ 0 = all.
    std::optional<double> xtcProbability;   ///< How often XTC drops the best choices. 0 = never.
    std::optional<double> xtcThreshold;     ///< XTC drops all above this but the last. > 0.5 = off.
    std::optional<double> repeatPenalty;    ///< Divides positive logits of recent tokens. 1 = off.
    std::optional<int> repeatLastN;         ///< Recent = that many tokens. 0 = penalties off, −1 = the whole context.
    std::optional<double> frequencyPenalty; ///< Taken from the logit for each recent use. 0 = off.
    std::optional<double> presencePenalty;  ///< Taken from the logit once. 0 = off.
    std::optional<double> dryMultiplier;    ///< Penalty for continuing a repetition. 0 = off.
    std::optional<double> dryBase;          ///< multiplier · base^(length − allowed length). Below 1 = off.
    std::optional<int> dryAllowedLength;    ///< Repetitions up to this length cost nothing.
    std::optional<int> dryPenaltyLastN;     ///< Tokens searched for repetitions. 0 = off, −1 = the whole context.
    QStringList drySequenceBreakers;        ///< Where repetitions end. Empty = llama.cpp's: \n : " *
    std::optional<int> mirostat;            ///< 0 = off, else the version.
    std::optional<double> mirostatTau;      ///< Surprise aimed at, in bits.
    std::optional<double> mirostatEta;      ///< How fast it is approached.
    QList<LogitBias> logitBias;
    QString grammar;             ///< GBNF; its root rule is "root".
    QString jsonSchema;          ///< Text of a JSON schema that the answer follows.
    QList<SamplerKind> samplers; ///< Order of the chain; what is not named does nothing. Empty = default.
    std::optional<std::uint64_t> seed;
    std::optional<int> maxTokens; ///< −1 = no limit but the context.
    QStringList stop;

    bool operator==(const SamplingSettings &) const = default;

    [[nodiscard]] bool isSet(Parameter parameter) const;
    void unset(Parameter parameter);
    /// Short text for column heads: "T 0.2 · k 40 · seed 7"; empty when nothing is set.
    [[nodiscard]] QString summary() const;
};

/// Where a parameter's value is in the settings, by its type.
using ParameterField =
    std::variant<std::optional<double> SamplingSettings::*, std::optional<int> SamplingSettings::*,
                 std::optional<std::uint64_t> SamplingSettings::*, QString SamplingSettings::*, QStringList SamplingSettings::*,
                 QList<LogitBias> SamplingSettings::*, QList<SamplerKind> SamplingSettings::*>;

/// What is known of a parameter that is a number. Readers, the command line and the window's controls go by the same
/// ranges; no number of decimals is prescribed anywhere.
struct NumberFacts {
    double least = 0; ///< Inclusive.
    double most = 0;  ///< Inclusive; may be +∞.
    double step = 0;  ///< What an arrow key adds. 0 = the parameter is not a number.
    double first = 0; ///< Its first value when it is switched on: llama.cpp's default where that does something.
    std::optional<double> without = {}; ///< Its effective value on a local model where it is not set.
    std::optional<double> none = {};    ///< −1 where that says "none" although it lies outside the range.
    double sliderMost = 0;              ///< Where a slider ends; 0 = there is none. Larger values are valid all the same.
    bool logarithmic = false;           ///< The slider's scale; such a one ends with "all", which is 0.

    [[nodiscard]] bool accepts(double value) const { return (value >= least && value <= most) || (none && value == *none); }
};

/// What is known of a parameter; the one table that readers, writers, wires and controls go by.
struct ParameterFacts {
    Parameter parameter;
    QLatin1StringView name;  ///< llama-server's name, which is promptfoo's too where it has one.
    QLatin1StringView brief; ///< For column heads; empty = not shown there.
    ParameterField field;
    NumberFacts number = {};
};

[[nodiscard]] const ParameterFacts &parameterFacts(Parameter parameter);

/// Every parameter, in the order in which screens show them.
[[nodiscard]] const QList<Parameter> &allParameters();

/// Name in a provider's `config` and on the wire ("temperature", "top_k", "max_tokens", …).
[[nodiscard]] QString parameterName(Parameter parameter);
[[nodiscard]] std::optional<Parameter> parameterFromName(const QString &name);

/// The settings under their names; unset ones are absent. Logit biases are pairs [id or text, bias or false].
[[nodiscard]] QJsonObject samplingToJson(const SamplingSettings &settings);
/// Inverse of samplingToJson(). Skips what has the wrong type and lists its name in `skipped`; ranges are not looked at.
[[nodiscard]] SamplingSettings samplingFromJson(const QJsonObject &json, QStringList *skipped = nullptr);
/// The numbers that lie outside the ranges of parameterFacts().
[[nodiscard]] QList<Parameter> outOfRange(const SamplingSettings &settings);

/// One pair of samplingToJson()'s logit biases; nothing for what is none.
[[nodiscard]] std::optional<LogitBias> logitBiasFromJson(const QJsonValue &pair);

} // namespace Tempera
