// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringView>

namespace Tempera {

/// A keyword of a JSON schema that an answer may break although a grammar was made of the schema.
struct SchemaLimit {
    QString keyword; ///< "multipleOf".
    QString place;   ///< JSON pointer of the schema it stands in; empty = the whole.

    bool operator==(const SchemaLimit &) const = default;
};

/// What llama.cpp's json_schema_to_grammar (v0.5.0) leaves out of a schema, each place once, in the order of the places
/// that it visits. What it makes stricter than the schema is not listed. At most 100.
[[nodiscard]] QList<SchemaLimit> schemaLimits(const QJsonValue &schema);
/// The same of a schema's text; none where the text is not JSON.
[[nodiscard]] QList<SchemaLimit> schemaLimitsOf(const QString &schemaText);

/// Whether a grammar says just what a `pattern` says: anchored, and made of plain characters, classes of them, groups,
/// alternatives in groups and repetitions.
[[nodiscard]] bool isPatternEnforced(QStringView pattern);

/// "multipleOf (/properties/a), not".
[[nodiscard]] QString schemaLimitsText(const QList<SchemaLimit> &limits);

} // namespace Tempera
