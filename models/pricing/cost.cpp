// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/cost.h"

#include "models/core/counted.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array reasonSentences{
    std::pair{CostReason::NoPrice, QT_TRANSLATE_NOOP("Cost", "the price is unknown")},
    std::pair{CostReason::NoTierPrice, QT_TRANSLATE_NOOP("Cost", "the service tier has no known price")},
    std::pair{CostReason::NoUnitPrice, QT_TRANSLATE_NOOP("Cost", "a kind of usage has no known price")},
    std::pair{CostReason::NoUsage, QT_TRANSLATE_NOOP("Cost", "the endpoint did not report its tokens")},
    std::pair{CostReason::NoOutputLimit, QT_TRANSLATE_NOOP("Cost", "nothing limits the output")},
    std::pair{CostReason::OpenOutput, QT_TRANSLATE_NOOP("Cost", "the length of the output is open")},
    std::pair{CostReason::EstimatedTokens, QT_TRANSLATE_NOOP("Cost", "tokens are estimated")},
    std::pair{CostReason::OpenTime, QT_TRANSLATE_NOOP("Cost", "the price depends on the time of day or date")},
    std::pair{CostReason::OpenDuration, QT_TRANSLATE_NOOP("Cost", "the machine's time is open")},
    std::pair{CostReason::FromPilot, QT_TRANSLATE_NOOP("Cost", "from a sample, with 95 % confidence")},
    std::pair{CostReason::Scaled, QT_TRANSLATE_NOOP("Cost", "extrapolated from a part of the documents")},
};

/// wanted/counted of an amount that is not negative.
Money shareOf(Money amount, std::int64_t wanted, std::int64_t counted, bool roundUp)
{
    if (amount.isBeyond() && wanted > 0)
        return amount;
    const Saturated::Wide exact = Saturated::Wide{amount.nano()} * wanted;
    return Money::fromNano(Saturated::number(exact / counted + (roundUp && exact % counted > 0 ? 1 : 0)));
}

} // namespace

QString costReasonText(CostReasons reasons)
{
    QStringList parts;
    for (const auto &[reason, sentence] : reasonSentences) {
        if (reasons.testFlag(reason))
            parts += QCoreApplication::translate("Cost", sentence);
    }
    return parts.join(u"; "_s);
}

Cost Cost::between(Money a, Money b, CostReasons reasons)
{
    const auto [low, high] = std::minmax(a, b);
    return {low == high && !reasons ? Kind::Exact : Kind::Between, low, high, reasons};
}

Money Cost::middle() const
{
    return Money::fromNano(m_low.nano() + (m_high.nano() - m_low.nano()) / 2);
}

Cost Cost::times(std::int64_t count) const
{
    return isKnown() ? Cost{m_kind, m_low * count, m_high * count, m_reasons} : *this;
}

Cost Cost::scaled(std::int64_t wanted, std::int64_t counted) const
{
    if (!isKnown() || wanted == counted)
        return *this;
    return Cost{Kind::Between, shareOf(m_low, wanted, counted, false), shareOf(m_high, wanted, counted, true),
                m_reasons | CostReason::Scaled};
}

Cost Cost::unitedWith(const Cost &other, CostReasons reasons) const
{
    if (!isKnown() || !other.isKnown())
        return unknown(m_reasons | other.m_reasons);
    const Money low = std::min(m_low, other.m_low);
    const Money high = std::max(m_high, other.m_high);
    if (*this == other)
        return *this;
    return between(low, high, m_reasons | other.m_reasons | reasons);
}

QString costText(const Cost &cost)
{
    if (!cost.isKnown()) {
        const QString why = costReasonText(cost.reasons());
        return why.isEmpty() ? moneyText(std::nullopt) : moneyText(std::nullopt) + u": "_s + why;
    }
    if (cost.low() == cost.high())
        return (cost.kind() == Cost::Kind::Exact || cost.low() == Money() ? QString() : u"≈ "_s) + cost.low().text();
    return cost.low().text() + u"–"_s + cost.high().text();
}

void CostSum::add(const Cost &cost)
{
    add(cost, 1);
}

void CostSum::add(const Cost &cost, std::int64_t count)
{
    if (count <= 0)
        return;
    if (!cost.isKnown()) {
        m_unknownReasons |= cost.reasons();
        m_unknown = Saturated::sum(m_unknown, count);
        return;
    }
    m_reasons |= cost.reasons();
    m_known = Saturated::sum(m_known, count);
    m_low += cost.low() * count;
    m_high += cost.high() * count;
}

Cost CostSum::known() const
{
    if (m_known == 0 && m_unknown > 0)
        return Cost::unknown(m_unknownReasons);
    return Cost::between(m_low, m_high, m_reasons);
}

QString costSumText(const CostSum &sum)
{
    const Cost known = sum.known();
    if (!known.isKnown() || sum.unknownCount() == 0)
        return costText(known);
    return counted(QCoreApplication::translate("Cost", "%2 and %1 unknown", nullptr, countForm(sum.unknownCount())),
                   sum.unknownCount())
        .arg(sum.unknownCount())
        .arg(costText(known));
}

} // namespace Tempera
