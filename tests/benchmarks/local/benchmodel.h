// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

/// SmolLM's shape with random weights: 135 million parameters, Q8_0, 145 MB. Made once and kept in `folder`.
/// Empty = it cannot be written.
[[nodiscard]] QString benchModel(const QString &folder);

/// A text of that many tokens in this model, the beginning of text included; another number, another text.
[[nodiscard]] QString promptOf(int tokens, unsigned number);

} // namespace Tempera
