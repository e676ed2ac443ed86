// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pathpattern.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

qsizetype firstWildcard(QStringView path)
{
    const auto found = std::ranges::find_if(path, [](QChar c) { return c == u'*' || c == u'?'; });
    return found == path.end() ? -1 : found - path.begin();
}

} // namespace

bool isPathPattern(QStringView path)
{
    return firstWildcard(path) >= 0;
}

QString folderOfPattern(const QString &pattern)
{
    const qsizetype wildcard = firstWildcard(pattern);
    return pattern.first(pattern.lastIndexOf(u'/', wildcard < 0 ? -1 : wildcard) + 1);
}

QRegularExpression pathPattern(const QString &pattern)
{
    QString expression;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const QStringView rest = QStringView(pattern).sliced(at);
        if (rest.startsWith("**/"_L1)) {
            expression += "(?:.*/)?"_L1;
            at += 2;
        } else if (rest.startsWith("**"_L1)) {
            expression += ".*"_L1;
            ++at;
        } else if (rest.startsWith(u'*')) {
            expression += "[^/]*"_L1;
        } else if (rest.startsWith(u'?')) {
            expression += "[^/]"_L1;
        } else {
            expression += QRegularExpression::escape(rest.first(1));
        }
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(expression));
}

QStringList matchingPaths(const QStringList &paths, const QString &pattern)
{
    QStringList matching = paths.filter(pathPattern(pattern));
    std::ranges::sort(matching, std::ranges::greater());
    return matching;
}

} // namespace Tempera
