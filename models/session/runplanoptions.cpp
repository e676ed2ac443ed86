// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How a run was planned, as the ledger keeps it beside the run, and what that says of its continuing.

#include "models/session/resume.h"
#include "models/session/runoptions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The member that says that a run asked a part of the cells.
constexpr auto partMember = "part"_L1;
/// The member that says how a run is raced.
constexpr auto raceMember = "race"_L1;
/// The member that says that the cells of a run were sent as batches.
constexpr auto batchMember = "batch"_L1;

QJsonObject raceToJson(const RaceSettings &race)
{
    return {{u"alpha"_s, race.alpha},
            {u"measure"_s, race.measure == ScoreMeasure::Score ? u"score"_s : u"passes"_s},
            {u"baseline"_s, race.baselineVariant},
            {u"seed"_s, qint64{race.seed}}};
}

RaceSettings raceFromJson(const QJsonObject &json)
{
    RaceSettings race;
    const double alpha = json.value("alpha"_L1).toDouble();
    if (alpha > 0 && alpha < 1)
        race.alpha = alpha;
    if (json.value("measure"_L1).toString() == "score"_L1)
        race.measure = ScoreMeasure::Score;
    race.baselineVariant = json.value("baseline"_L1).toInt();
    race.seed = static_cast<std::uint32_t>(json.value("seed"_L1).toInteger(race.seed));
    return race;
}

/// Which cases a run was of; what is asked for now counts more.
void takeCaseChoice(const QJsonObject &stored, PlanOptions &options)
{
    if (options.firstCases == 0)
        options.firstCases = stored.value("first_cases"_L1).toInt();
    if (stored.contains("sample_cases"_L1)) {
        options.sampleCases = stored.value("sample_cases"_L1).toInt();
        options.sampleSeed = static_cast<std::uint32_t>(stored.value("sample_seed"_L1).toInteger());
    }
    if (const QJsonArray range = stored.value("range"_L1).toArray(); range.size() == 2 && !options.caseRange)
        options.caseRange = CaseRange{range[0].toInt(), range[1].toInt()};
    if (!options.metadata.isEmpty())
        return;
    for (const QJsonValue &each : stored.value("metadata"_L1).toArray())
        options.metadata.append({each.toArray().at(0).toString(), each.toArray().at(1).toString()});
}

} // namespace

bool isPartOfAnExperiment(const RunRecord &run)
{
    return QJsonDocument::fromJson(run.planOptions).object().value(partMember).toBool();
}

bool isResumable(const RunRecord &run)
{
    const bool isUnfinished = run.state == RunState::Stopped || run.state == RunState::Interrupted;
    return isUnfinished && !isPartOfAnExperiment(run) && !waitsForBatches(run);
}

QByteArray withBatchMark(const QByteArray &planOptions)
{
    QJsonObject json = QJsonDocument::fromJson(planOptions).object();
    json.insert(batchMember, true);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

bool waitsForBatches(const RunRecord &run)
{
    return run.state != RunState::Finished && QJsonDocument::fromJson(run.planOptions).object().value(batchMember).toBool();
}

std::optional<RaceSettings> raceOf(const RunRecord &run)
{
    const QJsonValue race = QJsonDocument::fromJson(run.planOptions).object().value(raceMember);
    return race.isObject() ? std::optional(raceFromJson(race.toObject())) : std::nullopt;
}

QByteArray planOptionsToJson(const RunOptions &options)
{
    QJsonObject json;
    if (options.plan.repeat > 0)
        json.insert(u"repeat"_s, options.plan.repeat);
    if (!options.plan.filterPattern.isEmpty())
        json.insert(u"filter"_s, options.plan.filterPattern);
    if (options.plan.firstCases > 0)
        json.insert(u"first_cases"_s, options.plan.firstCases);
    if (options.plan.sampleCases > 0) {
        json.insert(u"sample_cases"_s, options.plan.sampleCases);
        json.insert(u"sample_seed"_s, qint64{options.plan.sampleSeed});
    }
    if (options.plan.caseRange)
        json.insert(u"range"_s, QJsonArray{options.plan.caseRange->from, options.plan.caseRange->end});
    QJsonArray metadata;
    for (const auto &[name, value] : options.plan.metadata)
        metadata.append(QJsonArray{name, value});
    if (!metadata.isEmpty())
        json.insert(u"metadata"_s, metadata);
    if (options.plan.strict)
        json.insert(u"strict"_s, true);
    if (options.plan.deadline)
        json.insert(u"deadline_ms"_s, qint64(options.plan.deadline->count()));
    if (options.delay)
        json.insert(u"delay_ms"_s, qint64(options.delay->count()));
    if (options.race)
        json.insert(raceMember, raceToJson(*options.race));
    if (options.scope.kind != RunScope::Kind::All || !options.plan.caseIndexes.isEmpty())
        json.insert(partMember, true);
    return json.isEmpty() ? QByteArray() : QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void takePlanOptions(const QByteArray &json, RunOptions &options)
{
    const QJsonObject stored = QJsonDocument::fromJson(json).object();
    if (options.plan.repeat == 0)
        options.plan.repeat = stored.value("repeat"_L1).toInt();
    if (options.plan.filterPattern.isEmpty())
        options.plan.filterPattern = stored.value("filter"_L1).toString();
    if (const QJsonValue race = stored.value(raceMember); race.isObject() && !options.race)
        options.race = raceFromJson(race.toObject());
    takeCaseChoice(stored, options.plan);
    options.plan.strict = options.plan.strict || stored.value("strict"_L1).toBool();
    if (const QJsonValue deadline = stored.value("deadline_ms"_L1); deadline.isDouble() && !options.plan.deadline)
        options.plan.deadline = std::chrono::milliseconds(deadline.toInteger());
    if (const QJsonValue delay = stored.value("delay_ms"_L1); delay.isDouble() && !options.delay)
        options.delay = std::chrono::milliseconds(std::max<qint64>(0, delay.toInteger()));
}

} // namespace Tempera
