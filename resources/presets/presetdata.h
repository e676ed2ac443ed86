// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Tempera {

/// The sampling presets that the program comes with (presets.json). Any thread.
[[nodiscard]] QByteArray shippedPresetData();

} // namespace Tempera
