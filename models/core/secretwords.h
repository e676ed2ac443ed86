// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace Tempera {

/// What says where a secret is, or that there is none, is not one: "{{ env.KEY }}", "$KEY", "<yours>", "[redacted]", "none".
[[nodiscard]] bool isSecretPlaceholder(QStringView value);

/// Whether a value may be a secret where a name says so. Words of a language, also joined by hyphens, are taken for prose.
[[nodiscard]] bool isNoPlainWord(QStringView value);

} // namespace Tempera
