// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/judging/peoplefigures.h"

#include <algorithm>

namespace Tempera {
namespace {

/// Counts of one voice: [person says good][check passed].
struct VoiceCounts {
    VoiceAgreement voice;
    ConfusionMatrix counts{{0, 0}, {0, 0}};
};

VoiceCounts &voiceCountsOf(std::vector<VoiceCounts> &all, const QString &type)
{
    const auto found = std::ranges::find(all, type, [](const VoiceCounts &each) { return each.voice.type; });
    return found != all.end() ? *found : all.emplace_back(VoiceCounts{.voice = {.type = type, .agreement = {}}});
}

} // namespace

std::vector<VoiceAgreement> voiceAgreements(std::span<const RatedAnswer> answers)
{
    std::vector<VoiceCounts> all;
    voiceCountsOf(all, {});
    for (const RatedAnswer &answer : answers) {
        for (const CheckVoice &check : answer.checks) {
            VoiceCounts &counts = voiceCountsOf(all, check.type);
            counts.voice.isJudge = counts.voice.isJudge || check.isJudge;
            ++counts.voice.answers;
            ++counts.counts[answer.isGood ? 1 : 0][check.passed ? 1 : 0];
        }
    }
    std::vector<VoiceAgreement> voices;
    for (VoiceCounts &each : all) {
        each.voice.agreement = cohenKappa(each.counts);
        voices.push_back(each.voice);
    }
    return voices;
}

std::optional<CorrectedMean> correctedByPeople(const ColumnVoices &voices)
{
    std::vector<JudgedCase> both;
    std::vector<double> alone;
    for (std::size_t i = 0; i < voices.checks.size(); ++i) {
        const CaseScores &checks = voices.checks[i];
        if (checks.repeats == 0)
            continue;
        const auto people = voices.people.find(static_cast<int>(i));
        if (people != voices.people.end() && people->second.repeats > 0)
            both.push_back({people->second.mean(), checks.mean()});
        else
            alone.push_back(checks.mean());
    }
    return correctedMean(both, alone);
}

std::vector<PairedCase> peoplesCases(const ColumnVoices &first, const ColumnVoices &second)
{
    std::vector<PairedCase> cases;
    for (const auto &[caseIndex, scores] : first.people) {
        if (const auto other = second.people.find(caseIndex); other != second.people.end())
            cases.push_back({scores, other->second});
    }
    return cases;
}

} // namespace Tempera
