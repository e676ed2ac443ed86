// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace Tempera {

/// Reads a table as a window imports it, and as an experiment names it; `ending` of its name ("csv"). Whether it was read.
bool takeTable(QByteArrayView bytes, const QString &ending);

} // namespace Tempera
