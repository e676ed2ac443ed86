// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/data/datareader.h"

#include <optional>

namespace Tempera {

/// The document's own YAML text with only those entries of block maps and lists rewritten that differ in `wanted`:
/// comments, blank lines, quoting, anchors and order stay everywhere else. A comment belongs to what follows it.
///
/// The lines are found by the places that the parser gave, which is not proof; so the result is read again and handed
/// out only when its tree is `wanted`. Nothing when that is not so, or the document is JSON.
[[nodiscard]] std::optional<QByteArray> patchedYaml(const DataDocument &document, const DataPtr &wanted);

} // namespace Tempera
