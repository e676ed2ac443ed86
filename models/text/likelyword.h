// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Tempera {

/// The known word that was probably meant, capitals aside: the same one, one that begins with what was typed, or one with at
/// most two mistakes (one in a word of up to four letters); the swap of two neighbours is one. Empty = none is near, or the
/// word has fewer than 3 or more than 60 units. Pure, any thread.
[[nodiscard]] QString likelyWord(const QString &word, const QStringList &known);

} // namespace Tempera
