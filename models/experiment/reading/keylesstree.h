// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/data/datanode.h"

#include <vector>

namespace Tempera {

/// The tree without literal keys (`apiKey: sk-…` in a config, secret headers), and whether there were any. Keys are
/// read from the environment or the keychain only; one that is in a file is neither used nor written again.
struct KeylessTree {
    DataPtr root;
    std::vector<DataPtr> removed; ///< The values that were cut out, for their places; their text is not to be shown.
};
[[nodiscard]] KeylessTree withoutKeys(const DataPtr &root);

/// The warning about a literal key.
[[nodiscard]] QString literalKeyWarning();

/// The variable in "{{ env.NAME }}", else empty.
[[nodiscard]] QString environmentName(const QString &text);

} // namespace Tempera
