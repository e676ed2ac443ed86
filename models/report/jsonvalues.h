// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"
#include "models/core/usage.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace Tempera {

/// A number, or null where it is not known.
template<typename T>
[[nodiscard]] QJsonValue numberJson(const std::optional<T> &value)
{
    if (!value)
        return QJsonValue::Null;
    if constexpr (std::is_integral_v<T>)
        return static_cast<qint64>(*value);
    else
        return *value;
}

/// US dollars, or null where they are not known.
[[nodiscard]] QJsonValue costJson(const std::optional<Money> &cost);

/// promptfoo's `tokenUsage`.
[[nodiscard]] QJsonObject usageJson(const Usage &usage);

} // namespace Tempera
