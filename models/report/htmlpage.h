// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

// What every HTML report is made of, whatever ran. It refers to nothing outside; its policy allows the one script that it brings
// along, by that script's hash, and forbids what an escape might have missed.

/// From the doctype to the style sheet, with the title, which is escaped already.
[[nodiscard]] QString htmlPageHead(const QString &escapedTitle);
/// The script that filters the rows of the table "results"; without it (mail, a locked-down browser) the page is whole but for
/// the filter.
[[nodiscard]] QString htmlPageScript();

} // namespace Tempera
