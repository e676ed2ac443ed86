// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QJsonObject>

namespace Tempera {

/// The object in a JSON file of the program's own; an empty one where there is no such file. Errors: File; Syntax with the
/// line and column (1-based, in bytes).
[[nodiscard]] Result<QJsonObject> readJsonFile(const QString &path);

/// Replaces the file as a whole or not at all; its folder is made. Errors: File.
[[nodiscard]] Result<void> writeJsonFile(const QString &path, const QJsonObject &object);

} // namespace Tempera
