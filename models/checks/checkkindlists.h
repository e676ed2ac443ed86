// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/checkkinds.h"

namespace Tempera {

// Parts of checkKinds().
[[nodiscard]] QList<CheckKind> overlapKinds();
[[nodiscard]] QList<CheckKind> markupKinds();
[[nodiscard]] QList<CheckKind> contentKinds();
[[nodiscard]] QList<CheckKind> comparisonKinds();
[[nodiscard]] QList<CheckKind> similarityKinds();
[[nodiscard]] QList<CheckKind> contextKinds();

/// A set as a sentence, with those of its parts.
[[nodiscard]] QString setSentence(const CheckSpec &set);

} // namespace Tempera
