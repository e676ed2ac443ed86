// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/experiment.h"

#include <QJsonObject>

namespace Tempera {

/// A variant as a cell with settings of its own (CellSettings) asks it: what they say counts before what the provider's config
/// says. `files` are those that they may name, Experiment::configFiles; no other is read. Errors are those of reading a provider.
[[nodiscard]] Result<Variant> withCellConfig(const Variant &variant, const QJsonObject &config,
                                             const QMap<QString, QByteArray> &files);

} // namespace Tempera
