// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

/// Writes "suite.yaml" and its table "rows.csv" into a folder: so many cases with two checks each, which `echo` passes, for so
/// many variants of it. False: it could not be written.
[[nodiscard]] bool writeBenchSuite(const QString &folder, int rows, int variants = 1);

/// "bench NAME = VALUE UNIT (target TARGET) ok|short" on standard output. Returns `isMet`.
bool tellFigure(const QByteArray &name, double value, const char *unit, const char *target, bool isMet);

} // namespace Tempera
