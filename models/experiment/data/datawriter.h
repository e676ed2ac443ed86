// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/data/datanode.h"

#include <QByteArray>

namespace Tempera {

/// YAML in block style, two spaces a level: texts plain where they can be, in quotes where they would be read as
/// something else, as literal blocks where they have several lines. readData() gives an equal tree.
[[nodiscard]] QByteArray writeYamlTree(const DataNode &root);

/// One value of a map or list, as writeYamlTree() would write it `indent` columns deep: begins right after
/// "key:" or "-" (with a space or a line end), ends without one.
[[nodiscard]] QString yamlValue(const DataNode &node, int indent);

/// A key with its colon, `indent` columns deep.
[[nodiscard]] QString yamlKey(const QString &key, int indent);

/// An item of a list with its dash, `indent` columns deep, without the margin of its first line and without a line end.
[[nodiscard]] QString yamlItem(const DataNode &node, int indent);

/// JSON, two spaces a level, keys in their order.
[[nodiscard]] QByteArray writeJsonTree(const DataNode &root);

/// A text as a JSON string.
[[nodiscard]] QString jsonString(const QString &text);

} // namespace Tempera
