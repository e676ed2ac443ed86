// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/jsonschema.h"

#include <optional>

namespace Tempera {

/// The maps in a text, read as leniently as promptfoo's `contains-json` does: each "{" with what follows up to where as many "}" as
/// "{" came is YAML in one line (single quotes, names without quotes, a comma too many, comments after //); at the end of the text
/// what was not closed is. Lists do not count, maps in them do. Looks at the text as far as it is asked.
class LooseObjects
{
public:
    explicit LooseObjects(const QString &text) : m_text(text) { }
    /// Nothing after the last one.
    [[nodiscard]] std::optional<ParsedJson> next();

private:
    [[nodiscard]] std::optional<ParsedJson> readFrom(qsizetype open, qsizetype &end);

    QString m_text;
    qsizetype m_at = 0;
    int m_tried = 0;
    qsizetype m_scanned = 0;
};

} // namespace Tempera
