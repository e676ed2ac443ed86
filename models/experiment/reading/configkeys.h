// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"

#include <QString>

namespace Tempera {

/// What becomes of a key of a provider's `config` that is neither a sampling setting nor part of the address.
enum class ConfigKeyUse {
    Sent,    ///< Goes into the request as it is in the file.
    Ours,    ///< Means something to Tempera.
    Ignored, ///< Known from promptfoo, but without effect.
    Unknown, ///< Unknown; probably misspelt.
};

/// For a provider of the given kind, and the API that its id names (Endpoint::wire). The keys are those of promptfoo 0.123.1's
/// chat providers and of the APIs themselves.
[[nodiscard]] ConfigKeyUse configKeyUse(EndpointKind kind, const QString &key, const QString &wire = {});

/// Whether a key of a test's `options` sets a parameter of the request, as one of a provider's `config` does. Addresses and keys
/// are none: a test goes where its provider is.
[[nodiscard]] bool isSettingOfTest(const QString &key);
/// The only API that has a parameter; empty = it is one of OpenAI's chat completions, or of several.
[[nodiscard]] QString wireOfConfigKey(const QString &key);

/// The known key that was probably meant ("temprature", "maxTokens" → "temperature", "max_tokens"); empty = none is near.
[[nodiscard]] QString likelyConfigKey(EndpointKind kind, const QString &key);

} // namespace Tempera
