// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentsource.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// The keys of a provider's `config` that say who is asked next.
struct FallbackKeys {
    static constexpr QLatin1StringView next{"fallback"};
    static constexpr QLatin1StringView onFailedChecks{"fallbackOnFailedChecks"};
    static constexpr QLatin1StringView samplesAgain{"retryOnFailedChecks"};
};

/// Whether a key of a provider's `config` is one of those.
[[nodiscard]] bool isFallbackKey(const QString &key);

/// An entry of a `config` with such a key: what is of the wrong form is an error.
void checkFallbackEntry(ReadContext &context, const DataEntry &entry);

/// Warns of fallbacks that have no effect, where all providers are known: those that no file or version knows, a provider that
/// names itself, one that is named twice. `node` is the whole list of providers.
void checkFallbacks(ReadContext &context, const QList<Variant> &variants, const DataNode &node, const ListSource &source);

} // namespace Tempera
