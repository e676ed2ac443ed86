// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QMimeData;

namespace Tempera {

/// The text of a clipboard or a drop, whole: also where it comes only under a charset of its own
/// ("text/plain;charset=utf-16") or as UTF-16 with a byte order mark; the mark is left out. Empty where there is no text.
[[nodiscard]] QString clipboardText(const QMimeData *data);

} // namespace Tempera
