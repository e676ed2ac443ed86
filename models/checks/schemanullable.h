// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>

namespace Tempera {

/// A schema without OpenAPI's `nullable: true`, which JSON Schema does not know: the `type` beside it has "null" too then, and so
/// has its `enum`.
[[nodiscard]] QJsonValue withoutNullable(const QJsonValue &schema);

} // namespace Tempera
