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

CaseScores &scoresOfCase(std::vector<CaseScores> &cases, int caseIndex)
{
    const auto index = static_cast<std::size_t>(caseIndex);
    if (index >= cases.size())
        cases.resize(index + 1);
    return cases[index];
}

int mostRepeatsOf(const std::vector<CaseScores> &cases)
{
    int most = 1;
    for (const CaseScores &each : cases)
        most = std::max(most, each.repeats);
    return most;
}

ClusterSums clustersOf(const std::vector<CaseScores> &outcomes)
{
    ClusterSums sums;
    for (const CaseScores &each : outcomes)
        sums.add(static_cast<int>(each.sum), each.repeats);
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
        scoresOfCase(m_last->scores, cell.key.caseIndex).add(*score);
    if (const std::optional<double> passed = measuredScore(ScoreMeasure::Passes, cell))
        scoresOfCase(m_last->outcomes, cell.key.caseIndex).add(*passed);
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
        const int repeats = mostRepeatsOf(column.outcomes);
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
