// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QJsonValue>
#include <QString>

namespace Tempera {

/// A schema that says the same of this one JSON text, without regular expressions: `pattern` becomes the list of the text's
/// strings that match, and so does a `format` that isOwnFormat(); `patternProperties` becomes `properties` for its names that match. The script
/// host tries the patterns, with JavaScript's meaning, as JSON Schema asks, and within its time limit.
[[nodiscard]] Result<QJsonValue> withoutPatterns(const QJsonValue &schema, const QString &jsonText);

} // namespace Tempera
