// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/experiment.h"

#include <QJsonObject>

namespace Tempera {

/// A variant as a prompt with a `config` of its own asks it: what that says counts before what the provider's says. No file is
/// read for it. Errors are those of reading a provider.
[[nodiscard]] Result<Variant> withPromptConfig(const Variant &variant, const QJsonObject &config);

} // namespace Tempera
