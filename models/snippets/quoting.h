// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Tempera {

// A text as a literal of another language. Whatever the text holds, the literal is one token of that language, means exactly the
// text, and holds nothing that a terminal obeys or an eye cannot see: control characters, half pairs of UTF-16, and what turns or
// hides text (bidirectional marks, characters without a width) are written by their numbers.

/// For a POSIX shell, in single quotes, where nothing is expanded. A shell's words cannot hold NUL: it is left out. See
/// shellPrintf().
[[nodiscard]] QString shellQuoted(const QString &text);
/// A command for a POSIX shell that writes exactly these bytes, NUL included.
[[nodiscard]] QString shellPrintf(const QByteArray &bytes);
/// For Python 3, in double quotes.
[[nodiscard]] QString pythonQuoted(const QString &text);
/// For JavaScript, in double quotes; may stand inside a <script> element.
[[nodiscard]] QString javaScriptQuoted(const QString &text);
/// For JSON (RFC 8259).
[[nodiscard]] QString jsonQuoted(const QString &text);

/// Whether a UTF-16 unit or a code point is written by its number.
[[nodiscard]] bool isWrittenByNumber(char32_t code);

} // namespace Tempera
