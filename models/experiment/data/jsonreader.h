// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/data/datanode.h"

#include <QByteArray>

namespace Tempera {

/// readData() for JSON (RFC 8259). The text is valid UTF-8 without NUL. Columns are characters.
[[nodiscard]] Result<DataPtr> readJsonTree(const QByteArray &text, const QString &path);

} // namespace Tempera
