// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QWidget;

namespace Tempera {

/// Calls `work` once, from the event loop, after `widget` has been painted for the first time; never when it is destroyed
/// before. A timer of 0 ms in a showEvent() is no substitute: with a display server the picture comes later than that.
void afterFirstPaint(QWidget *widget, std::function<void()> work);

} // namespace Tempera
