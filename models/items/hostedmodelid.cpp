// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/hostedmodelid.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A provider of the catalog, and what an id of its models begins with.
struct HostedPrefix {
    QLatin1StringView provider;
    QLatin1StringView prefix;
};

constexpr std::array hostedPrefixes{
    HostedPrefix{"openai"_L1, "openai:chat:"_L1},
    HostedPrefix{"anthropic"_L1, "anthropic:messages:"_L1},
    HostedPrefix{"google"_L1, "google:"_L1},
    HostedPrefix{"openrouter"_L1, "openrouter:"_L1},
    HostedPrefix{"mistral"_L1, "mistral:"_L1},
    HostedPrefix{"deepseek"_L1, "deepseek:"_L1},
    HostedPrefix{"xai"_L1, "xai:"_L1},
    HostedPrefix{"groq"_L1, "groq:"_L1},
    HostedPrefix{"together"_L1, "togetherai:"_L1},
    HostedPrefix{"fireworks"_L1, "fireworks:"_L1},
    HostedPrefix{"cerebras"_L1, "cerebras:"_L1},
};

} // namespace

QString hostedModelId(const Capabilities &model)
{
    const auto found = std::ranges::find(hostedPrefixes, model.provider, &HostedPrefix::provider);
    return found == hostedPrefixes.end() ? QString() : found->prefix + model.model;
}

} // namespace Tempera
