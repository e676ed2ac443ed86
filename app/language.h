// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QCoreApplication;

namespace Tempera {

/// Installs the translations of Tempera and of Qt. Texts of ours that have no translation stay English.
/// The language is the one that is set ("de", "zh_CN"; Settings::language); when that is empty, what TEMPERA_LANGUAGE
/// says in the form of LANGUAGE or LANG (`./dev` hands the user's own over in it), else the system's.
void installTranslations(QCoreApplication &application, const QString &language = {});

} // namespace Tempera
