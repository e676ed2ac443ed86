// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentsource.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// Reads `providers` or `targets` in all of their forms.
[[nodiscard]] QList<Variant> readVariants(ReadContext &context, const DataNode &node, ListSource &source);
/// The same without a look at what they say of each other.
[[nodiscard]] QList<Variant> readProviders(ReadContext &context, const DataNode &node, ListSource &source);

/// How a key of a provider's `config` is spelt in the files that are read; the first one is written.
[[nodiscard]] const QStringList &configSpellings(Parameter parameter);

/// Reads a `config` over what a variant has: its settings, and what of its endpoint it names.
void readConfigInto(ReadContext &context, Variant &variant, const DataNode &config);

} // namespace Tempera
