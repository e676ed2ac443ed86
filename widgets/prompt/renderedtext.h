// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/promptreview.h"

#include <QPalette>

class QTextDocument;

namespace Tempera {

/// Writes messages into a document: the role above each, what was put in with a background and a line under it, what is
/// missing with a wave. Very long texts are cut, which is said.
void writeRendered(QTextDocument &document, const QList<RenderedMessage> &messages, const QPalette &palette);

/// A text that is safe to show, cut where it is very long.
[[nodiscard]] QString shortenedText(const QString &text);

} // namespace Tempera
