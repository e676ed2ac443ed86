// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentsource.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// Reads `providers` or `targets` in all of their forms.
[[nodiscard]] QList<Variant> readVariants(ReadContext &context, const DataNode &node, ListSource &source);

/// How a key of a provider's `config` is spelt in the files that are read; the first one is written.
[[nodiscard]] const QStringList &configSpellings(Parameter parameter);

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
