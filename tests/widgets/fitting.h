// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QWidget;

namespace Tempera {

/// Which widget it is and where it lies in its window, for the message of a test.
[[nodiscard]] QString describe(const QWidget *widget);

/// What is seen in a window and lies outside of it, or outside of the widget around it. What a scroll area scrolls to may.
[[nodiscard]] QStringList outside(const QWidget *window);

/// Texts in a window that are wider or higher than what shows them. What says the whole under the pointer may be cut.
[[nodiscard]] QStringList cut(const QWidget *window);

} // namespace Tempera
