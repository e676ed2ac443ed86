// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

/// How the text of an answer is shown.
enum class AnswerView {
    Wrapped,  ///< As it was written, with lines broken at the edge.
    Markdown, ///< Rendered.
    Raw,      ///< As it was written, one line a line, in a fixed font.
};

/// "wrapped", "markdown", "raw": for the settings file. What is not known is Wrapped.
[[nodiscard]] QString answerViewName(AnswerView view);
[[nodiscard]] AnswerView answerViewFromName(const QString &name);

} // namespace Tempera
