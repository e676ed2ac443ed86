// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/note.h"

#include <QJsonValue>
#include <QString>

#include <memory>

namespace Tempera {

/// A text that was read as JSON (RFC 8259, any value at the top, no comments). Cheap to copy.
class ParsedJson
{
public:
    /// The error says where and why it is none.
    [[nodiscard]] static Result<ParsedJson> parse(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    friend Result<QString> schemaViolation(const ParsedJson &json, const QJsonValue &schema);
    struct Value;
    ParsedJson(QString text, std::shared_ptr<const Value> value) : m_text(std::move(text)), m_value(std::move(value)) { }

    QString m_text;
    std::shared_ptr<const Value> m_value;
};

/// Where and why a JSON text does not follow a schema; empty when it does. Drafts 4, 6, 7, 2019-09 and 2020-12
/// (by `$schema`, else 2020-12), formats included. References to other files or hosts are not followed.
/// Error{Usage} when the schema is not a schema. The last schemas stay compiled.
[[nodiscard]] Result<QString> schemaViolation(const ParsedJson &json, const QJsonValue &schema);
/// The same of a text; Error{Syntax} when it is not JSON.
[[nodiscard]] Result<QString> schemaViolation(const QString &text, const QJsonValue &schema);

/// Where a text does not follow the schema that it was written by, the schema as text; nothing where it does. For
/// any thread.
[[nodiscard]] Notes schemaNotes(const QString &answer, const QString &schemaText);

} // namespace Tempera
