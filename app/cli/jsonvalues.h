// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"

#include <QJsonValue>
#include <QString>

#include <optional>
#include <type_traits>

namespace Tempera {

/// The number, or null where it is not known.
template<typename T>
[[nodiscard]] QJsonValue orNull(const std::optional<T> &number)
{
    if (!number)
        return QJsonValue::Null;
    if constexpr (std::is_floating_point_v<T>)
        return *number;
    else
        return static_cast<qint64>(*number);
}

/// The text, or null where it is empty.
[[nodiscard]] inline QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue::Null : QJsonValue(text);
}

/// US dollars, or null where they are not known.
[[nodiscard]] inline QJsonValue moneyJson(const std::optional<Money> &money)
{
    return money ? QJsonValue(money->dollars()) : QJsonValue::Null;
}

} // namespace Tempera
