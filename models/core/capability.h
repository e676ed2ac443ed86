// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/price.h"
#include "models/core/sampling.h"

#include <QList>
#include <QMap>

#include <optional>

namespace Tempera {

/// What is known of a model: what it takes, its limits, its prices. Data, not code.
struct Capabilities {
    QString model;                    ///< Name on the wire.
    QString title;                    ///< Name for display.
    QString provider;                 ///< "openai", "anthropic", "local", …
    QMap<Parameter, QString> refused; ///< Parameters that it does not take, each with a translated reason.
    std::optional<std::int64_t> contextTokens;
    std::optional<std::int64_t> maxOutputTokens;
    Price price;
    QString encoding; ///< "o200k_base", "cl100k_base", "local"; empty = not published.

    [[nodiscard]] bool accepts(Parameter parameter) const { return !refused.contains(parameter); }
    /// What is set there and refused.
    [[nodiscard]] QList<Parameter> refusedOf(const SamplingSettings &settings) const;
    bool operator==(const Capabilities &) const = default;
};

} // namespace Tempera
