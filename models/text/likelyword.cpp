// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/likelyword.h"

#include <QStringView>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace Tempera {
namespace {

/// Insertions, deletions and replacements of UTF-16 units, and swaps of two neighbours, that lead from one short word to another
/// (optimal string alignment).
qsizetype editDistance(QStringView from, QStringView to)
{
    const auto width = static_cast<std::size_t>(to.size() + 1);
    std::vector<qsizetype> above(width);
    std::vector<qsizetype> row(width);
    std::vector<qsizetype> twoAbove(width);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= from.size(); ++i) {
        std::swap(twoAbove, above);
        std::swap(above, row);
        row[0] = i;
        for (qsizetype j = 1; j <= to.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const bool isSame = from.at(i - 1) == to.at(j - 1);
            row[at] = std::min({above[at - 1] + (isSame ? 0 : 1), above[at] + 1, row[at - 1] + 1});
            if (i > 1 && j > 1 && from.at(i - 1) == to.at(j - 2) && from.at(i - 2) == to.at(j - 1))
                row[at] = std::min(row[at], twoAbove[at - 2] + 1);
        }
    }
    return row.back();
}

} // namespace

QString likelyWord(const QString &word, const QStringList &known)
{
    constexpr qsizetype leastLength = 3;
    constexpr qsizetype mostLength = 60;
    constexpr qsizetype shortLength = 4;
    if (word.size() < leastLength || word.size() > mostLength)
        return {};
    const QString typed = word.toLower();
    QString nearest;
    const qsizetype tooFar = word.size() <= shortLength ? 2 : 3;
    qsizetype least = tooFar;
    qsizetype longest = 0; // of two that are as near, the one that begins alike
    for (const QString &each : known) {
        const QString other = each.toLower();
        if (other.size() > 2 * mostLength)
            continue;
        const qsizetype distance = other == typed ? 0 : other.startsWith(typed) ? 1 : editDistance(typed, other);
        const qsizetype begin = std::ranges::mismatch(typed, other).in1 - typed.begin();
        if (distance < least || (distance == least && distance < tooFar && begin > longest)) {
            least = distance;
            longest = begin;
            nearest = each;
        }
    }
    return nearest;
}

} // namespace Tempera
