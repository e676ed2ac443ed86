// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"

namespace Tempera {

/// The provider id of a model of the catalog; empty where this version speaks to no such provider.
[[nodiscard]] QString hostedModelId(const Capabilities &model);

} // namespace Tempera
