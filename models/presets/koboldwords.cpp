// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/presetvocabulary.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array koboldWords{
    PresetWord{"temp"_L1, Parameter::Temperature},
    PresetWord{"temperature"_L1, Parameter::Temperature},
    PresetWord{"dynatemp_range"_L1, Parameter::DynatempRange},
    PresetWord{"dynatemp_exponent"_L1, Parameter::DynatempExponent},
    PresetWord{"top_k"_L1, Parameter::TopK},
    PresetWord{"top_p"_L1, Parameter::TopP},
    PresetWord{"min_p"_L1, Parameter::MinP},
    PresetWord{"typical"_L1, Parameter::TypicalP},
    PresetWord{"nsigma"_L1, Parameter::TopNSigma},
    PresetWord{"xtc_probability"_L1, Parameter::XtcProbability},
    PresetWord{"xtc_threshold"_L1, Parameter::XtcThreshold},
    PresetWord{"rep_pen"_L1, Parameter::RepeatPenalty},
    PresetWord{"rep_pen_range"_L1, Parameter::RepeatLastN},
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
    PresetWord{"sampler_seed"_L1, Parameter::Seed},
    PresetWord{"genamt"_L1, Parameter::MaxTokens},
    PresetWord{"stop_sequence"_L1, Parameter::Stop},
};

constexpr std::array koboldNeutral{
    NeutralWord{"top_a"_L1, 0},
    NeutralWord{"tfs"_L1, 1},
    NeutralWord{"rep_pen_slope"_L1, 1},
    NeutralWord{"smoothing_factor"_L1, 0},
    NeutralWord{"ban_eos_token"_L1, 0},
    NeutralWord{"bypass_eos"_L1, 0},
    NeutralWord{"use_default_badwordsids"_L1, 0},
    NeutralWord{"numseqs"_L1, 1},
    NeutralWord{"n"_L1, 1},
    NeutralWord{"adaptive_target"_L1, -1},
};

constexpr std::array koboldIgnored{
    "max_context_length"_L1,
    "smoothing_curve"_L1,
    "singleline"_L1,
    "quiet"_L1,
    "genkey"_L1,
    "trim_stop"_L1,
    "render_special"_L1,
    "streaming_kobold"_L1,
    "sampler_full_determinism"_L1,
    "apikey"_L1,
    "andepth"_L1,
    "useprompt"_L1,
    "widepth"_L1,
    "ikgen"_L1,
    "formatoptns"_L1,
    "preset"_L1,
    "uid"_L1,
    "description"_L1,
    "Model Type"_L1,
    "Model Size"_L1,
    "Model Category"_L1,
    "Preset Category"_L1,
    "Match"_L1,
    "name"_L1,
    "adaptive_decay"_L1,
    "cache_prompt"_L1,
    "stream"_L1,
};

/// Kobold's numbers of its samplers: 0 top-k, 1 top-a, 2 top-p (and min-p), 3 tail-free, 4 typical, 5 temperature,
/// 6 repetition penalty.
void readSamplerOrder(PresetBuilder &builder, const DataEntry &entry)
{
    static const QList<int> usual{6, 0, 1, 3, 4, 2, 5};
    QList<int> numbers;
    for (const DataPtr &item : entry.value->items)
        numbers += static_cast<int>(item->number().value_or(-1));
    if (numbers.isEmpty() || numbers == usual)
        return;
    using enum SamplerKind;
    QList<SamplerKind> order;
    for (const int number : numbers) {
        switch (number) {
        case 0: order += TopK; break;
        case 2: order += {TopP, MinP}; break;
        case 4: order += TypicalP; break;
        case 5: order += Temperature; break;
        case 6: order += {Penalties, Dry}; break;
        case 1:
        case 3: break; // not here, and reported where they do something
        default: builder.leaveOut(entry.key); return;
        }
    }
    for (const SamplerKind kind : {TopNSigma, Xtc}) {
        if (!order.contains(kind))
            order += kind;
    }
    builder.settings().samplers = order;
}

bool readKobold(PresetBuilder &builder, const DataNode &root, const DataEntry &entry)
{
    if (entry.key == "sampler_order"_L1) {
        readSamplerOrder(builder, entry);
        return true;
    }
    if (entry.key == "max_length"_L1) { // in a body the answer's length, in settings the context's
        const bool isBody = root.find(u"max_context_length") || root.find(u"prompt");
        if (isBody && !root.find(u"genamt"))
            builder.take(Parameter::MaxTokens, entry.key, *entry.value);
        return true;
    }
    if (entry.key == "rep_pen_range"_L1 && entry.value->number() == 0) { // "the entire story"
        builder.settings().repeatLastN = -1;
        return true;
    }
    return false;
}

} // namespace

const PresetVocabulary &koboldVocabulary()
{
    static const PresetVocabulary vocabulary{koboldWords, koboldNeutral, koboldIgnored, readKobold};
    return vocabulary;
}

} // namespace Tempera
