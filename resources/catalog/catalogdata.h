// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Tempera {

/// The catalog snapshot that the program carries (models.json). Any thread.
[[nodiscard]] QByteArray catalogData();

} // namespace Tempera
