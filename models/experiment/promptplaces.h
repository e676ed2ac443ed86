// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSet>
#include <QString>

namespace Tempera {

/// A part of a text, in UTF-16 units.
struct TextRange {
    qsizetype from = 0;
    qsizetype length = 0;

    bool operator==(const TextRange &) const = default;
};

/// The tag of a template at a place (1-based): `{{ … }}`, `{% … %}`; one that is not closed ends with its line. What
/// follows on the line where there is no tag; the whole text where the place is unknown (line 0).
[[nodiscard]] TextRange tagAt(const QString &text, int line, int column);

/// A name ("user.name", a filter) at a place or, where it does not stand there, in the tag around it; else the tag.
[[nodiscard]] TextRange nameAt(const QString &text, int line, int column, const QString &name);

/// `{name}` with single braces outside of tags and raw blocks, for the names that are known.
[[nodiscard]] QList<TextRange> singleBraces(const QString &text, const QSet<QString> &known);

} // namespace Tempera
