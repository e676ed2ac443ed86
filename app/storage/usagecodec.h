// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"
#include "models/core/usage.h"

#include <QJsonObject>

#include <optional>

namespace Tempera {

/// Puts the known tokens of a request and its known cost among the members of an object.
void insertUsage(QJsonObject &json, const Usage &usage, const std::optional<Money> &cost);

/// Inverse of insertUsage(); what is missing is unknown.
[[nodiscard]] Usage usageIn(const QJsonObject &json);
[[nodiscard]] std::optional<Money> costIn(const QJsonObject &json);

} // namespace Tempera
