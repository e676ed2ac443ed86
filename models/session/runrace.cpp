// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/runrace.h"

#include "models/experiment/casevariables.h"
#include "models/session/runtotals.h"
#include "models/stats/distributions.h"
#include "models/stats/resampling.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Tempera {
namespace {

/// Of what is said of the money that was saved.
constexpr double savedConfidence = 0.95;

struct RaceObstacleText {
    Q_DECLARE_TR_FUNCTIONS(Race)
};

/// Who runs in a race, and which of them each cell of a case is of.
struct RaceField {
    std::vector<RaceContender> contenders;
    std::vector<std::size_t> contenderOf;
    int repeats = 1;

    explicit RaceField(const std::vector<CellKey> &cellsOfCase)
    {
        for (const CellKey &key : cellsOfCase) {
            const RaceContender contender{key.promptIndex, key.variantIndex};
            const auto found = std::ranges::find(contenders, contender);
            contenderOf.push_back(static_cast<std::size_t>(found - contenders.begin()));
            if (found == contenders.end())
                contenders.push_back(contender);
            repeats = std::max(repeats, key.repeat + 1);
        }
    }

    [[nodiscard]] int indexOf(const RaceContender &contender) const
    {
        const auto found = std::ranges::find(contenders, contender);
        return found == contenders.end() ? -1 : static_cast<int>(found - contenders.begin());
    }

    /// Each with what it is compared with.
    [[nodiscard]] std::vector<RacePairing> pairs(int baselineVariant) const
    {
        std::vector<RacePairing> all;
        const auto first = std::ranges::find(contenders, baselineVariant, &RaceContender::variantIndex);
        for (std::size_t i = 0; i < contenders.size(); ++i) {
            const RaceContender &each = contenders[i];
            const int reference = each.variantIndex == baselineVariant ? static_cast<int>(first - contenders.begin())
                                                                       : indexOf({each.promptIndex, baselineVariant});
            if (reference >= 0 && reference != static_cast<int>(i))
                all.push_back({reference, static_cast<int>(i)});
        }
        return all;
    }

    /// Where a case is run several times it is not who did better in more cases that counts, but by how much on average: these
    /// need not be the same.
    [[nodiscard]] RaceFigure figure(ScoreMeasure measure) const
    {
        return measure == ScoreMeasure::Passes && repeats == 1 ? RaceFigure::CaseOutcomes : RaceFigure::MeanDifference;
    }
};

} // namespace

std::vector<std::size_t> raceOrder(std::size_t count, std::uint32_t seed)
{
    StatsRandom random(seed);
    return randomOrder(count, random);
}

QString nothingToRace()
{
    return RaceObstacleText::tr("A race compares variants, and there is only one.");
}

std::optional<QString> raceObstacle(const Experiment &experiment, qsizetype mostCases)
{
    if (experiment.variants.size() * experiment.prompts.size() < 2)
        return nothingToRace();
    if (experiment.cases.size() < 2)
        return RaceObstacleText::tr("A race needs several cases.");
    const bool differs =
        std::ranges::any_of(experiment.planKeys, [](const QString &key) { return key != QLatin1StringView("storeOutputAs"); });
    if (differs)
        return RaceObstacleText::tr(
            "A race needs the same cells for every case; here some tests have prompts, providers or repeats "
            "of their own.");
    if (needsOrder(experiment))
        return RaceObstacleText::tr("A race takes the cases in an order of its own; here cells use the answers of earlier ones.");
    const auto hasSchema = [](const Variant &variant) { return !variant.sampling.jsonSchema.isEmpty(); };
    const bool isChecked = !experiment.defaultCase.checks.isEmpty() || std::ranges::any_of(experiment.variants, hasSchema);
    if (isChecked || experiment.cases.size() > mostCases)
        return std::nullopt;
    const bool hasCheck =
        std::any_of(experiment.cases.begin(), experiment.cases.end(), [](const Case &each) { return !each.checks.isEmpty(); });
    return hasCheck ? std::nullopt
                    : std::optional(RaceObstacleText::tr("A race compares what the checks say, and there are no checks."));
}

void RunRace::Spending::add(Money cost)
{
    const double dollars = cost.dollars();
    const double difference = dollars - mean;
    ++known;
    mean += difference / static_cast<double>(known);
    deviations += difference * (dollars - mean);
}

RunRace RunRace::of(const RaceSettings &settings, const Plan &plan)
{
    std::vector<CellKey> cells;
    for (std::size_t i = 0; i < plan.cellsOfCase(); ++i)
        cells.push_back(plan.key(i));
    return {settings, cells, cells.empty() ? 0 : plan.size() / cells.size()};
}

RunRace::RunRace(const RaceSettings &settings, const std::vector<CellKey> &cellsOfCase, std::size_t cases)
    : m_settings(settings), m_plannedCases(static_cast<std::int64_t>(cases)), m_race({}, {}, settings.alpha)
{
    RaceField field(cellsOfCase);
    m_race = CaseRace(field.pairs(settings.baselineVariant), field.figure(settings.measure), settings.alpha);
    m_contenders = std::move(field.contenders);
    m_contenderOf = std::move(field.contenderOf);
    m_spending.resize(m_contenders.size());
}

void RunRace::add(std::size_t index, const CellSummary &cell)
{
    if (cell.state != CellState::Done && cell.state != CellState::Failed)
        return;
    const std::size_t contender = contenderOf(index);
    if (!hasUnknownCost(cell) && cell.gradingUnknownCosts == 0)
        m_spending[contender].add(cell.cost().value_or(Money()) + cell.gradingCost);
    const std::size_t place = index / m_contenderOf.size();
    if (m_race.isDecided() || place < m_nextCase)
        return;
    OpenCase &open = m_open[place];
    open.contenders.resize(m_contenders.size());
    if (const std::optional<double> score = measuredScore(m_settings.measure, cell))
        open.contenders[contender].add(std::clamp(*score, 0.0, 1.0));
    ++open.finished;
    takeCompleteCases();
}

void RunRace::takeCompleteCases()
{
    for (auto next = m_open.begin(); next != m_open.end() && next->first == m_nextCase; next = m_open.begin()) {
        if (next->second.finished < m_contenderOf.size())
            return;
        m_race.add(next->second.contenders);
        m_open.erase(next);
        ++m_nextCase;
        if (m_race.isDecided())
            m_open.clear();
    }
}

void RunRace::leaveOut(std::size_t index)
{
    ++m_spending[contenderOf(index)].leftOut;
}

RaceSavings RunRace::savings() const
{
    RaceSavings saved;
    double likely = 0;
    double variance = 0;
    bool isKnown = true;
    bool hasInterval = true;
    for (const Spending &each : m_spending) {
        const auto leftOut = static_cast<double>(each.leftOut);
        saved.cells += static_cast<int>(each.leftOut);
        if (each.leftOut == 0)
            continue;
        isKnown = isKnown && each.known > 0;
        hasInterval = hasInterval && each.known > 1;
        likely += leftOut * each.mean;
        if (each.known > 1) {
            const auto known = static_cast<double>(each.known);
            variance += each.deviations / (known - 1) * leftOut * (1 + leftOut / known); // of the sum, and of the mean behind it
        }
    }
    if (saved.cells == 0 || !isKnown)
        return saved;
    saved.likely = Money::fromDollars(likely);
    if (!hasInterval)
        return saved;
    const double margin = twoSidedNormal(savedConfidence) * std::sqrt(variance);
    saved.low = Money::fromDollars(std::max(0.0, likely - margin));
    saved.high = Money::fromDollars(likely + margin);
    return saved;
}

RaceReport RunRace::report() const
{
    return {.alpha = m_settings.alpha,
            .measure = m_settings.measure,
            .figure = m_race.figure(),
            .contenders = m_contenders,
            .pairs = m_race.pairs(),
            .plannedCases = m_plannedCases,
            .racedCases = m_race.cases(),
            .isDecided = m_race.isDecided(),
            .neededEValue = m_race.neededEValue(),
            .saved = savings()};
}

} // namespace Tempera
