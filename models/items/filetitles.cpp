// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/filetitles.h"

#include <algorithm>

namespace Tempera {

QStringList fileTitles(const QStringList &paths)
{
    QStringList titles;
    titles.reserve(paths.size());
    for (const QString &path : paths) {
        const qsizetype depth = path.count(u'/') + 1;
        qsizetype parts = 1;
        const auto isShared = [&](const QString &other) {
            return other != path && other.section(u'/', -parts) == path.section(u'/', -parts);
        };
        while (parts < depth && std::ranges::any_of(paths, isShared))
            ++parts;
        titles += path.section(u'/', -parts);
    }
    return titles;
}

} // namespace Tempera
