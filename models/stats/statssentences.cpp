// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/statssentences.h"

#include "models/core/counted.h"
#include "models/stats/samplesize.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString statsText(const char *source)
{
    return QCoreApplication::translate("Statistics", source);
}

/// A text in the form of a count, which stands in it as %1, %2 … .
QString statsCountText(const char *source, std::int64_t count)
{
    return counted(QCoreApplication::translate("Statistics", source, nullptr, countForm(count)), count);
}

QString wholeNumber(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

bool roundsToZero(double value, int digits)
{
    return std::abs(value) < 0.5 * std::pow(10, -digits);
}

/// Digits after the point so that what is not 0 does not look like it, and narrow intervals have two ends.
int digitsFor(std::initializer_list<double> values, double width)
{
    int digits = width >= 10 ? 0 : width >= 1 ? 1 : 2;
    const auto vanishes = [&digits](double value) { return value != 0 && roundsToZero(value, digits); };
    while (digits < 3 && std::ranges::any_of(values, vanishes))
        ++digits;
    return digits;
}

/// A size without sign, "5", "2.5", "0.25".
QString plainFigure(double value)
{
    return value >= 10 ? QLocale().toString(value, 'f', 0) : QLocale().toString(value, 'g', 2);
}

double inUnit(const PairVerdict &verdict, double value)
{
    return verdict.inPoints ? 100 * value : value;
}

QString intervalPart(const PairVerdict &verdict)
{
    const double low = inUnit(verdict, verdict.interval->low);
    const double high = inUnit(verdict, verdict.interval->high);
    const int digits = digitsFor({low, high}, high - low);
    const QString text = verdict.inPoints ? statsText(QT_TRANSLATE_NOOP("Statistics", "%1 % interval %2 … %3 points"))
                                          : statsText(QT_TRANSLATE_NOOP("Statistics", "%1 % interval %2 … %3"));
    return text.arg(QLocale().toString(100 * verdict.confidence, 'g', 4), signedFigure(low, digits), signedFigure(high, digits));
}

QString decisionPart(const PairVerdict &verdict, const QString &first, const QString &second)
{
    switch (verdict.decision) {
    case PairDecision::TooFewCases: return statsText(QT_TRANSLATE_NOOP("Statistics", "too few cases to say more"));
    case PairDecision::NotDecided: return statsText(QT_TRANSLATE_NOOP("Statistics", "not decided"));
    case PairDecision::FirstBetter: return statsText(QT_TRANSLATE_NOOP("Statistics", "%1 is better")).arg(first);
    case PairDecision::SecondBetter: return statsText(QT_TRANSLATE_NOOP("Statistics", "%1 is better")).arg(second);
    case PairDecision::EqualEnough: break;
    }
    const QString margin = plainFigure(inUnit(verdict, verdict.margin));
    return (verdict.inPoints ? statsText(QT_TRANSLATE_NOOP("Statistics", "equal within %1 points"))
                             : statsText(QT_TRANSLATE_NOOP("Statistics", "equal within %1")))
        .arg(margin);
}

QString neededPart(const PairVerdict &verdict)
{
    const std::int64_t cases = roundedCases(*verdict.casesNeeded);
    const QString text =
        verdict.inPoints
            ? statsCountText(QT_TRANSLATE_N_NOOP("Statistics", "about %1 case(s) would show %2 points"), cases)
            : statsCountText(QT_TRANSLATE_N_NOOP("Statistics", "about %1 case(s) would show a difference of %2"), cases);
    return text.arg(wholeNumber(cases), plainFigure(inUnit(verdict, verdict.interesting)));
}

} // namespace

QString signedFigure(double value, int digits)
{
    if (roundsToZero(value, digits))
        return QLocale().toString(0);
    const QString size = QLocale().toString(std::abs(value), 'f', digits);
    return (value < 0 ? u'−' : u'+') + size;
}

QString pairSentence(const PairVerdict &verdict, const QString &first, const QString &second)
{
    const std::int64_t cases = verdict.counts.cases();
    QStringList parts{
        statsCountText(QT_TRANSLATE_N_NOOP("Statistics", "%1 better in %2, worse in %3 of %4 case(s)"), cases)
            .arg(second, wholeNumber(verdict.counts.better), wholeNumber(verdict.counts.worse), wholeNumber(cases))};
    if (verdict.interval)
        parts.append(intervalPart(verdict));
    parts.append(decisionPart(verdict, first, second));
    if (verdict.decision == PairDecision::NotDecided && verdict.casesNeeded)
        parts.append(neededPart(verdict));
    if (verdict.leftOut > 0)
        parts.append(statsCountText(QT_TRANSLATE_N_NOOP("Statistics", "%1 case(s) left out, without a result of one of the two"),
                                    verdict.leftOut)
                         .arg(wholeNumber(verdict.leftOut)));
    return parts.join(statsText(QT_TRANSLATE_NOOP("Statistics", "; ")));
}

QString visibleSentence(const PairVerdict &verdict)
{
    if (!verdict.visible)
        return {};
    const std::int64_t cases = verdict.counts.cases();
    const QString text =
        verdict.inPoints
            ? statsCountText(QT_TRANSLATE_N_NOOP("Statistics", "%1 case(s) can show differences of %2 points and more"), cases)
            : statsCountText(QT_TRANSLATE_N_NOOP("Statistics", "%1 case(s) can show differences of %2 and more"), cases);
    return text.arg(wholeNumber(cases), plainFigure(inUnit(verdict, *verdict.visible)));
}

QString preferenceSentence(const PairedCounts &counts, const ConfidenceInterval &secondShare, double confidence, bool decided,
                           const QString &first, const QString &second)
{
    const std::int64_t pairs = counts.cases();
    QStringList parts{
        statsCountText(QT_TRANSLATE_N_NOOP("Statistics", "%1 preferred in %2, %3 in %4 of %5 pair(s), %6 of them tied"), pairs)
            .arg(second, wholeNumber(counts.better), first, wholeNumber(counts.worse), wholeNumber(pairs),
                 wholeNumber(counts.tied))};
    if (counts.better + counts.worse > 0)
        parts.append(
            statsText(QT_TRANSLATE_NOOP("Statistics",
                                        "of those that differ the share of %1 lies within %2 … %3 % (%4 %, valid at any time)"))
                .arg(second, QLocale().toString(100 * secondShare.low, 'f', 0),
                     QLocale().toString(100 * secondShare.high, 'f', 0), QLocale().toString(100 * confidence, 'g', 4)));
    parts.append(decided ? statsText(QT_TRANSLATE_NOOP("Statistics", "decided: %1 is preferred"))
                               .arg(secondShare.low + secondShare.high > 1 ? second : first)
                         : statsText(QT_TRANSLATE_NOOP("Statistics", "not decided")));
    return parts.join(statsText(QT_TRANSLATE_NOOP("Statistics", "; ")));
}

QString agreementSentence(const Agreement &agreement, const QString &voice)
{
    const QString text = statsCountText(
        QT_TRANSLATE_N_NOOP("Statistics", "%1 agrees with people in %2 % of %3 answer(s); κ %4, 95 % interval %5 … %6"),
        agreement.cases);
    const auto figure = [](double value) { return QLocale().toString(value, 'f', 2).replace(u'-', u'−'); };
    return text.arg(voice, QLocale().toString(100 * agreement.agreed.value, 'f', 0), wholeNumber(agreement.cases),
                    figure(agreement.kappa.value), figure(agreement.kappa.interval.low), figure(agreement.kappa.interval.high));
}

QString correctedSentence(const CorrectedMean &mean, std::int64_t cases, const QString &name)
{
    const auto points = [](double value) { return QLocale().toString(100 * value, 'f', 1).replace(u'-', u'−'); };
    return statsCountText(QT_TRANSLATE_N_NOOP("Statistics",
                                              "%1: checks alone %2 %; people %3 % of %4 case(s); checks put right by people "
                                              "(PPI++) %5 %, 95 % interval %6 … %7 %"),
                          cases)
        .arg(name, points(mean.judge.value), points(mean.people.value), wholeNumber(cases), points(mean.corrected.value),
             points(mean.corrected.interval.low), points(mean.corrected.interval.high));
}

QString rankingSentence(const Ranking &ranking, const QStringList &names)
{
    if (!ranking.isDecisive())
        return statsText(QT_TRANSLATE_NOOP("Statistics", "the ranking is not decisive: no two variants are told apart"));
    if (ranking.hasWinner())
        return statsText(QT_TRANSLATE_NOOP("Statistics", "%1 is better than every other variant"))
            .arg(names.value(ranking.variants.front().variant));
    return statsCountText(QT_TRANSLATE_N_NOOP("Statistics", "%1 of %2 pair(s) of variants are told apart; none leads"),
                          ranking.pairs)
        .arg(wholeNumber(ranking.decidedPairs), wholeNumber(ranking.pairs));
}

} // namespace Tempera
