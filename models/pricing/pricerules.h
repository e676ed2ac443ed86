// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricing/catalogrecords.h"

namespace Tempera {

/// The price of a model with what its provider's rules add: what cache writes cost where the price does not say it, and a record
/// for each rule and each record of the standard tier. What the price says itself comes first.
[[nodiscard]] Price withRules(Price price, const QString &model, const ProviderRecord &provider);

} // namespace Tempera
