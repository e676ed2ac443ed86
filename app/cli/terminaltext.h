// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Tempera {

class OutStream;

/// Text of a model or a file as a terminal may have it: control characters (escape sequences, backspaces, direction
/// overrides) become visible signs, a tab becomes spaces, "\r\n" becomes "\n". Line feeds stay.
[[nodiscard]] QString terminalSafe(const QString &text);

/// Character cells that a text takes: 2 for wide East Asian signs and emoji, 0 for combining marks, joined emoji as one.
/// After Unicode 15 EastAsianWidth (W and F); ambiguous ones count 1.
[[nodiscard]] int displayWidth(QStringView text);

/// Lines of at most `width` cells, broken where Unicode allows it, within a word only where there is no other way.
/// Line feeds break always; an empty text is one empty line.
[[nodiscard]] QStringList wrapped(const QString &text, int width);

/// The text cut to `width` cells, with "…" where something is missing.
[[nodiscard]] QString clipped(const QString &text, int width);

/// Emphasis by colour; what it says must be readable without.
enum class Ink { Plain, Strong, Dim, Good, Bad, Odd };

/// A stretch of one line.
struct Span {
    QString text;
    Ink ink = Ink::Plain;
};
using SpanLine = QList<Span>;

/// The line with SGR sequences where `stream` has colour, padded with blanks to `width` cells.
[[nodiscard]] QString painted(const SpanLine &line, const OutStream &stream, int width = 0);
/// One stretch, not padded.
[[nodiscard]] QString painted(const QString &text, Ink ink, const OutStream &stream);

} // namespace Tempera
