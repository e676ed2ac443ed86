// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/experiment.h"

#include <QJsonValue>

namespace Tempera {

/// Reads a provider that stands elsewhere than in the list of providers: an id, or a map with one. No file is read for it. Errors
/// are those of reading a provider.
[[nodiscard]] Result<QList<Variant>> providersFromJson(const Experiment &experiment, const QJsonValue &provider);

} // namespace Tempera
