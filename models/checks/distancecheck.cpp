// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"

#include "models/core/counted.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr double usualThreshold = 5;      // promptfoo's default
constexpr double mostSteps = 200'000'000; // about a second; beyond it the check refuses

/// Edit distance in UTF-16 code units, by rows (Wagner–Fischer). Beyond `limit` any larger number may come back:
/// only the band of cells within `limit` of the diagonal can stay below it (Ukkonen). Written here rather than taken from
/// a library (rapidfuzz), which would be a dependency for these lines alone: its bit-parallel search is faster, but the
/// band is what bounds the time, and it is needed to tell beforehand how many steps a comparison would take.
/// Stopped, it returns something beyond the limit.
qsizetype distance(QStringView a, QStringView b, qsizetype limit, const std::function<bool()> &stop)
{
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    const qsizetype beyond = limit + 1;
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size() + 1), beyond);
    for (qsizetype j = 0; j <= std::min(limit, b.size()); ++j)
        row[static_cast<std::size_t>(j)] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        if (stop && stop())
            return beyond;
        const qsizetype from = std::max<qsizetype>(1, i - limit);
        const qsizetype to = std::min(b.size(), i + limit);
        qsizetype diagonal = row[static_cast<std::size_t>(from - 1)];
        row[static_cast<std::size_t>(from - 1)] = from == 1 ? std::min(i, beyond) : beyond;
        for (qsizetype j = from; j <= to; ++j) {
            qsizetype &cell = row[static_cast<std::size_t>(j)];
            const qsizetype above = cell;
            const qsizetype left = row[static_cast<std::size_t>(j - 1)];
            const qsizetype changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            cell = std::min({changed, above + 1, left + 1, beyond});
            diagonal = above;
        }
        if (to < b.size())
            row[static_cast<std::size_t>(to + 1)] = beyond;
    }
    return row.back();
}

/// `levenshtein`: at most `threshold` insertions, deletions and replacements away from the value.
class Levenshtein final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const auto expected = asText(input.value);
        if (!expected)
            return broken(tr("it needs a text"));
        const QString &output = input.cell.text;
        const double threshold = input.threshold.value_or(usualThreshold);
        const auto longest = static_cast<double>(std::max(output.size(), expected->size()));
        const auto limit = static_cast<qsizetype>(std::clamp(threshold, 0.0, longest));
        if (longest * static_cast<double>(2 * limit + 1) > mostSteps)
            return broken(tr("the texts are too long to compare"));
        const qsizetype edits = distance(output, *expected, limit, input.limits.stop);
        if (edits > limit)
            return judged(false,
                          counted(tr("the output is more than %n edit(s) away from the text", nullptr, countForm(limit)), limit));
        return judged(static_cast<double>(edits) <= threshold,
                      counted(tr("the output is %n edit(s) away from the text", nullptr, countForm(edits)), edits));
    }
};

} // namespace

void addDistanceChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"levenshtein"_s, CheckNeeds::Answer, std::make_unique<Levenshtein>()});
}

} // namespace Tempera
