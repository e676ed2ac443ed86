// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/secrettext.h"

namespace Tempera {

/// Values under names of secrets in a text that is written as YAML is, whole or not: on the lines below the name, in block scalars,
/// behind tags and anchors, of several words. For where rather too much is hidden than too little; plain words stay where nothing
/// but the name speaks for a secret.
[[nodiscard]] SecretParts spelledSecretParts(const QString &text);

} // namespace Tempera
