// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace Tempera {

/// Turns text from a model into text that is safe to show: control characters become visible signs (U+2400 block),
/// what Qt's text document uses as internal marks becomes U+FFFD, and every kind of line end becomes "\n".
/// Works on text that comes in pieces: a "\r" at the end of a piece is kept back until the next one.
class DisplayText
{
public:
    /// What to append to the screen for the next piece.
    [[nodiscard]] QString next(QStringView piece);
    /// What is still kept back; call it at the end of the text.
    [[nodiscard]] QString rest();
    void reset() { m_carriageReturn = false; }

    /// A whole text at once.
    [[nodiscard]] static QString of(QStringView text);

private:
    bool m_carriageReturn = false;
};

/// The first line of a text, cut to `length` UTF-16 units with an ellipsis; for titles and table cells.
[[nodiscard]] QString firstLine(QStringView text, qsizetype length);

} // namespace Tempera
