// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/racejson.h"

#include "models/report/jsonvalues.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonObject contenderJson(const RaceContender &contender)
{
    return {{u"promptIndex"_s, contender.promptIndex}, {u"variantIndex"_s, contender.variantIndex}};
}

QJsonObject racedPairJson(const RaceReport &race, const RacedPair &pair)
{
    QJsonValue verdict = QJsonValue::Null;
    if (pair.verdict)
        verdict = pair.verdict == CaseOutcome::Better ? u"better"_s : u"worse"_s;
    return {
        {u"first"_s, contenderJson(race.contenders.at(static_cast<std::size_t>(pair.pairing.first)))},
        {u"second"_s, contenderJson(race.contenders.at(static_cast<std::size_t>(pair.pairing.second)))},
        {u"verdict"_s, verdict}, // of the second
        {u"eValue"_s, pair.eValue},
        {u"better"_s, static_cast<qint64>(pair.better)},
        {u"worse"_s, static_cast<qint64>(pair.worse)},
        {u"tied"_s, static_cast<qint64>(pair.tied)},
        {u"meanDifference"_s, pair.cases() > 0 ? QJsonValue(pair.sum / static_cast<double>(pair.cases())) : QJsonValue::Null}};
}

QJsonObject savingsJson(const RaceSavings &saved)
{
    return {{u"cells"_s, saved.cells},
            {u"cost"_s, costJson(saved.likely)},
            {u"costLow"_s, costJson(saved.low)},
            {u"costHigh"_s, costJson(saved.high)},
            {u"seconds"_s, saved.time ? QJsonValue(static_cast<double>(saved.time->count()) / 1e6) : QJsonValue::Null}};
}

} // namespace

QJsonObject raceJson(const RaceReport &race)
{
    QJsonArray pairs;
    for (const RacedPair &pair : race.pairs)
        pairs.append(racedPairJson(race, pair));
    return {{u"decided"_s, race.isDecided},
            {u"cases"_s, static_cast<qint64>(race.racedCases)},
            {u"plannedCases"_s, static_cast<qint64>(race.plannedCases)},
            {u"alpha"_s, race.alpha},
            {u"measure"_s, race.measure == ScoreMeasure::Score ? u"score"_s : u"passes"_s},
            {u"compares"_s, race.figure == RaceFigure::CaseOutcomes ? u"outcomes"_s : u"means"_s},
            {u"pairs"_s, pairs},
            {u"saved"_s, savingsJson(race.saved)}};
}

} // namespace Tempera
