// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Tempera {

/// Threads that begin from now on, Qt's own among them, run Qt's event loop and not GLib's. GLib's writes to the loop's descriptor
/// for each event that another thread posts, also where one is on its way already; a run whose answers cross three threads
/// spends a fifth of its time on that. The thread of a window keeps GLib's, which dialogs of some desktops need: so this is called
/// after its QApplication was made, and in a program without a window at the beginning.
void useQtsEventLoops();

} // namespace Tempera
