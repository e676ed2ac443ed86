// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

namespace Tempera {

/// A text of the command line in the user's language. Mark it with QT_TRANSLATE_NOOP("Cli", …).
[[nodiscard]] inline QString label(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

} // namespace Tempera
