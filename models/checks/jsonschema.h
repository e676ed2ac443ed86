// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/note.h"

#include <QJsonValue>
#include <QString>

namespace Tempera {

/// Whether a text is JSON (RFC 8259, any value at the top, no comments), and why not.
[[nodiscard]] Result<void> parseJson(const QString &text);

/// Where and why a JSON text does not follow a schema; empty when it does. Drafts 4, 6, 7, 2019-09 and 2020-12
/// (by `$schema`, else 2020-12), formats included. References to other files or hosts are not followed.
/// Error{Syntax} when the text is no JSON, Error{Usage} when the schema is no schema.
[[nodiscard]] Result<QString> schemaViolation(const QString &text, const QJsonValue &schema);

/// Where a text does not follow the schema that it was written by, the schema as text; nothing where it does. For
/// any thread.
[[nodiscard]] Notes schemaNotes(const QString &answer, const QString &schemaText);

} // namespace Tempera
