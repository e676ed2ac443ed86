// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/data/datanode.h"
#include "models/experiment/experiment.h"

namespace Tempera {

/// The node of `after`, made from the node that gave `before`: what did not change keeps its nodes, and keys that
/// Tempera does not interpret stay. Without a node everything is rewritten.
[[nodiscard]] DataPtr updatedPrompt(const DataPtr &node, const Prompt &before, const Prompt &after);
[[nodiscard]] DataPtr updatedVariant(const DataPtr &node, const Variant &before, const Variant &after);
[[nodiscard]] DataPtr updatedCase(const DataPtr &node, const Case &before, const Case &after);

/// Puts the keys that are not interpreted into a map: changed and new ones are set, those that are gone are removed.
[[nodiscard]] DataPtr withOtherKeys(DataPtr map, const QJsonObject &before, const QJsonObject &after);

} // namespace Tempera
