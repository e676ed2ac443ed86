// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/data/datanode.h"

#include <QByteArray>

namespace Tempera {

/// readData() for YAML. Columns in nodes and errors are bytes. The text is valid UTF-8 without NUL.
[[nodiscard]] Result<DataPtr> readYamlTree(const QByteArray &text, const QString &path);

/// As readYamlTree(), but the items of a list are handed over one by one and only those with an anchor are kept: the tree is
/// an empty list then.
[[nodiscard]] Result<DataPtr> readYamlItems(const QByteArray &text, const QString &path, const TakeItem &take);

} // namespace Tempera
