// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QString>

namespace Tempera {

/// The text of a value, wherever one is shown, compared or written into a table: a text as it is, a number as JavaScript's
/// String() writes it (and so as templates render it), lists, maps, Booleans and null as compact JSON. Empty for undefined.
[[nodiscard]] QString valueText(const QJsonValue &value);

} // namespace Tempera
