// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/presetvocabulary.h"

#include "models/experiment/data/jsonreader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array tavernTextWords{
    PresetWord{"temp"_L1, Parameter::Temperature},
    PresetWord{"dynatemp_exponent"_L1, Parameter::DynatempExponent},
    PresetWord{"top_k"_L1, Parameter::TopK},
    PresetWord{"top_p"_L1, Parameter::TopP},
    PresetWord{"min_p"_L1, Parameter::MinP},
    PresetWord{"typical_p"_L1, Parameter::TypicalP},
    PresetWord{"nsigma"_L1, Parameter::TopNSigma},
    PresetWord{"xtc_probability"_L1, Parameter::XtcProbability},
    PresetWord{"xtc_threshold"_L1, Parameter::XtcThreshold},
    PresetWord{"rep_pen"_L1, Parameter::RepeatPenalty},
    PresetWord{"rep_pen_range"_L1, Parameter::RepeatLastN},
    PresetWord{"freq_pen"_L1, Parameter::FrequencyPenalty},
    PresetWord{"presence_pen"_L1, Parameter::PresencePenalty},
    PresetWord{"dry_multiplier"_L1, Parameter::DryMultiplier},
    PresetWord{"dry_base"_L1, Parameter::DryBase},
    PresetWord{"dry_allowed_length"_L1, Parameter::DryAllowedLength},
    PresetWord{"dry_penalty_last_n"_L1, Parameter::DryPenaltyLastN},
    PresetWord{"dry_sequence_breakers"_L1, Parameter::DrySequenceBreakers},
    PresetWord{"mirostat_mode"_L1, Parameter::Mirostat},
    PresetWord{"mirostat_tau"_L1, Parameter::MirostatTau},
    PresetWord{"mirostat_eta"_L1, Parameter::MirostatEta},
    PresetWord{"grammar_string"_L1, Parameter::Grammar},
    PresetWord{"json_schema"_L1, Parameter::JsonSchema},
    PresetWord{"logit_bias"_L1, Parameter::LogitBias},
    PresetWord{"samplers"_L1, Parameter::Samplers},
    PresetWord{"genamt"_L1, Parameter::MaxTokens},
    PresetWord{"seed"_L1, Parameter::Seed},
};

constexpr std::array tavernTextNeutral{
    NeutralWord{"top_a"_L1, 0},          NeutralWord{"tfs"_L1, 1},
    NeutralWord{"epsilon_cutoff"_L1, 0}, NeutralWord{"eta_cutoff"_L1, 0},
    NeutralWord{"rep_pen_slope"_L1, 1},  NeutralWord{"rep_pen_decay"_L1, 0},
    NeutralWord{"rep_pen_size"_L1, 0},   NeutralWord{"no_repeat_ngram_size"_L1, 0},
    NeutralWord{"penalty_alpha"_L1, 0},  NeutralWord{"num_beams"_L1, 1},
    NeutralWord{"length_penalty"_L1, 1}, NeutralWord{"min_length"_L1, 0},
    NeutralWord{"min_keep"_L1, 0},       NeutralWord{"encoder_rep_pen"_L1, 1},
    NeutralWord{"skew"_L1, 0},           NeutralWord{"smoothing_factor"_L1, 0},
    NeutralWord{"guidance_scale"_L1, 1}, NeutralWord{"negative_prompt"_L1, 0},
    NeutralWord{"do_sample"_L1, 1},      NeutralWord{"add_bos_token"_L1, 1},
    NeutralWord{"ban_eos_token"_L1, 0},  NeutralWord{"ignore_eos_token"_L1, 0},
    NeutralWord{"banned_tokens"_L1, 0},  NeutralWord{"n"_L1, 1},
};

constexpr std::array tavernTextIgnored{
    "temperature_last"_L1,
    "smoothing_curve"_L1,
    "early_stopping"_L1,
    "skip_special_tokens"_L1,
    "speculative_ngram"_L1,
    "json_schema_allow_empty"_L1,
    "sampler_order"_L1,
    "sampler_priority"_L1,
    "samplers_priorities"_L1,
    "spaces_between_special_tokens"_L1,
    "truncation_length"_L1,
    "max_length"_L1,
    "max_tokens_second"_L1,
    "streaming"_L1,
    "include_reasoning"_L1,
    "extensions"_L1,
    "name"_L1,
    "type"_L1,
    "adaptive_decay"_L1,
};

constexpr std::array tavernChatWords{
    PresetWord{"temperature"_L1, Parameter::Temperature},
    PresetWord{"top_k"_L1, Parameter::TopK},
    PresetWord{"top_p"_L1, Parameter::TopP},
    PresetWord{"min_p"_L1, Parameter::MinP},
    PresetWord{"repetition_penalty"_L1, Parameter::RepeatPenalty},
    PresetWord{"frequency_penalty"_L1, Parameter::FrequencyPenalty},
    PresetWord{"presence_penalty"_L1, Parameter::PresencePenalty},
    PresetWord{"openai_max_tokens"_L1, Parameter::MaxTokens},
    PresetWord{"seed"_L1, Parameter::Seed},
};

constexpr std::array tavernChatNeutral{NeutralWord{"top_a"_L1, 0}, NeutralWord{"n"_L1, 1}};

/// The prompts are named, the rest says whom to ask and how the chat looks.
constexpr std::array tavernChatNamed{"prompts"_L1,     "assistant_prefill"_L1, "assistant_impersonation"_L1,
                                     "json_schema"_L1, "logit_bias"_L1,        "reasoning_effort"_L1,
                                     "verbosity"_L1};

bool readTavernText(PresetBuilder &builder, const DataNode &root, const DataEntry &entry)
{
    Q_UNUSED(root)
    const DataNode &value = *entry.value;
    if (entry.key == "dynatemp"_L1 || entry.key == "min_temp"_L1 || entry.key == "max_temp"_L1)
        return true; // all at once, when all was read
    if (entry.key == "adaptive_target"_L1 && value.number().value_or(-1) < 0)
        return true;                                                   // off
    if (entry.key == "dry_sequence_breakers"_L1 && value.isString()) { // a list inside a text
        const Result<DataPtr> list = readJsonTree(value.text.toUtf8(), {});
        if (list)
            builder.take(Parameter::DrySequenceBreakers, entry.key, **list);
        else if (!value.text.isEmpty())
            builder.leaveOut(entry.key);
        return true;
    }
    return false;
}

void finishTavernText(PresetBuilder &builder, const DataNode &root)
{
    const DataPtr moves = root.find(u"dynatemp");
    if (!moves || saysNothing(*moves))
        return;
    const auto bound = [&root](QStringView key) {
        const DataPtr value = root.find(key);
        return value ? value->number().value_or(0) : 0;
    };
    const double low = bound(u"min_temp");
    const double high = std::max(low, bound(u"max_temp"));
    builder.settings().temperature = (low + high) / 2;
    builder.settings().dynatempRange = (high - low) / 2;
}

/// A chat preset has some hundred keys that are not settings of the answer.
bool readTavernChat(PresetBuilder &, const DataNode &, const DataEntry &entry)
{
    return !std::ranges::contains(tavernChatWords, entry.key, &PresetWord::theirs)
           && !std::ranges::contains(tavernChatNeutral, entry.key, &NeutralWord::theirs)
           && !std::ranges::contains(tavernChatNamed, entry.key);
}

constexpr std::array tavernChatIgnored{
    "openai_max_context"_L1,   "openai_model"_L1,     "chat_completion_source"_L1, "stream_openai"_L1,   "prompt_order"_L1,
    "names_behavior"_L1,       "send_if_empty"_L1,    "impersonation_prompt"_L1,   "new_chat_prompt"_L1, "wi_format"_L1,
    "max_context_unlocked"_L1, "continue_prefill"_L1, "show_thoughts"_L1,
};

} // namespace

const PresetVocabulary &tavernTextVocabulary()
{
    static const PresetVocabulary vocabulary{tavernTextWords, tavernTextNeutral, tavernTextIgnored, readTavernText,
                                             finishTavernText};
    return vocabulary;
}

const PresetVocabulary &tavernChatVocabulary()
{
    static const PresetVocabulary vocabulary{tavernChatWords, tavernChatNeutral, tavernChatIgnored, readTavernChat};
    return vocabulary;
}

} // namespace Tempera
