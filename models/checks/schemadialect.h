// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>

namespace Tempera {

/// A schema that names no draft and is written for draft 7 (`items` or `dependencies` in their old form, nothing newer) says so
/// then: promptfoo takes every schema for draft 7. All others are as they were.
[[nodiscard]] QJsonValue withDialect(const QJsonValue &schema);

} // namespace Tempera
