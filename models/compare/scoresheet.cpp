// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/scoresheet.h"

#include "models/experiment/titles.h"
#include "models/text/displaytext.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

ClusterSums clustersOf(const CompactScores &outcomes)
{
    ClusterSums sums;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const CaseScores each = outcomes[i];
        sums.add(static_cast<int>(each.sum), each.repeats);
    }
    return sums;
}

int contenderOf(const std::vector<Contender> &contenders, int promptIndex, int variantIndex)
{
    const auto found = std::ranges::find_if(
        contenders, [&](const Contender &each) { return each.promptIndex == promptIndex && each.variantIndex == variantIndex; });
    return found == contenders.end() ? -1 : static_cast<int>(found - contenders.begin());
}

} // namespace

void ScoreSheetMaker::add(const CellSummary &cell)
{
    const std::pair<int, int> place{cell.key.promptIndex, cell.key.variantIndex};
    if (std::exchange(m_lastPlace, place) != place)
        m_last = &m_columns[place];
    if (const std::optional<double> score = measuredScore(m_measure, cell))
        m_last->scores.add(static_cast<std::size_t>(cell.key.caseIndex), *score);
    if (const std::optional<double> passed = measuredScore(ScoreMeasure::Passes, cell))
        m_last->outcomes.add(static_cast<std::size_t>(cell.key.caseIndex), *passed);
}

ScoreSheet ScoreSheetMaker::take(const Experiment &ran, int baselineVariant)
{
    ScoreSheet sheet{.measure = m_measure, .contenders = {}};
    for (auto &[place, column] : m_columns) {
        Contender contender{.name = contenderName(ran, place.first, place.second),
                            .mark = variantMark(place.second),
                            .promptIndex = place.first,
                            .variantIndex = place.second,
                            .scores = std::move(column.scores),
                            .passes = clustersOf(column.outcomes),
                            .outcomes = {}};
        const int repeats = std::max(1, column.outcomes.mostRepeats());
        sheet.repeats = std::max(sheet.repeats, repeats);
        if (repeats > 1)
            contender.outcomes = std::move(column.outcomes);
        sheet.contenders.push_back(std::move(contender));
    }
    m_columns.clear();
    m_lastPlace = {-1, -1};
    std::ranges::stable_partition(sheet.contenders,
                                  [baselineVariant](const Contender &each) { return each.variantIndex == baselineVariant; });
    for (std::size_t i = 1; i < sheet.contenders.size(); ++i) {
        Contender &each = sheet.contenders[i];
        const bool isBaseline = each.variantIndex == baselineVariant;
        each.reference = isBaseline ? 0 : contenderOf(sheet.contenders, each.promptIndex, baselineVariant);
    }
    return sheet;
}

QString contenderName(const Experiment &ran, int promptIndex, int variantIndex)
{
    const QString variant = variantIndex >= 0 && variantIndex < ran.variants.size()
                                ? firstLine(ran.variants.at(variantIndex).title(), 60)
                                : u"#%1"_s.arg(variantIndex + 1);
    return ran.prompts.size() > 1 ? u"%1 · %2"_s.arg(promptTitle(ran, promptIndex), variant) : variant;
}

} // namespace Tempera
