// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/racetext.h"

#include "models/compare/scoresheet.h"
#include "models/core/counted.h"
#include "models/items/celltext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera::RaceText {
namespace {

struct RaceWords {
    Q_DECLARE_TR_FUNCTIONS(RaceText)
};

QString eValueText(double eValue)
{
    return QLocale().toString(eValue, 'g', eValue < 10 ? 2 : 3);
}

/// "34 of 120 cases"
QString casesText(const RaceReport &race)
{
    return counted(RaceWords::tr("%1 of %2 case(s)", nullptr, countForm(race.plannedCases)), race.plannedCases)
        .arg(CellText::number(race.racedCases), CellText::number(race.plannedCases));
}

QString racerName(const RaceReport &race, const Experiment &ran, int contender)
{
    const RaceContender &each = race.contenders.at(static_cast<std::size_t>(contender));
    return contenderName(ran, each.promptIndex, each.variantIndex);
}

/// What came of one pair; of a single one the better is enough.
QString pairText(const RaceReport &race, const Experiment &ran, const RacedPair &pair)
{
    const QString first = racerName(race, ran, pair.pairing.first);
    const QString second = racerName(race, ran, pair.pairing.second);
    if (!pair.verdict)
        return RaceWords::tr("%1 and %2 not told apart").arg(first, second);
    const bool isSecond = pair.verdict == CaseOutcome::Better;
    if (race.pairs.size() == 1)
        return RaceWords::tr("%1 better").arg(isSecond ? second : first);
    return (isSecond ? RaceWords::tr("%1 better than %2") : RaceWords::tr("%1 worse than %2")).arg(second, first);
}

QString pairsText(const RaceReport &race, const Experiment &ran)
{
    QStringList all;
    for (const RacedPair &pair : race.pairs)
        all += pairText(race, ran, pair);
    return all.join(RaceWords::tr(", ", "between what is said of two pairs of a race"));
}

/// "about $0.31 ($0.28–$0.34)", or the amount where it is certain; empty where nothing was to be paid.
QString savedMoneyText(const RaceSavings &saved)
{
    if (!saved.likely || (*saved.likely == Money() && saved.high.value_or(Money()) == Money()))
        return {};
    const QString likely = moneyText(saved.likely);
    if (!saved.low || !saved.high)
        return RaceWords::tr("about %1").arg(likely);
    if (saved.low == saved.high)
        return likely;
    return RaceWords::tr("about %1 (%2–%3)").arg(likely, moneyText(saved.low), moneyText(saved.high));
}

QString savingsText(const RaceSavings &saved)
{
    const QString cells =
        counted(RaceWords::tr("%1 cell(s)", nullptr, countForm(saved.cells)), saved.cells).arg(CellText::number(saved.cells));
    const QString money = savedMoneyText(saved);
    const QString time = saved.time ? CellText::timeLeft(*saved.time) : QString();
    QString text;
    if (!money.isEmpty() && !time.isEmpty())
        text = RaceWords::tr("%1, %2 and about %3 saved.").arg(cells, money, time);
    else if (!money.isEmpty())
        text = RaceWords::tr("%1 and %2 saved.").arg(cells, money);
    else if (!time.isEmpty())
        text = RaceWords::tr("%1 and about %2 saved.").arg(cells, time);
    else
        text = RaceWords::tr("%1 saved.").arg(cells);
    return saved.likely ? text : text + u' ' + RaceWords::tr("How much money that is is not known.");
}

/// The e-value of a pair, and its source.
QString betsText(RaceFigure figure)
{
    if (figure == RaceFigure::CaseOutcomes)
        return RaceWords::tr("Of the cases in which two variants differ, b that the second wins and c that it loses: "
                             "E = 2^(b + c)·B(b + 1, c + 1), the mixture over all coins against the fair one (Robbins, Annals of "
                             "Mathematical Statistics 41, 1970).");
    return RaceWords::tr("Of the differences d of a case, each the mean over its repeats: x = (d + 1)/2, and E is the capital of "
                         "hedged bets that the mean of x is not ½ (Waudby-Smith, Ramdas, JRSS B 86, 2024, §4.4).");
}

QString pairFiguresText(const RaceReport &race, const Experiment &ran, const RacedPair &pair)
{
    const QString decided = pair.verdict ? RaceWords::tr("decided") : RaceWords::tr("not decided");
    return RaceWords::tr("%1 against %2: highest e-value %3, %4. Cases: %5 better, %6 worse, %7 equal.")
        .arg(racerName(race, ran, pair.pairing.second), racerName(race, ran, pair.pairing.first), eValueText(pair.eValue),
             decided, CellText::number(pair.better), CellText::number(pair.worse), CellText::number(pair.tied));
}

} // namespace

QString method(const RaceReport &race, const Experiment &ran)
{
    QStringList lines{RaceWords::tr("Race"), sentence(race, ran)};
    lines +=
        RaceWords::tr("The cases are run in random order, each with all its variants, and the race looks after every case. %1")
            .arg(betsText(race.figure));
    lines +=
        RaceWords::tr("Over the pairs the highest e-values are read as Holm reads p-values: of m pairs that are open the largest "
                      "has to reach m/α, with α = %1. However often it is looked at, the chance to call any difference that is "
                      "none is at most α (Ville's inequality).")
            .arg(QLocale().toString(race.alpha));
    for (const RacedPair &pair : race.pairs)
        lines += pairFiguresText(race, ran, pair);
    if (race.saved.likely)
        lines +=
            RaceWords::tr("Saved money: cells that were not needed times the mean cost of those of the same variant that ran; "
                          "the interval (95 %, normal approximation) is that of a sum of so many cells about that mean.");
    return lines.join(u'\n');
}

QString sentence(const RaceReport &race, const Experiment &ran)
{
    const bool isPartial = std::ranges::any_of(race.pairs, [](const RacedPair &pair) { return pair.verdict.has_value(); });
    if (!isPartial)
        return RaceWords::tr("Not decided after %1.").arg(casesText(race));
    if (!race.isDecided)
        return RaceWords::tr("Not decided after %1: %2.").arg(casesText(race), pairsText(race, ran));
    const QString decided = RaceWords::tr("Decided after %1: %2.").arg(casesText(race), pairsText(race, ran));
    return race.saved.cells > 0 ? decided + u' ' + savingsText(race.saved) : decided;
}

QString progress(const RaceReport &race)
{
    if (race.isDecided)
        return RaceWords::tr("race: decided after %1").arg(casesText(race));
    double highest = 1;
    for (const RacedPair &pair : race.pairs) {
        if (!pair.verdict)
            highest = std::max(highest, pair.eValue);
    }
    return RaceWords::tr("race: %1, e-value %2 of %3")
        .arg(casesText(race), eValueText(highest), eValueText(race.neededEValue.value_or(0)));
}

} // namespace Tempera::RaceText
