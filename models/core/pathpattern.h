// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace Tempera {

/// Whether a path stands for several: `*` and `?` for characters of one name, `**` for any folders.
[[nodiscard]] bool isPathPattern(QStringView path);

/// The folder below which all that matches lies: what is before the first name with a wildcard, with the last slash.
[[nodiscard]] QString folderOfPattern(const QString &pattern);

/// Matches the whole of a path.
[[nodiscard]] QRegularExpression pathPattern(const QString &pattern);

/// Those of `paths` that match, in the order in which promptfoo takes them: the last name first.
[[nodiscard]] QStringList matchingPaths(const QStringList &paths, const QString &pattern);

} // namespace Tempera
