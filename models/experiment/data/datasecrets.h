// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/data/datanode.h"

#include <QByteArray>
#include <QStringList>

namespace Tempera {

/// The tree with "[redacted]" in place of each secret: values under names of secrets (isSecretName()), also in pairs
/// ({name: X-Api-Key, value: …}) and behind arguments; values of headers and of `env` that are not known to be public; what
/// texts call secret (withoutTextSecrets()), texts that are written as keys are; and `known` texts, and those that were found
/// under a secret's name, wherever they are. A template such as "{{ env.KEY }}" stays; so do prompts, variables and what
/// checks expect, but for the last. Returns the same pointer where nothing was found.
[[nodiscard]] DataPtr withoutSecrets(const DataPtr &root, const QStringList &known = {});

/// What withoutSecrets() finds under names of secrets, and what texts call secret.
[[nodiscard]] QStringList secretsIn(const DataPtr &root);

/// Whether a comment in a YAML text may hold a secret ("# apiKey: sk-…"). A "#" in a text counts as one, too.
[[nodiscard]] bool mayHideSecrets(const QByteArray &yaml);

} // namespace Tempera
