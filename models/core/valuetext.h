// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QString>

namespace Tempera {

/// A variable's value as people read it and as it stands in a table: a text as it is, everything else as compact JSON,
/// nothing for a value that is not there.
[[nodiscard]] QString valueText(const QJsonValue &value);

} // namespace Tempera
