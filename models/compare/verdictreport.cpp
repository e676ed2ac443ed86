// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/verdictreport.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Tempera {
namespace {

/// Draws that a ranking takes at most, and the fewest resamples that still make a band.
constexpr std::size_t rankingDraws = 20'000'000;
constexpr int fewestRankingResamples = 100;
/// More contenders are not ranked: each resample fits all pairs of them.
constexpr std::size_t mostRanked = 24;

/// Of the cases in which at least two were scored.
ScoreTable scoreTable(const std::vector<Contender> &contenders)
{
    ScoreTable table{.variants = static_cast<int>(contenders.size()), .scores = {}};
    std::size_t cases = 0;
    for (const Contender &each : contenders)
        cases = std::max(cases, each.scores.size());
    table.scores.reserve(cases * contenders.size());
    std::vector<double> row(contenders.size());
    for (std::size_t i = 0; i < cases; ++i) {
        int scored = 0;
        for (std::size_t c = 0; c < contenders.size(); ++c) {
            const CaseScores scores = contenders[c].scores[i];
            row[c] = scores.repeats > 0 ? scores.mean() : std::numeric_limits<double>::quiet_NaN();
            scored += scores.repeats > 0 ? 1 : 0;
        }
        if (scored > 1)
            table.scores.insert(table.scores.end(), row.begin(), row.end());
    }
    return table;
}

} // namespace

VerdictWork::VerdictWork(ScoreSheet sheet, const VerdictQuestion &question) : m_sheet(std::move(sheet))
{
    m_report.question = question;
    m_report.measure = m_sheet.measure;
    m_report.repeats = m_sheet.repeats;
    for (const Contender &each : m_sheet.contenders)
        m_report.contenders.push_back({each.name, each.mark, false, rateEstimate(each.passes, question.settings.confidence)});
    for (const Contender &each : m_sheet.contenders) {
        if (each.reference >= 0)
            m_report.contenders[static_cast<std::size_t>(each.reference)].isReference = true;
    }
}

bool VerdictWork::step()
{
    while (m_next < m_sheet.contenders.size() && m_sheet.contenders[m_next].reference < 0)
        ++m_next;
    if (m_next < m_sheet.contenders.size()) {
        judgePair();
        ++m_next;
        return true;
    }
    std::vector<PairVerdict> verdicts;
    for (const ComparedPair &pair : m_report.pairs)
        verdicts.push_back(pair.verdict);
    correctForPairs(verdicts);
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        m_report.pairs[i].verdict = verdicts[i];
    m_report.correction = usualCorrection(static_cast<std::size_t>(
        std::ranges::count_if(verdicts, [](const PairVerdict &each) { return each.pValue.has_value(); })));
    countRepeats();
    rank();
    return false;
}

void VerdictWork::judgePair()
{
    const Contender &second = m_sheet.contenders[m_next];
    const Contender &first = m_sheet.contenders[static_cast<std::size_t>(second.reference)];
    StatsRandom random(m_report.question.seed + m_report.pairs.size());
    m_report.pairs.push_back({second.reference, static_cast<int>(m_next),
                              pairVerdict(first.scores, second.scores, random, m_report.question.settings)});
}

/// For each k of which a case has so many repeats.
void VerdictWork::countRepeats()
{
    constexpr std::array<int, 4> ks{2, 3, 5, 10};
    const double confidence = m_report.question.settings.confidence;
    for (std::size_t i = 0; i < m_sheet.contenders.size(); ++i) {
        for (const int k : ks) {
            const auto any = meanPassAtK(m_sheet.contenders[i].outcomes, k, confidence);
            const auto all = meanPassAllOfK(m_sheet.contenders[i].outcomes, k, confidence);
            if (any && all)
                m_report.repeated.push_back({static_cast<int>(i), k, *any, *all});
        }
    }
}

void VerdictWork::rank()
{
    if (m_sheet.contenders.size() < 3 || m_sheet.contenders.size() > mostRanked)
        return;
    const ScoreTable table = scoreTable(m_sheet.contenders);
    const std::size_t affordable = rankingDraws / std::max<std::size_t>(1, table.cases());
    RankingSettings settings;
    settings.confidence = m_report.question.settings.confidence;
    settings.resamples = static_cast<int>(
        std::clamp<std::size_t>(affordable, fewestRankingResamples, static_cast<std::size_t>(settings.resamples)));
    m_report.rankingResamples = settings.resamples;
    StatsRandom random(m_report.question.seed + m_report.pairs.size());
    m_report.ranking = rankVariants(table, random, settings);
}

VerdictReport verdictReport(ScoreSheet sheet, const VerdictQuestion &question)
{
    VerdictWork work(std::move(sheet), question);
    while (work.step()) { }
    return work.report();
}

} // namespace Tempera
