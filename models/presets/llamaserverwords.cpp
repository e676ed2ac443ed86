// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/presetvocabulary.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array llamaServerWords{
    PresetWord{"temperature"_L1, Parameter::Temperature},
    PresetWord{"dynatemp_range"_L1, Parameter::DynatempRange},
    PresetWord{"dynatemp_exponent"_L1, Parameter::DynatempExponent},
    PresetWord{"top_k"_L1, Parameter::TopK},
    PresetWord{"top_p"_L1, Parameter::TopP},
    PresetWord{"min_p"_L1, Parameter::MinP},
    PresetWord{"typical_p"_L1, Parameter::TypicalP},
    PresetWord{"typ_p"_L1, Parameter::TypicalP},
    PresetWord{"top_n_sigma"_L1, Parameter::TopNSigma},
    PresetWord{"xtc_probability"_L1, Parameter::XtcProbability},
    PresetWord{"xtc_threshold"_L1, Parameter::XtcThreshold},
    PresetWord{"repeat_penalty"_L1, Parameter::RepeatPenalty},
    PresetWord{"repetition_penalty"_L1, Parameter::RepeatPenalty},
    PresetWord{"repeat_last_n"_L1, Parameter::RepeatLastN},
    PresetWord{"frequency_penalty"_L1, Parameter::FrequencyPenalty},
    PresetWord{"presence_penalty"_L1, Parameter::PresencePenalty},
    PresetWord{"dry_multiplier"_L1, Parameter::DryMultiplier},
    PresetWord{"dry_base"_L1, Parameter::DryBase},
    PresetWord{"dry_allowed_length"_L1, Parameter::DryAllowedLength},
    PresetWord{"dry_penalty_last_n"_L1, Parameter::DryPenaltyLastN},
    PresetWord{"dry_sequence_breakers"_L1, Parameter::DrySequenceBreakers},
    PresetWord{"mirostat"_L1, Parameter::Mirostat},
    PresetWord{"mirostat_tau"_L1, Parameter::MirostatTau},
    PresetWord{"mirostat_eta"_L1, Parameter::MirostatEta},
    PresetWord{"logit_bias"_L1, Parameter::LogitBias},
    PresetWord{"grammar"_L1, Parameter::Grammar},
    PresetWord{"json_schema"_L1, Parameter::JsonSchema},
    PresetWord{"samplers"_L1, Parameter::Samplers},
    PresetWord{"seed"_L1, Parameter::Seed},
    PresetWord{"n_predict"_L1, Parameter::MaxTokens},
    PresetWord{"num_predict"_L1, Parameter::MaxTokens},
    PresetWord{"max_tokens"_L1, Parameter::MaxTokens},
    PresetWord{"max_completion_tokens"_L1, Parameter::MaxTokens},
    PresetWord{"stop"_L1, Parameter::Stop},
};

constexpr std::array llamaServerNeutral{NeutralWord{"tfs_z"_L1, 1},       NeutralWord{"ignore_eos"_L1, 0},
                                        NeutralWord{"penalize_nl"_L1, 0}, NeutralWord{"min_keep"_L1, 0},
                                        NeutralWord{"n"_L1, 1},           NeutralWord{"adaptive_target"_L1, -1}};

constexpr std::array llamaServerIgnored{
    "stream"_L1,
    "stream_options"_L1,
    "cache_prompt"_L1,
    "id_slot"_L1,
    "n_probs"_L1,
    "n_keep"_L1,
    "n_discard"_L1,
    "t_max_prompt_ms"_L1,
    "t_max_predict_ms"_L1,
    "timings_per_token"_L1,
    "return_tokens"_L1,
    "return_progress"_L1,
    "post_sampling_probs"_L1,
    "response_fields"_L1,
    "chat_format"_L1,
    "reasoning_format"_L1,
    "reasoning_in_content"_L1,
    "thinking_forced_open"_L1,
    "generation_prompt"_L1,
    "grammar_lazy"_L1,
    "grammar_triggers"_L1,
    "preserved_tokens"_L1,
    "backend_sampling"_L1,
    "logprobs"_L1,
    "top_logprobs"_L1,
    "model"_L1,
    "name"_L1,
    "adaptive_decay"_L1,
    "num_thread"_L1,
    "num_keep"_L1,
};

/// {"type": "json_schema", "json_schema": {"schema": {…}}} (OpenAI), {"type": "json_object", "schema": {…}} (llama-server).
void readResponseFormat(PresetBuilder &builder, const DataEntry &entry)
{
    const DataPtr type = entry.value->find(u"type");
    const DataPtr inner = entry.value->find(u"json_schema");
    const DataPtr schema = inner ? inner->find(u"schema") : entry.value->find(u"schema");
    if (schema && schema->isMap())
        builder.takeSchema(*schema);
    else if (!saysNothing(*entry.value) && !(type && type->text == "text"_L1))
        builder.leaveOut(entry.key);
}

bool readLlamaServer(PresetBuilder &builder, const DataNode &, const DataEntry &entry)
{
    if (entry.key == "response_format"_L1) {
        readResponseFormat(builder, entry);
        return true;
    }
    // A seed of −1, as a number without a sign: a new one each time.
    return (entry.key == "seed"_L1 && entry.value->text == "4294967295"_L1) || entry.key.startsWith("speculative."_L1);
}

constexpr std::array oldLmStudioWords{
    PresetWord{"temp"_L1, Parameter::Temperature},
    PresetWord{"top_k"_L1, Parameter::TopK},
    PresetWord{"top_p"_L1, Parameter::TopP},
    PresetWord{"min_p"_L1, Parameter::MinP},
    PresetWord{"typical_p"_L1, Parameter::TypicalP},
    PresetWord{"repeat_penalty"_L1, Parameter::RepeatPenalty},
    PresetWord{"repeat_last_n"_L1, Parameter::RepeatLastN},
    PresetWord{"frequency_penalty"_L1, Parameter::FrequencyPenalty},
    PresetWord{"presence_penalty"_L1, Parameter::PresencePenalty},
    PresetWord{"mirostat"_L1, Parameter::Mirostat},
    PresetWord{"mirostat_tau"_L1, Parameter::MirostatTau},
    PresetWord{"mirostat_eta"_L1, Parameter::MirostatEta},
    PresetWord{"logit_bias"_L1, Parameter::LogitBias},
    PresetWord{"grammar"_L1, Parameter::Grammar},
    PresetWord{"seed"_L1, Parameter::Seed},
    PresetWord{"n_predict"_L1, Parameter::MaxTokens},
    PresetWord{"antiprompt"_L1, Parameter::Stop},
};

constexpr std::array oldLmStudioNeutral{NeutralWord{"tfs_z"_L1, 1}, NeutralWord{"penalize_nl"_L1, 0},
                                        NeutralWord{"ignore_eos"_L1, 0}};
constexpr std::array oldLmStudioIgnored{"n_threads"_L1, "n_keep"_L1, "n_batch"_L1, "memory_f16"_L1, "multiline_input"_L1};

} // namespace

const PresetVocabulary &llamaServerVocabulary()
{
    static const PresetVocabulary vocabulary{llamaServerWords, llamaServerNeutral, llamaServerIgnored, readLlamaServer};
    return vocabulary;
}

const PresetVocabulary &oldLmStudioVocabulary()
{
    static const PresetVocabulary vocabulary{oldLmStudioWords, oldLmStudioNeutral, oldLmStudioIgnored};
    return vocabulary;
}

} // namespace Tempera
