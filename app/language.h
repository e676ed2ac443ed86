// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QStringList>

class QCoreApplication;

namespace Tempera {

/// Installs the translations of Tempera and of Qt for the user's languages. Texts of ours that have no translation
/// stay English. Numbers and dates follow the locale of the system.
void installTranslations(QCoreApplication &application, const QLocale &locale = QLocale());

} // namespace Tempera
