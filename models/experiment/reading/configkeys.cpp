// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/configkeys.h"

#include "models/core/provider.h"
#include "models/experiment/reading/fallbackreader.h"
#include "models/experiment/reading/variantreader.h"
#include "models/text/likelyword.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Parameters of OpenAI's chat completions and of servers like it that are not settings of ours.
constexpr std::array sentKeys{
    "response_format"_L1,
    "reasoning_effort"_L1,
    "reasoning"_L1,
    "verbosity"_L1,
    "tools"_L1,
    "tool_choice"_L1,
    "functions"_L1,
    "function_call"_L1,
    "modalities"_L1,
    "audio"_L1,
    "parallel_tool_calls"_L1,
    "service_tier"_L1,
    "store"_L1,
    "metadata"_L1,
    "user"_L1,
    "prediction"_L1,
    "web_search_options"_L1,
    "safety_identifier"_L1,
    "prompt_cache_key"_L1,
    "keep_alive"_L1,
    "think"_L1,
    "chat_template_kwargs"_L1,
    "stream_options"_L1,
    "prompt_cache_options"_L1,
    "prompt_cache_retention"_L1,
};

/// A parameter that one API alone has.
struct WireKey {
    QLatin1StringView wire; ///< Empty = OpenAI's chat completions.
    QLatin1StringView key;
};

constexpr std::array wireKeys{
    WireKey{{}, "provider"_L1}, // OpenRouter's
    WireKey{{}, "models"_L1},
    WireKey{{}, "plugins"_L1},
    WireKey{{}, "transforms"_L1},
    WireKey{{}, "top_a"_L1},
    WireKey{{}, "include_reasoning"_L1}, // Groq's
    WireKey{{}, "reasoning_format"_L1},
    WireKey{{}, "compound_custom"_L1},
    WireKey{{}, "search_settings"_L1},
    WireKey{{}, "search_mode"_L1}, // Perplexity's
    WireKey{{}, "search_domain_filter"_L1},
    WireKey{{}, "search_recency_filter"_L1},
    WireKey{{}, "return_related_questions"_L1},
    WireKey{{}, "return_images"_L1},
    WireKey{{}, "search_parameters"_L1}, // xAI's
    WireKey{{}, "safe_prompt"_L1},       // Mistral's
    WireKey{responsesWire, "instructions"_L1},
    WireKey{responsesWire, "include"_L1},
    WireKey{responsesWire, "text"_L1},
    WireKey{responsesWire, "truncation"_L1},
    WireKey{responsesWire, "max_tool_calls"_L1},
    WireKey{anthropicWire, "thinking"_L1},
    WireKey{anthropicWire, "effort"_L1},
    WireKey{anthropicWire, "output_config"_L1},
    WireKey{anthropicWire, "output_format"_L1},
    WireKey{anthropicWire, "cache_control"_L1},
    WireKey{anthropicWire, "speed"_L1},
    WireKey{geminiWire, "generationConfig"_L1},
    WireKey{geminiWire, "safetySettings"_L1},
    WireKey{geminiWire, "toolConfig"_L1},
    WireKey{geminiWire, "cachedContent"_L1},
    WireKey{geminiWire, "serviceTier"_L1},
    WireKey{ollamaWire, "options"_L1},
    WireKey{ollamaWire, "format"_L1},
    WireKey{ollamaWire, "num_ctx"_L1},
    WireKey{ollamaWire, "num_keep"_L1},
    WireKey{ollamaWire, "num_batch"_L1},
    WireKey{ollamaWire, "num_gpu"_L1},
    WireKey{ollamaWire, "main_gpu"_L1},
    WireKey{ollamaWire, "num_thread"_L1},
    WireKey{llamaCompletionWire, "cache_prompt"_L1},
    WireKey{llamaCompletionWire, "id_slot"_L1},
    WireKey{llamaCompletionWire, "ignore_eos"_L1},
    WireKey{llamaCompletionWire, "min_keep"_L1},
    WireKey{llamaCompletionWire, "n_keep"_L1},
    WireKey{llamaCompletionWire, "t_max_predict_ms"_L1},
};

/// Read elsewhere, or read by Tempera alone.
constexpr std::array ourKeys{
    "logprobs"_L1,
    "top_logprobs"_L1,
    "passthrough"_L1,
    "apiHost"_L1,
    "apiBaseUrl"_L1,
    "apiKeyEnvar"_L1,
    "apiKey"_L1,
    "headers"_L1,
    "promptForm"_L1,
    "strict"_L1,
    "basePath"_L1,
    "apiVersion"_L1,
    "apiBaseUrls"_L1,
    FallbackKeys::next,
    FallbackKeys::onFailedChecks,
    FallbackKeys::samplesAgain,
};

/// promptfoo's, for prices and for what happens around a request.
constexpr std::array ignoredKeys{
    "cost"_L1,         "inputCost"_L1,      "outputCost"_L1,
    "audioCost"_L1,    "organization"_L1,   "omitDefaults"_L1,
    "maxRetries"_L1,   "callApiTimeout"_L1, "functionToolCallbacks"_L1,
    "showThinking"_L1, "prefix"_L1,         "suffix"_L1,
    "mcp"_L1,          "tool_resources"_L1,
};

bool isIn(const auto &keys, const QString &key)
{
    return std::ranges::find(keys, key) != std::end(keys);
}

/// Without what people write differently: case and underscores.
QString plainKey(const QString &key)
{
    return key.toLower().remove(u'_').remove(u'-');
}

} // namespace

ConfigKeyUse configKeyUse(EndpointKind kind, const QString &key, const QString &wire)
{
    if (isIn(ourKeys, key))
        return ConfigKeyUse::Ours;
    if (isIn(sentKeys, key))
        return kind == EndpointKind::Remote ? ConfigKeyUse::Sent : ConfigKeyUse::Ignored;
    bool isKnown = isIn(ignoredKeys, key);
    for (const WireKey &each : wireKeys) {
        if (each.key == key && each.wire == wire && kind == EndpointKind::Remote)
            return ConfigKeyUse::Sent;
        isKnown = isKnown || each.key == key;
    }
    return isKnown ? ConfigKeyUse::Ignored : ConfigKeyUse::Unknown;
}

bool isSettingOfTest(const QString &key)
{
    if (key == "provider"_L1) // promptfoo's judge, not OpenRouter's parameter
        return false;
    const bool isSampling =
        std::ranges::any_of(allParameters(), [&](Parameter parameter) { return configSpellings(parameter).contains(key); });
    return isSampling || isIn(sentKeys, key)
           || std::ranges::any_of(wireKeys, [&](const WireKey &each) { return each.key == key; });
}

QString wireOfConfigKey(const QString &key)
{
    const auto known = std::ranges::find(wireKeys, key, &WireKey::key);
    return known == wireKeys.end() ? QString() : QString(known->wire);
}

QString likelyConfigKey(EndpointKind kind, const QString &key)
{
    QStringList known;
    for (const Parameter parameter : allParameters())
        known += configSpellings(parameter);
    for (const QLatin1StringView each : ourKeys)
        known += each;
    if (kind == EndpointKind::Remote) {
        for (const QLatin1StringView each : sentKeys)
            known += each;
    }
    QStringList plain;
    for (const QString &each : std::as_const(known))
        plain += plainKey(each);
    return known.value(plain.indexOf(likelyWord(plainKey(key), plain)));
}

} // namespace Tempera
