// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/data/datanode.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace Tempera {

/// The tree with "[redacted]" in place of each secret: values under names of secrets (isSecretName()), also in pairs
/// ({name: X-Api-Key, value: …}) and behind arguments; values of headers and of `env` that are not known to be public; what
/// texts call secret (withoutTextSecrets()), texts that are written as keys are; and `known` texts, and those that were found
/// under a secret's name, wherever they are. A template such as "{{ env.KEY }}" stays; so do prompts, variables and what
/// checks expect, but for the last. Returns the same pointer where nothing was found.
[[nodiscard]] DataPtr withoutSecrets(const DataPtr &root, const QStringList &known = {});

/// A secret, or a part of a text that is one.
struct HiddenSecret {
    QString text;
    DataKind kind = DataKind::String; ///< Of the value, where it is the whole of it.
    bool isLeftOut = false;           ///< A part of an address without which that is whole.
};
/// Gives what stands in place of a secret. Called once for each of them, of equal trees in the same order.
using HideSecret = std::function<QString(const HiddenSecret &secret)>;

/// The tree with something else in place of each secret: of all that withoutSecrets() cuts out, and of what texts of the user,
/// which are prompts, variables and what checks expect, call a secret too ("apiKey: …", in any spelling; passwords in addresses).
/// Rather too much than too little: for what can be put back. Returns the same pointer where nothing was found.
[[nodiscard]] DataPtr withSecretsHidden(const DataPtr &root, const QStringList &known, const HideSecret &hide);

/// What withoutSecrets() finds under names of secrets, and what texts call secret.
[[nodiscard]] QStringList secretsIn(const DataPtr &root);

/// Whether a comment in a YAML text may hold a secret ("# apiKey: sk-…"). A "#" in a text counts as one, too.
[[nodiscard]] bool mayHideSecrets(const QByteArray &yaml);

} // namespace Tempera
