// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/data/datanode.h"

#include <QByteArray>
#include <QStringList>

namespace Tempera {

/// The tree with "[redacted]" in place of each secret: values under names of secrets, values of headers that are not
/// known to be public, what is in addresses (see withoutAddressSecrets()), texts that are written as keys are, and
/// `known` texts wherever they are. A template such as "{{ env.KEY }}" stays; so do prompts, variables and what
/// checks expect, but for the `known`. Returns the same pointer where nothing was found.
[[nodiscard]] DataPtr withoutSecrets(const DataPtr &root, const QStringList &known = {});

/// Whether a comment in a YAML text may hold a secret ("# apiKey: sk-…"). A "#" in a text counts as one, too.
[[nodiscard]] bool mayHideSecrets(const QByteArray &yaml);

} // namespace Tempera
