// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/data/datanode.h"

#include <QByteArray>

namespace Tempera {

/// readData() for JSON (RFC 8259). The text is valid UTF-8 without NUL. Columns are characters.
[[nodiscard]] Result<DataPtr> readJsonTree(const QByteArray &text, const QString &path);

/// As readJsonTree(), but the items of a list are handed over one by one and not kept: the tree is an empty list then.
[[nodiscard]] Result<DataPtr> readJsonItems(const QByteArray &text, const QString &path, const TakeItem &take);

} // namespace Tempera
