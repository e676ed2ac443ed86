// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Tempera {

/// Stop strings as one line that a person can edit: separated by commas, with \n, \t, \, and \\ as escapes.
[[nodiscard]] QString stopsToText(const QStringList &stops);
/// Inverse of stopsToText(). Empty pieces are left out; blanks around a piece are kept only when they are escaped ("\ ").
[[nodiscard]] QStringList stopsFromText(const QString &text);

} // namespace Tempera
