// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Tempera {

/// What files are called in a list, in the order of their paths: the name, and of those that share one as many of the
/// folders around it as tell them apart ("old/rivers.yaml"). Pure; nothing is looked up.
[[nodiscard]] QStringList fileTitles(const QStringList &paths);

} // namespace Tempera
